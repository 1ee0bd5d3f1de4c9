"""The manifest of a file that travels: what is in it, of whom, for whom and on which ground."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from typing import Final

from intake_assistant.domain.entry import Json, canonical, moment_number, moment_text
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.exchange import limits
from intake_assistant.exchange.card import Card, card_of

NAME, SIGNATURE = "manifest.json", "manifest.sig"
ENTRIES, GEWIST = "entries.tsv", "gewist.tsv"
BLOBS: Final = "blobs/"
DOCUMENTS: Final = ("document.json", "document.pdf")
SIGNED: Final = b"intake-uitwisseling-1\n"
SIGNATURE_BYTES: Final = 64
_SHA256: Final = re.compile(r"[0-9a-f]{64}")
_BLOB: Final = re.compile(rf"{BLOBS}[0-9a-f]{{64}}")
_KEYS: Final = {
    "formaat", "soort", "afzender", "ontvangers", "gemaakt_op", "aantallen", "gronden", "sinds", "inhoud",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Aantallen:
    """How much is in a file."""

    dossiers: int = 0
    entries: int = 0
    gewist: int = 0
    blobs: int = 0


@dataclass(frozen=True, slots=True)
class Deelgrond:
    """What goes along, and on which ground of law or consent."""

    wat: str
    grond: str


@dataclass(frozen=True, slots=True)
class Bestanddeel:
    """One part of a file: its name, its length and its SHA-256."""

    naam: str
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What its sender says of a file, and signs."""

    soort: Bestandssoort
    afzender: Card
    ontvangers: tuple[str, ...]
    """The age recipients that it is for; that of the sender is not named."""
    gemaakt_op: str
    aantallen: Aantallen
    gronden: tuple[Deelgrond, ...]
    sinds: str
    """The SHA-256 of the file before it to the same receiver, when it holds what came since; or empty."""
    inhoud: tuple[Bestanddeel, ...]

    @property
    def raw(self) -> bytes:
        """The bytes that are signed."""
        told: dict[str, Json] = {
            "formaat": limits.FORMAAT,
            "soort": self.soort.value,
            "afzender": self.afzender.as_json(),
            "ontvangers": list(self.ontvangers),
            "gemaakt_op": self.gemaakt_op,
            "aantallen": asdict(self.aantallen),
            "gronden": [asdict(grond) for grond in self.gronden],
            "sinds": self.sinds,
            "inhoud": [asdict(deel) for deel in self.inhoud],
        }
        return canonical(told)

    def is_for(self, recipient: str) -> bool:
        """Whether its sender meant it for who has this age recipient; the sender reads it back."""
        return recipient in self.ontvangers or recipient == self.afzender.recipient


def read_manifest(raw: bytes) -> Manifest:
    """The manifest in bytes; ValueError when it is none, Newer for a later form."""
    found = json.loads(raw)
    if not isinstance(found, dict) or type(found.get("formaat")) is not int:
        raise ValueError("manifest")
    if found["formaat"] > limits.FORMAAT:
        raise limits.Newer
    if found.keys() != _KEYS:
        raise ValueError("keys")
    try:
        manifest = _manifest_of(found)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError("types") from error
    if manifest.raw != raw:
        raise ValueError("not canonical")
    _refuse_unlawful(manifest)
    return manifest


def _manifest_of(found: dict[str, object]) -> Manifest:
    soort, aantallen, gronden, inhoud = (found[k] for k in ("soort", "aantallen", "gronden", "inhoud"))
    if soort not in list(Bestandssoort):
        raise limits.Newer
    if not isinstance(aantallen, dict) or not isinstance(gronden, list) or not isinstance(inhoud, list):
        raise TypeError
    return Manifest(
        soort=Bestandssoort(str(soort)),
        afzender=card_of(found["afzender"]),
        ontvangers=_texts(found["ontvangers"]),
        gemaakt_op=_text(found["gemaakt_op"]),
        aantallen=Aantallen(**{naam: _count(aantal) for naam, aantal in aantallen.items()}),
        gronden=tuple(Deelgrond(**{k: _text(v) for k, v in grond.items()}) for grond in gronden),
        sinds=_text(found["sinds"]),
        inhoud=tuple(
            Bestanddeel(_text(d["naam"]), _count(d["bytes"]), _text(d["sha256"])) for d in map(dict, inhoud)
        ),
    )


def _refuse_unlawful(manifest: Manifest) -> None:
    if moment_text(moment_number(manifest.gemaakt_op)) != manifest.gemaakt_op:
        raise ValueError("gemaakt_op")
    if not all(_SHA256.fullmatch(hash) for hash in (manifest.sinds or "0" * 64, *_hashes(manifest))):
        raise ValueError("sha256")
    names = [deel.naam for deel in manifest.inhoud]
    if not manifest.soort.has_entries:
        is_right = tuple(names) == DOCUMENTS
    else:
        blobs = names[2:]
        is_right = names[:2] == [ENTRIES, GEWIST] and all(map(_BLOB.fullmatch, blobs))
        is_right = is_right and blobs == sorted(set(blobs)) and len(blobs) == manifest.aantallen.blobs
    if not is_right or any(deel.bytes > most_bytes(deel.naam) for deel in manifest.inhoud):
        raise ValueError("inhoud")
    if manifest.aantallen.entries > limits.ENTRIES:
        raise ValueError("entries")


def most_bytes(naam: str) -> int:
    """How long a part may be."""
    if naam.startswith(BLOBS):
        return limits.BLOB
    return limits.DOCUMENT if naam in DOCUMENTS else limits.MEMBER


def _hashes(manifest: Manifest) -> list[str]:
    return [deel.sha256 for deel in manifest.inhoud]


def _text(found: object) -> str:
    if not isinstance(found, str):
        raise TypeError
    return found


def _texts(found: object) -> tuple[str, ...]:
    if not isinstance(found, list):
        raise TypeError
    return tuple(_text(one) for one in found)


def _count(found: object) -> int:
    if type(found) is not int or not 0 <= found <= limits.MEMBER:
        raise TypeError
    return found
