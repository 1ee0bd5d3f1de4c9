"""Lists of choices that more forms use: typed out, or codes whose names come from Babel or pycountry."""

import json
from collections.abc import Callable, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from intake_assistant.domain.formulier import Keuze
from intake_assistant.domain.letters import plain
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, flatten, read_toml, tables_of
from intake_assistant.forms.rijen import add_keuze

BESTAND = "keuzelijsten.toml"
GEDEELD = "gedeeld"
"""The source of a list that is typed out, and shared by the forms."""
_LIJST: dict[str, type | tuple[type, ...]] = {
    "naam": str, "bron": str, "codes": list, "vooraan": list, "keuze": list, "namen": dict,
}  # fmt: skip
_KEUZE: dict[str, type | tuple[type, ...]] = {"name": str, "label": str, "media.image": str}


def load_keuzelijsten(forms_dir: Path) -> dict[str, tuple[Keuze, ...]]:
    """Return the shared lists by name; KnownError form.invalid with every mistake."""
    fouten = Fouten()
    lijsten = read_keuzelijsten(forms_dir, fouten)
    fouten.raise_if_any()
    return lijsten


def read_keuzelijsten(forms_dir: Path, fouten: Fouten) -> dict[str, tuple[Keuze, ...]]:
    """Return the shared lists by name, adding mistakes to `fouten`; no file means no lists."""
    pad = forms_dir / BESTAND
    inhoud = (read_toml(pad, fouten) if pad.is_file() else None) or {}
    inhoud = check_kolommen(inhoud, {"lijst": list}, Plaats(BESTAND), fouten)
    lijsten: dict[str, tuple[Keuze, ...]] = {}
    for ruw, plaats in tables_of(inhoud, "lijst", "naam", BESTAND, fouten):
        lijst = check_kolommen(ruw, _LIJST, plaats, fouten)
        if not plaats.naam:
            fouten.meld(plaats, "ontbreekt", "naam")
        elif plaats.naam in lijsten:
            fouten.meld(plaats, "dubbel", plaats.naam)
        else:
            lijsten[plaats.naam] = tuple(_keuzes(lijst, plaats, fouten))
    return lijsten


def _keuzes(lijst: dict[str, Any], plaats: Plaats, fouten: Fouten) -> list[Keuze]:
    if "bron" in lijst:
        return _from_bron(lijst, plaats, fouten)
    keuzes: list[Keuze] = []
    for ruw, plek in tables_of(lijst, "keuze", "name", BESTAND, fouten):
        rij = check_kolommen(flatten(ruw), _KEUZE, plek, fouten)
        add_keuze(keuzes, rij, plek, fouten, GEDEELD)
    if not keuzes:
        fouten.meld(plaats, "lijst_leeg", plaats.naam)
    return keuzes


def _from_bron(lijst: dict[str, Any], plaats: Plaats, fouten: Fouten) -> list[Keuze]:
    bron = _BRONNEN.get(lijst["bron"])
    if bron is None:
        fouten.meld_onbekend(plaats, "bron", lijst["bron"], _BRONNEN)
        return []
    eigen = check_kolommen(lijst.get("namen", {}), dict.fromkeys(lijst.get("namen", {}), str), plaats, fouten)
    namen = dict(bron("nl")) | eigen
    codes = _texts("codes", lijst, plaats, fouten) if "codes" in lijst else list(namen)
    vooraan = _texts("vooraan", lijst, plaats, fouten)
    for code in (*codes, *vooraan, *eigen):
        if code not in namen or code not in codes:
            fouten.meld_onbekend(plaats, "code_zonder_naam", code, namen)
    for code in {code for code in codes if codes.count(code) > 1}:
        fouten.meld(plaats, "dubbel", code)
    if "codes" not in lijst:
        codes = sorted(codes, key=lambda code: plain(namen[code]))
    volgorde = dict.fromkeys([*vooraan, *codes])
    return [Keuze(code, namen[code], bron=lijst["bron"]) for code in volgorde if code in namen]


def is_from_cldr(keuze: Keuze) -> bool:
    """Whether its list takes its names from CLDR."""
    return keuze.bron in _BRONNEN


def naam_in(keuze: Keuze, babel: str) -> str:
    """What CLDR calls a language or country in a language; empty without a name, or without a source."""
    bron = _BRONNEN.get(keuze.bron)
    return bron(babel).get(keuze.naam, "") if bron else ""


def _texts(kolom: str, lijst: dict[str, Any], plaats: Plaats, fouten: Fouten) -> list[str]:
    """The texts of a column that holds a list; anything else in it is a mistake."""
    gevonden = lijst.get(kolom, [])
    for item in (item for item in gevonden if not isinstance(item, str)):
        fouten.meld(plaats, "kolom_type", f"{kolom} = {item!r}")
    return [item for item in gevonden if isinstance(item, str)]


@cache
def _talen(babel: str) -> Mapping[str, str]:
    from babel import Locale  # late: 60 ms that a start without forms need not wait for

    return {code.replace("_", "-"): naam for code, naam in Locale.parse(babel).languages.items()}


@cache
def _landen(babel: str) -> Mapping[str, str]:
    from babel import Locale  # late, as above

    namen = Locale.parse(babel).territories
    # Only Dutch lists what CLDR does not name: elsewhere it is left to the translator.
    anders = {land["alpha_3"]: land["name"] for land in _iso_3166()} if babel == "nl" else {}
    return anders | {
        land["alpha_3"]: namen[land["alpha_2"]] for land in _iso_3166() if land["alpha_2"] in namen
    }


@cache
def _iso_3166() -> list[dict[str, str]]:
    # Only pycountry's data: importing the package costs 50 ms, for importlib.metadata.
    pakket = find_spec("pycountry")
    if pakket is None or pakket.origin is None:
        raise ModuleNotFoundError("pycountry")
    inhoud = (Path(pakket.origin).parent / "databases" / "iso3166-1.json").read_bytes()
    landen: list[dict[str, str]] = json.loads(inhoud)["3166-1"]
    return landen


_BRONNEN: dict[str, Callable[[str], Mapping[str, str]]] = {"babel:talen": _talen, "pycountry:landen": _landen}
