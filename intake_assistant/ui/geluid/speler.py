"""Plays sounds one after another; stops at once."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from intake_assistant.errors import KnownError
from intake_assistant.ui.geluid.apparaat import as_asked, close, open_speaker, samples_of

KIJK_MS = 60


class Speler(QObject):
    """One for a vault that is open; without a loudspeaker it says so once, and is silent from then on."""

    gewijzigd = Signal()
    """It began, or is silent."""
    mislukt = Signal(object)
    """A KnownError: there is no loudspeaker."""

    def __init__(self, parent: QObject, backend: str = "") -> None:
        super().__init__(parent)
        self._backend = backend
        self._device: Any = None
        self._is_told = False
        self._klok = QTimer(self)
        self._klok.setInterval(KIJK_MS)
        self._klok.timeout.connect(self._look)
        self._is_done = False

    @property
    def is_on(self) -> bool:
        """Whether something is heard now."""
        return self._device is not None

    def play(self, files: Sequence[Path]) -> None:
        """Play these in place of what is heard now."""
        if files:
            self._begin(samples_of(files))
        else:
            self.stop()

    def play_samples(self, geluid: bytes) -> None:
        """Play what was recorded just now."""
        self._begin(iter((geluid,)))

    def _begin(self, geluid: Iterator[bytes]) -> None:
        self.stop()
        try:
            device = open_speaker(self._backend)
        except KnownError as error:
            if not self._is_told:
                self._is_told = True
                self.mislukt.emit(error)
            return
        self._is_done = False
        self._device = device
        stroom = self._until_done(geluid)
        next(stroom)
        device.start(stroom)
        self._klok.start()
        self.gewijzigd.emit()

    def _until_done(self, geluid: Iterator[bytes]) -> Generator[bytes, int, None]:
        # In a thread of the device: nothing of Qt may be touched here.
        yield from as_asked(geluid)
        # What was given last is still on its way to the ear.
        yield b""
        self._is_done = True

    def _look(self) -> None:
        if self._is_done:
            self.stop()

    def stop(self) -> None:
        """Be silent at once."""
        self._klok.stop()
        device, self._device = self._device, None
        if device is not None:
            close(device)
            self.gewijzigd.emit()
