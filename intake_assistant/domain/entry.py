"""The entry: what was recorded, by whom, about which subject, replacing what (design 2)."""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum

from intake_assistant.domain import kinds

type Json = str | int | list[Json] | dict[str, Json]
type Value = Mapping[str, Json]

FORMAAT = 1
SALT_BYTES = 16
LARGEST_INT = 2**31 - 1
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
ERASE_PREFIX = kinds.GEWIST.begin()


class Presence(StrEnum):
    """Whether the value of an entry is here (design 2, *Header and value*)."""

    PRESENT = "aanwezig"
    ERASED = "gewist"
    WITHHELD = "achtergehouden"


@dataclass(frozen=True, slots=True)
class Header:
    """What stays of an entry for ever, also when its value is erased."""

    dossier: str
    device: str
    counter: int
    vastgelegd_op: str
    author: str
    gesprek: str
    subject: str
    replaces: tuple[str, ...]
    value_hash: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A header with its id, its canonical bytes and, when present, its value."""

    id: str
    header: Header
    raw: bytes
    presence: Presence
    salt: bytes
    body: bytes

    @property
    def value(self) -> dict[str, Json] | None:
        """The value, or None when it was erased or withheld."""
        if self.presence is not Presence.PRESENT:
            return None
        value: dict[str, Json] = json.loads(self.body)
        return value


def canonical(value: Json | Mapping[str, Json]) -> bytes:
    """RFC 8785 bytes of a value that consists of strings, integers, arrays and objects only."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode("utf-8")


def clean_text(tekst: str) -> str:
    """The text in NFC, with NUL and lone surrogates replaced (they cannot be stored or sent)."""
    if "\0" in tekst or any("\ud800" <= c <= "\udfff" for c in tekst):
        tekst = "".join(REPLACEMENT if c == "\0" or "\ud800" <= c <= "\udfff" else c for c in tekst)
    return unicodedata.normalize("NFC", tekst)


def clean(value: object) -> Json:
    """A value in the stored form; raises TypeError for what has no such form (bool, float, None)."""
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _clean_int(value)
    if isinstance(value, Mapping):
        return {_clean_key(key): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    raise TypeError(f"{type(value).__name__} has no stored form")


def _clean_int(value: int) -> int:
    if abs(value) > LARGEST_INT:
        raise TypeError("integer outside 32 bits")
    return value


def _clean_key(key: object) -> str:
    if not isinstance(key, str) or not key.isascii():
        raise TypeError("keys are ASCII strings")
    return key


def value_hash(salt: bytes, body: bytes) -> str:
    """BLAKE2b-256 of the value's bytes, keyed with its salt."""
    return hashlib.blake2b(body, key=salt, digest_size=32).hexdigest()


def header_bytes(header: Header) -> bytes:
    """The canonical bytes of a header, over which its id is taken."""
    return canonical(
        {
            "author": header.author,
            "counter": header.counter,
            "device": header.device,
            "dossier": header.dossier,
            "formaat": FORMAAT,
            "gesprek": header.gesprek,
            "replaces": list(header.replaces),
            "subject": header.subject,
            "value_hash": header.value_hash,
            "vastgelegd_op": header.vastgelegd_op,
        }
    )


def entry_id(raw: bytes) -> str:
    """BLAKE2b-256 of a header's canonical bytes, in hexadecimal."""
    return hashlib.blake2b(raw, digest_size=32).hexdigest()


def make_entry(header: Header, salt: bytes, body: bytes) -> Entry:
    """The entry of a header whose value is at hand."""
    raw = header_bytes(header)
    return Entry(entry_id(raw), header, raw, Presence.PRESENT, salt, body)


def read_header(raw: bytes) -> Header:
    """The header written in canonical bytes; raises ValueError when they are no header."""
    try:
        found = json.loads(raw)
        if found.pop("formaat") != FORMAAT:
            raise ValueError("formaat")
        header = Header(**found)
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError("no header") from error
    if not _has_right_types(header):
        raise ValueError("no header")
    return replace(header, replaces=tuple(header.replaces))


def _has_right_types(header: Header) -> bool:
    """What JSON gave is not yet what the fields promise; bool is an int to Python, but not here."""
    texts = [getattr(header, f.name) for f in fields(header) if f.name not in ("counter", "replaces")]
    whole = type(header.counter) is int and 1 <= header.counter <= LARGEST_INT
    listed: object = header.replaces
    ids = listed if isinstance(listed, list) else [None]
    return whole and all(isinstance(tekst, str) for tekst in [*texts, *ids])


def is_sound(entry: Entry) -> bool:
    """Whether the id fits the header and the value fits its hash."""
    if entry.id != entry_id(entry.raw) or header_bytes(entry.header) != entry.raw:
        return False
    if entry.presence is not Presence.PRESENT:
        return True
    return value_hash(entry.salt, entry.body) == entry.header.value_hash


def erased_target(subject: str) -> str:
    """The id of the entry that an erasing entry erases, or an empty string."""
    return (kinds.GEWIST.read(subject) or ("",))[0]
