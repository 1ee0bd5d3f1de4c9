"""A message lies over the header: nothing moves away from under a hand that is about to click."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad

KORT = "De wijziging is bewaard."
LANG = "De schijf is vol. Dit is niet opgeslagen. Wat eerder is opgeslagen, is er nog. " * 3


def place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint()), widget.size())


def settled(blad: Werkblad) -> None:
    for _ in range(3):
        QApplication.processEvents()
    assert blad.isVisible()


@pytest.fixture
def blad(open_venster: Venster, selam: str) -> Werkblad:
    assert open_venster.werkblad is not None
    open_venster.werkblad.go("dossier", {"dossier": selam})
    settled(open_venster.werkblad)
    return open_venster.werkblad


@pytest.mark.parametrize("zin", [KORT, LANG])
def test_a_message_moves_nothing_and_hides_no_name_and_no_button(blad: Werkblad, zin: str) -> None:
    knoppen = [k for k in blad.findChildren(QAbstractButton) if k.isVisible() and k.width() > 1]
    before = {knop: place(knop, blad) for knop in knoppen}
    blad.context.told.emit(zin)
    settled(blad)
    assert blad.banner.isVisible()
    assert {knop: place(knop, blad) for knop in knoppen} == before
    over = place(blad.banner, blad)
    in_kop = [blad.kop.naam, blad.kop.zoek]
    assert not [w for w in in_kop if w.isVisible() and place(w, blad).intersects(over)]
    if zin is KORT:
        assert not [k for k in knoppen if before[k].intersects(over)]


@pytest.mark.parametrize("breed", [960, 1366, 1920])
def test_all_of_a_message_can_be_read_at_every_width(blad: Werkblad, breed: int) -> None:
    blad.window().resize(breed, 768)
    settled(blad)
    blad.context.told.emit(LANG)
    settled(blad)
    tekst = blad.banner.tekst
    assert tekst.height() >= tekst.heightForWidth(tekst.width())
    assert blad.rect().contains(place(blad.banner, blad))


def test_it_goes_along_when_the_window_changes(blad: Werkblad) -> None:
    blad.context.told.emit(KORT)
    settled(blad)
    blad.window().resize(1600, 800)
    settled(blad)
    assert place(blad.banner, blad).right() < place(blad.kop.zoek, blad).left()
    assert place(blad.banner, blad).right() > place(blad.kop.zoek, blad).left() - 40
    blad.go("weging", {})
    assert not blad.banner.isVisible()


def test_what_is_done_has_the_face_of_good_news_and_what_is_only_noted_has_not(blad: Werkblad) -> None:
    faces = {}
    for told in (blad.context.told, blad.context.noted):
        told.emit(KORT)
        settled(blad)
        faces[blad.banner.frame.property("rol")] = blad.banner.icon.pixmap().toImage()
    assert list(faces) == ["goed", "wenk"]
    assert faces["goed"] != faces["wenk"]
