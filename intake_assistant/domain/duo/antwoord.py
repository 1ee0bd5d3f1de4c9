"""A message of DUO as it came: which one it is, what in it does not fit, and the facts that it tells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from intake_assistant.domain.duo import codes
from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.duo.vorm import Berichtvorm, Vormfout, day_in, gebreken
from intake_assistant.domain.kinds import ANTWOORD, PERSOON, PROCEDURE
from intake_assistant.domain.recht.einde import EINDE_OP, EINDE_REDEN
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER

DUO: Final = "duo"
# Each message is known by a field that no other has.
_KENMERK: Final[Mapping[str, Berichtvorm]] = {
    "indicatorInburgeringsplicht": vormen.PLICHT,
    "indeling": vormen.DOELGROEP,
    "resultaat": vormen.LBT,
    "startdatum": vormen.TERMIJN,
}
_ONTHEFFINGEN: Final[Mapping[str, Berichtvorm]] = {
    "GeheleOntheffing": vormen.ONTHEFFING,
    "GedeeltelijkeOntheffing": vormen.GEDEELTELIJK,
}


@dataclass(frozen=True, slots=True)
class Duobericht:
    """One message of DUO, in the shape it has to have."""

    vorm: Berichtvorm
    velden: Mapping[str, object]

    @property
    def soort(self) -> str:
        """Which message it is."""
        return self.vorm.naam


@dataclass(frozen=True, slots=True)
class Duofeit:
    """One fact that DUO tells: the subject it is about, and what it says."""

    subject: str
    waarde: str | int


def read_berichten(found: object) -> tuple[tuple[Duobericht, ...], tuple[Vormfout, ...]]:
    """The messages in a file of DUO, and all that does not fit; when something does not, none is taken."""
    if isinstance(found, list):
        alle = [bericht for rij in found for bericht in _ontheffingen(rij)]
    else:
        alle = [_bericht(found)]
    if not alle:
        return (), (Vormfout("", "leeg"),)
    fout = [gebrek for een in alle for gebrek in ([een] if isinstance(een, Vormfout) else _all_wrong(een))]
    return tuple(een for een in alle if isinstance(een, Duobericht)), tuple(dict.fromkeys(fout))


def feiten_in(bericht: Duobericht, doelgroep: str) -> tuple[Duofeit, ...]:
    """What a message tells of the person and the procedure; doelgroep is what stands now."""
    velden = bericht.velden
    if bericht.vorm is vormen.DOELGROEP:
        return tuple(_doelgroep(velden, doelgroep))
    return tuple(_PER_VORM[bericht.soort](velden))


def _bericht(found: object) -> Duobericht | Vormfout:
    if not isinstance(found, Mapping):
        return Vormfout("", "geen_bericht")
    vorm = next((vorm for kenmerk, vorm in _KENMERK.items() if kenmerk in found), None)
    return Vormfout("", "geen_bericht") if vorm is None else Duobericht(vorm, found)


def _ontheffingen(rij: object) -> Iterator[Duobericht | Vormfout]:
    if not isinstance(rij, Mapping) or not rij:
        yield Vormfout("", "geen_bericht")
        return
    for naam, velden in rij.items():
        vorm = _ONTHEFFINGEN.get(naam)
        if vorm is None:
            yield Vormfout(str(naam), "onbekend")
        elif isinstance(velden, Mapping):
            yield Duobericht(vorm, velden)
        else:
            yield Vormfout(str(naam), "geen_bericht")


def _all_wrong(bericht: Duobericht) -> Iterator[Vormfout]:
    yield from gebreken(bericht.vorm, bericht.velden)
    reden = "redenGeenInburgeringsplicht"
    if bericht.velden.get("indicatorInburgeringsplicht") is True and reden in bericht.velden:
        yield Vormfout(reden, "tegenspraak")  # a duty that is there has no reason why it is not
    if bericht.vorm is vormen.DOELGROEP and _speaks_against_itself(bericht.velden):
        yield Vormfout("gedetailleerdeDoelgroep", "tegenspraak")


def _speaks_against_itself(velden: Mapping[str, object]) -> bool:
    asiel = velden.get("indeling") == codes.ASIEL
    detail = velden.get("gedetailleerdeDoelgroep")
    # Who joins an asielstatushouder may be in either group (Wet 13(1)(b)): only the plain ones are fixed.
    return asiel and detail in codes.GROEPEN or not asiel and detail == codes.ASIEL


def _plicht(velden: Mapping[str, object]) -> Iterator[Duofeit]:
    yield from _days(
        velden,
        {
            "begindatum": PERSOON.of("begin_inburgeringsplicht"),
            "datumKennisgevingInburgeringsplicht": PROCEDURE.of("kennisgeving_duo"),
        },
    )
    reden = velden.get("redenGeenInburgeringsplicht")
    if reden == codes.TIJDELIJK:  # it ends nothing (duo.md 1)
        return
    yield from _days(velden, {"einddatum": EINDE_OP})
    if reden in codes.REDENEN and "einddatum" in velden:
        yield Duofeit(EINDE_REDEN, codes.REDENEN[reden])


def _doelgroep(velden: Mapping[str, object], nu: str) -> Iterator[Duofeit]:
    subject, detail = PERSOON.of("doelgroep"), velden.get("gedetailleerdeDoelgroep")
    if velden["indeling"] == codes.ASIEL:
        yield Duofeit(subject, ASIELSTATUSHOUDER)
    elif detail in codes.GROEPEN:
        yield Duofeit(subject, codes.GROEPEN[detail])
    elif detail or nu == ASIELSTATUSHOUDER:
        yield Duofeit(subject, "gezinsmigrant")
    # Else DUO does not say which of the two, and what stands may be either: nobody guesses.


def _lbt(velden: Mapping[str, object]) -> Iterator[Duofeit]:
    def subject(naam: str) -> str:
        return ANTWOORD.of(f"leerbaarheid.{naam}", DUO)

    yield Duofeit(subject("lbt_status"), "gedaan")
    yield Duofeit(subject("lbt_datum"), str(velden["datumAfname"]))
    yield Duofeit(subject("lbt_uitslag"), codes.UITSLAGEN[velden["resultaat"]])
    heel, _, rest = str(velden["behaaldeScore"]).partition(",")
    if not rest.strip("0"):  # the test counts whole questions; half a point cannot be one of them
        yield Duofeit(subject("lbt_score"), int(heel))


def _termijn(velden: Mapping[str, object]) -> Iterator[Duofeit]:
    yield from _days(velden, {"startdatum": PROCEDURE.of("duo_termijn_begin")})
    einde = day_in(velden["einddatum"])
    if einde is not None:
        laatste = einde - timedelta(days=1)  # DUO's day is the first one outside
        yield Duofeit(PROCEDURE.of("duo_termijn_einde"), laatste.isoformat())


def _gehele_ontheffing(velden: Mapping[str, object]) -> Iterator[Duofeit]:
    if velden["oordeel"] == codes.TOEKENNING:
        yield from _days(velden, {"datumOordeel": EINDE_OP})
        yield Duofeit(EINDE_REDEN, "ontheffing")


def _days(velden: Mapping[str, object], subjects: Mapping[str, str]) -> Iterator[Duofeit]:
    for naam, subject in subjects.items():
        if naam in velden:
            yield Duofeit(subject, str(velden[naam]))


def _nothing(_: Mapping[str, object]) -> Iterator[Duofeit]:
    """Kept as it came: which parts fall away is read from the message itself (Besl 2.7(3))."""
    yield from ()


_PER_VORM: Final = {
    vormen.PLICHT.naam: _plicht,
    vormen.LBT.naam: _lbt,
    vormen.TERMIJN.naam: _termijn,
    vormen.ONTHEFFING.naam: _gehele_ontheffing,
    vormen.GEDEELTELIJK.naam: _nothing,
}
