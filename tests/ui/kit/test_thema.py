"""Colours that can be read, a size that grows, one style sheet without leftovers."""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from intake_assistant.ui.kit import fonts, icons
from intake_assistant.ui.kit.front_page import Voorpagina
from intake_assistant.ui.kit.parts import kolom
from intake_assistant.ui.kit.theme import (
    BEELDEN,
    CONTRAST,
    CONTRAST_LICHT,
    DONKER,
    LICHT,
    SCHALEN,
    Kleuren,
    of_system,
    px,
    set_rol,
    style_sheet,
    thema,
)
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.window import Venster
from tests.ui.helpers import contrast
from tests.ui.kluizen import Kluis

HOOG = [CONTRAST, CONTRAST_LICHT]
BOTH = pytest.mark.parametrize(
    "kleuren", [LICHT, DONKER, *HOOG], ids=["licht", "donker", "contrast", "contrast licht"]
)
TEXT_PAIRS = [
    ("tekst", "pagina"), ("tekst", "vlak"), ("tekst", "vlak_zacht"), ("tekst", "accent_vlak"),
    ("zacht", "pagina"), ("zacht", "vlak"), ("zacht", "vlak_zacht"), ("zacht", "accent_vlak"),
    ("accent", "vlak"), ("accent", "pagina"), ("accent", "accent_vlak"),
    ("op_accent", "accent"), ("op_accent", "accent_diep"),
    ("balk_tekst", "balk"), ("balk_tekst", "balk_zweef"), ("balk_tekst", "balk_actief"),
    ("balk_zacht", "balk"),
    ("goed", "goed_vlak"), ("let_op", "let_op_vlak"), ("fout", "fout_vlak"),
    ("let_op", "vlak"), ("let_op", "accent_vlak"), ("fout", "vlak"), ("fout", "accent_vlak"),
    ("tekst", "goed_vlak"), ("tekst", "let_op_vlak"), ("tekst", "fout_vlak"),
]  # fmt: skip
EDGE_PAIRS = [("rand", "vlak"), ("rand", "pagina"), ("accent", "vlak"), ("accent", "pagina")]


@BOTH
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_text_can_be_read(kleuren: Kleuren, ink: str, ground: str) -> None:
    assert contrast(getattr(kleuren, ink), getattr(kleuren, ground)) >= 4.5


@BOTH
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_can_be_seen(kleuren: Kleuren, edge: str, ground: str) -> None:
    assert contrast(getattr(kleuren, edge), getattr(kleuren, ground)) >= 3


@pytest.mark.parametrize("kleuren", HOOG)
@pytest.mark.parametrize(("ink", "ground"), TEXT_PAIRS)
def test_in_high_contrast_text_is_seven_times_its_ground(kleuren: Kleuren, ink: str, ground: str) -> None:
    assert contrast(getattr(kleuren, ink), getattr(kleuren, ground)) >= 7


def test_the_computer_says_how_dark_and_with_how_much_contrast() -> None:
    assert of_system(is_dark=True, wants_contrast=True) is CONTRAST
    assert of_system(is_dark=False, wants_contrast=True) is CONTRAST_LICHT
    assert of_system(is_dark=True, wants_contrast=False) is DONKER
    assert of_system(is_dark=False, wants_contrast=False) is LICHT


@BOTH
def test_each_has_the_pictures_of_the_style_sheet(kleuren: Kleuren) -> None:
    for picture in re.findall(r'url\("(.+?)"\)', style_sheet(kleuren, 100)):
        assert Path(picture).is_file()
    assert (Path(BEELDEN) / f"deels_{kleuren.soort}.svg").is_file()


def test_high_contrast_can_be_chosen(qapp: QApplication) -> None:
    thema.apply("contrast", 100)
    assert thema.kleuren is CONTRAST
    assert qapp.palette().window().color() == QColor("#000000")


@BOTH
@pytest.mark.parametrize("schaal", SCHALEN)
def test_the_style_sheet_has_no_name_left_that_nobody_filled_in(kleuren: Kleuren, schaal: int) -> None:
    sheet = style_sheet(kleuren, schaal)
    assert "@" not in sheet
    assert not re.search(r"\d[ut]\b", sheet)
    assert all(
        colour in sheet for name, colour in kleuren._asdict().items() if name not in ("soort", "pagina")
    )


@pytest.mark.parametrize("schaal", SCHALEN)
def test_everything_grows_with_the_scale(qapp: QApplication, schaal: int) -> None:
    thema.apply("licht", schaal)
    assert px(100) == schaal
    assert qapp.font().pointSizeF() == pytest.approx(11 * schaal / 100)


def test_a_scale_beyond_the_ends_is_held_back(qapp: QApplication) -> None:
    thema.apply("licht", 1000)
    assert thema.schaal == 200


def test_a_window_that_is_dressed_follows_the_theme(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    assert window.styleSheet() == style_sheet(LICHT, 100)
    thema.apply("donker", 150)
    assert window.styleSheet() == style_sheet(DONKER, 150)


def test_what_is_shown_as_a_window_by_itself_is_dressed(venster: Venster) -> None:
    venster.guards.stand()
    lijst, built = QListWidget(), QListWidget()
    lijst.setWindowFlag(Qt.WindowType.Dialog)
    for widget in (lijst, built):
        widget.ensurePolished()
    assert lijst.styleSheet() == style_sheet(LICHT, 100)
    assert built.styleSheet() == "", "it is dressed in its window"


def test_what_is_built_before_it_lies_in_its_window_is_styled_once(qtbot: QtBot) -> None:
    class Counting(QLabel):
        styled = 0

        def changeEvent(self, event: QEvent) -> None:
            super().changeEvent(event)
            self.styled += event.type() is QEvent.Type.StyleChange

    label = Counting("Dossiers")
    built: QWidget = label
    for _ in range(6):
        around = QWidget()
        kolom(around).addWidget(built)
        built = around
    assert label.styled == 0
    window = QWidget()
    qtbot.addWidget(window)
    kolom(window).addWidget(built)
    assert label.styled == 1


def test_a_role_given_later_is_seen_at_once(qtbot: QtBot) -> None:
    label = QLabel("Dossiers")
    qtbot.addWidget(label)
    label.ensurePolished()
    before = label.font().pointSizeF()
    set_rol(label, "kop1")
    label.ensurePolished()
    assert label.font().pointSizeF() > before


def test_the_fonts_of_the_package_draw_every_script(qapp: QApplication) -> None:
    fonts.load_all()
    assert {"Noto Sans", "Noto Sans Ethiopic", "Vazirmatn"} <= set(fonts.load("*.ttf"))
    assert fonts.taal_font(["Vazirmatn"], 20).families()[0] == "Vazirmatn"
    assert set(fonts.FAMILIES) <= set(fonts.staff_font(11).families())


@pytest.mark.parametrize("naam", icons.ICONEN)
def test_each_icon_draws_something(qapp: QApplication, naam: str) -> None:
    image = icons.pixmap(naam, QColor("black"), 24).toImage()
    inked = sum(image.pixelColor(x, y).alpha() > 128 for x in range(24) for y in range(24))
    assert inked > 12


def test_the_pictures_of_buttons_before_a_vault_follow_the_colours(venster: Venster) -> None:
    button = venster.ontgrendelen.andere
    thema.apply("donker", 100)
    assert _lightest(button.icon().pixmap(18, 18).toImage()) > 200
    thema.apply("licht", 100)
    assert _lightest(button.icon().pixmap(18, 18).toImage()) < 128


@pytest.mark.parametrize("is_known", [False, True], ids=["first start", "unlock"])
def test_the_name_of_the_program_is_whole_at_each_scale(
    venster: Venster, voorkeuren: Voorkeuren, kluis_op_schijf: Kluis, is_known: bool
) -> None:
    voorkeuren.keep(kluis=str(kluis_op_schijf.path) if is_known else "")
    venster.show_front()
    page = venster.stack.currentWidget()
    assert isinstance(page, Voorpagina)
    assert (page is venster.ontgrendelen) is is_known
    merk = page._merk
    naam = next(w for w in merk.findChildren(QLabel) if w.property("rol") == "kop1")
    for schaal in (100, 150, 200, 100):
        thema.apply("licht", schaal)
        venster.resize(px(900), 700)
        QApplication.processEvents()
        QApplication.processEvents()
        assert merk.isVisible()
        assert merk.width() == px(360)
        assert naam.width() >= naam.sizeHint().width()


def _lightest(image: QImage) -> int:
    seen = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(colour.lightness() for colour in seen if colour.alpha() == 255)


def test_a_picture_is_drawn_once_for_each_colour_and_size(qapp: object) -> None:
    first = icons.pixmap("oog", QColor("#0b6478"), 18)
    assert icons.pixmap("oog", QColor("#0b6478"), 18).cacheKey() == first.cacheKey()
    others = [("slot", "#0b6478", 18), ("oog", "#0b6479", 18), ("oog", "#0b6478", 20)]
    seen = {icons.pixmap(naam, QColor(kleur), size).cacheKey() for naam, kleur, size in others}
    assert len(seen | {first.cacheKey()}) == 4
