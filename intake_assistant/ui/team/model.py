"""The rows of a team: filtered, sorted and grouped in Python, then put in at once (stack 5)."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.letters import holds
from intake_assistant.domain.recht.stand import STANDEN
from intake_assistant.operations.views.overzicht import BESCHADIGD
from intake_assistant.operations.views.team.beeld import TERMIJNGROEPEN, Teambeeld, termijngroep
from intake_assistant.operations.views.team.rij import Signaal, Teamrij
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.operations.words.team import getal, hoe_ver, regievoerder_of, zinnen_of
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.kit.theme import kleur
from intake_assistant.ui.kit.word_table import TableIndex
from intake_assistant.ui.words import klokken

NAAM, WIE, STAND, KLAAR, UREN, TERMIJN, AANDACHT = range(7)
KOLOMMEN: Final = ("naam", "regievoerder", "stand", "klaar", "gesprekstijd", "termijn", "aandacht")
GROEPEN: Final = ("geen", "regievoerder", "stand", "termijn")
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
_STAND: Final = {stand: plek for plek, stand in enumerate((BESCHADIGD, *STANDEN))}
_SIGNAAL: Final = {signaal: plek for plek, signaal in enumerate(Signaal)}
_VERGE: Final = (Signaal.TIEN_WEKEN_VOORBIJ, Signaal.BESCHADIGD)


@dataclass(frozen=True, slots=True)
class Groepkop:
    """A row that names the rows below it."""

    tekst: str


@dataclass(frozen=True)
class Greep:
    """Which dossiers are asked for, and what they are called."""

    woorden: str
    keep: Callable[[Teamrij], bool]


_SORTERING: Final[dict[int, Callable[[Teamrij], Any]]] = {
    WIE: lambda rij: (not rij.regievoerder, rij.regievoerder.casefold()),
    STAND: lambda rij: _STAND[rij.stand],
    KLAAR: lambda rij: rij.startposities_klaar,
    UREN: lambda rij: rij.minuten or 0,
    TERMIJN: lambda rij: rij.uiterlijk or datetime.date.max,
    AANDACHT: lambda rij: _SIGNAAL[rij.signalen[0]] if rij.signalen else len(_SIGNAAL),
}


class Teamlijst(QAbstractTableModel):
    """What is shown of all rows; a row that names a group cannot be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Teamrij | Groepkop] = []
        self.shown: list[Teamrij] = []
        """The rows without those that name a group."""
        self._all: tuple[Teamrij, ...] = ()
        self._op = datetime.date.min
        self._greep = Greep("", lambda rij: True)
        self._typed = self._groep = ""
        self._wie: str | None = None
        self._sorted = (AANDACHT, Qt.SortOrder.AscendingOrder)

    def set_all(self, beeld: Teambeeld) -> None:
        """Take all rows anew, by name as the list of dossiers has them."""
        self._all, self._op = beeld.rijen, beeld.op
        self._show()

    def ask(self, greep: Greep, typed: str, wie: str | None, groep: str) -> None:
        """Show what is asked for: of whom (None: everybody), with this in its name, in groups of a kind."""
        self._greep, self._typed, self._wie, self._groep = greep, typed, wie, groep
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a click on its header does."""
        self._sorted = (column, order)
        self._show()

    def _show(self) -> None:
        self.beginResetModel()
        self.shown = self._ordered([rij for rij in self._all if self._keeps(rij)])
        self.rows = list(self._grouped())
        self.endResetModel()

    def _keeps(self, rij: Teamrij) -> bool:
        is_of = self._wie is None or rij.regievoerder == self._wie
        return is_of and self._greep.keep(rij) and (not self._typed or holds(rij.zoektekst, self._typed))

    def _ordered(self, rijen: list[Teamrij]) -> list[Teamrij]:
        column, order = self._sorted
        is_down = order is Qt.SortOrder.DescendingOrder
        # They come by name, and sorting leaves in place what is equal.
        if column == NAAM:
            return rijen[::-1] if is_down else rijen
        return sorted(rijen, key=_SORTERING[column], reverse=is_down)

    def _grouped(self) -> Iterator[Teamrij | Groepkop]:
        kind = _GROEP.get(self._groep)
        if kind is None:
            yield from self.shown
            return
        place, name = kind
        self.shown = sorted(self.shown, key=lambda rij: place(rij, self._op))
        for key, found in groupby(self.shown, key=lambda rij: place(rij, self._op)):
            rijen = list(found)
            yield Groepkop(text("team.groep.kop", naam=name(key), aantal=len(rijen)))
            yield from rijen

    def koppen(self) -> list[int]:
        """The rows that name a group."""
        return [n for n, rij in enumerate(self.rows) if isinstance(rij, Groepkop)]

    def row_of(self, dossier: str) -> int:
        """The row of a dossier; -1 when it is not shown."""
        return next(
            (n for n, r in enumerate(self.rows) if isinstance(r, Teamrij) and r.dossier == dossier), -1
        )

    # -- for the view ----------------------------------------------------------------------------------------

    def rowCount(self, parent: TableIndex = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """One row for each dossier, and one for each group."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: TableIndex = QModelIndex()) -> int:  # noqa: B008  # the signature of Qt
        """Seven."""
        return 0 if parent.isValid() else len(KOLOMMEN)

    def flags(self, index: TableIndex) -> Qt.ItemFlag:
        """What names a group is only read."""
        if isinstance(self.rows[index.row()], Groepkop):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return text(f"team.kolom.{KOLOMMEN[section]}")
        return None

    def data(self, index: TableIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell and their look."""
        rij, column = self.rows[index.row()], index.column()
        if isinstance(rij, Groepkop):
            return self._of_kop(rij, column, role)
        if role in _WORDS:
            return op_scherm(words_of(rij, column))
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(kleur(_ink(rij, column)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return zweeftekst(zinnen_of(rij) if column == AANDACHT else words_of(rij, column))
        return None

    @staticmethod
    def _of_kop(kop: Groepkop, column: int, role: int) -> Any:
        if role in _WORDS:
            return kop.tekst if column == NAAM else ""
        if role == Qt.ItemDataRole.FontRole:
            font = QFont()
            font.setBold(True)
            return font
        return QBrush(kleur("vlak_zacht")) if role == Qt.ItemDataRole.BackgroundRole else None


def words_of(rij: Teamrij, column: int) -> str:
    """The words of one cell."""
    match column:
        case 0:
            return lijstnaam(rij.naam)
        case 1:
            return regievoerder_of(rij.regievoerder)
        case 2:
            return text(f"dossiers.stand_{rij.stand}")
        case 3:
            return hoe_ver(rij.startposities) if rij.startposities else ""
        case 4:
            uren = rij.uren
            if uren is None:
                return "" if rij.stand == BESCHADIGD else str(rij.gesprekken)
            woorden = text("team.uren", getal=getal(uren))
            return text("team.gesprekken_uren", aantal=rij.gesprekken, uren=woorden)
        case 5:
            return klokken.in_short(rij.eerste_klok) if rij.eerste_klok else ""
        case _:
            return ", ".join(text(f"team.signaal.{signaal}") for signaal in rij.signalen)


def _ink(rij: Teamrij, column: int) -> str:
    if column == AANDACHT:
        return "fout" if rij.signalen and rij.signalen[0] in _VERGE else "let_op"
    if column == TERMIJN:
        return klokken.inkt(rij.eerste_klok)
    return "tekst" if column == NAAM else "zacht"


type _Place = Callable[[Teamrij, datetime.date], Any]
_GROEP: Final[dict[str, tuple[_Place, Callable[[Any], str]]]] = {
    "regievoerder": (
        lambda rij, op: (not rij.regievoerder, rij.regievoerder),
        lambda key: regievoerder_of(key[1]),
    ),
    "stand": (
        lambda rij, op: (_STAND[rij.stand], rij.stand),
        lambda key: text(f"dossiers.stand_{key[1]}"),
    ),
    "termijn": (
        lambda rij, op: TERMIJNGROEPEN.index(termijngroep(rij, op)),
        lambda key: text(f"team.groep.termijn.{TERMIJNGROEPEN[key]}"),
    ),
}


def namen_of(rijen: Iterable[Teamrij]) -> list[str]:
    """Who has dossiers in hand, by name; an empty name, of nobody, comes last."""
    return sorted({rij.regievoerder for rij in rijen}, key=lambda naam: (not naam, naam.casefold()))
