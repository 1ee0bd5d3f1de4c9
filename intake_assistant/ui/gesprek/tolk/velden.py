"""What is recorded of who interprets; what is told of it in words; nothing of it must be filled in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from intake_assistant.domain.formulier import Keuze
from intake_assistant.domain.recht.tussen.tolk import (
    BEKENDEN,
    INSTEMMING,
    TOLKSOORTEN,
    TOLKWIJZEN,
    VERSTAAN,
    let_op_bij,
)
from intake_assistant.texts import text
from intake_assistant.ui.fields.buttons import ButtonsEditor
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import Vouwknop, kolom, label, with_label
from intake_assistant.ui.kit.theme import px

_REGELS: Final = ("nummer", "dialect", "waarom_bekende", "opmerking", "weg_om")
_TALEN: Final = ("taal", "geheim_in")
_KEUZES: Final = {"soort": TOLKSOORTEN, "wijze": TOLKWIJZEN, "verstaan": VERSTAAN}
_MEER: Final = ("wijze", "verstaan", "weg_om")
"""What is seldom known before one begins: folded away until it is."""
_SMAL, _BREED = 96, 216


class Tolkvelden(QWidget):
    """Number, language, confidentiality; of a relative what the person said of it; the rest folded away."""

    getypt = Signal()
    verlaten = Signal()
    gekozen = Signal()

    def __init__(self, talen: tuple[Keuze, ...] = ()) -> None:
        super().__init__()
        self._taal, self._is_open = "", False
        self._getoond: dict[str, str] = {}
        self.keuzes = {naam: _choice(naam, codes) for naam, codes in _KEUZES.items()}
        self.regels = {naam: QLineEdit() for naam in _REGELS}
        self.talen = {naam: SearchList(talen) for naam in _TALEN}
        self.instemming = ButtonsEditor("instemming", _words("instemming", INSTEMMING))
        self.let_op = label("", "waarschuwing", wrap=True, naam="tolk_let_op")
        self._namen: dict[str, QLabel] = {}
        self._bekende, self.meer = QWidget(), QWidget()
        self._build()
        self._connect()

    def _build(self) -> None:
        for naam in ("nummer", "weg_om"):
            self.regels[naam].setFixedWidth(px(_SMAL))
        for lijst in self.talen.values():
            lijst.setMinimumWidth(px(_BREED))
        self.talen["geheim_in"].regel().setPlaceholderText(text("gesprek.tolk.nog_niet"))
        box = kolom(self, tussen=8)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._row("soort", "nummer", "taal", "dialect", "geheim_in"))
        box.addWidget(self.let_op)
        bekende = kolom(self._bekende, tussen=4)
        bekende.setContentsMargins(0, 0, 0, 0)
        bekende.addWidget(self._named("instemming", self.instemming))
        bekende.addWidget(self.instemming)
        bekende.addWidget(self._named("waarom_bekende", self.regels["waarom_bekende"]))
        bekende.addWidget(self.regels["waarom_bekende"])
        box.addWidget(self._bekende)
        meer = kolom(self.meer, tussen=8)
        meer.addLayout(self._row(*_MEER))
        meer.addWidget(self._named("opmerking", self.regels["opmerking"]))
        meer.addWidget(self.regels["opmerking"])
        self.vouw = Vouwknop(text("gesprek.voorbereiden.aanwezig.meer"), "tolk_meer", self.meer)
        box.addWidget(self.vouw, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.meer)

    def _row(self, *namen: str) -> Vloei:
        """Each under its own name; what has no room goes on below."""
        row = Vloei()
        row.setSpacing(px(8))
        for naam in namen:
            made, veld = QWidget(), self._veld(naam)
            box = kolom(made, tussen=2)
            box.addWidget(self._named(naam, veld))
            box.addWidget(veld)
            row.addWidget(made)
        return row

    def _veld(self, naam: str) -> QWidget:
        return self.keuzes.get(naam) or self.talen.get(naam) or self.regels[naam]

    def _named(self, naam: str, veld: QWidget) -> QLabel:
        woord = text(f"gesprek.voorbereiden.aanwezig.{naam}")
        name_field(veld, f"aanwezig_{naam}", woord)
        self._namen[naam] = made = label(woord, "zacht", wrap=naam in ("instemming", "waarom_bekende"))
        made.setBuddy(veld)
        return made

    def _connect(self) -> None:
        for regel in self.regels.values():
            regel.textEdited.connect(lambda _: self._changed(self.getypt))
            regel.editingFinished.connect(self.verlaten)
        for lijst in self.talen.values():
            lijst.bewerkt.connect(lambda: self._changed(self.getypt))
            lijst.gekozen.connect(lambda: self._changed(self.gekozen))
            lijst.regel().editingFinished.connect(lambda: self._show_let_op(left=True))
            lijst.regel().editingFinished.connect(self.verlaten)
        for keuze in (*self.keuzes.values(), self.instemming):
            keuze.gekozen.connect(lambda: self._changed(self.gekozen))

    def _changed(self, signaal: SignalInstance) -> None:
        self._show_let_op()
        signaal.emit()

    # -- what stands here ------------------------------------------------------------------------------------

    def set_taal(self, code: str) -> None:
        """The conversation is in this language."""
        self._taal = code
        self._show_let_op()

    def unfold(self) -> None:
        """A conversation is on, or over: all of it can be known."""
        self._is_open = True
        self.vouw.fold(open_=True)

    def show_gegevens(self, gegevens: Mapping[str, str]) -> None:
        """Show what is known of who interprets."""
        for naam, lijst in self.keuzes.items():
            codes = _KEUZES[naam]
            geen = codes[0] if naam == "soort" else ""
            lijst.show_waarde(gegevens[naam] if gegevens.get(naam) in codes else geen)
        for naam, regel in self.regels.items():
            regel.setText(gegevens.get(naam, ""))
        self._getoond = {naam: gegevens.get(naam, "") for naam in _TALEN}
        for naam, talen in self.talen.items():
            talen.show_code(self._getoond[naam])
        self.instemming.show_waarde(gegevens.get("instemming", ""))
        self.vouw.fold(open_=self._is_open or any(gegevens.get(naam) for naam in (*_MEER, "opmerking")))
        self._show_let_op()

    def gegevens(self) -> dict[str, str]:
        """Return what stands here; what belongs to a relative only of a relative."""
        gevonden = {naam: str(lijst.waarde() or "") for naam, lijst in self.keuzes.items()}
        gevonden |= {naam: regel.text().strip() for naam, regel in self.regels.items()}
        gevonden |= {naam: "" if self._unknown(naam) else lijst.code() for naam, lijst in self.talen.items()}
        gevonden["instemming"] = str(self.instemming.waarde() or "")
        if gevonden["soort"] not in BEKENDEN:
            gevonden |= {"instemming": "", "waarom_bekende": ""}
        return gevonden

    def _unknown(self, naam: str) -> str:
        """A language that is in no list; what was recorded as it is stays."""
        typed = self.talen[naam].unknown()
        return "" if typed == self._getoond.get(naam) else typed

    def _show_let_op(self, *, left: bool = False) -> None:
        gegevens = self.gegevens()
        # Before a conversation nothing can have been said to anybody yet.
        codes = [c for c in let_op_bij(gegevens, self._taal) if self._is_open or c != "geheim"]
        zinnen = [text(f"gesprek.tolk.let_op.{code}") for code in codes]
        # Not while it is still being typed.
        typed = [self._unknown(naam) for naam in _TALEN if left or not self.talen[naam].regel().hasFocus()]
        zinnen += [text("dossiers.taal_onbekend", taal=taal) for taal in typed if taal]
        with_label(self.let_op, "\n".join(zinnen))
        self._bekende.setVisible(gegevens["soort"] in BEKENDEN)


def _choice(naam: str, codes: tuple[str, ...]) -> ChoiceEditor:
    geen = "" if naam == "soort" else text("gesprek.voorbereiden.aanwezig.niet_gezegd")
    return ChoiceEditor(_words(naam, codes), geen)


def _words(naam: str, codes: tuple[str, ...]) -> list[tuple[str, str]]:
    if naam == "soort":
        return [(code, text(f"gesprek.voorbereiden.soorten.{code}")) for code in codes]
    return [(code, text(f"dossier.code.{naam}.{code}")) for code in codes]
