"""The door to miniaudio: a device is let go of while a sound of it is in hand."""

import threading
from collections.abc import Callable, Generator
from typing import Any

import pytest

from intake_assistant.ui.geluid.apparaat import NUL, close, open_microphone, open_speaker
from tests import patience


class InHand:
    """Whom a sound is for, at the moment at which it is looked up: the device is closed just then."""

    def __init__(self) -> None:
        self.looked_up = threading.Event()
        self.heard: list[object] = []

    def __bool__(self) -> bool:
        self.looked_up.set()
        # As long as another thread may take; who closes waits for it.
        threading.Event().wait(0.2)
        return True

    def send(self, what: object) -> bytes:
        self.heard.append(what)
        return b""


def silence() -> Generator[bytes, Any, None]:
    while True:
        yield b""


@pytest.mark.parametrize("open_device", [open_microphone, open_speaker])
def test_closed_while_a_sound_is_in_hand_nothing_breaks(open_device: Callable[[str], Any]) -> None:
    device, stroom, in_hand = open_device(NUL), silence(), InHand()
    next(stroom)
    device.start(stroom)
    device.callback_generator = in_hand
    assert in_hand.looked_up.wait(patience.SECONDS)
    close(device)
    # What breaks on the thread of the device, pytest reports as a fault of this test.
    assert in_hand.heard
