"""How much a file that travels may hold; what is more is refused before it is read (docs/uitwisseling.md)."""

from __future__ import annotations

from typing import Final

FORMAAT: Final = 1
CARD: Final = 1 << 13
"""Bytes of a card; a QR code holds less than half of it."""
MANIFEST: Final = 1 << 24
"""Bytes: it names each blob, some 160 bytes for one."""
LINE: Final = 1 << 24
"""Bytes of one entry."""
BLOB: Final = 1 << 29
DOCUMENT: Final = 1 << 26
"""Bytes of one blob, and of one part of a document without entries."""
MEMBER: Final = 8**11 - 1
"""Bytes of one part: what the head of a tar file can say in eleven octal digits, 8 GiB."""
ENTRIES: Final = 20_000_000
DOSSIER_ENTRIES: Final = 500_000
DOSSIER_BYTES: Final = 1 << 28
"""Of one dossier, held in memory while it is joined; one of a full intake has some 500, in 400 kB."""
DEPTH: Final = 32
"""Of lists and fields within each other in a value; who reads them goes as deep."""
COUNTER: Final = 1 << 30
"""Nobody records so often; a higher one would leave no room for who records next (2^31 is the end)."""
ZEROS: Final = 20 * 512
"""Bytes behind the last part: `tar` fills up to a record of twenty blocks."""


class Newer(Exception):
    """What was read is of a later form than this program knows."""
