"""Erasing as one act with two steps: first what would go, where and why; then, confirmed, all of it.

A dossier on a ground of `domain/wissen`; one answer; or the detail that is no longer needed after the PIP.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any, Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.kinds import kind_of
from intake_assistant.domain.recht import wissen as regels
from intake_assistant.domain.recht.bewaartermijn import HEEL, Bewaartermijn, bewaarfeiten
from intake_assistant.domain.recht.einde import ZAAKNUMMER
from intake_assistant.domain.recht.verzoek import verzoeken_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import drop_typed
from intake_assistant.operations.acts.record import erase_values
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.papers.gegevens import kenmerk_of
from intake_assistant.operations.views.bewaartermijn import Bewaarregel, bewaarregels_of, values_due
from intake_assistant.operations.views.wisplaatsen import Wisplaats, plaatsen_of, plaatsen_voor
from intake_assistant.operations.views.wistelling import count
from intake_assistant.operations.words.naam import volledige_naam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase import erase as storage
from intake_assistant.storage.erase.copying import Rest
from intake_assistant.storage.erase.graves import Tombstone
from intake_assistant.texts import text

_NAMEN: Final = ("voornamen", "achternaam", "bsn", "v_nummer", "adres", "telefoon", "email")
_LEESTEKENS: Final = ".,;:()'\""
GEWIST: Final = "gewist"
"""What the access log says of it."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What erasing a dossier would do, and whether it may: nothing was erased yet."""

    dossier: str
    kenmerk: str
    naam: str
    gronden: tuple[str, ...]
    te_wissen: tuple[Bewaarregel, ...]
    aantallen: Mapping[str, int]
    plaatsen: tuple[Wisplaats, ...]
    buiten: int
    """How many papers were kept outside the vault, where no program can erase them."""
    belet: Bewaartermijn | None

    def verboden(self, grond: str) -> bool:
        """Whether erasing on this ground is forbidden today."""
        return regels.is_verboden(grond, self.belet)

    @property
    def waarom(self) -> str:
        """Why it must go by now, or that nothing asks for it."""
        return " ".join(r.uitleg for r in self.te_wissen) or text("wissen.niet_nodig")

    @property
    def tellingen(self) -> list[str]:
        """What goes, one line for each kind."""
        return [text(f"wissen.telling.{naam}", aantal=aantal) for naam, aantal in self.aantallen.items()]

    @property
    def belet_in_woorden(self) -> str:
        """Why it is forbidden, or why it had better wait; empty when nothing is in the way."""
        return _belet_in_words(self.belet) if self.belet else ""


@dataclass(frozen=True, slots=True)
class Wissing:
    """One erasing as it is kept and proven: counts and places, nothing of the person."""

    dossier: str
    op: str
    grond: str
    regel: str
    functie: str
    toelichting: str = ""
    buiten: int = 0
    aantallen: Mapping[str, int] = field(default_factory=dict)
    plaatsen: tuple[Wisplaats, ...] = ()

    @property
    def kenmerk(self) -> str:
        """What it is called afterwards: the first signs of its random id."""
        return self.dossier[:8].upper()

    @property
    def is_klaar(self) -> bool:
        """Whether nothing is left to be erased anywhere."""
        return all(plaats.is_gewist for plaats in self.plaatsen)

    def as_json(self) -> dict[str, Any]:
        """With what is still to be done."""
        found = {**asdict(self), "plaatsen": [plaats.as_json() for plaats in self.plaatsen]}
        return {**found, "klaar": self.is_klaar}


def propose(work: Workspace, dossier: str) -> Voorstel:
    """Step 1: what would go, on which grounds, and what forbids it. KnownError `dossier.not_found`."""
    refuse_erased(work, dossier)
    found = work.vault.dossier(dossier)
    feiten, today = bewaarfeiten(found, work.data.formulieren), work.clock.today()
    return Voorstel(
        dossier=dossier,
        kenmerk=kenmerk_of(found),
        naam=volledige_naam(inburgeraar_of(found)),
        gronden=regels.gronden(feiten, verzoeken_of(found), today, work.data.regels),
        te_wissen=tuple(r for r in bewaarregels_of(work, found) if r.stand == "te_wissen" and r.wat in HEEL),
        aantallen=count(work, found),
        plaatsen=tuple(plaatsen_voor(work)),
        buiten=len(work.vault.log("export", dossier)),
        belet=regels.belet(feiten, today, work.data.regels),
    )


def ground_for(voorstel: Voorstel) -> str:
    """The ground that the law gives by itself; where it gives none, what a person writes down."""
    return voorstel.gronden[0] if voorstel.gronden[0] != regels.VERGISSING else regels.ANDERS


def erase(work: Workspace, dossier: str, kenmerk: str, grond: str, toelichting: str = "") -> Wissing:
    """Step 2: erase it everywhere that can be reached, and note what cannot; `kenmerk` confirms which.

    KnownErrors: `erase.not_confirmed`, `erase.no_ground`, `erase.no_reason`, `erase.names_person`,
    `erase.forbidden`, `dossier.not_found`, `dossier.erased`; nothing was erased then. A full disk in a later
    step is no error: what remains stands among the places and is done the next time.
    """
    voorstel = propose(work, dossier)
    _refuse(work, voorstel, kenmerk, grond, toelichting)
    op = storage.today(work.vault)
    wissing = Wissing(
        dossier=dossier,
        op=op,
        grond=grond,
        regel=regels.GRONDEN[grond],
        functie=work.vault.device.rol,
        toelichting=toelichting.strip(),
        buiten=voorstel.buiten,
        aantallen=voorstel.aantallen,
    )
    with work.vault.transaction():
        storage.erase_dossier(work.vault, Tombstone(dossier, op, grond))
        _keep(work, wissing)
        work.vault.log_access(GEWIST, dossier)
    return _with_places(work, wissing, storage.finish(work.vault))


def erase_antwoord(work: Workspace, dossier: str, entry: str, reden: str) -> Changed:
    """Erase what one entry says, wherever its subject said just the same, in backups too.

    KnownError `erase.stays`: what a besluit says stands until the whole dossier goes.
    """
    alle = work.vault.entries(dossier)
    found = next((e for e in alle if e.id == entry), None)
    if found is None or found.value is None:
        raise KnownError("erase.nothing")
    if kind_of(found.header.subject).blijvend:
        raise KnownError("erase.stays")
    said = found.value.get("waarde")
    of_subject = [e for e in alle if e.header.subject == found.header.subject]
    same = [e for e in of_subject if (e.value or {}).get("waarde") == said]
    return _erase_values(work, dossier, same, reden)


def erase_detail(work: Workspace, dossier: str, wat: str) -> Changed:
    """Erase the K10 or the detail of the leerbaarheidstoets once the PIP stands, an entry for each value.

    KnownError `erase.not_due` while it is not yet to be erased, as when a bezwaar runs.
    """
    found = work.vault.dossier(dossier)
    due = [r for r in bewaarregels_of(work, found) if r.wat == wat and r.stand == "te_wissen"]
    if not due:
        raise KnownError("erase.not_due")
    ids = set(values_due(work, dossier, wat))
    values = [e for e in work.vault.entries(dossier) if e.id in ids]
    return _erase_values(work, dossier, values, text("wissen.reden.detail", regel=due[0].regel))


def catch_up(work: Workspace, *, everywhere: bool = False) -> list[Rest]:
    """Do what could not be done before: a stick that was away, a disk that was full; returns what remains."""
    return storage.finish(work.vault, everywhere=everywhere)


def give_up(work: Workspace, plaats: str) -> Changed:
    """Note that a place is no more: the stick is lost or destroyed, so nothing can be erased there."""
    storage.give_up(work.vault, plaats)
    return Changed(settings=frozenset((plaats,)))


def wissingen(work: Workspace) -> list[Wissing]:
    """Every erasing of a dossier that was done here, the last one first, as it stands now."""
    found = [_read(kept) for kept in storage.proofs(work.vault)]
    return [_with_places(work, w) for w in sorted(found, key=lambda w: (w.op, w.dossier), reverse=True)]


def wissing_of(work: Workspace, dossier: str, resten: Iterable[Rest] = ()) -> Wissing:
    """One erasing as it stands now; KnownError `dossier.not_found`."""
    kept = work.vault.setting(f"{storage.PROOF}{dossier}")
    if not kept:
        raise KnownError("dossier.not_found", dossier=dossier)
    return _with_places(work, _read(kept), resten)


def refuse_erased(work: Workspace, dossier: str) -> None:
    """KnownError `dossier.erased` when it was erased before."""
    if storage.is_erased(work.vault, dossier):
        raise KnownError("dossier.erased", dossier=dossier)


# -- refusing ------------------------------------------------------------------------------------------------


def _refuse(work: Workspace, voorstel: Voorstel, kenmerk: str, grond: str, toelichting: str) -> None:
    if not is_confirmed(kenmerk, voorstel.kenmerk):
        raise KnownError("erase.not_confirmed", kenmerk=voorstel.kenmerk)
    if grond not in voorstel.gronden:
        raise KnownError("erase.no_ground", grond=grond)
    if grond == regels.ANDERS and not toelichting.strip():
        raise KnownError("erase.no_reason")
    if _names(work.vault.dossier(voorstel.dossier), toelichting):
        raise KnownError("erase.names_person")
    if voorstel.verboden(grond):
        raise KnownError("erase.forbidden", waarom=voorstel.belet_in_woorden)


def is_confirmed(typed: str, kenmerk: str) -> bool:
    """Whether just this reference was typed; it is to be the right one, no test of typing."""
    return bool(_bare(kenmerk)) and _bare(typed) == _bare(kenmerk)


def _bare(kenmerk: str) -> str:
    """Without spaces and case."""
    return "".join(kenmerk.split()).casefold()


def _names(dossier: Dossier, toelichting: str) -> bool:
    """Whether what stays names the person: it would undo the erasing."""
    words = {word.strip(_LEESTEKENS).casefold() for word in toelichting.split()}
    velden = inburgeraar_of(dossier)
    told = [velden.get(naam, "") for naam in _NAMEN] + [str(dossier.get(ZAAKNUMMER))]
    parts = {part.strip(_LEESTEKENS) for tekst in told for part in tekst.split()}
    # A small word in a name, as *de* or *el*, names nobody.
    return any(part.casefold() in words for part in parts if len(part) > 1 and not part.islower())


def _belet_in_words(gevonden: Bewaartermijn) -> str:
    feiten = {
        naam: date_in_words(feit.isoformat()) if isinstance(feit, date) else feit
        for naam, feit in gevonden.feiten.items()
    }
    return text(f"wissen.belet.{gevonden.reden}", **feiten)


# -- values --------------------------------------------------------------------------------------------------


def _erase_values(work: Workspace, dossier: str, values: Iterable[Entry], reden: str) -> Changed:
    todo = [entry for entry in values if entry.presence is Presence.PRESENT]
    subjects = frozenset(entry.header.subject for entry in todo)
    with work.vault.transaction() as connection:
        erased = erase_values(work, dossier, [entry.id for entry in todo], reden)
        let_go = [drop_typed(work, dossier, subject) for subject in sorted(subjects)]
        storage.plan(work.vault, connection, dossier)
        work.vault.log_access("waarde_gewist", dossier)
    storage.finish(work.vault)
    return together((erased, *let_go, Changed(subjects=subjects)))


# -- what is kept of it --------------------------------------------------------------------------------------


def _keep(work: Workspace, wissing: Wissing) -> None:
    kept = {k: v for k, v in asdict(wissing).items() if k != "plaatsen"}
    work.vault.set_setting(f"{storage.PROOF}{wissing.dossier}", json.dumps(kept, ensure_ascii=False))


def _read(kept: str) -> Wissing:
    return Wissing(**json.loads(kept))


def _with_places(work: Workspace, wissing: Wissing, resten: Iterable[Rest] = ()) -> Wissing:
    return replace(wissing, plaatsen=tuple(plaatsen_of(work, wissing.dossier, wissing.op, resten)))
