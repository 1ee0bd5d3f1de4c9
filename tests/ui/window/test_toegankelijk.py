"""Every screen, by its place in SCHERMEN: each control that takes the keyboard has a name."""

from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.icons import ICONEN
from intake_assistant.ui.window.screens import POORT, SCHERMEN, VERDER
from intake_assistant.ui.window.window import Venster
from tests.ui.helpers import nameless

ALL = (*SCHERMEN, POORT, VERDER)


def test_every_control_of_each_screen_has_a_name(open_venster: Venster, selam: str) -> None:
    blad = open_venster.werkblad
    assert blad is not None
    for kind in SCHERMEN:
        blad.go(kind.naam, {"dossier": selam})
        assert isinstance(blad.scherm, kind.scherm)
        assert blad.scherm.accessibleName() == text(f"venster.naar_{kind.naam}")
        assert not blad.banner.isVisible(), (kind.naam, blad.banner.tekst.text())
        # The bars are looked at once, with the first screen.
        assert nameless(blad if kind is SCHERMEN[0] else blad.scherm) == [], kind.naam


def test_each_screen_has_its_word_and_its_icon() -> None:
    for kind in SCHERMEN:
        assert text(f"venster.naar_{kind.naam}")
        assert kind.naam in ICONEN


def test_each_entrance_leads_to_the_screen_of_its_name() -> None:
    """They are imported at the first visit only: a wrong word would be met by who goes there."""
    assert [entrance.scherm.naam for entrance in ALL] == [entrance.naam for entrance in ALL]


def test_the_names_are_all_different() -> None:
    assert len({entrance.naam for entrance in ALL}) == len(ALL)


def test_a_widget_without_a_name_is_found(venster: Venster) -> None:
    nobody = QWidget(venster)
    nobody.setFocusPolicy(venster.guards.privacy.terug.focusPolicy())
    assert len(nameless(nobody)) == 1
