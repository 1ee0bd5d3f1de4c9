"""Our own button for the shared side: says what is in sight there, and opens all that can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from intake_assistant.errors import KnownError
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.display import Display
from intake_assistant.ui.gedeeld.gedeeld import WENSEN, Gedeeld, Gedeeldestand
from intake_assistant.ui.gedeeld.omgedraaid import GROOT
from intake_assistant.ui.gedeeld.tweede import Tweedescherm
from intake_assistant.ui.gedeeld.vorm import KLEUREN
from intake_assistant.ui.kit.parts import Knop, zweeftekst
from intake_assistant.ui.kit.theme import SCHALEN, set_rol
from intake_assistant.ui.window.preferences import Voorkeuren

BEDEKKEN, STILZETTEN, EERDER = "F7", "Alt+S", "Alt+E"
KIES_TAAL = "Alt+K"
ICONEN = {Gedeeldestand.VOLGT: "oog", Gedeeldestand.STIL: "stil", Gedeeldestand.BEDEKT: "privacy"}


class Gedeeldknop(Knop):
    """A picture while it follows us; a word beside it as soon as it does not."""

    groot = Signal()
    """Over the whole window, turned round."""
    talen = Signal()
    """Have the person point at a language."""
    anders = Signal()
    """Other colours or another size were chosen."""

    def __init__(self, gedeeld: Gedeeld, voorkeuren: Voorkeuren, tweede: Tweedescherm | None) -> None:
        super().__init__("")
        self.setObjectName("gedeeld_knop")
        self._gedeeld, self._voorkeuren, self._tweede = gedeeld, voorkeuren, tweede
        set_rol(self, "stil")
        self.clicked.connect(self.open_menu)
        gedeeld.gewijzigd.connect(self.show_stand)
        self.show_stand()

    def show_stand(self) -> None:
        """Say whether the other side sees what is asked."""
        stand = self._stand()
        wijze = Gedeeldestand.BEDEKT if stand == "persoonlijk" else Gedeeldestand(stand)
        woord = text(f"gesprek.gedeeld.stand_{stand}")
        self.set_icoon(ICONEN[wijze], "accent")
        self.setText("" if wijze is Gedeeldestand.VOLGT else f" {woord}")
        zin = text("gesprek.gedeeld.knop", stand=woord)
        self.setAccessibleName(zin)
        self.setToolTip(zweeftekst(zin))

    def _stand(self) -> str:
        gedeeld = self._gedeeld
        if gedeeld.wijze is Gedeeldestand.VOLGT and gedeeld.is_bedekt:
            return "persoonlijk"
        return gedeeld.wijze

    # -- the menu --------------------------------------------------------------------------------------------

    def open_menu(self) -> None:
        """All that can be done, below the button."""
        self.make_menu().popup(self.mapToGlobal(self.rect().bottomLeft()))

    def make_menu(self) -> QMenu:
        """The switch, what was answered before, where it is shown, and how it looks."""
        menu, gedeeld = QMenu(self), self._gedeeld
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._stand() == "persoonlijk":
            _add(menu, text("gesprek.gedeeld.tonen"), gedeeld.toggle_bedekt, BEDEKKEN)
            menu.addSeparator()
        for wijze, toets in (
            (Gedeeldestand.VOLGT, ""),
            (Gedeeldestand.STIL, STILZETTEN),
            (Gedeeldestand.BEDEKT, BEDEKKEN),
        ):
            regel = _add(menu, text(f"gesprek.gedeeld.{wijze}"), partial(gedeeld.set_wijze, wijze), toets)
            _check(regel, on=gedeeld.wijze is wijze)
        menu.addSeparator()
        eerder = _add(menu, text("gesprek.gedeeld.eerder"), gedeeld.show_eerder, EERDER)
        eerder.setEnabled(gedeeld.has_eerder)
        menu.addSeparator()
        _add(menu, text("gesprek.taal.wijzen"), self.talen.emit, KIES_TAAL)
        for wens in WENSEN:
            regel = _add(menu, text(f"gesprek.gedeeld.wens_{wens}"), partial(gedeeld.toggle_wens, wens))
            _check(regel, on=wens in gedeeld.wensen)
        menu.addSeparator()
        _add(menu, text("gesprek.gedeeld.groot"), self.groot.emit, GROOT)
        if self._tweede is not None:
            self._add_displays(menu, self._tweede)
        menu.addSeparator()
        self._add_looks(menu)
        return menu

    def _add_displays(self, menu: QMenu, tweede: Tweedescherm) -> None:
        for display in tweede.to_choose():
            regel = _add(menu, _name(display), partial(tweede.go_to, display))
            _check(regel, on=tweede.op == display)
        _check(
            _add(menu, text("gesprek.gedeeld.los"), tweede.go_loose),
            on=tweede.buiten is not None and tweede.op is None,
        )
        if tweede.buiten is not None:
            _add(menu, text("gesprek.gedeeld.weg"), tweede.go_away)

    def _add_looks(self, menu: QMenu) -> None:
        keuzes = self._voorkeuren.keuzes
        letters = menu.addMenu(text("gesprek.gedeeld.letters"))
        for schaal in (0, *SCHALEN):
            woord = f"{schaal} %" if schaal else text("gesprek.gedeeld.als_programma")
            _check(
                _add(letters, woord, partial(self._keep, gedeeld_schaal=schaal)),
                on=keuzes.gedeeld_schaal == schaal,
            )
        leest = keuzes.gedeeld_leest_voor
        regel = _add(
            menu, text("gesprek.gedeeld.leest_voor"), partial(self._keep, gedeeld_leest_voor=not leest)
        )
        _check(regel, on=leest)
        kleuren = menu.addMenu(text("gesprek.gedeeld.kleuren"))
        for soort in ("", *KLEUREN):
            woord = (
                text(f"gesprek.gedeeld.kleuren_{soort}") if soort else text("gesprek.gedeeld.als_programma")
            )
            _check(
                _add(kleuren, woord, partial(self._keep, gedeeld_kleuren=soort)),
                on=keuzes.gedeeld_kleuren == soort,
            )

    def _keep(self, **keuze: object) -> None:
        try:
            self._voorkeuren.keep(**keuze)
        except KnownError:
            # It looks as it was, which is seen at once; the disk is told of where something is lost by it.
            return
        self.anders.emit()


def _add(menu: QMenu, woorden: str, doen: Callable[[], object], toets: str = "") -> QAction:
    regel = menu.addAction(f"{woorden}\t{toets}" if toets else woorden)
    regel.triggered.connect(lambda _: doen())
    return regel


def _check(regel: QAction, *, on: bool) -> None:
    regel.setCheckable(True)
    regel.setChecked(on)


def _name(display: Display) -> str:
    breed, hoog = display.size
    return text("gesprek.gedeeld.op_scherm", naam=display.name, breed=breed, hoog=hoog)
