"""Over all dossiers: what asks for attention, the ten weeks on one axis, how the work is shared."""

from __future__ import annotations

import datetime
from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QWidget,
)

from intake_assistant.dates import in_words
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.letters import holds
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.papers.teamrapport import WAT, make_rapport
from intake_assistant.operations.vault.instellingen import read_instelling
from intake_assistant.operations.views.team.banen import banen_of, ends_in
from intake_assistant.operations.views.team.beeld import Teambeeld, read_team
from intake_assistant.operations.views.team.rij import Teamrij
from intake_assistant.operations.words.team import regievoerder_of, zinnen_banen, zinnen_of
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Chiprij, Vloei
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import ChoiceBox, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.team.banen import Banenlijst, Banentabel
from intake_assistant.ui.team.cijfers import ALLE, Cijfers, greep_of
from intake_assistant.ui.team.model import GROEPEN, Greep, Teamlijst, namen_of
from intake_assistant.ui.team.saving import Bewaarbaar, Bewaarknoppen
from intake_assistant.ui.team.table import Teamtabel
from intake_assistant.ui.team.verdeling import Verdeling
from intake_assistant.ui.window.context import ALLES, Context, Scherm
from intake_assistant.ui.words.doubles import Dubbelregel

DELEN: Final = ("aandacht", "tien_weken", "verdeling")
_IEDEREEN: Final = "*"


class TeamScherm(Scherm):
    """Three parts of one reading of the list; each figure opens the list behind it."""

    naam: ClassVar[str] = "team"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.beeld: Teambeeld | None = None
        self._greep, self._chosen = greep_of(ALLE), ""
        self.model, self.banen = Teamlijst(), Banenlijst()
        self.deel = DELEN[0]
        """The part that is shown."""
        inhoud = QWidget()
        box = kolom(inhoud, rand=24, tussen=12)
        box.addLayout(self._build_head())
        box.addWidget(self._build_choices())
        made = self._build_aandacht(), self._build_banen(), self._build_verdeling()
        self._parts = dict(zip(DELEN, made, strict=True))
        for part in made:
            # No stack: the longest of its pages would have the others scroll.
            box.addWidget(part, 1)
        self.turn(self.deel)
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))
        context.lines_made.connect(self._follow_lines)

    # -- building --------------------------------------------------------------------------------------------

    def _build_head(self) -> Groepen:
        links, rechts, bewaar = rij(tussen=12), rij(tussen=8), rij(tussen=8)
        links.addWidget(label(text("team.kop"), "kop1"))
        woorden = {deel: text(f"team.deel.{deel}") for deel in DELEN}
        self.keuze = Chiprij("team_deel_", woorden, self.turn)
        links.addWidget(self.keuze, 0, Qt.AlignmentFlag.AlignVCenter)
        links.addStretch(1)
        samen = partial(self.context.navigate.emit, "uitwisseling", {"deel": "samenvoegen"})
        woord = text("uitwisseling.deel_samenvoegen")
        rechts.addWidget(knop(woord, "team_samenvoegen", samen, icoon="uitwisseling"))
        naar = partial(self.context.navigate.emit, "kansengelijkheid", {})
        rechts.addWidget(knop(text("kansen.titel"), "team_kansen", naar, icoon="kansengelijkheid"))
        wat = Bewaarbaar("team", lambda: self.beeld, make_rapport, WAT, met_namen=True)
        self.bewaren = Bewaarknoppen(self.context, wat)
        bewaar.addWidget(self.bewaren)
        # In a narrow window they stand below the chips, and no wider than their words.
        for groep in (rechts, bewaar):
            groep.addStretch(1)
        return Groepen(links, Groepen(rechts, bewaar, delen=(0, 1)), delen=(1, 0))

    def _build_choices(self) -> QWidget:
        self.keuzes = QWidget()
        box = Vloei(self.keuzes)
        self.zoekveld = QLineEdit()
        self.zoekveld.setObjectName("team_zoek")
        self.zoekveld.setPlaceholderText(text("dossiers.zoek"))
        self.zoekveld.setAccessibleName(text("dossiers.zoek"))
        self.zoekveld.setClearButtonEnabled(True)
        self.zoekveld.setFixedWidth(px(200))
        self.zoekveld.textChanged.connect(self._ask)
        self.wie, self.groep = self._list("wie"), self._list("groep")
        for groep in GROEPEN:
            self.groep.addItem(text(f"team.groep.op.{groep}"), groep)
        kept = read_instelling(self.context.work, "team.groep", GROEPEN[0])
        self.groep.setCurrentIndex(max(self.groep.findData(kept), 0))
        for field in (self.zoekveld, self.wie, self.groep):
            box.addWidget(field)
        return self.keuzes

    def _list(self, naam: str) -> QComboBox:
        made = ChoiceBox()
        made.setObjectName(f"team_{naam}")
        made.setAccessibleName(text(f"team.{naam}"))
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        made.activated.connect(partial(self._keep, naam, made))
        return made

    def _build_aandacht(self) -> QWidget:
        blad = QWidget()
        box = kolom(blad, tussen=12)
        self.cijfers = Cijfers(self._choose)
        self.dubbel = Dubbelregel(self.context)
        box.addWidget(self.cijfers)
        box.addWidget(self.dubbel)
        row = rij(tussen=12)
        self.aantal = label("", "zacht", naam="team_aantal")
        self.terug = knop(text("team.toon_lopende"), "team_toon_lopende", self._show_all, "stil")
        row.addWidget(self.aantal)
        row.addWidget(self.terug)
        row.addStretch(1)
        box.addLayout(row)
        self.tabel = Teamtabel(self.model, self.open_chosen)
        self.tabel.selectionModel().currentRowChanged.connect(self._remember)
        box.addWidget(self.tabel, 1)
        self.waarom = label("", "zacht", wrap=True, naam="team_waarom")
        self.waarom.setMinimumHeight(px(44))
        self.waarom.setAlignment(Qt.AlignmentFlag.AlignTop)
        box.addWidget(self.waarom)
        return blad

    def _build_banen(self) -> QWidget:
        blad = QWidget()
        box = kolom(blad, tussen=12)
        self.banenzin = label("", wrap=True, naam="team_banen_zin")
        box.addWidget(self.banenzin)
        self.banentabel = Banentabel(self.banen, self._open_baan, self._open_week)
        box.addWidget(self.banentabel, 1)
        box.addWidget(label(text("team.baan.uitleg"), "klein", wrap=True))
        return blad

    def _build_verdeling(self) -> QWidget:
        self.verdeling = Verdeling(self._open_greep)
        return self.verdeling

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the list anew; `deel` chooses the part, `gekozen` a row."""
        self._chosen = arguments.get("gekozen", self._chosen)
        self.turn(arguments.get("deel", self.deel))
        self._read()
        self.dubbel.look()

    def follow(self) -> None:
        """Read the list anew."""
        self._read()

    def _follow_lines(self) -> None:
        if self._is_shown():
            self._read()

    def _read(self) -> None:
        # Ten thousand clocks take a second: the window lives on, with what it showed before.
        read = partial(read_team, self.context.work, self.context.lines())
        tasks.run(self.context, read, self._take, text("team.lezen"), shown=True)

    def _take(self, beeld: Teambeeld) -> None:
        self.beeld = beeld
        self.bewaren.setEnabled(True)
        self._fill_wie(beeld)
        self.cijfers.show_beeld(beeld)
        self.verdeling.show_beeld(beeld)
        self.model.set_all(beeld)
        self._ask()

    def _fill_wie(self, beeld: Teambeeld) -> None:
        chosen = read_instelling(self.context.work, "team.wie", _IEDEREEN)
        self.wie.clear()
        self.wie.addItem(text("team.iedereen"), _IEDEREEN)
        for naam in namen_of(beeld.rijen):
            self.wie.addItem(op_scherm(regievoerder_of(naam)), naam)
        self.wie.setCurrentIndex(max(self.wie.findData(chosen), 0))

    def turn(self, deel: str) -> None:
        """Show a part."""
        self.deel = deel if deel in DELEN else DELEN[0]
        self.keuze.choose(self.deel)
        for naam, part in self._parts.items():
            part.setVisible(naam == self.deel)
        self.keuzes.setVisible(self.deel != "verdeling")
        self.groep.setVisible(self.deel == "aandacht")
        self._ask()

    def where(self) -> dict[str, str]:
        """The part, and the row that is chosen."""
        return {"deel": self.deel, "gekozen": self._chosen}

    def step_back(self) -> bool:
        """From another part, or from the list behind a figure, to all that runs."""
        if self.deel != DELEN[0]:
            self.turn(DELEN[0])
            return True
        if self._greep.woorden == greep_of(ALLE).woorden:
            return False
        self._show_all()
        return True

    def resting_place(self) -> QWidget:
        """The list that is shown."""
        return {"aandacht": self.tabel, "tien_weken": self.banentabel}.get(
            self.deel, self.keuze.chips[self.deel]
        )

    # -- asking ----------------------------------------------------------------------------------------------

    def _keep(self, naam: str, field: QComboBox, place: int) -> None:
        """Ask, and ask the same the next time."""
        keep_instelling(self.context.work, f"team.{naam}", str(field.itemData(place)))
        self._ask()

    def _choose(self, greep: Greep) -> None:
        self._greep = greep
        self._ask()

    def _show_all(self) -> None:
        self.zoekveld.clear()
        self._of_everybody()
        self.cijfers.choose(ALLE)

    def _of_everybody(self) -> None:
        self.wie.setCurrentIndex(0)
        keep_instelling(self.context.work, "team.wie", _IEDEREEN)

    def _open_greep(self, greep: Greep) -> None:
        """Show the list behind a figure of another part."""
        self.cijfers.uncheck()
        self._of_everybody()
        self._greep = greep
        self.turn(DELEN[0])
        self.tabel.setFocus()

    def _open_week(self, week: datetime.date) -> None:
        """Show whose ten weeks end in a week, of whom is shown in the lanes too."""
        self.cijfers.uncheck()
        self._greep = Greep(text("team.baan.week", dag=in_words(week)), partial(ends_in, week=week))
        self.turn(DELEN[0])
        self.tabel.setFocus()

    def _ask(self) -> None:
        if self.beeld is None:
            return
        wie = self.wie.currentData()
        of_whom = None if wie in (None, _IEDEREEN) else str(wie)
        # Of what is not shown nothing is reckoned at each letter that is typed.
        if self.deel == "tien_weken":
            self._ask_banen(self.beeld, of_whom)
        elif self.deel == "aandacht":
            self._ask_rijen(self.beeld, of_whom)

    def _ask_rijen(self, beeld: Teambeeld, wie: str | None) -> None:
        self.model.ask(self._greep, self.zoekveld.text(), wie, str(self.groep.currentData() or ""))
        self._select()
        self.aantal.setText(text("team.aantal", wat=self._greep.woorden, aantal=len(self.model.shown)))
        self.terug.setVisible(len(self.model.shown) != len(beeld.lopend))

    def _ask_banen(self, beeld: Teambeeld, wie: str | None) -> None:
        typed = self.zoekveld.text()
        found = [r for r in beeld.rijen if (wie is None or r.regievoerder == wie) and _named(r, typed)]
        banen = banen_of(found, beeld.op)
        self.banen.show_all(banen)
        self.banenzin.setText(" ".join(zinnen_banen(banen)))

    # -- rows ------------------------------------------------------------------------------------------------

    def _select(self) -> None:
        row = self.model.row_of(self._chosen)
        if row < 0 and self.model.shown:
            row = self.model.row_of(self.model.shown[0].dossier)
        if row < 0:
            self.waarom.setText(text("team.niets"))
            return
        flags = QItemSelectionModel.SelectionFlag
        self.tabel.selectionModel().setCurrentIndex(
            self.model.index(row, 0), flags.ClearAndSelect | flags.Rows
        )

    def _remember(self, current: QModelIndex, before: QModelIndex) -> None:
        found = self.model.rows[current.row()] if current.isValid() else None
        if isinstance(found, Teamrij):
            self._chosen = found.dossier
            self.waarom.setText(zinnen_of(found))

    def open_chosen(self) -> None:
        """Open the dossier of the row that is chosen."""
        if self._chosen and self.model.row_of(self._chosen) >= 0:
            self.context.navigate.emit("dossier", {"dossier": self._chosen})

    def _open_baan(self) -> None:
        row = self.banentabel.currentIndex().row()
        if 0 <= row < len(self.banen.banen.banen):
            self.context.navigate.emit("dossier", {"dossier": self.banen.banen.banen[row].dossier})


def _named(rij: Teamrij, typed: str) -> bool:
    return not typed or holds(rij.zoektekst, typed)
