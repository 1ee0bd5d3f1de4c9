"""The recovery key is painted whole, and can be typed back from the paper group by group."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant import crypto
from intake_assistant.domain.herstelsleutel import is_group
from intake_assistant.ui.fields.key_groups import Groepvelden
from intake_assistant.ui.instellingen.sleutels import Sleutels
from intake_assistant.ui.kit.parts import label
from intake_assistant.ui.kit.theme import SCHALEN, thema
from intake_assistant.ui.kluis.beschadigd import GERED, Beschadigd
from intake_assistant.ui.kluis.eerste_start import SLEUTEL, EersteStart
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.surroundings import Omgeving

# No key is wider: these are the widest letters of the alphabet.
WIDE = ["WWWWW", "MMMMM", "QQQQQ", "WQMWQ", "KWQDV", "MWMWM", "QWQWQ", "GWMQW"]
DARK = 128
SCREENS = [(1366, 768), (1024, 600), (960, 600)]
KEY = crypto.recovery_groups(bytes(range(crypto.RECOVERY_BYTES)))


def ink(widget: QWidget) -> tuple[int, int]:
    """The width and height of the letters that are painted: all that is dark."""
    image = widget.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    pixels, width = bytes(image.constBits()), image.bytesPerLine()
    lines = [pixels[y * width : y * width + image.width()] for y in range(image.height())]
    rows = [y for y, line in enumerate(lines) if min(line) < DARK]
    columns = [x for x, column in enumerate(zip(*lines, strict=True)) if min(column) < DARK]
    return columns[-1] - columns[0], rows[-1] - rows[0]


def unclipped(qtbot: QtBot, sign: QLabel) -> tuple[int, int]:
    """The same letters with room to spare; as much at each side, so that they fall on the same pixels."""
    made = label(sign.text(), "sleutel")
    qtbot.addWidget(made)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    made.resize(sign.width() + 400, sign.height() + 200)
    return ink(made)


def cut_off(qtbot: QtBot, page: QWidget) -> list[str]:
    """The groups that are not painted as they are with all the room there is."""
    signs = [page.findChild(QLabel, f"sleutelgroep_{n}") for n in range(1, 9)]
    found = []
    for sign in signs:
        assert isinstance(sign, QLabel)
        area = next(w for w in parents(sign) if isinstance(w, QScrollArea))
        left = sign.mapTo(area.viewport(), QPoint()).x()
        is_seen = left >= 0 and left + sign.width() <= area.viewport().width()
        if not is_seen or ink(sign) != unclipped(qtbot, sign):
            found.append(sign.text())
    return found


def parents(widget: QWidget) -> list[QWidget]:
    found, above = [], widget.parentWidget()
    while above is not None:
        found.append(above)
        above = above.parentWidget()
    return found


@pytest.mark.parametrize("schaal", [SCHALEN[0], 100, SCHALEN[-1]])
def test_the_first_start_paints_every_group_whole(
    qtbot: QtBot, omgeving: Omgeving, shown: Callable[[QWidget], None], schaal: int
) -> None:
    thema.apply("licht", schaal)
    page = EersteStart(omgeving)
    shown(page)
    for width, height in SCREENS:
        page.resize(width, height)
        page.sleutel.begin(
            WIDE,
            omgeving.random,
            kluis=omgeving.documents,
            dag=omgeving.clock.today(),
            map=omgeving.documents,
        )
        page.show_page(SLEUTEL)
        QApplication.processEvents()
        assert cut_off(qtbot, page) == [], (width, height)


@pytest.mark.parametrize("schaal", [SCHALEN[0], 100, SCHALEN[-1]])
def test_what_was_saved_shows_its_key_whole(
    qtbot: QtBot, omgeving: Omgeving, shown: Callable[[QWidget], None], schaal: int
) -> None:
    thema.apply("licht", schaal)
    page = Beschadigd(omgeving, omgeving.documents / "kapot.intake", "")
    shown(page)
    page._saved(WIDE)
    assert page.pages.currentIndex() == GERED
    for width, height in SCREENS:
        page.resize(width, height)
        QApplication.processEvents()
        assert cut_off(qtbot, page) == [], (width, height)
    page.close_all()
    assert not any(sign.isVisible() for sign in page.findChildren(QLabel) if sign.text() in WIDE)


def test_groups_bear_the_numbers_of_the_sheet(
    context: Context, omgeving: Omgeving, shown: Callable[[QWidget], None]
) -> None:
    kaart = Sleutels(context)
    shown(kaart)
    kaart.begin(rekey=False)
    numbers = [w.text() for w in kaart.sleutel.findChildren(QLabel) if re.fullmatch(r"\d\.", w.text())]
    assert numbers == [f"{n}." for n in range(1, 9)]


# -- typed back ----------------------------------------------------------------------------------------------


@pytest.fixture
def velden(shown: Callable[[QWidget], None]) -> Groepvelden:
    made = Groepvelden("groep", range(1, 9), lambda number, typed: is_group(number - 1, typed.upper()))
    shown(made)
    made.velden[0].setFocus()
    return made


def faults(velden: Groepvelden) -> list[str]:
    found = [velden.findChild(QLabel, f"groep_{n}_fout") for n in range(1, 9)]
    return [sign.text() for sign in found if isinstance(sign, QLabel)]


def type_on(keys: str) -> None:
    """Type where the keyboard is, as a person does who does not look up."""
    for key in keys:
        here = QApplication.focusWidget()
        assert here is not None
        QTest.keyClicks(here, key)


@pytest.mark.parametrize("between", ["", " ", "-"])
def test_a_key_is_typed_on_from_field_to_field(velden: Groepvelden, between: str) -> None:
    type_on(between.join(KEY))
    assert list(velden.typed().values()) == KEY
    assert faults(velden) == [""] * 8
    assert velden.text() == "-".join(KEY)


@pytest.mark.parametrize("between", ["-", " ", "", "\n", "  -  "])
def test_a_pasted_key_spreads_over_the_fields(velden: Groepvelden, between: str) -> None:
    QApplication.clipboard().setText(between.join(KEY).lower())
    velden.velden[0].paste()
    assert [typed.upper() for typed in velden.typed().values()] == KEY
    QApplication.clipboard().clear()


def test_a_lost_sign_in_a_pasted_key_spoils_one_group(velden: Groepvelden) -> None:
    QApplication.clipboard().setText("-".join([*KEY[:2], KEY[2][:4], *KEY[3:]]))
    velden.velden[0].paste()
    assert list(velden.typed().values()) == [*KEY[:2], KEY[2][:4], *KEY[3:]]
    QApplication.clipboard().clear()


def test_each_group_has_its_own_fault_once_it_is_whole(velden: Groepvelden) -> None:
    type_on(KEY[0])
    other = "0" if KEY[1][0] != "0" else "1"
    type_on(" " + other + KEY[1][1:4])
    assert faults(velden) == [""] * 8
    type_on(KEY[1][4])
    assert faults(velden) == ["", "Klopt niet", *[""] * 6]
    type_on(" " + KEY[2][:3] + " ")
    assert faults(velden) == ["", "Klopt niet", "Te kort", *[""] * 5]
    velden.velden[1].setFocus()
    velden.velden[1].selectAll()
    type_on(KEY[1])
    assert faults(velden) == ["", "", "Te kort", *[""] * 5]


def test_a_letter_too_many_in_the_middle_moves_nothing(velden: Groepvelden) -> None:
    QApplication.clipboard().setText("-".join(KEY))
    velden.velden[0].paste()
    velden.velden[2].setFocus()
    velden.velden[2].setCursorPosition(2)
    type_on("7")
    assert list(velden.typed().values()) == KEY
    QApplication.clipboard().clear()
