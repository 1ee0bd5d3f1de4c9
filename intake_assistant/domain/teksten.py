"""The fixed texts of the PIP: by id, each with the days on which it is valid."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

# What a fixed text may name between braces; the loader refuses any other.
TEKSTVELDEN = frozenset(
    """
    aantal artikel artikel_route begin_termijn
    bezwaar_adres bezwaar_digitaal bezwaar_uiterlijk boete_begeleiding
    boete_begeleiding_max boete_leerroute_max boete_plafond boete_pvt_map bron contact cursusuren
    dagtekening_eerste_pip datum delen einde_termijn fg_contact gemeente gevraagd_op inschrijving_brp jaar
    kenmerk kennisgeving_duo lbt_datum leerroute mandaat map_uren naam niveau niveaus noodzakelijk_omdat
    nummer ontvangen_op participatie_uren pvt_uren rechtbank reden scholen soort telefoon totaal_uren uren
    uren_per_week van voortgangsgesprekken vorig_besluit waarschuwing wat weging_van weken wie
    """.split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nagekeken:
    """Who read a fixed text as a lawyer, in which function and when."""

    naam: str
    functie: str
    datum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Tekst:
    """One fixed text: heading, plain words, formal clause; `nagekeken` is None while no lawyer read it."""

    id: str
    geldig_van: date
    geldig_tot: date | None = None
    kop: str = ""
    tekst: str = ""
    clausule: str = ""
    nagekeken: Nagekeken | None = None

    def fill(self, velden: Mapping[str, str]) -> "Tekst":
        """Return the text with its fields filled in."""
        parts = {name: getattr(self, name).format_map(velden) for name in ("kop", "tekst", "clausule")}
        return replace(self, **parts)


@dataclass(frozen=True, slots=True)
class Teksten:
    """The fixed texts by id, each with its versions, and the words for codes by list.

    In another language than Dutch `taal` is its locale, and `getypt` has by its Dutch what stands in that
    language of what a person typed.
    """

    teksten: Mapping[str, tuple[Tekst, ...]]
    woorden: Mapping[str, Mapping[str, str]]
    taal: str = ""
    getypt: Mapping[str, str] = field(default_factory=dict)

    def tekst(self, id: str, *, op: date, **velden: str) -> Tekst:
        """Return the text that is valid on a day; raises KeyError when there is none.

        A day before the law counts as its first day: a mistyped year shows as such, and crashes nothing.
        """
        op = max(op, min(tekst.geldig_van for tekst in self.teksten[id]))
        for tekst in self.teksten[id]:
            if tekst.geldig_van <= op and (tekst.geldig_tot is None or op <= tekst.geldig_tot):
                return tekst.fill(velden)
        raise KeyError(f"{id} op {op.isoformat()}")

    def woord(self, lijst: str, code: str) -> str:
        """Return the words for a code; a code that nobody named is shown as it is."""
        return self.woorden[lijst].get(code, code)

    def nagekeken(self, op: date) -> bool:
        """Tell whether a lawyer checked every text that is valid on a day."""
        valid = (t for versions in self.teksten.values() for t in versions if t.geldig_van <= op)
        return all(t.nagekeken is not None for t in valid if t.geldig_tot is None or op <= t.geldig_tot)
