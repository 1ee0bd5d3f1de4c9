"""Says in a quiet line that who is being typed may have a dossier already; it keeps nobody from going on."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.qt.later import Later
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.words.doubles import Dubbelvraag

MOST: Final = 3
_AFTER_MS: Final = 400
"""Who types on is not looked for at each key."""


class Bekend(QWidget):
    """The names of the likest, each the way to that dossier."""

    def __init__(self, context: Context, typed: Callable[[], dict[str, object]]) -> None:
        super().__init__()
        self._context, self._typed = context, typed
        self.vraag = Dubbelvraag(context, self)
        self.vraag.found.connect(self._show)
        self._soon = Later(self, self._look, _AFTER_MS)
        box = kolom(self, tussen=4)
        box.addWidget(label(text("dubbel.nieuw"), "zacht", wrap=True, naam="nieuw_bekend"))
        self._namen = QWidget()
        kolom(self._namen, tussen=4)
        box.addWidget(self._namen)
        self.hide()

    def look_soon(self) -> None:
        """Look once there is a pause in the typing."""
        self._soon.start()

    def clear(self) -> None:
        """Nobody is being typed any more."""
        self._soon.stop()
        self.vraag.drop()
        self._show([])

    def _look(self) -> None:
        self.vraag.ask_like(self._typed())

    def _show(self, found: list[tuple[str, str]]) -> None:
        clear(self._namen)
        for nummer, (dossier, naam) in enumerate(found[:MOST]):
            naar = partial(self._context.navigate.emit, "dossier", {"dossier": dossier})
            made = knop(naam, f"bekend_{nummer}", naar, "stil")
            made.setAccessibleName(text("dubbel.open_naam", naam=naam))
            inside(self._namen).addWidget(made, 0, Qt.AlignmentFlag.AlignLeft)
        self.setVisible(bool(found))
