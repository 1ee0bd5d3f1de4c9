"""Files that travel, made without a vault: a few entries, who sends them and who may read them."""

import gzip
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types

from intake_assistant import crypto, safefile
from intake_assistant.domain.entry import Entry, Header, Json, Tombstone, canonical, make_entry, value_hash
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.errors import KnownError
from intake_assistant.exchange import reader, wire, writer
from intake_assistant.exchange.card import Card
from intake_assistant.exchange.writer import Blob, Content, Keys, Letterhead, Written

A, B = "a" * 32, "b" * 32
STONE = Tombstone("c" * 32, "2026-11-02", "vergissing")
FOTO = b"foto" * 50


@dataclass(frozen=True)
class Person:
    """Somebody with a device of their own."""

    card: Card
    private: bytes
    identity: str

    @property
    def keys(self) -> Keys:
        return Keys(lambda message: crypto.sign(self.private, message), self.identity)

    @property
    def recipient(self) -> str:
        return self.card.recipient


def person(naam: str, gemeente: str = "Brugdam", rol: str = "regievoerder") -> Person:
    private, public = crypto.signing_key(hashlib.sha256(naam.encode()).digest())
    identity = pyrage.x25519.Identity.generate()
    card = Card(
        naam, rol, gemeente, crypto.fingerprint(public), public.hex(), str(identity.to_public())
    ).signed(lambda message: crypto.sign(private, message))
    return Person(card, private, str(identity))


def made(
    counter: int = 1,
    subject: str = "taalniveau.nl_lezen@inburgeraar",
    *,
    dossier: str = A,
    value: dict[str, Json] | None = None,
    replaces: Iterable[Entry] = (),
) -> Entry:
    """An entry as a device records it."""
    body, salt = canonical(value or {"waarde": "a1", "staat": "beantwoord"}), bytes([counter % 256] * 16)
    return make_entry(
        Header(
            dossier=dossier, device="d" * 32, counter=counter, vastgelegd_op="2026-11-01T12:00:00.000Z",
            author="An", gesprek="", subject=subject, replaces=tuple(e.id for e in replaces),
            value_hash=value_hash(salt, body),
        ),
        salt,
        body,
    )  # fmt: skip


def in_order(*entries: Entry) -> Callable[[], list[Entry]]:
    """The entries in the order in which they travel, as often as that is asked."""
    found = sorted(entries, key=lambda e: (e.header.dossier, e.header.counter, e.id))
    return lambda: list(found)


def blob(content: bytes) -> Blob:
    return Blob(hashlib.sha256(content).hexdigest(), len(content), lambda: BytesIO(content))


def letterhead(sender: Person, *receivers: Person, soort: Bestandssoort = Bestandssoort.TEAM) -> Letterhead:
    recipients = tuple(receiver.recipient for receiver in receivers)
    return Letterhead(soort, sender.card, recipients, "2026-11-02T12:00:00.000Z")


def content(*entries: Entry) -> Content:
    """Some entries of two dossiers, one that was erased, and a blob."""
    some = entries or (made(), made(2), made(1, dossier=B))
    return Content(in_order(*some), (STONE,), lambda: [blob(FOTO)])


@dataclass(frozen=True)
class Read:
    """All that was in a file."""

    incoming: reader.Incoming
    dossiers: dict[str, list[Entry]]
    gewist: list[Tombstone]
    blobs: dict[str, bytes]


def write(path: Path, letterhead: Letterhead, content: Content, keys: Keys) -> Written:
    """A file that nobody notes."""
    with safefile.made_beside(path) as half:
        return writer.write_half(half, letterhead, content, keys)


def read(path: Path, who: Person) -> Read:
    with reader.opened(path, who.identity, who.recipient) as incoming:
        return Read(incoming, dict(incoming.dossiers()), list(incoming.gewist()), dict(incoming.blobs()))


def refusal(path: Path, who: Person) -> str:
    """The code with which a file is refused; empty when it is read whole."""
    try:
        read(path, who)
    except KnownError as error:
        return error.code if error.facts["pad"] == str(path) else f"{error.code} of another file"
    return ""


def withheld(entry: Entry, presence: str) -> Entry:
    return replace(entry, presence=type(entry.presence)(presence), salt=b"", body=b"")


# -- files that our own writer would never make --------------------------------------------------------------

Members = list[tuple[str, bytes]]


def lines(entries: Iterable[Entry]) -> bytes:
    return b"".join(map(wire.entry_line, entries))


def members(*entries: Entry, blobs: Iterable[bytes] = ()) -> Members:
    """The parts behind the manifest."""
    named = sorted((f"blobs/{hashlib.sha256(b).hexdigest()}", b) for b in blobs)
    return [("entries.tsv", lines(entries)), ("gewist.tsv", b""), *named]


def told(sender: Person, *receivers: Person, parts: Members, dossiers: int = 1) -> dict[str, Any]:
    """What a manifest says of these parts, to be made a lie of."""
    return {
        "formaat": 1,
        "soort": "team",
        "afzender": sender.card.as_json(),
        "ontvangers": [receiver.recipient for receiver in receivers],
        "gemaakt_op": "2026-11-02T12:00:00.000Z",
        "aantallen": {
            "dossiers": dossiers,
            "entries": sum(content.count(b"\n") for naam, content in parts if naam == "entries.tsv"),
            "gewist": sum(content.count(b"\n") for naam, content in parts if naam == "gewist.tsv"),
            "blobs": len(parts) - 2,
        },
        "gronden": [],
        "sinds": "",
        "inhoud": [
            {"naam": naam, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for naam, content in parts
        ],
    }


def tarred(parts: Members) -> bytes:
    """Parts as a tar file, as ours."""
    found = (wire.head(naam, len(content)) + content + wire.padding(len(content)) for naam, content in parts)
    return b"".join(found) + bytes(1024)


def crafted(sender: Person, manifest: Mapping[str, Any], parts: Members) -> bytes:
    """The tar file of a manifest that its sender signed, whatever it says."""
    raw = canonical(dict(manifest))
    signature = sender.keys.sign(b"intake-uitwisseling-1\n" + raw)
    return tarred([("manifest.json", raw), ("manifest.sig", signature), *parts])


def sealed(path: Path, plain: bytes, *receivers: Person, packed: bool = True) -> Path:
    """An age file of anything."""
    recipients = [pyrage.x25519.Recipient.from_str(receiver.recipient) for receiver in receivers]
    path.write_bytes(pyrage.encrypt(gzip.compress(plain) if packed else plain, recipients))
    return path
