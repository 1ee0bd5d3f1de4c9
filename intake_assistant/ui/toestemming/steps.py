"""The last step of asking for consent: reading aloud, how it was explained, and the answer."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QLineEdit, QWidget

from intake_assistant.dates import as_typed, read_date, read_typed
from intake_assistant.domain.recht.toestemming import CODES
from intake_assistant.operations.words.onderwerp import TALEN
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.words.voorlezen import Voorgelezen, impossible_ways, voorgelezen, weak_way
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.fields.buttons import ButtonsEditor
from intake_assistant.ui.kit.fonts import taal_font
from intake_assistant.ui.kit.giving_way import Keuzevink
from intake_assistant.ui.kit.parts import (
    ChoiceBox,
    Knop,
    hidden_label,
    kaart,
    knop,
    kolom,
    label,
    rij,
    schuifvlak,
    with_label,
)
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.toestemming.card import NAAST
from intake_assistant.ui.toestemming.partij import named
from intake_assistant.ui.toestemming.vlakken import Invulvlak

# Read across a table, as the shared half of a conversation: as large as the whole of it fits.
LEES_PUNTEN = (20.0, 18.0, 16.0, 14.0, 12.0)
SMAL = 640
# Lower than this and what is read aloud would be a few lines: then too one comes below the other.
LAAG = 430
# What is around and beside our own fields: edges, and a bar to scroll.
RANDEN = 72


class Antwoordstap(QWidget):
    """The text to read aloud, how it was explained, and the answer."""

    answered = Signal(str)
    changed = Signal()
    in_beeld = Signal(str)
    """The text is shown in this language."""
    groot = Signal()
    """Over the whole window, turned to the person."""

    is_laag = False
    """Whether there is too little height for what is read aloud beside what we fill in."""
    tolk = ""
    """Who interprets in the conversation that is on, or did in one of today."""
    _found: Voorgelezen | None = None
    _lettertypen: tuple[str, ...] = ()

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self.work = work
        self._question: dict[str, Any] = {}
        self.tekst = label("", wrap=True, naam="voorleestekst")
        self.stand = label("", "klein", wrap=True, naam="voorleestekst_stand")
        self.taal = _talenlijst(work)
        self.uitgelegd_met = ButtonsEditor(
            "uitgelegd_met", _words("met", "uitgelegd_met").items(), onder_elkaar=True
        )
        self.wijze = ButtonsEditor("wijze", _words("wijze", "wijze").items(), onder_elkaar=True)
        self.aangewezen = hidden_label("veldnaam", "aangewezen")
        self.waarom_niet = label("", "klein", wrap=True, naam="uitgelegd_met_niet")
        self.let_op = hidden_label("waarschuwing", "let_op_uitleg")
        self.tot = QLineEdit()
        self.tot.setObjectName("vraag_tot")
        self.vrije_keuze = Keuzevink(text("toestemmingen.vraag.vrije_keuze"), "vrije_keuze")
        self.uitdrukkelijk = Keuzevink(text("toestemmingen.vraag.uitdrukkelijk"), "uitdrukkelijk")
        self.waarschuwing = label(
            text("toestemmingen.let_op.vrije_keuze"), "klein", wrap=True, naam="let_op_vrije_keuze"
        )
        self._groot, self._wijzen = self._larger(), self._ways()
        self._inhoud, self._naast = QWidget(), rij(tussen=16)
        self._inhoud.setLayout(self._naast)
        self._uitleg, self.gedeeld = self._staff(), self._shared()
        self._naast.addWidget(self._uitleg, 2)
        self._naast.addWidget(self.gedeeld, 3)
        self._rol = schuifvlak(self._inhoud)
        kolom(self, tussen=0).addWidget(self._rol)
        self._connect()

    def velden(self) -> dict[str, Any]:
        """What was filled in."""
        return {
            "taal": str(self.taal.currentData() or ""),
            "uitgelegd_met": self.uitgelegd_met.waarde() or "",
            "wijze": self.wijze.waarde() or "",
            "geldig_tot": read_typed(self.tot.text()).strip(),
            "vrije_keuze_uitgelegd": "ja" if self.vrije_keuze.isChecked() else "nee",
            "uitdrukkelijk": "ja"
            if self.uitdrukkelijk.isChecked() and not self.uitdrukkelijk.isHidden()
            else "nee",
        }

    def show_fields(self, velden: Mapping[str, Any], taal: str, vandaag: datetime.date) -> None:
        """Show what was prepared; the language is the person's own, the end a year on."""
        number = self.taal.findData(str(velden.get("taal", taal)))
        self.taal.setCurrentIndex(number if number >= 0 else self.taal.findData("nl"))
        self.uitgelegd_met.show_waarde(str(velden.get("uitgelegd_met", "")))
        self.wijze.show_waarde(str(velden.get("wijze", "")))
        tot = read_date(velden.get("geldig_tot")) or _year_on(vandaag)
        self.tot.setText(as_typed(tot))
        self.vrije_keuze.setChecked(velden.get("vrije_keuze_uitgelegd") == "ja")
        self.uitdrukkelijk.setChecked(velden.get("uitdrukkelijk") == "ja")

    def show_question(self, velden: Mapping[str, Any], *, bijzonder: bool) -> None:
        """Show the text for what was chosen."""
        self._question = dict(velden)
        self.uitdrukkelijk.setVisible(bijzonder)
        self._show_text()

    def what_is_missing(self, gegeven: str, *, bijzonder: bool) -> str:
        """What a yes still needs to be proved; a no needs nothing (AVG 7(1), 9(2)(a))."""
        if gegeven == "nee":
            return ""
        tot = read_typed(self.tot.text()).strip()
        if tot and read_date(tot) is None:
            return "datum"
        if not self.uitgelegd_met.waarde():
            return "uitgelegd_met"
        return "uitdrukkelijk" if bijzonder and not self.uitdrukkelijk.isChecked() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self.share_room()

    def share_room(self) -> None:
        """With little room what is read aloud has all of it, and what we fill in comes below."""
        smal = self.is_smal
        opzij, omlaag = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._naast.removeWidget(self._uitleg)
        self._naast.insertWidget(1 if smal else 0, self._uitleg, 2)
        self._naast.setDirection(omlaag if smal else opzij)
        self._naast.setStretchFactor(self.gedeeld, 0 if smal else 3)
        self._kaart.setDirection(opzij if smal else omlaag)
        self._knoppen.setDirection(omlaag if smal else opzij)
        self._vlak.setFocusPolicy(Qt.FocusPolicy.StrongFocus if smal else Qt.FocusPolicy.NoFocus)
        # Whole, each in its turn: nothing scrolls within what scrolls.
        self.gedeeld.setMinimumHeight(self.height() if smal else 0)
        self._invulvlak.set_heel(heel=smal)
        breed = (self.width() if smal else self.width() * 2 // 5) - px(RANDEN)
        naast = sum(keuzes.sizeHint().width() for keuzes in (self.uitgelegd_met, self.wijze))
        self._wijzen.setDirection(opzij if naast + px(8) <= breed else omlaag)

    @property
    def is_smal(self) -> bool:
        """Whether what we fill in has no room beside what is read aloud."""
        nodig = max(part.sizeHint().width() for part in (self.uitgelegd_met, self.wijze, self._groot))
        return self.is_laag or self.width() < max(px(SMAL), (nodig + px(RANDEN)) * 5 // 2)

    def first_field(self) -> QWidget:
        """What is in sight first; never an answer."""
        return self._vlak if self.is_smal else self.taal

    def focus_on(self, mist: str) -> None:
        """Go to what a yes still needs."""
        mogelijk = next(made for made in self.uitgelegd_met.knoppen.values() if made.isEnabled())
        velden = {"datum": self.tot, "uitdrukkelijk": self.uitdrukkelijk}
        velden.get(mist, mogelijk).setFocus()
        # All that can be chosen, with the question above it.
        bring_into_sight(velden.get(mist, self.uitgelegd_met), px(32))

    def _shared(self) -> QWidget:
        made = kaart(naam="voorlezen")
        box = self._kaart = kolom(made, rand=24 if thema.schaal <= NAAST else 12, tussen=8)
        inhoud = QWidget()
        inner = kolom(inhoud, tussen=8)
        inner.setContentsMargins(px(4), 0, px(4), 0)
        inner.addWidget(self.tekst)
        inner.addStretch(1)
        self._vlak = schuifvlak(inhoud)
        self._vlak.setObjectName("voorleesvlak")
        self._vlak.setAccessibleName(text("toestemmingen.vraag.lees"))
        self._vlak.viewport().installEventFilter(self)
        box.addWidget(self._vlak, 1)
        box.addWidget(self.aangewezen)
        row = self._knoppen = rij(tussen=16)
        for code in ("ja", "nee"):
            made_knop = knop(
                text(f"toestemmingen.vraag.{code}"), f"antwoord_{code}", self._answering(code), "antwoord"
            )
            made_knop.setAccessibleName(text(f"toestemmingen.vraag.{code}_naam"))
            made_knop.setAutoDefault(False)
            row.addWidget(made_knop, 1)
        box.addLayout(row)
        return made

    def _answering(self, code: str) -> Any:
        return lambda: self.answered.emit(code)

    def _staff(self) -> QWidget:
        inhoud = QWidget()
        box = kolom(inhoud, rand=16, tussen=4)
        box.addWidget(label(text("toestemmingen.vraag.lees"), "zacht", wrap=True))
        box.addWidget(self.stand)
        box.addSpacing(px(8))
        box.addWidget(named(self.taal, text("toestemmingen.vraag.taal")))
        box.addWidget(self.taal)
        box.addWidget(self._groot)
        box.addSpacing(px(8))
        box.addLayout(self._wijzen)
        box.addWidget(self.waarom_niet)
        box.addWidget(self.let_op)
        box.addSpacing(px(8))
        box.addWidget(self.vrije_keuze)
        box.addWidget(self.waarschuwing)
        box.addWidget(self.uitdrukkelijk)
        box.addSpacing(px(8))
        box.addWidget(named(self.tot, text("toestemmingen.vraag.tot")))
        box.addWidget(self.tot)
        box.addWidget(label(text("toestemmingen.vraag.tot_hulp"), "klein", wrap=True))
        box.addStretch(1)
        made = kaart(naam="uitleg")
        self._invulvlak = cast(Invulvlak, schuifvlak(inhoud, Invulvlak))
        kolom(made, rand=8).addWidget(self._invulvlak)
        return made

    def _larger(self) -> Knop:
        zin = text("gesprek.gedeeld.groot_f8")
        return knop(zin, "toestemming_groot", self.groot.emit, "stil", "oog")

    def _ways(self) -> QBoxLayout:
        row = rij(tussen=8)
        for naam, keuzes in (("uitgelegd_met", self.uitgelegd_met), ("wijze", self.wijze)):
            part = kolom(tussen=0)
            part.addWidget(named(keuzes, text(f"toestemmingen.vraag.{naam}")))
            part.addWidget(keuzes)
            part.addStretch(1)
            row.addLayout(part, 1)
        return row

    def _connect(self) -> None:
        self.taal.activated.connect(lambda _: self._show_text())
        for gekozen in (self.uitgelegd_met.gekozen, self.taal.activated):
            gekozen.connect(lambda *_: self._show_let_op())
        self.uitgelegd_met.gekozen.connect(self.changed.emit)
        self.wijze.gekozen.connect(self.changed.emit)
        self.tot.textEdited.connect(lambda _: self.changed.emit())
        self.vrije_keuze.toggled.connect(lambda on: self.waarschuwing.setVisible(not on))
        for vink in (self.vrije_keuze, self.uitdrukkelijk):
            vink.toggled.connect(lambda _: self.changed.emit())

    def _show_text(self) -> None:
        code = str(self.taal.currentData() or "nl")
        found = voorgelezen(self.work, self._question, taal=code)
        if found is None:
            raise KeyError(self._question.get("richting"))
        taal = taal_van(code) if found.stand != "ontbreekt" else None
        self._lettertypen = taal.lettertypen if taal else ()
        rechts = taal is not None and taal.richting == "rtl"
        self.tekst.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if rechts else Qt.LayoutDirection.LeftToRight
        )
        self.tekst.setText(found.tekst)
        self._fit()
        zin = "" if code == "nl" or found.stand == "gecontroleerd" else _how_far(found.stand)
        self.stand.setText(zin)
        self.stand.setVisible(bool(zin))
        self._show_ways(impossible_ways(self.work, found))
        self._found = found
        self._show_let_op()
        self.aangewezen.hide()
        self.changed.emit()
        self.in_beeld.emit(code)

    def _fit(self) -> None:
        """Nobody may have to scroll to hear that no is free; the least size is still read at arm's length."""
        room = self._vlak.viewport().size()
        # With large letters to half of what they ask: all of it in one sight is worth more here.
        half = LEES_PUNTEN[-1] * (1 + thema.schaal / 100) / 2
        for punten in (*(p * thema.schaal / 100 for p in LEES_PUNTEN), half):
            self.tekst.setFont(taal_font(self._lettertypen, punten))
            if self.tekst.heightForWidth(room.width()) <= room.height():
                return

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit anew when there is more room, or less."""
        if event.type() is QEvent.Type.Resize:
            self._fit()
        return super().eventFilter(watched, event)

    def show_aangewezen(self, code: str) -> None:
        """Say what the person pointed at; we record it."""
        with_label(self.aangewezen, text(f"toestemmingen.vraag.aangewezen_{code}"))

    def _show_let_op(self) -> None:
        """What weakens the proof of a yes: it is recorded all the same."""
        way = str(self.uitgelegd_met.waarde() or "")
        with_label(self.let_op, weak_way(self._found, way, tolk=self.tolk) if self._found else "")

    def _show_ways(self, reasons: Mapping[str, str]) -> None:
        """What cannot have been used cannot be chosen, and says why."""
        if self.uitgelegd_met.waarde() in reasons:
            self.uitgelegd_met.show_waarde("")
        for code, made in self.uitgelegd_met.knoppen.items():
            made.setEnabled(code not in reasons)
            made.setAccessibleDescription(reasons.get(code, ""))
        self.waarom_niet.setText("\n".join(reasons.values()))


def _talenlijst(work: Workspace) -> QComboBox:
    made = ChoiceBox()
    made.setObjectName("vraag_taal")
    vraag = work.data.formulieren.vragen.get(TALEN)
    for keuze in vraag.keuzes if vraag else ():
        made.addItem(keuze.label, keuze.naam)
    made.setMinimumContentsLength(12)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _words(sleutel: str, codes: str) -> dict[str, str]:
    return {code: text(f"toestemmingen.{sleutel}.{code}") for code in CODES[codes]}


def _how_far(stand: str) -> str:
    return text(
        "toestemmingen.vraag.taal_geen"
        if stand == "ontbreekt"
        else "toestemmingen.vraag.taal_ongecontroleerd"
    )


def _year_on(vandaag: datetime.date) -> datetime.date:
    # A year from 29 February ends on the 28th.
    dag = 28 if (vandaag.month, vandaag.day) == (2, 29) else vandaag.day
    return vandaag.replace(year=vandaag.year + 1, day=dag)
