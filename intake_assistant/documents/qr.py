"""A text as a QR code, to be drawn by whoever shows it."""

from __future__ import annotations


def qr_rows(tekst: str) -> tuple[tuple[bool, ...], ...]:
    """The dark squares of the code, row by row, without the light edge around it."""
    from reportlab.graphics.barcode.qrencoder import QRCode, QRErrorCorrectLevel  # late: reportlab is heavy

    # The lowest level: it is read from a screen, and the fewer squares the further away.
    code = QRCode(None, QRErrorCorrectLevel.L)
    code.addData(tekst)
    code.make()
    return tuple(tuple(map(bool, row)) for row in code.modules)
