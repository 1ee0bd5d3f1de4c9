"""Mistakes in form files, collected so that all are told at once."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from tomllib import TOMLDecodeError, loads
from typing import Any

from intake_assistant.errors import KnownError


@dataclass(frozen=True, order=True)
class Plaats:
    """Where something stands: file, table, row in that table (from 1, 0 for none), name of the row."""

    bestand: str
    tabel: str = ""
    rij: int = 0
    naam: str = ""


@dataclass(frozen=True, order=True)
class Fout:
    """One mistake: where, which rule, what was found, what was probably meant."""

    plaats: Plaats
    regel: str
    gevonden: str = ""
    bedoeld: str = ""


class Fouten:
    """The mistakes found so far."""

    def __init__(self) -> None:
        self.lijst: list[Fout] = []

    def meld(self, plaats: Plaats, regel: str, gevonden: object = "", bedoeld: str = "") -> None:
        """Add one mistake."""
        self.lijst.append(Fout(plaats, regel, str(gevonden), bedoeld))

    def meld_onbekend(self, plaats: Plaats, regel: str, gevonden: str, mogelijk: Iterable[str]) -> None:
        """Add a mistake about a name that does not exist, with the nearest one that does."""
        self.meld(plaats, regel, gevonden, nearest(gevonden, mogelijk))

    def raise_if_any(self) -> None:
        """Raise KnownError form.invalid with every mistake, in order of file and row."""
        if self.lijst:
            raise KnownError("form.invalid", aantal=len(self.lijst), fouten=sorted(set(self.lijst)))


def nearest(gevonden: str, mogelijk: Iterable[str]) -> str:
    """Return the possible name most like the one found, or an empty string."""
    namen = list(mogelijk)
    dichtbij = get_close_matches(gevonden, namen, n=1)
    if dichtbij:
        return dichtbij[0]
    # A name that lacks its startpositie is the commonest slip.
    return next((naam for naam in namen if naam.endswith("." + gevonden)), "")


def read_toml(pad: Path, fouten: Fouten) -> dict[str, Any] | None:
    """Return the content of a TOML file, None (and a mistake) when it is no TOML or UTF-8."""
    try:
        return loads(pad.read_bytes().decode("utf-8"))
    except TOMLDecodeError as fout:
        fouten.meld(Plaats(pad.name), "toml", fout)
    except UnicodeDecodeError as fout:
        fouten.meld(Plaats(pad.name), "utf8", fout.start)
    except FileNotFoundError:
        fouten.meld(Plaats(pad.name), "bestand_ontbreekt", pad.name)
    return None


def flatten(tabel: dict[str, Any], voor: str = "") -> dict[str, Any]:
    """Return a table with its inner tables as dotted keys: `pip.deel`."""
    plat: dict[str, Any] = {}
    for sleutel, waarde in tabel.items():
        if isinstance(waarde, dict):
            plat |= flatten(waarde, f"{voor}{sleutel}.")
        else:
            plat[voor + sleutel] = waarde
    return plat


def check_kolommen(
    rij: dict[str, Any], kolommen: dict[str, type | tuple[type, ...]], plaats: Plaats, fouten: Fouten
) -> dict[str, Any]:
    """Return the known columns of a row that have the right type; the others are mistakes."""
    goed: dict[str, Any] = {}
    for kolom, waarde in rij.items():
        soort = kolommen.get(kolom)
        if soort is None:
            fouten.meld_onbekend(plaats, "kolom", kolom, kolommen)
        elif not isinstance(waarde, soort) or (isinstance(waarde, bool) and soort is not bool):
            fouten.meld(plaats, "kolom_type", f"{kolom} = {waarde!r}")
        else:
            goed[kolom] = waarde
    return goed
