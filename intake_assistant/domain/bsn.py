"""The burgerservicenummer: the 11-proef, and how it is shown when nobody needs to read it."""

from __future__ import annotations

GEWICHTEN = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def elfproef(bsn: str) -> bool:
    """Whether nine digits 0-9 form a valid BSN: weighed sum divisible by 11, not all zero (art. 36 Wet)."""
    if len(bsn) != 9 or not (bsn.isascii() and bsn.isdigit()) or bsn == "000000000":
        return False
    return sum(gewicht * int(cijfer) for gewicht, cijfer in zip(GEWICHTEN, bsn, strict=True)) % 11 == 0


def mask(bsn: str) -> str:
    """A BSN with all but its last three characters hidden; an empty one stays empty (art. 46 UAVG)."""
    zichtbaar = bsn[-3:] if len(bsn) > 3 else ""
    return "•" * (len(bsn) - len(zichtbaar)) + zichtbaar
