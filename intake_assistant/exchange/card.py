"""The card of a vault: who somebody is for others, and by which keys (design 9, docs/uitwisseling.md)."""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, fields, replace
from typing import Final

from intake_assistant import crypto
from intake_assistant.domain.entry import Json, canonical, clean_text
from intake_assistant.domain.leesrichting import ISOLATES, OMKERINGEN
from intake_assistant.domain.recht.uitwisseling import ROLLEN
from intake_assistant.errors import KnownError
from intake_assistant.exchange import limits

type Sign = Callable[[bytes], bytes]
"""Gives the Ed25519 signature of a message by the device that sends."""

_PREFIX: Final = b"intake-kaart-1\n"
_GROUPS, _GROUP_DIGITS = 6, 5
_LONGEST: Final = 200
_SHOWN: Final = 40
_HEX: Final = re.compile(r"[0-9a-f]+")
_UNSEEN: Final = ("Cc", "Cs", "Zl", "Zp")
_TURNING: Final = dict.fromkeys(map(ord, OMKERINGEN))


@dataclass(frozen=True, slots=True)
class Card:
    """Who a device belongs to, and its keys; signed by itself, so that nobody alters one on its way."""

    naam: str
    rol: str
    gemeente: str
    device: str
    public: str
    """Ed25519, in hexadecimal."""
    recipient: str
    handtekening: str = ""

    def as_json(self) -> dict[str, Json]:
        """What its canonical bytes are of."""
        return {"formaat": limits.FORMAAT} | {f.name: getattr(self, f.name) for f in fields(self)}

    @property
    def line(self) -> str:
        """The card as one line of text: for a file, a message or a QR code."""
        return canonical(self.as_json()).decode()

    @property
    def fingerprint(self) -> str:
        """By which people compare a card out loud: six groups of five digits."""
        number = int.from_bytes(hashlib.blake2b(self._unsigned, digest_size=20).digest(), "big")
        digits = f"{number % 10 ** (_GROUPS * _GROUP_DIGITS):0{_GROUPS * _GROUP_DIGITS}}"
        return " ".join(digits[at : at + _GROUP_DIGITS] for at in range(0, len(digits), _GROUP_DIGITS))

    def has_fingerprint(self, said: str) -> bool:
        """Whether what somebody read out or typed is the fingerprint, whatever stands between the digits."""
        return "".join(filter(str.isdecimal, said)) == self.fingerprint.replace(" ", "")

    def signed(self, sign: Sign) -> Card:
        """The same with the signature of its own device."""
        return replace(self, handtekening=sign(_PREFIX + self._unsigned).hex())

    def signs(self, message: bytes, signature: bytes) -> bool:
        """Whether a signature of a message is of this device."""
        return crypto.is_signed(bytes.fromhex(self.public), message, signature)

    @property
    def _unsigned(self) -> bytes:
        told = self.as_json()
        del told["handtekening"]
        return canonical(told)

    def refuse_unsound(self) -> None:
        """Raise ValueError when it is no card: a key that is none, or a signature of another."""
        told = (self.naam, self.rol, self.gemeente)
        if self.rol not in ROLLEN or any(as_name(tekst) != tekst for tekst in told):
            raise ValueError("text")
        if not all(_HEX.fullmatch(tekst) for tekst in (self.device, self.public, self.handtekening)):
            raise ValueError("hex")
        if crypto.fingerprint(bytes.fromhex(self.public)) != self.device:
            raise ValueError("device")
        if not crypto.is_recipient(self.recipient):
            raise ValueError("recipient")
        if not self.signs(_PREFIX + self._unsigned, bytes.fromhex(self.handtekening)):
            raise ValueError("handtekening")


def card_of(found: object) -> Card:
    """The card that JSON gave; ValueError when it is none, Newer."""
    if not isinstance(found, dict) or type(found.get("formaat")) is not int:
        raise ValueError("card")
    if found["formaat"] > limits.FORMAAT:
        raise limits.Newer
    told = {naam: waarde for naam, waarde in found.items() if naam != "formaat"}
    names = {f.name for f in fields(Card)}
    if set(told) != names or not all(isinstance(waarde, str) for waarde in told.values()):
        raise ValueError("card")
    card = Card(**told)
    if card.as_json() != found:
        raise ValueError("formaat")
    card.refuse_unsound()
    return card


def read_card(text: str) -> Card:
    """The card in a line of text; KnownError `exchange.no_card`, `exchange.newer`."""
    try:
        if len(text) > limits.CARD:
            raise ValueError("size")
        card = card_of(json.loads(text))
        if card.line != text.strip():
            raise ValueError("not canonical")
    except limits.Newer as error:
        raise KnownError("exchange.newer", pad=text[:_SHOWN]) from error
    except (ValueError, RecursionError) as error:
        raise KnownError("exchange.no_card") from error
    return card


def as_name(tekst: str) -> str:
    """A text as it may stand on a card: one short line, without what turns or hides what stands beside it."""
    seen = "".join(" " if unicodedata.category(c) in _UNSEEN else c for c in clean_text(tekst))
    return " ".join(ISOLATES.sub("", seen.translate(_TURNING)).split())[:_LONGEST].strip()
