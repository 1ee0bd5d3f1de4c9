"""One of a few codes, each a button in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QAbstractButton, QButtonGroup

from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Keuzerondje
from intake_assistant.ui.kit.parts import Knop


class ButtonsEditor(Editor):
    """Buttons beside each other, or one below the other; none is chosen beforehand."""

    def __init__(self, naam: str, keuzes: Iterable[tuple[str, str]], *, onder_elkaar: bool = False) -> None:
        super().__init__()
        self._groep = QButtonGroup(self)
        self.knoppen: dict[str, QAbstractButton] = {}
        naast = Vloei()
        naast.setSpacing(0)
        self.vak.setSpacing(0)
        for code, woord in keuzes:
            self.knoppen[code] = made = self._make(woord)
            made.setObjectName(f"{naam}_{code}")
            made.clicked.connect(lambda _: self.gekozen.emit())
            self._groep.addButton(made)
            (self.vak if onder_elkaar else naast).addWidget(made)
        if onder_elkaar:
            self.vak.addStretch(1)
        else:
            self.vak.addLayout(naast)

    def _make(self, woord: str) -> QAbstractButton:
        return Keuzerondje(woord)

    def show_waarde(self, waarde: object) -> None:
        """Show a code; one that is not among them is none."""
        self._groep.setExclusive(False)
        for code, made in self.knoppen.items():
            made.setChecked(code == waarde)
        self._groep.setExclusive(True)
        self.setFocusProxy(self.knoppen.get(str(waarde), next(iter(self.knoppen.values()))))

    def waarde(self) -> object:
        """Return the code, None for none."""
        return next((code for code, made in self.knoppen.items() if made.isChecked()), None)


class SegmentsEditor(ButtonsEditor):
    """A few short codes close together, the last of them for none."""

    def __init__(self, naam: str, keuzes: Iterable[tuple[str, str]], geen: str, wordt_gelezen: str) -> None:
        """`geen` stands on the button for none, which is read aloud as `wordt_gelezen`."""
        super().__init__(naam, [*keuzes, ("", geen)])
        self.knoppen[""].setObjectName(f"{naam}_geen")
        self.knoppen[""].setAccessibleName(wordt_gelezen)

    def _make(self, woord: str) -> QAbstractButton:
        made = Knop(woord)
        made.setCheckable(True)
        made.setProperty("rol", "segment")
        return made

    def show_waarde(self, waarde: object) -> None:
        """Show a code; nothing filled in is one too."""
        super().show_waarde(waarde or "")

    def waarde(self) -> object:
        """Return the code, None for none."""
        return super().waarde() or None
