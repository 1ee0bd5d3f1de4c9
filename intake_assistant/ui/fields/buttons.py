"""One of a few codes, each a button in sight."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QButtonGroup, QRadioButton

from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.kit.flow import Vloei


class ButtonsEditor(Editor):
    """Buttons beside each other, or one below the other; none is chosen beforehand."""

    def __init__(self, naam: str, keuzes: Iterable[tuple[str, str]], *, onder_elkaar: bool = False) -> None:
        super().__init__()
        self._groep = QButtonGroup(self)
        self.knoppen: dict[str, QRadioButton] = {}
        naast = Vloei()
        naast.setSpacing(0)
        self.vak.setSpacing(0)
        for code, woord in keuzes:
            self.knoppen[code] = made = QRadioButton(woord)
            made.setObjectName(f"{naam}_{code}")
            made.clicked.connect(lambda _: self.gekozen.emit())
            self._groep.addButton(made)
            (self.vak if onder_elkaar else naast).addWidget(made)
        if onder_elkaar:
            self.vak.addStretch(1)
        else:
            self.vak.addLayout(naast)

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
