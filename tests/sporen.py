"""Looks for what was said of somebody everywhere but in the documents that were asked for.

After a story: the vault, the home of the user with its settings and recent lists, the temporary files, crash
reports and print queues, and what other programs see of this process. Whatever a user of the computer can
read without the passphrase counts.
"""

from __future__ import annotations

import base64
import json
import os
import re
import stat
import tempfile
import time
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

# Of everybody in the tests of the window, the command line and the documents; no word of the program itself.
WOORDEN = (
    "Tesfay", "Selam", "Al-Khatib", "Rania", "Haddad", "Mansouri", "Ferreira", "Luciana", "Berhane", "Yusuf",
    "Abdirahman", "Anneke van den Berg", "999990019", "999993653", "111222333", "1234567890", "9876543210",
    "naaister", "atelier", "Paramaribo", "Asmara", "Aleppo", "Mekelle", "paniekaanval", "nachtmerrie",
    "mishandel", "blijf-van-mijn-lijf", "huisarts Jansen", "hoofdpijn", "rugklachten", "diabetes",
    "zwanger", "miskraam", "mijn zus", "mijn broer", "ex-man", "schuldhulp", "deurwaarder", "wil liever niet",
    "ik slaap slecht", "sliep slecht", "van een hand", "moe door", "in de put", "alleen voelt",
    "oom in Zwolle",
    "Zorggroep Rivierdal", "T. Abraha", "S. Haile", "Tigrinya-tolk", "0612345678", "0687654321",
    "@voorbeeld.example", "Dorpsstraat 12", "9934 AB", "9717 XB", "ናይ ኢድ", "سلمى", "Kifle", "Wolde-Mariam",
)  # fmt: skip
WACHTZINNEN = ("een lange wachtzin", "paard batterij")
"""Of the tests; one may stand in the environment, when somebody chose to give it so."""
KORTST = 6
"""Letters; a word of fewer stands by chance in what is encrypted, of which a run searches a gigabyte."""
ASKED_FOR = (".pdf", ".docx", ".png", ".svg")
"""Documents that a story wrote where it was told to; everything else is searched."""
_PLACES = ("/var/crash", "/var/spool/cups", "/var/tmp", "/dev/shm")
_OF_ALL_TESTS = "intake-test."
"""How the folder is named in which installer/test.sh has all tests write: each searches its own part."""
# Four letters or more with one or three zeros between, from the first zero on, which is found soonest; what
# is encrypted holds hardly any.
_WIDE = re.compile(rb"\0(?:[^\0]\0{1,3}){3,}[^\0]?")
_IS_LETTER = bytes(chr(byte).isascii() and chr(byte).isprintable() for byte in range(256))
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]{12,}={0,2}")
_SEARCHED: dict[tuple[bytes, _Needles], list[str]] = {}
"""What was found in a content, by its hash."""


def words_of_case(source: str) -> list[str]:
    """What a case says of its person: names, numbers, sentences; not the codes of lists."""
    found = set(_strings(tomllib.loads(source)))
    return sorted(word for word in found if len(word) >= KORTST and (" " in word or word != word.lower()))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inside in value.values():
            yield from _strings(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _strings(inside)


def traces(
    places: Iterable[Path], woorden: Sequence[str] = WOORDEN + WACHTZINNEN, *, since: float = 0.0
) -> list[str]:
    """Each place where a word stands, in whatever encoding; only in files written `since` then."""
    needles = _needles(tuple(woorden))
    found = []
    for place, file in _files(places, since):
        named = os.fsencode(file.relative_to(place))
        found += [f"{file}: {woord}" for woord in _in_bytes(named, needles)]
        if file.suffix not in ASKED_FOR:
            found += [f"{file}: {woord}" for woord in _in_bytes(_read(file), needles)]
    return found


def traces_of_process(woorden: Sequence[str] = WOORDEN) -> list[str]:
    """What another program of this user can read of this process: its arguments and its environment."""
    needles = _needles(tuple(woorden))
    seen = {
        "os.environ": b"\n".join(os.fsencode(f"{naam}={waarde}") for naam, waarde in os.environ.items()),
        **{name: _read(Path("/proc/self") / name) for name in ("environ", "cmdline", "comm")},
    }
    return [f"{name}: {woord}" for name, content in seen.items() for woord in _in_bytes(content, needles)]


@contextmanager
def no_traces(folder: Path, pattern: str = "") -> Iterator[None]:
    """Run a story; then nothing of anybody may lie in a folder of it (or in what fits the pattern there)."""
    begun = time.time() - 1
    yield
    own = sorted(folder.rglob(pattern)) if pattern else [folder]
    found = traces(places_of_user(*own), since=begun) + traces(places_of_computer(), since=begun)
    found += traces_of_process()
    if found:
        raise AssertionError("\n".join(["somebody can be read of:", *found]))


def places_of_user(*more: Path) -> list[Path]:
    """Home, temporary files, and where a computer keeps crashes, print jobs and what programs share."""
    home = Path(os.environ["HOME"])
    return [home, Path(tempfile.gettempdir()), *more]


def places_of_computer() -> list[Path]:
    """Crash reports, print queues and shared memory; of others too, so only what is new there counts."""
    return [Path(place) for place in _PLACES if Path(place).is_dir()]


@dataclass(frozen=True, eq=False)
class _Needles:
    """The spellings of words, each with its word: in any case, of other letters, in UTF-16, and too short."""

    small: tuple[tuple[bytes, str], ...]
    foreign: tuple[tuple[bytes, str], ...]
    wide: tuple[tuple[bytes, str], ...]
    short: tuple[bytes, ...]
    by_itself: re.Pattern[bytes]


@cache
def _needles(woorden: tuple[str, ...]) -> _Needles:
    few = [woord for woord in woorden if woord.isascii() and len(woord) < KORTST]
    small = {needle: woord for woord in woorden if woord not in few for needle in _spellings(woord)}
    # Of Latin letters UTF-16 is those letters with zeros between, which are looked for without.
    foreign = [woord for woord in small.values() if not woord.isascii()]
    wide = {woord.encode(order): woord for order in ("utf-16-le", "utf-16-be") for woord in foreign}
    # As people write them.
    short = tuple(form.encode() for word in few for form in (word, word.lower(), word.upper()))
    return _Needles(
        tuple((needle, woord) for needle, woord in small.items() if needle.isascii()),
        tuple((needle, woord) for needle, woord in small.items() if not needle.isascii()),
        tuple(wide.items()),
        short,
        _by_itself(short),
    )


def _by_itself(short: Sequence[bytes]) -> re.Pattern[bytes]:
    # In a text: any case and any neighbour are found in bytes that say nothing.
    return re.compile(rb"(?<![\x80-\xff])(?:" + b"|".join(short) + rb")(?![\x80-\xff])")


def _spellings(woord: str) -> set[bytes]:
    """As text, as JSON without accents, and as the name of a file in an address; small letters."""
    escaped = json.dumps(woord)[1:-1]
    percent = "".join(
        c if c.isascii() and c != " " else "".join(f"%{b:02x}" for b in c.encode()) for c in woord
    )
    return {spelling.lower().encode() for spelling in (woord, escaped, percent)}


def _in_bytes(content: bytes, needles: _Needles) -> list[str]:
    # What stood there after the story before, as a copied file or the environment, was searched then.
    key = sha256(content).digest(), needles
    if key not in _SEARCHED:
        _SEARCHED[key] = _search(content, needles)
    return _SEARCHED[key]


def _search(content: bytes, needles: _Needles) -> list[str]:
    # Searched as one: no word holds an end of a line.
    letters = b"\n".join(_letters(content))
    inside = b"\n".join(_unpacked(letters))
    inside = b"\n".join([inside, *_narrowed(content), *_narrowed(inside)])
    letters = b"\n".join([letters, *_letters(inside)]).lower()
    seen = b"\n".join([content, inside])
    found = {woord for needle, woord in needles.small if needle in letters}
    if any(word in seen for word in needles.short):
        found |= {word.decode().title() for word in needles.by_itself.findall(seen)}
    seen = seen.lower()
    found |= {woord for needle, woord in needles.foreign if needle in seen}
    return sorted(found | {woord for needle, woord in needles.wide if needle in content})


def _letters(content: bytes) -> Iterator[bytes]:
    # What is encrypted holds little that is long enough, so that each word is looked for in that little.
    kinds, run = content.translate(_IS_LETTER), bytes([True]) * KORTST
    begin = kinds.find(run)
    while begin >= 0:
        end = kinds.find(False, begin)
        end = len(kinds) if end < 0 else end
        yield content[begin:end]
        begin = kinds.find(run, end)


def _unpacked(letters: bytes) -> Iterator[bytes]:
    for run in _BASE64.findall(letters):
        if len(run) < 4096 and not run.isdigit():
            whole = run.rstrip(b"=").translate(bytes.maketrans(b"-_", b"+/"))
            for start in range(4):
                part = whole[start:]
                yield base64.b64decode(part[: len(part) // 4 * 4])


def _narrowed(content: bytes) -> Iterator[bytes]:
    # UTF-16 and UTF-32 of Latin letters are these letters with zeros between.
    for run in _WIDE.finditer(content):
        first = content[max(0, run.start() - 3) : run.start()].rstrip(b"\0")[-1:]
        yield first + run[0].replace(b"\0", b"")


def _files(places: Iterable[Path], since: float) -> list[tuple[Path, Path]]:
    found: dict[Path, Path] = {}
    for place in places:
        for folder, inside, names in os.walk(place):
            inside[:] = (name for name in inside if not name.startswith(_OF_ALL_TESTS))
            for path in (os.path.join(folder, name) for name in names):  # of thousands
                if is_new(path, since):
                    found.setdefault(Path(path), place)
    return [(place, path) for path, place in found.items()]


def is_new(path: Path | str, since: float) -> bool:
    """Whether a file was written since then, and is still there: others come and go in the same places."""
    try:
        about = os.lstat(path)
    except (FileNotFoundError, PermissionError):
        return False  # gone in the meantime, or nobody's to look at
    return stat.S_ISREG(about.st_mode) and about.st_mtime >= since


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except (FileNotFoundError, PermissionError):
        return b""  # gone in the meantime, or nobody's to read
