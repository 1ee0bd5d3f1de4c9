"""The loudspeaker and the microphone, on the backend of miniaudio that takes all sound and gives silence."""

import wave
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from intake_assistant.errors import KnownError
from intake_assistant.operations.geluid.klanken import BREEDTE, TEMPO
from intake_assistant.operations.geluid.opnemen import as_wav
from intake_assistant.ui.geluid.apparaat import NUL, as_asked, samples_of
from intake_assistant.ui.geluid.opnemer import Opnemer
from intake_assistant.ui.geluid.speler import Speler

TOON = Path(__file__).parents[2] / "data" / "geluid" / "toon.ogg"
# No computer of ours has it, and none has a sound card that is left out by naming it.
ZONDER = "JACK"


def test_an_ogg_is_played_to_its_end_and_then_it_is_silent(qtbot: QtBot, qapp: QApplication) -> None:
    speler = Speler(qapp, NUL)
    with qtbot.waitSignals([speler.gewijzigd, speler.gewijzigd], timeout=10_000):
        speler.play([TOON, TOON])
    qtbot.waitUntil(lambda: not speler.is_on)


def test_it_is_silent_at_once(qapp: QApplication) -> None:
    speler = Speler(qapp, NUL)
    seen = []
    for files in ([TOON] * 20, []):
        speler.play(files)
        seen.append(speler.is_on)
        speler.stop()
        seen.append(speler.is_on)
    assert seen == [True, False, False, False]


def test_what_is_no_sound_is_passed_over(tmp_path: Path) -> None:
    kapot = tmp_path / "kapot.ogg"
    kapot.write_bytes(b"OggS" + bytes(500))
    heel = b"".join(samples_of([TOON]))
    assert b"".join(samples_of([kapot, tmp_path / "weg.ogg", TOON])) == heel
    assert len(heel) > TEMPO * BREEDTE // 2


def test_as_many_frames_are_given_as_are_asked_for() -> None:
    stroom = as_asked(iter([b"abcdefgh", b"ij"]))
    next(stroom)
    assert stroom.send(3) == b"abcdef"
    assert stroom.send(1) == b"gh"
    assert stroom.send(3) == b"ij\0\0\0\0"
    with pytest.raises(StopIteration):
        stroom.send(1)


def test_without_a_loudspeaker_it_says_so_once(qapp: QApplication) -> None:
    speler, said = Speler(qapp, ZONDER), list[KnownError]()
    speler.mislukt.connect(said.append)
    for _ in range(3):
        speler.play([TOON])
        assert not speler.is_on
    assert [fout.code for fout in said] == ["geluid.geen_uitgang"]


def test_without_a_microphone_it_is_told(qapp: QApplication) -> None:
    opnemer = Opnemer(qapp, ZONDER)
    with pytest.raises(KnownError) as error:
        opnemer.start()
    assert error.value.code == "geluid.geen_ingang"
    assert not opnemer.is_on


def test_what_is_spoken_is_held_until_it_is_let_go_of(qapp: QApplication, tmp_path: Path) -> None:
    opnemer = Opnemer(qapp, NUL)
    opnemer.start()
    QTest.qWait(700)
    opnemer.stop()
    assert not opnemer.is_on
    assert 0.1 < opnemer.seconden < 5
    file = tmp_path / "stilte.wav"
    file.write_bytes(as_wav(opnemer.geluid))
    with wave.open(str(file)) as gelezen:
        assert gelezen.getframerate() == TEMPO
        assert gelezen.getnframes() * BREEDTE == len(opnemer.geluid)
    assert b"".join(samples_of([file]))
    opnemer.forget()
    assert opnemer.geluid == b""


def test_it_stops_by_itself_when_no_text_is_that_long(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("intake_assistant.ui.geluid.opnemer.LANGST", 0.2)
    opnemer = Opnemer(qapp, NUL)
    opnemer.start()
    qtbot.waitUntil(lambda: not opnemer.is_on, timeout=5_000)
