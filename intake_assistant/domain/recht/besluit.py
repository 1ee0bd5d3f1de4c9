"""A besluit: the PIP as it was set, frozen (design 7)."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import BESCHIKKING, BESLUIT, PLANVERSIE
from intake_assistant.domain.recht.datums import bekend_op
from intake_assistant.domain.recht.tussen.herkijken import OPNIEUW

EERSTE: Final = "eerste"
WIJZIGING: Final = "wijziging"
SCHAKELEN: Final = "schakelen"
AFSCHALEN: Final = "afschalen"
VERHUIZING: Final = "verhuizing"
HERZIENING: Final = "herziening"
KENNELIJKE_FOUT: Final = "kennelijke_fout"
BEKEND: Final = "bekendgemaakt_op"
"""Of a besluit: the day on which it was sent or given (Awb 3:41)."""
GETEKEND: Final = "getekend"
"""Of a besluit: a scan of the copy that was signed."""
ONTWIKKELPLAN: Final = "ontwikkelplan"
"""Of a besluit that changes nothing that can be contested: a version of the ontwikkelplan."""
GRONDEN: Final = (SCHAKELEN, AFSCHALEN, VERHUIZING, HERZIENING, KENNELIJKE_FOUT, ONTWIKKELPLAN)


@dataclass(frozen=True, slots=True)
class Besluit:
    """One besluit; `inhoud` is the whole beschikking by dotted key, `bestanden` names the frozen blobs."""

    id: str
    nummer: int
    grond: str
    dagtekening: str
    bekendgemaakt_op: str
    aangenomen: bool
    vervangt: tuple[str, ...] | None = None
    """The besluiten that it took the place of; None of one set before that was kept."""
    uit: str = ""
    """The row of the concept that it was set from; empty of one that was set at once."""
    rechtsmiddel: str = "bezwaar"
    inhoud: Mapping[str, Any] = field(default_factory=dict)
    bestanden: Mapping[str, str] = field(default_factory=dict)
    let_op: tuple[Mapping[str, str], ...] = ()
    """What was unwise when it was set, with its article, and why it was set all the same."""

    @property
    def leerroute(self) -> str:
        """The leerroute that was set."""
        return str(self.inhoud.get("leerroute", ""))

    @property
    def niveau(self) -> str:
        """The level that was set, or an empty string."""
        return str(self.inhoud.get("niveau", ""))


BEZWAAR, BEROEP = "bezwaar", "beroep"


def rechtsmiddel(grond: str, herzien_na: str, vorig: str = BEZWAAR) -> str:
    """Where one goes who does not agree: what was set on a bezwaar goes to court (Awb 7:1(1)(a), 8:1).

    A slip of the pen that is put right opens no other way than the besluit had: `vorig`.
    """
    if grond == KENNELIJKE_FOUT:
        return vorig
    return BEROEP if grond == HERZIENING and herzien_na else BEZWAAR


@dataclass(frozen=True, slots=True)
class Samenloop:
    """Besluiten that were set without knowing of each other and hold at once: a person settles it in law."""

    besluiten: tuple[Besluit, ...]

    @property
    def soort(self) -> str:
        """Whether there are two first ones, or two that changed the same one."""
        return EERSTE if all(b.grond == EERSTE for b in self.besluiten) else WIJZIGING

    @property
    def regel(self) -> str:
        """There is one PIP (Wet 15(1)), and a change of it is a new besluit about that one (Besl 5.3(6))."""
        return "Wet 15(1)" if self.soort == EERSTE else "Besl 5.3(6)"


@dataclass(frozen=True, slots=True)
class Planversie:
    """One version of the ontwikkelplan that was handed over."""

    id: str
    nummer: int
    datum: str
    reden: str
    bestanden: Mapping[str, str] = field(default_factory=dict)


def besluiten_of(dossier: Dossier) -> list[Besluit]:
    """The besluiten by number; one that is here in two versions is two: it never goes out of sight."""
    found = [
        _besluit(dossier, rij, waarde)
        for rij in dossier.row_ids(BESLUIT.lijst())
        for waarde in _versions(dossier, rij)
    ]
    return sorted(found, key=lambda b: (b.nummer, b.dagtekening, b.id))


def geldende(besluiten: Sequence[Besluit]) -> tuple[Besluit, ...]:
    """The besluiten that no other took the place of."""
    vervangen = {id for besluit in besluiten for id in _replaced(besluit, besluiten)}
    return tuple(besluit for besluit in besluiten if besluit.id not in vervangen)


def samenloop_of(besluiten: Sequence[Besluit]) -> Samenloop | None:
    """The besluiten that hold at once; None when there is one, as it should be."""
    found = geldende(besluiten)
    return Samenloop(found) if len(found) > 1 else None


def _replaced(besluit: Besluit, alle: Sequence[Besluit]) -> Iterable[str]:
    if besluit.vervangt is not None:
        return besluit.vervangt
    return (ander.id for ander in alle if ander.nummer < besluit.nummer)


def planversies_of(dossier: Dossier) -> list[Planversie]:
    """The versions of the ontwikkelplan by number."""
    found = [(rij, dossier.get(PLANVERSIE.of(rij), {})) for rij in dossier.row_ids(PLANVERSIE.lijst())]
    versies = [
        Planversie(rij, w["nummer"], w["datum"], str(w.get("reden", "")), w["bestanden"])
        for rij, w in found
        if _has_form(w, _PLANVERSIE)
    ]
    return sorted(versies, key=lambda v: (v.nummer, v.datum, v.id))


def next_nummer(besluiten: Sequence[Besluit]) -> int:
    """The number of a besluit that is to be set after these."""
    return max((besluit.nummer for besluit in besluiten), default=0) + 1


def dagtekening_eerste_pip(dossier: Dossier) -> datetime.date | None:
    """The dagtekening that starts the inburgeringstermijn for ever, here or elsewhere (Wet 11(3))."""
    return eerder_pip_op(dossier) or _eerste_hier(dossier)


def eerder_pip_op(dossier: Dossier) -> datetime.date | None:
    """The dagtekening of a PIP of another gemeente, where it is before the first besluit here."""
    elders, hier = read_date(dossier.get("procedure.eerder_pip.dagtekening")), _eerste_hier(dossier)
    return elders if elders is not None and (hier is None or elders < hier) else None


def eerdere_leerroute(dossier: Dossier) -> str:
    """The leerroute in a PIP of another gemeente, which the first besluit here keeps (Wet 15(4))."""
    return str(dossier.get("procedure.eerder_pip.leerroute"))


def _eerste_hier(dossier: Dossier) -> datetime.date | None:
    besluiten = besluiten_of(dossier)
    return read_date(besluiten[0].dagtekening) if besluiten else None


def _versions(dossier: Dossier, rij: str) -> list[Mapping[str, Any]]:
    """What a besluit says; more than once only when somebody's program altered what was frozen."""
    found = list[Mapping[str, Any]]()
    for waarde in dossier.sides(BESLUIT.of(rij)):
        if _has_form(waarde, _BESLUIT) and waarde not in found:
            found.append(waarde)
    return found


_PLANVERSIE: Final[Mapping[str, type]] = {"nummer": int, "datum": str, "bestanden": dict}
_BESLUIT: Final[Mapping[str, type]] = {
    "nummer": int, "grond": str, "dagtekening": str, "inhoud": dict, "bestanden": dict,
}  # fmt: skip


def _has_form(waarde: object, velden: Mapping[str, type]) -> bool:
    """Whether it is a document that was handed over; what somebody else recorded there may be anything."""
    return isinstance(waarde, dict) and all(type(waarde.get(naam)) is soort for naam, soort in velden.items())


def _besluit(dossier: Dossier, rij: str, waarde: Mapping[str, Any]) -> Besluit:
    bekend = bekend_op(waarde["dagtekening"], dossier.get(BESLUIT.of(rij, "bekendgemaakt_op")))
    return Besluit(
        id=rij,
        nummer=waarde["nummer"],
        grond=waarde["grond"],
        dagtekening=waarde["dagtekening"],
        bekendgemaakt_op=bekend.isoformat() if bekend else waarde["dagtekening"],
        aangenomen=bekend is None,
        vervangt=tuple(map(str, waarde["vervangt"])) if isinstance(waarde.get("vervangt"), list) else None,
        uit=str(waarde.get("wijziging") or ""),
        rechtsmiddel=BEROEP if waarde.get("rechtsmiddel") == BEROEP else BEZWAAR,
        inhoud=waarde["inhoud"],
        bestanden=waarde["bestanden"],
        let_op=_passed(waarde.get("let_op")),
    )


def _passed(waarde: object) -> tuple[Mapping[str, str], ...]:
    rijen = waarde if isinstance(waarde, list) else ()
    return tuple({str(k): str(w) for k, w in rij.items()} for rij in rijen if isinstance(rij, Mapping))


def concept_of(dossier: Dossier) -> dict[str, Any]:
    """The beschikking in the making, by dotted key; when to look again at it is no part of it."""
    velden = dossier.fields(BESCHIKKING.lijst()).items()
    return {k: w for k, w in velden if w not in ("", [], ()) and k.partition(".")[0] != OPNIEUW}
