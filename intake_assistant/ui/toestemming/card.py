"""One consent as a card: what, why, until when, what was read; and withdrawing, as easy as giving."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from intake_assistant.dates import as_typed, date_in_words, read_date, read_typed
from intake_assistant.domain.recht.toestemming import Toestemming
from intake_assistant.domain.recht.uitwisseling import Toestemmingswijziging
from intake_assistant.operations.words.voorlezen import told_gegevens, voorgelezen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import dutch_text, text, text_or
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.text import put_text
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.mark import merk
from intake_assistant.ui.kit.parts import Vouwknop, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.qt.enter import ctrl_enter_does
from intake_assistant.ui.qt.focus import bring_into_sight
from intake_assistant.ui.words.klokken import taalnaam

# A refusal is as quiet as anything else: no colour of alarm.
_MERKEN: Final = {
    "geldig": ("vink", "goed"), "geweigerd": ("stip", "rustig"), "ingetrokken": ("terug", "rustig"),
    "verlopen": ("klok", "rustig"), "deels_nee": ("vink", "rustig"), "later_alles_nee": ("terug", "rustig"),
}  # fmt: skip

NAAST: Final = 125
"""Larger than this in per cent, what stood beside each other stands below each other."""


class ToestemmingKaart(QFrame):
    """One row that opens; `withdrawn` brings its id and the fields of the withdrawal, `again` the id."""

    withdrawn = Signal(str, dict)
    again = Signal(str)

    def __init__(
        self,
        work: Workspace,
        id: str,
        toestemming: Toestemming,
        gevraagd: str,
        later_nee: Toestemmingswijziging | None,
    ) -> None:
        super().__init__()
        self.work, self.id, self.toestemming = work, id, toestemming
        self.stand = toestemming.stand(work.clock.today())
        self.setProperty("rol", "kaart")
        self.setObjectName(f"toestemming_{id}")
        self._schets: Draft | None = None
        self._later_nee = later_nee if self.stand == "geldig" else None
        self.setAccessibleName(f"{toestemming.partij}, {text(f'toestemmingen.stand.{self._merk()}')}")
        self._box = kolom(self, rand=12, tussen=8)
        self.meer = QWidget()
        self._facts(gevraagd)
        self._head()
        self._box.addWidget(self.meer)
        self.paneel = IntrekPaneel(work.clock.today())
        self.paneel.hide()
        self._box.addWidget(self.paneel)
        self.paneel.confirmed.connect(lambda velden: self.withdrawn.emit(self.id, velden))
        self.paneel.cancelled.connect(self._close_panel)

    def _head(self) -> None:
        t = self.toestemming
        eind = (rij if thema.schaal <= NAAST else kolom)(tussen=12)
        wie = kolom(tussen=0)
        wie.addWidget(label(t.partij, "kop3", wrap=True))
        wie.addWidget(label(t.doel, wrap=True))
        if self._later_nee:
            dag = date_in_words(self._later_nee.op.isoformat())
            wie.addWidget(
                label(text("toestemmingen.stand.later_nee", datum=dag), "zacht", wrap=True, naam="later_nee")
            )
        wie.addStretch(1)
        icoon, soort = _MERKEN[self._merk()]
        row = rij(tussen=12)
        self.open = Vouwknop("", "meer", self.meer)
        self.open.setAccessibleName(text("toestemmingen.meer", partij=t.partij))
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(wie, 1)
        for part in (merk(icoon, text(f"toestemmingen.stand.{self._merk()}"), soort, "stand"), *self._ends()):
            eind.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self._box.addLayout(Groepen(row, eind, delen=(1, 0)))

    def _merk(self) -> str:
        """How it stands, with what a later no took back of it."""
        if self._later_nee is None:
            return self.stand
        return "later_alles_nee" if self._later_nee.alles else "deels_nee"

    def _ends(self) -> list[QWidget]:
        """Until when it holds, and the way to end it or to ask again."""
        parts: list[QWidget] = []
        if self.stand == "geldig":
            tot = self.toestemming.geldig_tot
            woorden = text("toestemmingen.tot", datum=date_in_words(tot.isoformat())) if tot else ""
            parts.append(label(woorden or text("toestemmingen.geen_einde"), naam="tot"))
            self.intrekken = knop(text("toestemmingen.intrekken"), "intrekken", self._open_panel)
            parts.append(self.intrekken)
        elif self.stand != "geweigerd":
            parts.append(
                knop(text("toestemmingen.opnieuw"), "opnieuw", lambda: self.again.emit(self.id), "stil")
            )
        return parts

    def _explained(self) -> str:
        if self.stand == "geweigerd":
            delen = self.toestemming.richting == "delen"
            opvragen = "toestemmingen.stand.geweigerd_uitleg_opvragen"
            return text("toestemmingen.stand.geweigerd_uitleg" if delen else opvragen)
        return text("toestemmingen.stand.verlopen_uitleg") if self.stand == "verlopen" else ""

    def _facts(self, gevraagd: str) -> None:
        box, grid = kolom(self.meer, tussen=8), QGridLayout()
        box.setContentsMargins(px(40), 0, 0, 0)
        if uitleg := self._explained():
            box.addWidget(label(uitleg, "zacht", wrap=True, naam="stand_uitleg"))
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(4))
        grid.setColumnStretch(1, 1)
        for nummer, (sleutel, woorden) in enumerate(self._rows(gevraagd)):
            grid.addWidget(
                label(text(f"toestemmingen.feit.{sleutel}"), "zacht"), nummer, 0, Qt.AlignmentFlag.AlignTop
            )
            grid.addWidget(label(woorden, wrap=True, naam=f"feit_{sleutel}"), nummer, 1)
        box.addLayout(grid)
        self.lees = knop(text("toestemmingen.toon_tekst"), "toon_tekst", self._turn_text, "stil")
        box.addWidget(self.lees, 0, Qt.AlignmentFlag.AlignLeft)
        self.tekst = label(self._read_text(), wrap=True, naam="voorgelezen_tekst")
        self.tekst.setProperty("rol", "zacht")
        self.tekst.hide()
        box.addWidget(self.tekst)

    def _rows(self, gevraagd: str) -> list[tuple[str, str]]:
        t = self.toestemming
        rows = [
            ("richting", text_or(f"toestemmingen.richting.{t.richting}", t.richting)),
            ("gegevens", self._gegevens()),
            ("gevraagd", gevraagd),
            ("uitleg", self._how()),
        ]
        if t.gegeven:
            tot = (
                date_in_words(t.geldig_tot.isoformat()) if t.geldig_tot else text("toestemmingen.geen_einde")
            )
            rows.insert(2, ("tot", tot))
        vrij = t.vrije_keuze_uitgelegd
        keuze = text("toestemmingen.feit.keuze_ja" if vrij else "toestemmingen.feit.keuze_nee")
        rows.append(("keuze", keuze))
        if t.uitdrukkelijk:
            rows.append(("uitdrukkelijk", text("toestemmingen.feit.uitdrukkelijk_ja")))
        return rows + self._withdrawal()

    def _withdrawal(self) -> list[tuple[str, str]]:
        t = self.toestemming
        if t.ingetrokken_op is None:
            return []
        woorden = date_in_words(t.ingetrokken_op.isoformat())
        if t.ingetrokken_door:
            woorden = text("toestemmingen.feit.ingetrokken_door", datum=woorden, door=t.ingetrokken_door)
        reden = f"{woorden}: {t.ingetrokken_reden}" if t.ingetrokken_reden else woorden
        rows = [("ingetrokken", reden)]
        return rows + ([("gevolg", "\n".join(t.gevolg))] if t.gevolg else [])

    def _gegevens(self) -> str:
        return "\n".join(told_gegevens(self.work.data.formulieren, self.toestemming.gegevens))

    def _how(self) -> str:
        t = self.toestemming
        taal = taalnaam(self.work, t.taal)
        versie = (
            text("toestemmingen.in_taal", versie=t.tekstversie, taal=taal)
            if taal
            else text("toestemmingen.zonder_taal", versie=t.tekstversie)
        )
        wijze = [text(f"toestemmingen.wijze.{t.wijze}")] if t.wijze else []
        return ", ".join([text(f"toestemmingen.met.{t.uitgelegd_met}"), *wijze, versie])

    def _read_text(self) -> str:
        t = self.toestemming
        if t.voorgelezen:
            return t.voorgelezen
        velden = {"richting": t.richting, "partij": t.partij, "doel": t.doel, "gegevens": t.gegevens}
        found = voorgelezen(self.work, velden, taal=t.taal or "nl", versie=t.tekstversie)
        return found.tekst if found else text("toestemmingen.tekst_onbekend", versie=t.tekstversie)

    def _turn_text(self) -> None:
        shown = self.tekst.isHidden()
        self.tekst.setVisible(shown)
        self.lees.setText(text("toestemmingen.verberg_tekst" if shown else "toestemmingen.toon_tekst"))

    def keep_with(self, schets: Draft) -> None:
        """Keep the withdrawal that is being filled in; open it when it was left half done."""
        self._schets = schets
        schets.watch(*self.paneel.velden.values())
        self.paneel.show_velden(schets.begin(f"intrekken {self.id}"))
        if self.paneel.is_begun and self.stand == "geldig":
            self._open_panel()

    def _open_panel(self) -> None:
        self.intrekken.hide()
        self.paneel.show()
        self.paneel.reden.setFocus()
        bring_into_sight(self.paneel)

    def forget(self) -> None:
        """The withdrawal was recorded or called off: what was filled in is of no use any more."""
        if self._schets is not None:
            self._schets.drop()

    def _close_panel(self) -> None:
        self.paneel.hide()
        self.forget()
        self.intrekken.show()
        self.intrekken.setFocus()


class IntrekPaneel(QFrame):
    """The withdrawal: when, by whom, why if one wants, and what was done about it (AVG 7(3))."""

    confirmed = Signal(dict)
    cancelled = Signal()

    def __init__(self, vandaag: date) -> None:
        super().__init__()
        self.setProperty("rol", "zachtvlak")
        self.setObjectName("intrekpaneel")
        self.datum, self.door, self.reden = QLineEdit(), QLineEdit(), QLineEdit()
        self.datum.setText(as_typed(vandaag))
        self.door.setText(dutch_text("toestemmingen.intrekken.zelf"))
        self.gevolg = QPlainTextEdit()
        self.gevolg.setTabChangesFocus(True)
        self.gevolg.setFixedHeight(px(64))
        self.gevolg.setPlaceholderText(text("toestemmingen.intrekken.gevolg_hulp"))
        self.fout = label("", "waarschuwing", wrap=True, naam="intrekken_fout")
        self.fout.hide()
        self.is_begun = False
        self.velden: dict[str, QLineEdit | QPlainTextEdit] = {
            "datum": self.datum, "door": self.door, "reden": self.reden, "gevolg": self.gevolg,
        }  # fmt: skip
        self._build()

    def show_velden(self, found: dict[str, str]) -> None:
        """Show what was filled in half."""
        self.is_begun = bool(found)
        for naam, tekst in found.items():
            veld = self.velden[naam]
            put_text(veld, tekst) if isinstance(veld, QPlainTextEdit) else veld.setText(tekst)

    def getypt(self) -> dict[str, str]:
        """What stands in the fields."""
        return {
            naam: veld.toPlainText() if isinstance(veld, QPlainTextEdit) else veld.text()
            for naam, veld in self.velden.items()
        }

    def _build(self) -> None:
        box = kolom(self, rand=16, tussen=8)
        box.addWidget(label(text("toestemmingen.intrekken.kop"), "kop3"))
        box.addWidget(label(text("toestemmingen.intrekken.uitleg"), "zacht", wrap=True))
        grid = QGridLayout()
        grid.setSpacing(px(8))
        for nummer, naam in enumerate(("datum", "door")):
            grid.addWidget(_named(getattr(self, naam), naam), 0, nummer)
            grid.addWidget(getattr(self, naam), 1, nummer)
        box.addLayout(grid)
        for naam in ("reden", "gevolg"):
            box.addWidget(_named(getattr(self, naam), naam))
            box.addWidget(getattr(self, naam))
        box.addWidget(self.fout)
        row = rij(tussen=8)
        row.addStretch(1)
        row.addWidget(
            knop(text("toestemmingen.intrekken.niet"), "intrekken_niet", self.cancelled.emit, "stil")
        )
        vast = knop(text("toestemmingen.intrekken.vast"), "intrekken_vast", self._confirm, "hoofdknop")
        ctrl_enter_does(vast, self)
        row.addWidget(vast)
        box.addLayout(row)

    def _confirm(self) -> None:
        datum = read_typed(self.datum.text())
        if read_date(datum) is None:
            self.fout.setText(text("toestemmingen.intrekken.datum_fout"))
            self.fout.show()
            self.datum.setFocus()
            return
        gevolg = [regel.strip() for regel in self.gevolg.toPlainText().splitlines() if regel.strip()]
        velden: dict[str, object] = {"ingetrokken_op": datum, "gevolg": gevolg}
        velden |= {
            "ingetrokken_door": self.door.text().strip(),
            "ingetrokken_reden": self.reden.text().strip(),
        }
        self.confirmed.emit({naam: waarde for naam, waarde in velden.items() if waarde})


def _named(editor: QWidget, naam: str) -> QLabel:
    made = label(text(f"toestemmingen.intrekken.{naam}"), "veldnaam")
    made.setBuddy(editor)
    editor.setObjectName(f"intrekken_{naam}")
    editor.setAccessibleName(made.text())
    return made
