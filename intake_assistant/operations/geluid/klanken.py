"""Which sounds there are: `audio/<language>/<name>.ogg` or `.wav`, beside the forms or beside the vault."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from hashlib import sha256
from pathlib import Path
from typing import Final

from intake_assistant.errors import KnownError
from intake_assistant.operations.words.gedeeld import Spreektekst, TeHoren
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import read_bytes

MAP: Final = "audio"
SOORTEN: Final = (".ogg", ".wav")
TEMPO: Final = 22_050
"""Samples a second: enough for a voice."""
BREEDTE: Final = 2
"""Bytes of a sample."""
LANGST: Final = 90
"""Seconds: longer is no text of ours, but a conversation."""
_FEITEN_MEEST: Final = 10_000


@dataclass(frozen=True, slots=True)
class Opname:
    """Who spoke a text in, in which capacity and when; and of which words, by their hash."""

    naam: str
    hoedanigheid: str
    datum: str
    nederlands: str
    vertaling: str
    """The hash of what stood on the screen in the language; empty where it had no text."""


@dataclass(frozen=True, slots=True)
class Klank:
    """A sound that is there; one that came without a file beside it has no `opname`."""

    file: Path
    opname: Opname | None = None

    def is_old(self, tekst: Spreektekst, vertaling: str = "") -> bool:
        """Whether the words have changed since: then it says something else than what is in sight."""
        gezegd = self.opname
        if gezegd is None:
            return False
        is_same = gezegd.nederlands == hash_of(tekst.nl)
        return not is_same or bool(vertaling and gezegd.vertaling and gezegd.vertaling != hash_of(vertaling))


def hash_of(tekst: str) -> str:
    """By what it is known that words are the same; empty without words."""
    return sha256(tekst.encode()).hexdigest() if tekst else ""


def klanknaam(plek: str) -> str:
    """The name of the file of a text, which is its place: of a question the name of that question."""
    return plek.removesuffix("/label").replace("/", ".")


def klankmappen(work: Workspace) -> tuple[Path, Path]:
    """What was given with the forms, and what was spoken in here: beside the vault, never in it."""
    return work.data.folder.parent / MAP, eigen_map(work)


def eigen_map(work: Workspace) -> Path:
    """Where what is spoken in here is kept: of the municipality, so that it can be copied for all."""
    return work.vault.path.parent / MAP


class Klanken:
    """The sounds in some folders; what was spoken in here goes before what was given along."""

    def __init__(self, mappen: Iterable[Path] = ()) -> None:
        self._mappen = tuple(mappen)
        self._known: dict[str, dict[str, Klank]] = {}

    def forget(self) -> None:
        """Look anew: something was spoken in."""
        self._known.clear()

    def klank(self, taal: str, plek: str) -> Klank | None:
        """The sound of a text in a language."""
        if taal not in self._known:
            self._known[taal] = self._read(taal)
        return self._known[taal].get(klanknaam(plek))

    def files(self, taal: str, te_horen: Iterable[TeHoren]) -> tuple[Path, ...]:
        """What there is of these, in their order; none that says something else than is in sight."""
        found = ((self.klank(een.taal or taal, een.tekst.plek), een) for een in te_horen)
        return tuple(klank.file for klank, een in found if klank and not klank.is_old(een.tekst, een.woorden))

    def _read(self, taal: str) -> dict[str, Klank]:
        found: dict[str, Klank] = {}
        for folder in self._mappen:
            for soort in SOORTEN:
                for file in _files(folder / taal, soort):
                    found[file.stem] = Klank(file, read_opname(file.with_suffix(".toml")))
        return found


def _files(folder: Path, soort: str) -> list[Path]:
    try:
        return sorted(file for file in folder.iterdir() if file.suffix == soort and file.is_file())
    except OSError:
        # No such folder, or one that may not be looked into: then there is nothing to hear.
        return []


def read_opname(file: Path) -> Opname | None:
    """Who spoke it in; None when nothing, or nothing that can be read, says so."""
    import tomllib  # late: most sounds that come with the forms have no such file, and most vaults no sounds

    try:
        found = tomllib.loads(read_bytes(file, _FEITEN_MEEST).decode())
        return Opname(**{deel.name: str(found[deel.name]) for deel in fields(Opname)})
    except (KnownError, OSError, ValueError, KeyError):
        return None
