"""The first step of asking for consent: who, what for, and which way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from intake_assistant.domain.recht.toestemming import CODES
from intake_assistant.forms.toestemmingstekst import Partijvoorzet
from intake_assistant.texts import text
from intake_assistant.ui.fields.buttons import ButtonsEditor
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px


class Partijstap(QWidget):
    """Who, what for, and which way; `voorgezet` brings the kind of party that was chosen to begin from."""

    changed = Signal()
    voorgezet = Signal(object)

    def __init__(self, partijen: Iterable[Partijvoorzet]) -> None:
        super().__init__()
        self.partij, self.doel = QLineEdit(), QLineEdit()
        woorden = {code: text(f"toestemmingen.vraag.richting_{code}") for code in CODES["richting"]}
        self.richting = ButtonsEditor("richting", woorden.items(), onder_elkaar=True)
        box = kolom(self, tussen=8)
        box.addWidget(label(text("toestemmingen.vraag.voorzet"), "zacht", wrap=True))
        soorten = Vloei()
        for soort in partijen:
            soorten.addWidget(
                knop(soort.naam, f"voorzet_{soort.id}", partial(self.voorgezet.emit, soort), "chip")
            )
        box.addLayout(soorten)
        box.addSpacing(px(8))
        for naam, editor in (("partij", self.partij), ("doel", self.doel)):
            editor.setObjectName(f"vraag_{naam}")
            editor.setProperty("rol", "groot")
            editor.textEdited.connect(lambda _: self.changed.emit())
            box.addWidget(named(editor, text(f"toestemmingen.vraag.{naam}")))
            box.addWidget(editor)
            box.addWidget(label(text(f"toestemmingen.vraag.{naam}_hulp"), "klein", wrap=True))
            box.addSpacing(px(8))
        box.addWidget(named(self.richting, text("toestemmingen.vraag.richting")))
        box.addWidget(self.richting)
        box.addStretch(1)
        self.richting.gekozen.connect(self.changed.emit)

    def velden(self) -> dict[str, Any]:
        """What was filled in."""
        return {
            "partij": self.partij.text().strip(),
            "doel": self.doel.text().strip(),
            "richting": self.richting.waarde() or "",
        }

    def show_fields(self, velden: Mapping[str, Any]) -> None:
        """Show what was prepared."""
        self.partij.setText(str(velden.get("partij", "")))
        self.doel.setText(str(velden.get("doel", "")))
        self.richting.show_waarde(str(velden.get("richting", "")))

    def focus_on(self, naam: str) -> None:
        """Go to what is missing."""
        targets: dict[str, QWidget] = {"partij": self.partij, "doel": self.doel}
        if naam == "richting":
            targets[naam] = self.richting.knoppen["delen"]
        if naam in targets:
            targets[naam].setFocus()


def named(editor: QWidget, woord: str) -> QLabel:
    """A label that names an editor."""
    made = label(woord, "veldnaam", wrap=True)
    made.setBuddy(editor)
    editor.setAccessibleName(woord)
    return made
