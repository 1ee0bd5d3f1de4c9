"""The entry: what was recorded, by whom, about which subject, replacing what (design 2)."""

from __future__ import annotations

import datetime
import hashlib
import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

type Json = str | int | list[Json] | dict[str, Json]
type Value = Mapping[str, Json]

FORMAAT = 1
SALT_BYTES = 16
LARGEST_INT = 2**31 - 1
REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
quoted = json.encoder.encode_basestring
"""A text as it stands in canonical bytes."""
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)
_HASH = re.compile(r"[0-9a-f]{64}")
_DOSSIER = re.compile(r"[0-9a-f]{32}")
_TEXT = rb'"([^"\\\x00-\x1f]*)"'
_MOMENT = rb'"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z)"'
_PLAIN = re.compile(
    rb'\{"author":' + _TEXT + rb',"counter":([1-9][0-9]{0,8}),"device":' + _TEXT
    + rb',"dossier":"([0-9a-f]{32})","formaat":1,"gesprek":' + _TEXT
    + rb',"replaces":\[((?:"[0-9a-f]{64}"(?:,"[0-9a-f]{64}")*)?)\],"subject":' + _TEXT
    + rb',"value_hash":"([0-9a-f]{64})","vastgelegd_op":' + _MOMENT + rb"\}"
)  # fmt: skip
"""A header in whose texts nothing is escaped: what it holds stands in it as it is, and only its moment can
still be none."""
_MEMBER = rb'"[A-Za-z0-9_]+":(?:"[^"\\\x00-\x1f]*"|0|-?[1-9][0-9]{0,8})'
_FLAT = re.compile(rb"\{" + _MEMBER + rb"(?:," + _MEMBER + rb")*\}")
"""A value of short numbers and of texts in which nothing is escaped, whatever the order of its keys."""
_KEY = re.compile(rb'[{,]"([A-Za-z0-9_]+)":')
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_MILLISECOND = datetime.timedelta(milliseconds=1)
_DAY, _MINUTE = 86_400_000, 60_000


class Presence(StrEnum):
    """Whether the value of an entry is here (design 2, *Header and value*)."""

    PRESENT = "aanwezig"
    ERASED = "gewist"
    WITHHELD = "achtergehouden"
    LOST = "kwijt"
    """There was one and nobody has it here any more: a rescue found the header alone."""


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
    """A header with its id and, when present, its value."""

    id: str
    header: Header
    presence: Presence
    salt: bytes
    body: bytes

    @property
    def raw(self) -> bytes:
        """The canonical bytes of the header."""
        return header_bytes(self.header)

    @property
    def value(self) -> dict[str, Json] | None:
        """The value, or None when it was erased or withheld."""
        if self.presence is not Presence.PRESENT:
            return None
        value: dict[str, Json] = json.loads(self.body)
        return value


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A dossier that was erased: its random id, the day, and the code of the ground; nothing of a person."""

    dossier: str
    op: str
    grond: str


_TEXTS = tuple(f.name for f in fields(Header) if f.name not in ("counter", "replaces"))


def canonical(value: Json | Mapping[str, Json]) -> bytes:
    """RFC 8785 bytes of a value that consists of strings, integers, arrays and objects only."""
    return _ENCODER.encode(value).encode("utf-8")


def clean_text(tekst: str) -> str:
    """The text in NFC, with NUL and lone surrogates replaced (they cannot be stored or sent)."""
    return unicodedata.normalize("NFC", _UNWRITABLE.sub(REPLACEMENT, tekst))


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
    """BLAKE2b-256 of the value's bytes, keyed with its salt; in hexadecimal."""
    return value_digest(salt, body).hex()


def value_digest(salt: bytes, body: bytes) -> bytes:
    """The same in bytes."""
    return hashlib.blake2b(body, key=salt, digest_size=32).digest()


def header_bytes(header: Header) -> bytes:
    """The canonical bytes of a header, over which its id is taken."""
    h = header
    return written_header(
        author=quoted(h.author),
        counter=h.counter,
        device=quoted(h.device),
        dossier=quoted(h.dossier),
        gesprek=quoted(h.gesprek),
        replaces=",".join(map(quoted, h.replaces)),
        subject=quoted(h.subject),
        hash=quoted(h.value_hash),
        moment=quoted(h.vastgelegd_op),
    )


def written_header(
    *,
    author: str,
    counter: int,
    device: str,
    dossier: str,
    gesprek: str,
    replaces: str,
    subject: str,
    hash: str,
    moment: str,
) -> bytes:
    """The canonical bytes of a header, of which each text is `quoted`; commas stand between the ids."""
    # Written out, as `canonical` would: a check makes these bytes of every entry there is.
    return (
        f'{{"author":{author},"counter":{counter},"device":{device},"dossier":{dossier},"formaat":{FORMAAT},'
        f'"gesprek":{gesprek},"replaces":[{replaces}],"subject":{subject},"value_hash":{hash},'
        f'"vastgelegd_op":{moment}}}'
    ).encode()


def entry_id(raw: bytes) -> str:
    """BLAKE2b-256 of a header's canonical bytes, in hexadecimal."""
    return entry_digest(raw).hex()


def entry_digest(raw: bytes) -> bytes:
    """The same in bytes."""
    return hashlib.blake2b(raw, digest_size=32).digest()


def make_entry(header: Header, salt: bytes, body: bytes) -> Entry:
    """The entry of a header whose value is at hand."""
    return Entry(entry_id(header_bytes(header)), header, Presence.PRESENT, salt, body)


def read_header(raw: bytes) -> Header:
    """The header written in canonical bytes; raises ValueError when they are no header."""
    plain = _PLAIN.fullmatch(raw)
    if plain:
        header = _header_in(plain)
        refuse_no_moment(header.vastgelegd_op)
    else:
        header = _read_any_header(raw)
        refuse_unwritable(header)
    return header


def _header_in(plain: re.Match[bytes]) -> Header:
    """The header in bytes whose form alone says that they are canonical: nearly all, in half the time."""
    author, counter, device, dossier, gesprek, replaces, subject, hash, moment = plain.groups()
    return Header(
        dossier=dossier.decode(),
        device=device.decode(),
        counter=int(counter),
        vastgelegd_op=moment.decode(),
        author=author.decode(),
        gesprek=gesprek.decode(),
        subject=subject.decode(),
        replaces=tuple(replaces.decode()[1:-1].split('","')) if replaces else (),
        value_hash=hash.decode(),
    )


def _read_any_header(raw: bytes) -> Header:
    try:
        found = json.loads(raw.decode())
        if found.pop("formaat") != FORMAAT:
            raise ValueError("formaat")
        if not _has_right_types(found):
            raise ValueError("no header")
        header = Header(**found | {"replaces": tuple(found["replaces"])})
    except (AttributeError, KeyError, TypeError, RecursionError) as error:
        raise ValueError("no header") from error
    if header_bytes(header) != raw:
        raise ValueError("not canonical")
    return header


def read_entry(raw: bytes, presence: Presence, salt: bytes = b"", body: bytes = b"") -> Entry:
    """The entry of a header in canonical bytes, as somebody sent it; ValueError when it is not sound.

    Its id is taken over these very bytes.
    """
    entry = Entry(entry_id(raw), read_header(raw), presence, salt, body)
    try:
        is_whole = presence is not Presence.PRESENT or _is_sound_value(entry)
    except (TypeError, RecursionError) as error:
        raise ValueError("value") from error
    if not is_whole:
        raise ValueError("value")
    return entry


def refuse_unwritable(header: Header) -> None:
    """Raise ValueError when what is kept would not give this very header back (design 2)."""
    texts = f"{header.dossier}{header.device}{header.author}{header.gesprek}{header.subject}"
    # A text with a NUL could be written and never read.
    if "\0" in texts or not is_text(texts):
        raise ValueError("text")
    # Settings are named by dossiers: one called `naam` would take away that of the vault when it is erased.
    if not _DOSSIER.fullmatch(header.dossier):
        raise ValueError("dossier")
    if not 1 <= header.counter <= LARGEST_INT:
        raise ValueError("counter")
    refuse_no_moment(header.vastgelegd_op)
    if not all(_HASH.fullmatch(hash) for hash in (header.value_hash, *header.replaces)):
        raise ValueError("hash")


def refuse_no_moment(tekst: str) -> None:
    """Raise ValueError when a text is no moment, or one that is written in another way."""
    if moment_text(moment_number(tekst)) != tekst:
        raise ValueError("vastgelegd_op")


def is_text(tekst: str) -> bool:
    """Whether a text can be written: half a sign (a lone surrogate) cannot."""
    return tekst.isascii() or not any("\ud800" <= c <= "\udfff" for c in tekst)


def moment_number(tekst: str) -> int:
    """Milliseconds since 1970 of a moment in UTC; raises ValueError when it is none."""
    moment = datetime.datetime.fromisoformat(tekst)
    if moment.tzinfo is None:
        raise ValueError("vastgelegd_op")
    return (moment - _EPOCH) // _MILLISECOND


def moment_text(nummer: int) -> str:
    """The moment of so many milliseconds since 1970, in UTC with milliseconds and `Z`.

    Raises ValueError outside the years 1 to 9999.
    """
    days, rest = divmod(nummer, _DAY)
    minutes, rest = divmod(rest, _MINUTE)
    return f"{_day_text(days)}T{_minute_text(minutes)}:{rest // 1000:02}.{rest % 1000:03}Z"


@lru_cache(maxsize=1440)
def _minute_text(minutes: int) -> str:
    return f"{minutes // 60:02}:{minutes % 60:02}"


@lru_cache(maxsize=64)
def _day_text(days: int) -> str:
    # What is recorded of somebody stands on few days: written out, a moment takes a third of the time.
    try:
        return (_EPOCH + datetime.timedelta(days)).date().isoformat()
    except OverflowError as error:
        raise ValueError("vastgelegd_op") from error


def _has_right_types(found: dict[str, object]) -> bool:
    """What JSON gave is not yet what the fields promise; bool is an int to Python, but not here."""
    ids = found["replaces"]
    if type(found["counter"]) is not int or not isinstance(ids, list):
        return False
    return all(type(found[naam]) is str for naam in _TEXTS) and all(type(id) is str for id in ids)


def is_sound(entry: Entry) -> bool:
    """Whether the header can be kept and fits its id, and the value its hash and the form of values."""
    try:
        refuse_unwritable(entry.header)
        if entry.id != entry_id(entry.raw):
            return False
        return entry.presence is not Presence.PRESENT or _is_sound_value(entry)
    except (ValueError, TypeError, RecursionError):  # a salt, a number or a depth that we never write
        return False


def _is_sound_value(entry: Entry) -> bool:
    if len(entry.salt) != SALT_BYTES or value_hash(entry.salt, entry.body) != entry.header.value_hash:
        return False
    tekst = entry.body.decode()
    if _FLAT.fullmatch(entry.body):
        # Nearly all, in a third of the time that it takes to write them anew.
        keys = _KEY.findall(entry.body)
        return keys == sorted(set(keys)) and unicodedata.is_normalized("NFC", tekst)
    value = json.loads(tekst)
    return isinstance(value, dict) and canonical(clean(value)) == entry.body
