"""Mistakes in form files, collected so that all are told at once."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from tomllib import TOMLDecodeError
from typing import Any

from intake_assistant import toml_lines
from intake_assistant.errors import KnownError
from intake_assistant.safefile import read_bytes
from intake_assistant.texts import text

MOST_BYTES = 5_000_000
"""Of one file of forms; the biggest of ours has 40 kB."""


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


class Foutenlijst(tuple[Fout, ...]):
    """All mistakes; as text one Dutch line each."""

    def __str__(self) -> str:
        return "\n".join(describe_fout(fout) for fout in self)


def describe_fout(fout: Fout) -> str:
    """Return one mistake in Dutch: where, what was found, what to do."""
    plaats = fout.plaats
    rij = text("formulier.rij", rij=plaats.rij) if plaats.rij else ""
    waar = ", ".join(deel for deel in (plaats.bestand, plaats.tabel, rij, plaats.naam) if deel)
    wat = text(f"formulier.fout.{fout.regel}", gevonden=fout.gevonden)
    remedie = text("formulier.bedoelt_u", bedoeld=fout.bedoeld) if fout.bedoeld else ""
    return f"{waar}: {wat} {remedie}".strip()


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
            fouten = Foutenlijst(sorted(set(self.lijst)))
            raise KnownError("form.invalid", aantal=len(fouten), fouten=fouten)


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
        return toml_lines.read_toml(read_bytes(pad, MOST_BYTES).decode("utf-8"))
    except toml_lines.TomlExcess:
        fouten.meld(Plaats(pad.name), "buitensporig")
    except TOMLDecodeError as fout:
        fouten.meld(Plaats(pad.name), "toml", fout)
    except UnicodeDecodeError as fout:
        fouten.meld(Plaats(pad.name), "utf8", fout.start)
    except FileNotFoundError:
        fouten.meld(Plaats(pad.name), "bestand_ontbreekt", pad.name)
    except OSError as fout:
        fouten.meld(Plaats(pad.name), "bestand_onleesbaar", fout.strerror or "")
    return None


def read_all(folder: Path) -> list[bytes]:
    """What stands in every file of a folder of forms, in order of their names; KnownError form.invalid."""
    fouten, inhoud = Fouten(), list[bytes]()
    for pad in sorted(folder.rglob("*.toml")):
        try:
            inhoud.append(read_bytes(pad, MOST_BYTES))
        except OSError as fout:
            fouten.meld(Plaats(pad.name), "bestand_onleesbaar", fout.strerror or "")
    fouten.raise_if_any()
    return inhoud


def tables_of(
    inhoud: dict[str, Any], sleutel: str, naam: str, bestand: str, fouten: Fouten
) -> Iterator[tuple[dict[str, Any], Plaats]]:
    """Yield each table of an array of tables with its place; `naam` is the column that names a row."""
    for nummer, ruw in enumerate(inhoud.get(sleutel, []), start=1):
        if isinstance(ruw, dict):
            yield ruw, Plaats(bestand, sleutel, nummer, str(ruw.get(naam, "")))
        else:
            fouten.meld(Plaats(bestand, sleutel, nummer), "kolom_type", f"{ruw!r}")


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
        elif not _is_a(waarde, soort):
            fouten.meld(plaats, "kolom_type", f"{kolom} = {waarde!r}")
        else:
            goed[kolom] = waarde
    return goed


def _is_a(waarde: object, soort: type | tuple[type, ...]) -> bool:
    # Python calls a truth a number and a moment a day, and compares neither with the other.
    if isinstance(waarde, bool | datetime.datetime):
        return type(waarde) is soort
    return isinstance(waarde, soort)


def check_leeg(rij: dict[str, Any], plaats: Plaats, fouten: Fouten) -> None:
    """Report columns that hold an empty text: Excel cannot tell them from columns that are not there."""
    for kolom, waarde in rij.items():
        if waarde == "":
            fouten.meld(plaats, "leeg", kolom)


def check_lijst(
    kolom: str, rij: dict[str, Any], mogelijk: tuple[str, ...], plaats: Plaats, fouten: Fouten
) -> tuple[str, ...]:
    """Return a column that holds a list of codes, reporting the codes that do not exist."""
    gevonden = tuple(str(code) for code in rij.get(kolom, ()))
    for code in gevonden:
        if code not in mogelijk:
            fouten.meld_onbekend(plaats, "code_onbekend", code, mogelijk)
    return gevonden
