"""Who was there at a conversation: a line for each, and a button for one more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from intake_assistant.domain.recht.gesprek import ROLLEN, TOLKSOORTEN
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.parts import knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px

_TOLK: Final = "tolk"
_ANDER: Final = "maatschappelijk_begeleider"


class Aanwezige(QWidget):
    """One person who is there."""

    weg = Signal(object)

    def __init__(self, rol: str = _TOLK) -> None:
        super().__init__()
        self.rol, self.soort = choice_of("rollen", ROLLEN), choice_of("soorten", TOLKSOORTEN)
        for lijst in (self.rol, self.soort):
            lijst.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.naam, self.nummer = QLineEdit(), QLineEdit()
        velden = {"rol": self.rol, "soort": self.soort, "naam": self.naam, "nummer": self.nummer}
        for naam, wat in velden.items():
            name_field(wat, f"aanwezig_{naam}", text(f"gesprek.voorbereiden.aanwezig.{naam}"))
        self.naam.setPlaceholderText(text("gesprek.voorbereiden.aanwezig.naam"))
        self.nummer.setFixedWidth(px(96))
        self.rol.gekozen.connect(self._show_tolk)
        weghalen = text("gesprek.voorbereiden.aanwezig.weg")
        weg = knop(weghalen, "aanwezig_weg", lambda: self.weg.emit(self), "stil", "sluiten")
        vak = QGridLayout(self)
        self._tolk = self._make_tolk()
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setHorizontalSpacing(px(8))
        vak.setVerticalSpacing(px(4))
        # Each on a line of its own: so the longest word has room at 200 %, and the page is no wider.
        vak.addWidget(self.rol, 0, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addWidget(weg, 0, 1)
        vak.addWidget(self.naam, 1, 0)
        vak.addWidget(self._tolk, 2, 0, 1, 2)
        vak.setColumnStretch(0, 1)
        self.rol.show_waarde(rol)
        self._show_tolk()

    def _make_tolk(self) -> QWidget:
        made = QWidget()
        woord = label(text("gesprek.voorbereiden.aanwezig.nummer"), "zacht")
        woord.setBuddy(self.nummer)
        regel = rij(made, tussen=8)
        for deel in (self.soort, woord, self.nummer):
            regel.addWidget(deel)
        regel.addStretch(1)
        return made

    def _show_tolk(self) -> None:
        self._tolk.setVisible(self.rol.waarde() == _TOLK)

    def show_gegevens(self, gegevens: dict[str, str]) -> None:
        """Show who this is."""
        for lijst, naam, codes in ((self.rol, "rol", ROLLEN), (self.soort, "soort", TOLKSOORTEN)):
            lijst.show_waarde(gegevens[naam] if gegevens.get(naam) in codes else codes[0])
        self.naam.setText(gegevens.get("naam", ""))
        self.nummer.setText(gegevens.get("nummer", ""))
        self._show_tolk()

    def gegevens(self) -> dict[str, str]:
        """Return who this is; an interpreter with kind and number."""
        gevonden = {"rol": str(self.rol.waarde()), "naam": self.naam.text().strip()}
        if gevonden["rol"] == _TOLK:
            gevonden |= {"soort": str(self.soort.waarde()), "nummer": self.nummer.text().strip()}
        return {sleutel: wat for sleutel, wat in gevonden.items() if wat}


class Aanwezigen(QWidget):
    """The lines, under what they are called; the first is most often the interpreter."""

    gevraagd = Signal()
    """Somebody is to be added."""
    weg = Signal(object)
    """Who was taken out."""

    def __init__(self, kop: str, niemand: str) -> None:
        super().__init__()
        self.mensen: list[Aanwezige] = []
        self._niemand = label(niemand, "zacht", wrap=True)
        self.zoals = label("", "klein", wrap=True, naam="zoals_vorige_keer")
        self.zoals.hide()
        self._lijst = kolom(tussen=12)
        box = kolom(self, tussen=8)
        for woord in (label(kop, "kop3"), self._niemand, self.zoals):
            box.addWidget(woord)
        box.addLayout(self._lijst)
        erbij = rij()
        nog_iemand = text("gesprek.voorbereiden.aanwezig.erbij")
        erbij.addWidget(knop(nog_iemand, "aanwezig_erbij", self.gevraagd.emit, icoon="nieuw"))
        erbij.addStretch(1)
        box.addLayout(erbij)

    def add(self) -> Aanwezige:
        """A line for one more."""
        mens = Aanwezige(_ANDER if self.mensen else _TOLK)
        mens.weg.connect(self.remove)
        self.mensen.append(mens)
        self._lijst.addWidget(mens)
        self._niemand.hide()
        return mens

    def remove(self, mens: Aanwezige) -> None:
        """Take a line out."""
        self.mensen.remove(mens)
        mens.hide()
        mens.deleteLater()
        self._niemand.setVisible(not self.mensen)
        self.weg.emit(mens)


def choice_of(soort: str, codes: tuple[str, ...]) -> ChoiceEditor:
    """A list of which one is always chosen."""
    made = ChoiceEditor([(code, text(f"gesprek.voorbereiden.{soort}.{code}")) for code in codes], "")
    # The longest word must not push the page out of the window at 150 %.
    made.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.keuze.setMinimumContentsLength(10)
    return made
