"""Before a conversation: the window is turned to the person, to point at a language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.talen.gesproken import Gesproken
from intake_assistant.texts import text
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.gedeeld.aanwijsregel import OVERNEMEN
from intake_assistant.ui.gedeeld.bediening import KIES_TAAL
from intake_assistant.ui.gedeeld.omgedraaid import GROOT, Omgedraaid
from intake_assistant.ui.gesprek.eerste_minuut.taalkeuze import Taalkeuze
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.vragen.paneel import underline
from intake_assistant.ui.window.context import Context


class TaalVooraf(QWidget):
    """The button; what lies over the page is made once it is pressed."""

    def __init__(self, context: Context, over: QWidget, taal: SearchList) -> None:
        super().__init__()
        self._context, self._over, self._taal = context, over, taal
        self.keuze = Taalkeuze(context, self)
        self.groot: Omgedraaid | None = None
        self._onbekend = label(text("gesprek.taal.wijzen_nu"), "zacht", wrap=True, naam="taal_onbekend")
        wijs = knop("", "taal_aanwijzen", self.toggle)
        underline(wijs, text("gesprek.taal.wijzen"), KIES_TAAL)
        box = kolom(self, tussen=4)
        box.addWidget(self._onbekend)
        box.addWidget(wijs, 0, Qt.AlignmentFlag.AlignLeft)
        self._make_keys()
        self.keuze.kiezer.taal.connect(context.gedeeld.set_taal)
        self.keuze.overgenomen.connect(self._follow)
        self.keuze.klaar.connect(self.close_page)

    def _make_keys(self) -> None:
        for toets, doen in (
            (KIES_TAAL, self.toggle),
            (GROOT, self.close_page),
            (OVERNEMEN, self.keuze.voorstel.take_over),
        ):
            sneltoets = QShortcut(QKeySequence(toets), self._over)
            sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            sneltoets.activated.connect(doen)

    def show_known(self, *, is_known: bool) -> None:
        """Say that nobody knows the language yet."""
        self._onbekend.setVisible(not is_known)

    def _follow(self, gesproken: Gesproken) -> None:
        """What was recorded of the person is the language of this conversation as well."""
        self.show_known(is_known=True)
        self._taal.show_code(gesproken.code)
        self._taal.gekozen.emit()

    # -- turned to the person --------------------------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        """Whether the window is theirs."""
        return self.groot is not None and self.groot.isVisible()

    def toggle(self) -> None:
        """Turn the window to the person, or back to us."""
        if self.is_open:
            self.close_page()
            return
        self.groot = self.groot or self._make_groot()
        # Their own screen, where there is one, shows the same.
        self._context.gedeeld.turn(on=True)
        self.groot.open_page()
        self.keuze.kiezer.open_page()
        # Their finger must find nothing of ours beside it.
        self._context.room_shared.emit()

    def close_page(self) -> None:
        """The window is ours again; nobody looks along."""
        if self.groot is not None and self.is_open:
            self.groot.hide()
            self.keuze.voorstel.forget()
            self.keuze.kiezer.close_page()
            self._context.gedeeld.turn(on=False)
            self._context.room_shared.emit()
            self._taal.setFocus()

    def _make_groot(self) -> Omgedraaid:
        gedeeld = self._context.gedeeld
        made = Omgedraaid(self._over, self._context)
        made.add_own(self.keuze.voorstel)
        made.aangeraakt.connect(gedeeld.aangeraakt)
        made.weg.connect(self.close_page)
        gedeeld.gewijzigd.connect(self._draw)
        return made

    def _draw(self) -> None:
        if self.groot is not None:
            self.groot.show_zicht(self._context.gedeeld.zicht)
