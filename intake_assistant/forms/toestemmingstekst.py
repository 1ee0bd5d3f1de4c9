"""Reads forms/toestemming.toml: what is read aloud when consent is asked, and what is shared by law."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from string import Formatter
from typing import Any

from intake_assistant.domain.recht.toestemming import CODES
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, read_toml, tables_of

BESTAND = "toestemming.toml"
# `gegevens` says each question by its label, `onderwerpen` says them by subject in plain words,
# `gezegd` says each question by its own phrase (pip.gezegd).
WELKE = ("gegevens", "onderwerpen", "gezegd")
VELDEN = ("partij", "doel", *WELKE)
DELEN = ("tekst", "uitdrukkelijk", "vrije_keuze", "vraag")
_TEKST: dict[str, type | tuple[type, ...]] = dict.fromkeys(("versie", "richting", *DELEN), str)
_WETTELIJK: dict[str, type | tuple[type, ...]] = dict.fromkeys(
    ("id", "richting", "naam", "wat", "waarom", "zeg", "artikel"), str
)
_PARTIJ: dict[str, type | tuple[type, ...]] = {
    **dict.fromkeys(("id", "naam", "partij", "doel", "richting"), str),
    "gegevens": list,
}


@dataclass(frozen=True, slots=True)
class Toestemmingstekst:
    """One version of the wording for a direction; `uitdrukkelijk` comes with special data (AVG 9(2)(a))."""

    versie: str
    richting: str
    tekst: str
    uitdrukkelijk: str
    vrije_keuze: str
    vraag: str

    def key(self, deel: str) -> str:
        """Return the place of a part in a catalogue: `toestemming.delen.1/tekst`."""
        return f"toestemming.{self.richting}.{self.versie}/{deel}"


@dataclass(frozen=True, slots=True)
class WettelijkDelen:
    """A party with whom is shared by law: told, never asked (AVG 13, 14)."""

    id: str
    richting: str
    naam: str
    wat: str
    waarom: str
    zeg: str
    artikel: str


@dataclass(frozen=True, slots=True)
class Partijvoorzet:
    """What is most often asked for a kind of party, to begin from; all of it can be taken away."""

    id: str
    naam: str
    partij: str
    doel: str
    richting: str
    gegevens: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Toestemmingsteksten:
    """All wordings, also the old ones, all parties by law, and the kinds of parties that are asked often."""

    teksten: tuple[Toestemmingstekst, ...]
    wettelijk: tuple[WettelijkDelen, ...]
    partijen: tuple[Partijvoorzet, ...] = ()

    def newest(self, richting: str) -> Toestemmingstekst:
        """Return the wording to read aloud now."""
        return max((t for t in self.teksten if t.richting == richting), key=lambda t: int(t.versie))

    def find(self, richting: str, versie: str) -> Toestemmingstekst | None:
        """Return the wording that was read then; None when this program does not know it."""
        return next((t for t in self.teksten if (t.richting, t.versie) == (richting, versie)), None)


def load_toestemmingsteksten(forms_dir: Path) -> Toestemmingsteksten:
    """Return wordings and parties in order of the file; KnownError form.invalid with every mistake."""
    fouten = Fouten()
    inhoud = check_kolommen(
        read_toml(forms_dir / BESTAND, fouten) or {},
        {"tekst": list, "wettelijk": list, "partij": list},
        Plaats(BESTAND),
        fouten,
    )
    teksten = [
        _read_tekst(ruw, waar, fouten) for ruw, waar in tables_of(inhoud, "tekst", "versie", BESTAND, fouten)
    ]
    wettelijk = [
        _read_wettelijk(ruw, waar, fouten)
        for ruw, waar in tables_of(inhoud, "wettelijk", "id", BESTAND, fouten)
    ]
    partijen = [
        _read_partij(ruw, waar, fouten) for ruw, waar in tables_of(inhoud, "partij", "id", BESTAND, fouten)
    ]
    _check_whole(teksten, wettelijk, fouten)
    fouten.raise_if_any()
    return Toestemmingsteksten(tuple(teksten), tuple(wettelijk), tuple(partijen))


def _read(
    ruw: dict[str, Any], kolommen: dict[str, type | tuple[type, ...]], plaats: Plaats, fouten: Fouten
) -> dict[str, str]:
    rij = check_kolommen(ruw, kolommen, plaats, fouten)
    for kolom in kolommen.keys() - ruw.keys():
        fouten.meld(plaats, "ontbreekt", kolom)
    return {kolom: str(rij.get(kolom, "")).strip() for kolom in kolommen}


def _read_tekst(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> Toestemmingstekst:
    rij = _read(ruw, _TEKST, plaats, fouten)
    if not rij["versie"].isdecimal():
        fouten.meld(plaats, "kolom_waarde", f"versie = {rij['versie']}", "1")
    _check_richting(rij, plaats, fouten)
    _check_velden(rij, plaats, fouten)
    return Toestemmingstekst(**rij)


def _read_wettelijk(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> WettelijkDelen:
    rij = _read(ruw, _WETTELIJK, plaats, fouten)
    _check_richting(rij, plaats, fouten)
    return WettelijkDelen(**rij)


def _read_partij(ruw: dict[str, Any], plaats: Plaats, fouten: Fouten) -> Partijvoorzet:
    gegevens = ruw.get("gegevens")
    rij = _read(ruw, _PARTIJ, plaats, fouten)
    _check_richting(rij, plaats, fouten)
    return Partijvoorzet(
        id=rij["id"],
        naam=rij["naam"],
        partij=rij["partij"],
        doel=rij["doel"],
        richting=rij["richting"],
        gegevens=tuple(map(str, gegevens)) if isinstance(gegevens, list) else (),
    )


def _check_richting(rij: dict[str, str], plaats: Plaats, fouten: Fouten) -> None:
    if rij["richting"] not in CODES["richting"]:
        fouten.meld_onbekend(plaats, "code_onbekend", rij["richting"], CODES["richting"])


def _check_velden(rij: dict[str, str], plaats: Plaats, fouten: Fouten) -> None:
    try:
        per_deel = {
            d: {naam for _, naam, _, _ in Formatter().parse(rij[d]) if naam is not None} for d in DELEN
        }
    except ValueError:
        fouten.meld(plaats, "kolom_waarde", rij["tekst"])
        return
    for naam in sorted({naam for velden in per_deel.values() for naam in velden} - set(VELDEN)):
        fouten.meld_onbekend(plaats, "code_onbekend", naam, VELDEN)
    # Who, what for and which data must be said, or nobody agreed to anything (AVG 4(11)).
    mist = {"partij", "doel"} - per_deel["tekst"]
    if not per_deel["tekst"].intersection(WELKE):
        mist.add(WELKE[-1])
    for naam in sorted(mist):
        fouten.meld(plaats, "ontbreekt", f"{{{naam}}}")


def _check_whole(teksten: list[Toestemmingstekst], wettelijk: list[WettelijkDelen], fouten: Fouten) -> None:
    plaats = Plaats(BESTAND)
    for richting in CODES["richting"]:
        if not any(tekst.richting == richting for tekst in teksten):
            fouten.meld(plaats, "ontbreekt", f"richting = {richting}")
    namen = [f"{t.richting} {t.versie}" for t in teksten] + [w.id for w in wettelijk]
    for naam in sorted({naam for naam in namen if namen.count(naam) > 1}):
        fouten.meld(plaats, "dubbel", naam)
