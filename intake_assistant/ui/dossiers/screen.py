"""The list of dossiers: who, where they stand, what is open, which clock comes first."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import ClassVar, Final

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton, QSizePolicy, QStackedWidget, QTableView, QWidget

from intake_assistant.domain.letters import holds
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.vault.instellingen import read_instelling
from intake_assistant.operations.views.overleg.wachten import is_of_me, wachtend
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.dossiers.damaged import DamagedDossier
from intake_assistant.ui.dossiers.model import NAAM, Dossierlijst, naam_of
from intake_assistant.ui.dossiers.nieuw_dossier import NieuwDossier
from intake_assistant.ui.dossiers.row_painter import Rijtekenaar
from intake_assistant.ui.dossiers.table import DossierTable
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.window.context import ALLES, Context, Scherm
from intake_assistant.ui.words import klokken

ALLE = "alle"
MANY = 1000
_KEEP: Final[dict[str, Callable[[Overzicht, Workspace], bool]]] = {
    ALLE: lambda r, _: True,
    "van_u": lambda r, work: is_of_me(work, r.overleg),
    "dringend": lambda r, _: klokken.is_dringend(r.eerste_klok),
    "in_gesprek": lambda r, _: r.stand in ("in_gesprek", "wacht_op_derde"),
    "klaar_voor_besluit": lambda r, _: r.stand == "klaar_voor_besluit",
    "vastgesteld": lambda r, _: r.stand in ("vastgesteld", "in_uitvoering"),
    "afgerond": lambda r, _: r.stand == "afgerond",
    "verschillen": lambda r, _: r.conflicten > 0 or r.has_samenloop,
    "overleg": lambda r, work: bool(wachtend(work, r.overleg)),
}
_TABEL, _LEEG, _NIETS = range(3)
_SETTING = "dossiers.filter"


class Dossiers(Scherm):
    """The table, or what to do when it is empty; and the page for a new dossier."""

    naam: ClassVar[str] = "dossiers"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = Dossierlijst(context.work)
        self.chips: dict[str, QPushButton] = {}
        self._chosen = ""
        self.pages = QStackedWidget()
        outer = kolom(self, tussen=0)
        outer.addWidget(self.pages)
        self.pages.addWidget(self._build_list())
        context.lines_made.connect(self._follow_lines)

    @cached_property
    def nieuw(self) -> NieuwDossier:
        """The page for a new dossier; made at the first need, since most who see the list need none."""
        made = NieuwDossier(self.context)
        made.made.connect(self._made)
        made.closed.connect(self.show_list)
        made.reopened.connect(self.show_nieuw)
        self.pages.addWidget(made)
        return made

    @cached_property
    def beschadigd(self) -> DamagedDossier:
        """The page instead of a dossier that cannot be read."""
        made = DamagedDossier(self.context)
        made.closed.connect(self.show_list)
        self.pages.addWidget(made)
        return made

    # -- building --------------------------------------------------------------------------------------------

    def _build_list(self) -> QWidget:
        page = QWidget()
        # Close together: who has a caseload of fourteen sees all of them.
        box = kolom(page, rand=16, tussen=8)
        box.setContentsMargins(px(16), px(8), px(16), px(8))
        box.addLayout(self._build_head())
        self.filters = QWidget()
        self._fill_filters(self.filters)
        policy = self.filters.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.filters.setSizePolicy(policy)
        box.addWidget(self.filters)
        self.body = QStackedWidget()
        for part in (self._build_table(), self._build_empty(), self._build_nothing()):
            self.body.addWidget(part)
        box.addWidget(self.body, 1)
        return schuifvlak(page)

    def _build_head(self) -> Groepen:
        links, zoeken, rechts = rij(tussen=16), rij(), rij(tussen=16)
        self.aantal = label("", "zacht", naam="aantal")
        links.addWidget(label(text("dossiers.kop"), "kop1"))
        links.addWidget(self.aantal, 0, Qt.AlignmentFlag.AlignBottom)
        zoeken.addWidget(self._build_search())
        zoeken.addStretch(1)
        naar = partial(self.context.navigate.emit, "conflicten", {})
        self.verschillen = knop(" ", "naar_conflicten", naar, icoon="let_op")
        rechts.addWidget(self.verschillen)
        self.nieuw_knop = knop(text("dossiers.nieuw"), "nieuw_dossier", self.show_nieuw, "hoofdknop", "nieuw")
        rechts.addWidget(self.nieuw_knop)
        return Groepen(links, zoeken, rechts, delen=(0, 1, 0))

    def _build_search(self) -> QLineEdit:
        self.zoekveld = QLineEdit()
        self.zoekveld.setObjectName("dossiers_zoek")
        self.zoekveld.setPlaceholderText(text("dossiers.zoek"))
        self.zoekveld.setAccessibleName(text("dossiers.zoek"))
        self.zoekveld.setClearButtonEnabled(True)
        self.zoekveld.setFixedWidth(px(200))
        self.zoekveld.textChanged.connect(self._filter)
        self.zoekveld.returnPressed.connect(self._go_to_found)
        return self.zoekveld

    def _fill_filters(self, room: QWidget) -> None:
        filters = Vloei(room)
        for naam in _KEEP:
            filters.addWidget(self._chip(naam))

    def _chip(self, naam: str) -> QPushButton:
        made = knop(
            text(f"dossiers.filter_{naam}"), f"filter_{naam}", lambda: self._choose_filter(naam), "chip"
        )
        made.setCheckable(True)
        self.chips[naam] = made
        return made

    def _build_table(self) -> QTableView:
        table = self.table = DossierTable(self.open_chosen)
        table.setObjectName("dossiers_tabel")
        table.setAccessibleName(text("dossiers.kop"))
        table.setModel(self.model)
        table.setItemDelegate(Rijtekenaar(table))
        table.dress()
        table.selectionModel().currentRowChanged.connect(self._remember)
        return table

    def _build_empty(self) -> QWidget:
        self.leeg_nieuw = knop(text("dossiers.nieuw"), "leeg_nieuw", self.show_nieuw, "hoofdknop", "nieuw")
        return _centred(_message(text("dossiers.leeg_kop"), text("dossiers.leeg_uitleg"), self.leeg_nieuw))

    def _build_nothing(self) -> QWidget:
        button = knop(text("dossiers.toon_alle"), "toon_alle", self._show_all)
        return _centred(_message(text("dossiers.niets_kop"), text("dossiers.niets_uitleg"), button))

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the list anew; `nieuw` shows the page for a new dossier, `gekozen` selects one."""
        self._chosen = arguments.get("gekozen", self._chosen)
        self._read()
        if arguments.get("nieuw") == "ja":
            self.show_nieuw()
        elif arguments.get("beschadigd"):
            self.show_damaged(arguments["beschadigd"])
        else:
            self.show_list()

    def follow(self) -> None:
        """Read the list anew; whoever is filling in a new dossier goes on."""
        if self.pages.currentIndex() == 0:
            self._read()

    def _follow_lines(self) -> None:
        """Show lines that were made behind the screen; what is in sight stays in its place."""
        if self._is_shown() and self.pages.currentIndex() == 0:
            bar = self.table.verticalScrollBar()
            at = bar.value()
            self._read()
            bar.setValue(at)

    def _read(self) -> None:
        rijen = self.context.lines()
        if len(rijen) > MANY and not self.model.alle:
            # The clock of every dossier would be reckoned before one is seen.
            self.table.sortByColumn(NAAM, Qt.SortOrder.AscendingOrder)
        self.model.set_all(rijen)
        self._show_verschillen(rijen)
        kept = read_instelling(self.context.work, _SETTING, ALLE)
        self._check(kept if kept in _KEEP else ALLE)
        self._filter()

    def _show_verschillen(self, alle: list[Overzicht]) -> None:
        aantal = sum(_KEEP["verschillen"](rij, self.context.work) for rij in alle)
        woorden = text("dossiers.naar_conflicten", aantal=aantal)
        self.verschillen.setText(f" {woorden}")
        self.verschillen.setAccessibleName(woorden)
        self.verschillen.setVisible(bool(aantal))

    def leave(self) -> None:
        """A half-filled new dossier is kept until it is made."""
        if self._has_nieuw():
            self.nieuw.schets.keep()

    def _has_nieuw(self) -> bool:
        return "nieuw" in vars(self)  # made at the first need

    def where(self) -> dict[str, str]:
        """The dossier that is selected, and the page that is shown instead of the list."""
        page = self.pages.currentWidget()
        damaged = page.dossier if isinstance(page, DamagedDossier) else ""
        return {
            "gekozen": self._chosen,
            "nieuw": "ja" if isinstance(page, NieuwDossier) else "nee",
            "beschadigd": damaged,
        }

    def step_back(self) -> bool:
        """From the page for a new dossier, or of a damaged one, to the list."""
        if self.pages.currentIndex() == 0:
            return False
        self.leave()
        self.show_list()
        return True

    def show_list(self) -> None:
        """Show the table."""
        self.pages.setCurrentIndex(0)
        begin = self.table if self.model.rows else self.zoekveld if self.model.alle else self.leeg_nieuw
        begin.setFocus()

    def show_nieuw(self) -> None:
        """Show the page for a new dossier."""
        self.pages.setCurrentWidget(self.nieuw)
        self.nieuw.begin()

    def show_damaged(self, dossier: str) -> None:
        """Say what can be done about a dossier that cannot be read."""
        naam = next((naam_of(rij) for rij in self.model.alle if rij.dossier == dossier), "")
        self.pages.setCurrentWidget(self.beschadigd)
        self.beschadigd.show_dossier(dossier, naam)

    def _made(self, dossier: str) -> None:
        # Back leads to the list: the page for a new one is empty again.
        self.pages.setCurrentIndex(0)
        self.context.navigate.emit("dossier", {"dossier": dossier})

    def open_chosen(self) -> None:
        """Open the dossier of the row that is selected."""
        if self._chosen and self.model.row_of(self._chosen) >= 0:
            self.context.navigate.emit("dossier", {"dossier": self._chosen})

    def _go_to_found(self) -> None:
        """Enter opens the only one that was found; of several one chooses in the table."""
        if len(self.model.rows) == 1:
            self.open_chosen()
        elif self.model.rows:
            self.table.setFocus()

    # -- filter ----------------------------------------------------------------------------------------------

    def _choose_filter(self, naam: str) -> None:
        self._check(naam)
        keep_instelling(self.context.work, _SETTING, naam)
        self._filter()

    def _show_all(self) -> None:
        self.zoekveld.clear()
        self._choose_filter(ALLE)

    def _check(self, naam: str) -> None:
        for name, chip in self.chips.items():
            chip.setChecked(name == naam)

    def _filter(self) -> None:
        chosen = next((naam for naam, chip in self.chips.items() if chip.isChecked()), ALLE)
        typed = self.zoekveld.text()
        work, keep, before = self.context.work, _KEEP[chosen], self._chosen
        # One that is damaged is in sight whatever is looked for by its stage.
        self.model.set_filter(
            lambda r: (r.is_beschadigd or keep(r, work)) and (not typed or holds(r.zoektekst, typed))
        )
        self._select(before)
        shown, alle = len(self.model.rows), len(self.model.alle)
        self.body.setCurrentIndex(_TABEL if shown else _NIETS if alle else _LEEG)
        # Of an empty list the page itself has it.
        self.nieuw_knop.setVisible(bool(alle))
        self.aantal.setText(_how_many(shown, alle))
        for part in (self.filters, self.zoekveld):
            part.setVisible(alle > 0)

    def _select(self, dossier: str) -> None:
        row = max(self.model.row_of(dossier), 0)
        if self.model.rows:
            self._chosen = self.model.rows[row].dossier
            flags = QItemSelectionModel.SelectionFlag
            index = self.model.index(row, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    def _remember(self, current: QModelIndex, before: QModelIndex) -> None:
        if current.isValid():
            self._chosen = self.model.rows[current.row()].dossier


def _how_many(shown: int, alle: int) -> str:
    if shown == alle:
        return text("dossiers.alle", aantal=alle) if alle else ""
    return text("dossiers.aantal", aantal=shown, alle=alle)


def _message(kop: str, uitleg: str, button: QPushButton) -> QWidget:
    card = kaart()
    box = kolom(card, rand=32, tussen=12)
    picture = label("")
    picture.setPixmap(icons.pixmap("dossiers", kleur("accent"), px(40)))
    for widget in (picture, label(kop, "kop2"), label(uitleg, "zacht", wrap=True)):
        box.addWidget(widget)
    box.addSpacing(px(8))
    box.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
    card.setMaximumWidth(px(520))
    return card


def _centred(widget: QWidget) -> QWidget:
    room = QWidget()
    box, middle = kolom(room), rij()
    middle.addStretch(1)
    # As wide as it may be where there is room; in a narrow window its words wrap.
    middle.addWidget(widget, 100)
    middle.addStretch(1)
    box.addStretch(1)
    box.addLayout(middle)
    box.addStretch(2)
    return room
