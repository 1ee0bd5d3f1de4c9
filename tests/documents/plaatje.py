"""A picture to try: a PNG of one colour, whole."""

import struct
import zlib


def png(breed: int = 120, hoog: int = 40) -> bytes:
    """Return a PNG of so many dots."""
    rows = (b"\x00" + b"\x0a\x5c\x36" * breed) * hoog
    parts = (
        (b"IHDR", struct.pack(">IIBBBBB", breed, hoog, 8, 2, 0, 0, 0)),
        (b"IDAT", zlib.compress(rows)),
        (b"IEND", b""),
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
