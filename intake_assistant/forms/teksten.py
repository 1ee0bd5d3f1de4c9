"""Reads the fixed legal texts; every mistake in all files is told at once."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from string import Formatter

from intake_assistant.domain.pip import TEKSTVELDEN, Tekst, Teksten
from intake_assistant.errors import KnownError

_TYPES: Mapping[str, type] = {
    "id": str,
    "geldig_van": date,
    "geldig_tot": date,
    "kop": str,
    "tekst": str,
    "clausule": str,
    "nagekeken": str,
}
_REQUIRED = ("id", "geldig_van", "nagekeken")
_FIELD = re.compile(r"[a-z_]+")


def load_teksten(folder: Path) -> Teksten:
    """Return all texts and words of a folder; raises KnownError form.invalid with every mistake."""
    teksten: dict[str, list[Tekst]] = {}
    woorden: dict[str, dict[str, str]] = {}
    fouten: list[str] = []
    for path in sorted(folder.glob("*.toml")):
        found, lists = _load_file(path, fouten)
        for tekst in found:
            teksten.setdefault(tekst.id, []).append(tekst)
        for name, lijst in lists.items():
            woorden.setdefault(name, {}).update(lijst)
    fouten.extend(_double(teksten))
    if fouten:
        raise KnownError("form.invalid", fouten="\n".join(fouten))
    newest_first = {key: tuple(sorted(rows, key=lambda t: t.geldig_van, reverse=True)) for key, rows in teksten.items()}
    return Teksten(newest_first, woorden)


def _load_file(path: Path, fouten: list[str]) -> tuple[list[Tekst], dict[str, dict[str, str]]]:
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        fouten.append(f"{path.name}: geen geldige TOML ({error})")
        return [], {}
    fouten.extend(f"{path.name}: onbekende tabel [{key}]" for key in data.keys() - {"tekst", "woorden"})
    rows = data.get("tekst", [])
    mistakes = [list(_mistakes(row, f"{path.name}, tekst {number}")) for number, row in enumerate(rows, 1)]
    fouten.extend(text for row in mistakes for text in row)
    woorden = data.get("woorden", {})
    fouten.extend(_word_mistakes(woorden, path.name))
    good = [Tekst(**row) for row, wrong in zip(rows, mistakes, strict=True) if not wrong]
    return good, woorden


def _mistakes(row: Mapping[str, object], where: str) -> Iterator[str]:
    where = f"{where} ({row.get('id', 'zonder id')})"
    for key in row.keys() - _TYPES.keys():
        yield f"{where}: onbekende sleutel '{key}'; bekend zijn {', '.join(_TYPES)}"
    for key in _REQUIRED:
        if key not in row:
            yield f"{where}: '{key}' ontbreekt"
    for key in _TYPES.keys() & row.keys():
        if not isinstance(row[key], _TYPES[key]):
            yield f"{where}: '{key}' moet {'een datum' if _TYPES[key] is date else 'tekst'} zijn"
    for key in ("kop", "tekst", "clausule"):
        yield from (f"{where}: {mistake}" for mistake in _field_mistakes(str(row.get(key, ""))))


def _field_mistakes(text: str) -> Iterator[str]:
    try:
        fields = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError as error:
        yield f"accolades kloppen niet ({error})"
        return
    for name in fields:
        # Only plain names: str.format would also follow attributes of the values.
        if not _FIELD.fullmatch(name) or name not in TEKSTVELDEN:
            yield f"onbekend veld {{{name}}}"


def _word_mistakes(woorden: object, where: str) -> Iterator[str]:
    if not isinstance(woorden, dict):
        yield f"{where}: [woorden] moet uit lijsten bestaan"
        return
    for name, lijst in woorden.items():
        if not isinstance(lijst, dict) or not all(isinstance(word, str) for word in lijst.values()):
            yield f"{where}: [woorden.{name}] moet bij elke code tekst hebben"
            continue
        for code, word in lijst.items():
            yield from (f"{where}, [woorden.{name}] {code}: {mistake}" for mistake in _field_mistakes(word))


def _double(teksten: Mapping[str, list[Tekst]]) -> Iterator[str]:
    for key, rows in teksten.items():
        if len({row.geldig_van for row in rows}) < len(rows):
            yield f"tekst {key}: twee keer dezelfde 'geldig_van'"
