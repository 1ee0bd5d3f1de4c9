"""An entry in the columns of its row: what it says, and whether it is what its id was taken of."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import NamedTuple

from intake_assistant.domain.dossier import presence_of
from intake_assistant.domain.entry import (
    Header,
    Presence,
    entry_digest,
    moment_text,
    quoted,
    value_digest,
    written_header,
)
from intake_assistant.domain.kinds import ERASING, erased_target, is_erasable
from intake_assistant.domain.opvolging import ID_BYTES, Opvolging, ids_in


class Stored(NamedTuple):
    """An entry in the columns of its row; what is derived of it left out."""

    dossier: int
    counter: int
    id: bytes
    is_erased: int
    op: int
    device: int
    author: int
    gesprek: str
    subject: str
    replaces: bytes | None
    value_hash: bytes
    salt: bytes | None
    body: bytes | None

    @property
    def presence(self) -> Presence:
        """Whether its value is here."""
        return presence_of(
            is_erased=bool(self.is_erased), is_here=self.body is not None, is_lost=self.salt is not None
        )


def header_of(row: Stored, dossier: str, known: Mapping[int, str]) -> Header:
    """The header of a row; KeyError when a number has no name, ValueError when it is none."""
    return Header(
        dossier=dossier,
        device=known[row.device],
        counter=row.counter,
        vastgelegd_op=moment_text(row.op),
        author=known[row.author],
        gesprek=row.gesprek,
        subject=row.subject,
        replaces=tuple(id.hex() for id in ids_in(row.replaces)),
        value_hash=row.value_hash.hex(),
    )


def step_in(row: Stored) -> Opvolging:
    """What decides the place of an entry in its subject."""
    return Opvolging(row.counter, row.id, row.subject, row.replaces)


def id_maker(dossier: str, known: Mapping[int, str]) -> Callable[[Stored], bytes]:
    """Makes the id of rows of a dossier from their columns; KeyError and ValueError as `header_of`."""
    whose, called = quoted(dossier), {nr: quoted(naam) for nr, naam in known.items()}

    def made(row: Stored) -> bytes:
        # What is no text of somebody has nothing in it to escape.
        raw = written_header(
            author=called[row.author],
            counter=row.counter,
            device=called[row.device],
            dossier=whose,
            gesprek=quoted(row.gesprek),
            replaces=_quoted_ids(row.replaces) if row.replaces else "",
            subject=quoted(row.subject),
            hash=f'"{row.value_hash.hex()}"',
            moment=f'"{moment_text(row.op)}"',
        )
        return entry_digest(raw)

    return made


def _quoted_ids(joined: bytes) -> str:
    ids = joined.hex(",", -ID_BYTES).replace(",", '","')
    return f'"{ids}"'


def unsound_among(dossier: str, rows: Iterable[Stored], known: Mapping[int, str]) -> list[str]:
    """The ids of the rows of a dossier that cannot be read or do not fit their id."""
    made = id_maker(dossier, known)
    return sorted(row.id.hex() for row in rows if not _is_sound(row, made))


def _is_sound(row: Stored, made: Callable[[Stored], bytes]) -> bool:
    try:
        if made(row) != row.id:
            return False
        return row.body is None or value_digest(row.salt or b"", row.body) == row.value_hash
    except (ValueError, KeyError):
        return False


def erased_targets(rows: Collection[Stored]) -> set[bytes]:
    """The ids of the entries that the erasing ones among the rows of a dossier erase.

    Whoever sent it: no program erases what is to stand, so who asks that means harm.
    """
    erasing = (row.subject for row in rows if row.subject.startswith(ERASING))
    found = {bytes.fromhex(target) for target in map(erased_target, erasing) if target}
    return found and found - {row.id for row in rows if row.id in found and not is_erasable(row.subject)}
