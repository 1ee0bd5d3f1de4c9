"""The first step of sending: to whom, as what, and which dossiers."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from intake_assistant.domain.letters import holds
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.giving_way import Keuzerondje, Keuzevink
from intake_assistant.ui.kit.parts import knop, kolom, label, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.uitwisseling.deel import Deel, beside, card
from intake_assistant.ui.uitwisseling.vinktabel import Vinkrijen, Vinktabel

if TYPE_CHECKING:
    from intake_assistant.operations.views.overzicht import Overzicht
    from intake_assistant.storage.entries.devices import Known
    from intake_assistant.ui.window.context import Context

SOORTEN = tuple(soort for soort in Bestandssoort if soort.has_entries)
_WIE_KOLOMMEN, _WIE_BREED = ("naam", "rol", "gemeente"), (0, 160, 220)


class Keuzeblad(Deel):
    """Nobody and nothing is ticked beforehand."""

    verder = Signal()
    to_cards = Signal()
    """Nobody is known yet."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._known: list[Known] = []
        self._lines: list[Overzicht] = []
        self._shown: list[Overzicht] = []
        self._gekozen: set[str] = set()
        box = self.add_step("versturen_kiezen", foot=self._build_foot())
        self._build_who(card(box, text("uitwisseling.keuze.wie"), "versturen_wie"))
        self._build_kind(card(box, text("uitwisseling.keuze.soort"), "versturen_soort"))
        self._build_dossiers(card(box, text("uitwisseling.keuze.dossiers"), "versturen_dossiers"))
        box.addStretch(1)

    # -- building --------------------------------------------------------------------------------------------

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        box = kolom(foot)
        self.fout = label("", "fout", wrap=True, naam="keuze_fout")
        self.fout.hide()
        self.waarom = label("", "zacht", wrap=True, naam="keuze_waarom")
        # What is chosen below the edge of a low window is told where one goes on.
        self.mee = label("", "zacht", wrap=True, naam="keuze_mee")
        self.door = knop(text("uitwisseling.verder"), "keuze_verder", self.verder.emit, "hoofdknop")
        for part in (self.fout, self.mee, self.waarom, beside(self.door)):
            box.addWidget(part)
        return foot

    def _build_who(self, box: QVBoxLayout) -> None:
        self.wie = Vinkrijen([text(f"uitwisseling.kaart.kolom_{naam}") for naam in _WIE_KOLOMMEN])
        titel = text("uitwisseling.keuze.wie")
        self.wietabel = Vinktabel(self.wie, "ontvangers_tabel", titel, _WIE_BREED)
        self.wie.ticked.connect(self._choose_who)
        self.niemand = label(text("uitwisseling.keuze.niemand"), wrap=True, naam="niemand_bekend")
        self.naar_kaarten = knop(text("uitwisseling.keuze.naar_kaarten"), "naar_kaarten", self.to_cards.emit)
        for part in (self.wietabel, self.niemand, beside(self.naar_kaarten)):
            box.addWidget(part)

    def _build_kind(self, box: QVBoxLayout) -> None:
        self._soorten = QButtonGroup(self)
        for nummer, soort in enumerate(SOORTEN):
            button = Keuzerondje(text(f"uitwisseling.soort.{soort}"), f"soort_{soort}")
            self._soorten.addButton(button, nummer)
            box.addWidget(button)
        self._soorten.idToggled.connect(lambda *_: self._enable())
        self.soort_uitleg = label("", "zacht", wrap=True, naam="soort_uitleg")
        box.addWidget(self.soort_uitleg)

    def _build_dossiers(self, box: QVBoxLayout) -> None:
        self.alle = Keuzerondje(text("uitwisseling.keuze.alle"), "dossiers_alle")
        self.sommige = Keuzerondje(text("uitwisseling.keuze.sommige"), "dossiers_sommige")
        self._welke = QButtonGroup(self)
        for button in (self.alle, self.sommige):
            self._welke.addButton(button)
            box.addWidget(button)
        self.zoek = QLineEdit()
        self.zoek.setMaximumWidth(px(320))
        self.zoek.setPlaceholderText(text("uitwisseling.keuze.zoek"))
        name_field(self.zoek, "dossiers_zoeken", text("uitwisseling.keuze.zoek"))
        self.zoek.textChanged.connect(lambda _: self._fill_dossiers())
        self.dossiers = Vinkrijen([text("uitwisseling.voorbeeld.kolom_dossier")])
        titel = text("uitwisseling.keuze.dossiers")
        self.dossiertabel = Vinktabel(self.dossiers, "dossiers_kiezen", titel, (0,), most=8)
        self.dossiers.ticked.connect(self._choose)
        self.aantal = label("", "zacht", naam="dossiers_aantal")
        self.nieuw = Keuzevink(text("uitwisseling.keuze.alleen_nieuw"), "alleen_nieuw")
        self.nieuw_uitleg = label(text("uitwisseling.keuze.alleen_nieuw_uitleg"), "klein", wrap=True)
        for part in (self.zoek, self.dossiertabel, self.aantal, self.nieuw, self.nieuw_uitleg):
            box.addWidget(part)
        self._welke.buttonToggled.connect(lambda *_: self._enable())

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Show who is known and what there is now; who was chosen before is chosen anew."""
        work = self.context.work
        self._known = [known for known in cards.known_devices(work) if not known.ingetrokken_op]
        rows = [(one.naam, text(f"instellingen.rol_{one.rol}"), one.gemeente) for one in self._known]
        self.wie.show_ticked(rows, [False] * len(rows))
        for part, is_there in (
            (self.wietabel, bool(rows)), (self.niemand, not rows), (self.naar_kaarten, not rows),
        ):  # fmt: skip
            part.setVisible(is_there)
        if rows:
            self.wietabel.selectRow(0)
        self._lines = [line for line in self.context.lines() if not line.is_beschadigd]
        self._gekozen = set()
        self._soorten.buttons()[0].setChecked(True)
        self.alle.setChecked(True)
        self.nieuw.setChecked(False)
        self.zoek.setText("")
        self._fill_dossiers()
        self.tell("")
        self._enable()

    def choose(self, apparaten: Collection[str], dossiers: Collection[str]) -> None:
        """Tick what was asked for where one came from; it is looked at here before it goes."""
        for row, known in enumerate(self._known):
            if known.id in apparaten:
                self.wie.turn(row)
        if dossiers:
            self._gekozen = {line.dossier for line in self._lines} & set(dossiers)
            self.sommige.setChecked(True)
            self._fill_dossiers()
        self._enable()

    def choose_how(self, soort: str, *, alleen_nieuw: bool) -> None:
        """Choose the kind of file by its name, and whether only what is new goes."""
        if soort in SOORTEN:
            self._soorten.button(SOORTEN.index(Bestandssoort(soort))).setChecked(True)
        self.nieuw.setChecked(alleen_nieuw and self.nieuw.isEnabled())

    def where(self) -> dict[str, str]:
        """What `choose` and `choose_how` ask; empty is told too, else what one came with would stay."""
        return {
            "aan": " ".join(known.id for known in self._receivers()),
            "dossiers": " ".join(sorted(self._gekozen)) if self.sommige.isChecked() else "",
            "soort": str(self._soort()),
            "nieuw": "ja" if self.nieuw.isChecked() else "",
        }

    def first_field(self) -> QWidget:
        """Who it goes to."""
        return self.wietabel if self._known else self.naar_kaarten

    def tell(self, tekst: str) -> None:
        """Say why this cannot be sent."""
        with_label(self.fout, tekst)
        if tekst:
            announce(self.fout, tekst)

    def _fill_dossiers(self) -> None:
        typed = self.zoek.text()
        self._shown = [line for line in self._lines if not typed or holds(line.zoektekst, typed)]
        rows = [(lijstnaam(line.naam),) for line in self._shown]
        self.dossiers.show_ticked(rows, [line.dossier in self._gekozen for line in self._shown])
        if rows:
            self.dossiertabel.selectRow(0)

    def _choose_who(self, _: int) -> None:
        self._enable()

    def _choose(self, row: int) -> None:
        self._gekozen ^= {self._shown[row].dossier}
        self._enable()

    def _enable(self) -> None:
        soort, receivers = self._soort(), self._receivers()
        is_transfer = soort is Bestandssoort.OVERDRACHT_COLLEGA
        if is_transfer:
            self.sommige.setChecked(True)
        self.alle.setEnabled(not is_transfer)
        self.nieuw.setVisible(not is_transfer)
        self.nieuw_uitleg.setVisible(not is_transfer)
        some = self.sommige.isChecked()
        for part in (self.zoek, self.dossiertabel, self.aantal):
            part.setVisible(some)
        self.aantal.setText(text("uitwisseling.keuze.gekozen", aantal=len(self._gekozen)))
        self.soort_uitleg.setText(text(f"uitwisseling.soort_uitleg.{soort}"))
        may_be_new = len(receivers) == 1 and not is_transfer
        self.nieuw.setEnabled(may_be_new)
        if not may_be_new:
            self.nieuw.setChecked(False)
        missing = self._missing(some=some, anybody=bool(receivers))
        if is_transfer and len(receivers) > 1:
            missing = text("uitwisseling.keuze.een_collega")
        with_label(self.waarom, missing)
        with_label(self.mee, "" if missing or not receivers else self._what_goes(some=some))
        self.door.setEnabled(bool(receivers) and not missing)

    def _missing(self, *, some: bool, anybody: bool) -> str:
        if not anybody:
            return text("uitwisseling.keuze.nog_niemand") if self._known else ""
        return text("uitwisseling.keuze.nog_geen_dossier") if some and not self._gekozen else ""

    def _what_goes(self, *, some: bool) -> str:
        aantal = len(self._gekozen) if some else len(self._lines)
        return text(
            "uitwisseling.keuze.mee_gekozen" if some else "uitwisseling.keuze.mee_alle", aantal=aantal
        )

    def _soort(self) -> Bestandssoort:
        return SOORTEN[max(self._soorten.checkedId(), 0)]

    def _receivers(self) -> list[Known]:
        return [known for row, known in enumerate(self._known) if self.wie.is_ticked(row)]

    def zending(self, gezondheid: str) -> Zending:
        """What was chosen."""
        return Zending(
            self._soort(),
            tuple(cards.card_of(known) for known in self._receivers()),
            tuple(sorted(self._gekozen)) if self.sommige.isChecked() else (),
            gezondheid,
            self.nieuw.isChecked(),
        )
