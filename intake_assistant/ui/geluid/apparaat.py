"""The door to miniaudio, which is loaded at the first sound; the tests have it hear and say nothing."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from intake_assistant.errors import KnownError
from intake_assistant.operations.geluid.klanken import TEMPO

RUST: Final = 0.35
"""Seconds between one text and the next."""
NUL: Final = "NULL"
"""The backend that takes every sound and gives silence."""


@cache
def miniaudio() -> ModuleType:
    """The package itself: late, so that a start does not wait for it; it carries no types."""
    return import_module("miniaudio")


def open_speaker(backend: str = "") -> Any:
    """A loudspeaker; KnownError `geluid.geen_uitgang` when this computer has none."""
    made = miniaudio()
    try:
        return made.PlaybackDevice(made.SampleFormat.SIGNED16, 1, TEMPO, backends=_backends(backend))
    except made.MiniaudioError as error:
        raise KnownError("geluid.geen_uitgang") from error


def open_microphone(backend: str = "") -> Any:
    """A microphone; KnownError `geluid.geen_ingang` when this computer has none, or it may not be used."""
    made = miniaudio()
    try:
        return made.CaptureDevice(made.SampleFormat.SIGNED16, 1, TEMPO, backends=_backends(backend))
    except made.MiniaudioError as error:
        raise KnownError("geluid.geen_ingang") from error


def close(device: Any) -> None:
    """Have a device fall silent, and then let go of it."""
    # miniaudio itself forgets first whom a sound is for, while one may be on its way there.
    miniaudio().lib.ma_device_stop(device._device)
    device.close()


def _backends(naam: str) -> list[Any] | None:
    return [miniaudio().Backend[naam]] if naam else None


def samples_of(files: Iterable[Path]) -> Iterator[bytes]:
    """The samples of each file in turn, and a rest after it; what is no sound is passed over."""
    made = miniaudio()
    for file in files:
        try:
            found = made.decode_file(str(file), made.SampleFormat.SIGNED16, 1, TEMPO)
        except (made.MiniaudioError, OSError):
            continue
        yield found.samples.tobytes()
        yield bytes(2 * int(TEMPO * RUST))


def as_asked(geluid: Iterator[bytes]) -> Generator[bytes, int, None]:
    """Give as many frames as the device asks for; it ends when there is nothing left."""
    over, nodig = b"", 2 * (yield b"")
    for deel in geluid:
        over += deel
        while len(over) >= nodig:
            nu, over = over[:nodig], over[nodig:]
            nodig = 2 * (yield nu)
    if over:
        yield over.ljust(nodig, b"\0")
