"""Records a text that somebody speaks in: in memory until it is kept, and no longer than a text is."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from intake_assistant.operations.geluid.klanken import BREEDTE, LANGST, TEMPO
from intake_assistant.ui.geluid.apparaat import close, open_microphone

KIJK_MS = 100


class Opnemer(QObject):
    """The microphone is open only between start and stop."""

    gewijzigd = Signal()
    """It began, goes on, or ended."""

    def __init__(self, parent: QObject, backend: str = "") -> None:
        super().__init__(parent)
        self._backend = backend
        self._device: Any = None
        self._geluid = bytearray()
        self._klok = QTimer(self)
        self._klok.setInterval(KIJK_MS)
        self._klok.timeout.connect(self._look)

    @property
    def is_on(self) -> bool:
        """Whether the microphone is open."""
        return self._device is not None

    @property
    def seconden(self) -> float:
        """How long was spoken."""
        return len(self._geluid) / (TEMPO * BREEDTE)

    @property
    def geluid(self) -> bytes:
        """What was recorded."""
        return bytes(self._geluid[: LANGST * TEMPO * BREEDTE])

    def start(self) -> None:
        """Open the microphone; KnownError `geluid.geen_ingang`."""
        self.forget()
        device = open_microphone(self._backend)
        self._device = device
        stroom = self._take()
        next(stroom)
        device.start(stroom)
        self._klok.start()
        self.gewijzigd.emit()

    def _take(self) -> Generator[None, bytes, None]:
        # In a thread of the device: nothing of Qt may be touched here.
        while True:
            self._geluid += yield

    def _look(self) -> None:
        if self.seconden >= LANGST:
            self.stop()
        else:
            self.gewijzigd.emit()

    def stop(self) -> None:
        """Close the microphone; what was said is held."""
        self._klok.stop()
        device, self._device = self._device, None
        if device is not None:
            close(device)
            self.gewijzigd.emit()

    def forget(self) -> None:
        """Close the microphone and let go of what was said."""
        self.stop()
        self._geluid.clear()
