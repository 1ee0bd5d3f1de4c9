"""Who was there at a conversation: a line for each, and a button for one more."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QWidget

from intake_assistant.domain.formulier import Keuze
from intake_assistant.domain.recht.gesprek import ROLLEN
from intake_assistant.domain.recht.tussen.tolk import TOLK
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.gesprek.tolk.velden import Tolkvelden
from intake_assistant.ui.kit.parts import knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px

_ANDER: Final = "maatschappelijk_begeleider"


class Aanwezige(QWidget):
    """One person who is there."""

    weg = Signal(object)
    getypt = Signal()
    verlaten = Signal()
    gekozen = Signal()

    def __init__(self, rol: str = TOLK, talen: tuple[Keuze, ...] = ()) -> None:
        super().__init__()
        self.rol, self.naam, self.tolk = choice_of("rollen", ROLLEN), QLineEdit(), Tolkvelden(talen)
        self.rol.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        name_field(self.rol, "aanwezig_rol", text("gesprek.voorbereiden.aanwezig.rol"))
        name_field(self.naam, "aanwezig_naam", text("gesprek.voorbereiden.aanwezig.naam"))
        self.naam.setPlaceholderText(text("gesprek.voorbereiden.aanwezig.naam"))
        weghalen = text("gesprek.voorbereiden.aanwezig.weg")
        weg = knop(weghalen, "aanwezig_weg", lambda: self.weg.emit(self), "stil", "sluiten")
        vak = QGridLayout(self)
        vak.setContentsMargins(0, 0, 0, 0)
        vak.setHorizontalSpacing(px(8))
        vak.setVerticalSpacing(px(4))
        # Each on a line of its own: so the longest word has room at 200 %, and the page is no wider.
        vak.addWidget(self.rol, 0, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addWidget(weg, 0, 1)
        vak.addWidget(self.naam, 1, 0)
        vak.addWidget(self.tolk, 2, 0, 1, 2)
        vak.setColumnStretch(0, 1)
        self.rol.show_waarde(rol)
        self._show_tolk()
        self._connect()

    def _connect(self) -> None:
        self.rol.gekozen.connect(self._show_tolk)
        self.rol.gekozen.connect(self.gekozen)
        self.naam.textEdited.connect(lambda _: self.getypt.emit())
        self.naam.editingFinished.connect(self.verlaten)
        self.tolk.getypt.connect(self.getypt)
        self.tolk.verlaten.connect(self.verlaten)
        self.tolk.gekozen.connect(self.gekozen)

    @property
    def is_tolk(self) -> bool:
        """Whether this is who interprets."""
        return self.rol.waarde() == TOLK

    def _show_tolk(self) -> None:
        self.tolk.setVisible(self.is_tolk)

    def show_gegevens(self, gegevens: dict[str, str]) -> None:
        """Show who this is."""
        rol = gegevens.get("rol", "")
        self.rol.show_waarde(rol if rol in ROLLEN else ROLLEN[0])
        self.naam.setText(gegevens.get("naam", ""))
        self.tolk.show_gegevens(gegevens)
        self._show_tolk()

    def gegevens(self) -> dict[str, str]:
        """Return who this is; of who interprets all that is known of it."""
        gevonden = {"rol": str(self.rol.waarde()), "naam": self.naam.text().strip()}
        if self.is_tolk:
            gevonden |= self.tolk.gegevens()
        return {sleutel: wat for sleutel, wat in gevonden.items() if wat}


class Aanwezigen(QWidget):
    """The lines, under what they are called; the first is most often the interpreter."""

    gevraagd = Signal()
    """Somebody is to be added."""
    weg = Signal(object)
    """Who was taken out."""
    terug = Signal()
    """Who was taken out was put back."""

    def __init__(self, kop: str, niemand: str, talen: tuple[Keuze, ...] = ()) -> None:
        super().__init__()
        self._talen, self._taal = talen, ""
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
        self.nog_een = knop(nog_iemand, "aanwezig_erbij", self.gevraagd.emit, icoon="nieuw")
        erbij.addWidget(self.nog_een)
        erbij.addStretch(1)
        box.addLayout(erbij)

    def add(self) -> Aanwezige:
        """A line for one more."""
        mens = Aanwezige(_ANDER if self.mensen else TOLK, self._talen)
        mens.tolk.set_taal(self._taal)
        mens.weg.connect(self.remove)
        self.mensen.append(mens)
        self._lijst.addWidget(mens)
        self._niemand.hide()
        return mens

    def set_taal(self, code: str) -> None:
        """The conversation is in this language: an interpreter of another one is remarked on."""
        self._taal = code
        for mens in self.mensen:
            mens.tolk.set_taal(code)

    def remove(self, mens: Aanwezige) -> None:
        """Take a line out, and say so."""
        self.take_out(mens)
        self.weg.emit(mens)

    def take_out(self, mens: Aanwezige) -> None:
        """Show a line no more."""
        self.mensen.remove(mens)
        mens.hide()
        mens.deleteLater()
        self._niemand.setVisible(not self.mensen)


def choice_of(soort: str, codes: tuple[str, ...]) -> ChoiceEditor:
    """A list of which one is always chosen."""
    made = ChoiceEditor([(code, text(f"gesprek.voorbereiden.{soort}.{code}")) for code in codes], "")
    # The longest word must not push the page out of the window at 150 %.
    made.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.keuze.setMinimumContentsLength(10)
    return made
