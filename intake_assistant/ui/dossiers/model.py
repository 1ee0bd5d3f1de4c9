"""The list of dossiers as a model: one row each, ready to be shown, sorted and searched."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property
from operator import attrgetter
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from intake_assistant.dates import in_short
from intake_assistant.documents.tekening.vakje import Vakje
from intake_assistant.domain.formulier import Startpositie
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.recht.stand import STANDEN
from intake_assistant.operations.views.overleg.wachten import werkzinnen
from intake_assistant.operations.views.overzicht import BESCHADIGD, Overzicht
from intake_assistant.operations.views.team.banen import Baan, Banen
from intake_assistant.operations.views.team.rij import tien_weken_of
from intake_assistant.operations.views.vandaag.dag import stap_in_words
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import zweeftekst
from intake_assistant.ui.words import klokken

NAAM, TAAL, STAP, KLOK, MERKEN = range(5)
KOLOMMEN: Final = ("naam", "taal", "stap", "klok", "merken")
STATEN: Final = ("klaar", "deels", "leeg")
# Learning, working, and the life around these.
_GROEPEN: Final = (
    ("leerbaarheid", "opleiding", "taalniveau", "digitale_vaardigheden"),
    ("werkervaring", "praktische_competenties", "werknemersvaardigheden", "motivatie"),
)
_Index = QModelIndex | QPersistentModelIndex
_LATEST = datetime.date.max
_WORDS = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def _uiterlijk(rij: Overzicht) -> datetime.date:
    if rij.is_beschadigd:
        return datetime.date.min  # in sight, however long the list
    klok = rij.eerste_klok
    return klok.uiterlijk if klok is not None and klok.uiterlijk is not None else _LATEST


class Dossierlijst(QAbstractTableModel):
    """What is shown of all rows: filtered and sorted in Python, then put in at once."""

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        self._work = work
        self._all: list[Overzicht] = []
        self.rows: list[Overzicht] = []
        self._stappen: dict[str, str] = {}
        self._sorted = (KLOK, Qt.SortOrder.AscendingOrder)
        self._keep: Callable[[Overzicht], bool] = lambda rij: True
        self._sorting: dict[int, Callable[[Overzicht], Any]] = {
            TAAL: lambda rij: self.taal_of(rij).casefold(),
            # In the order of the work, not of the alphabet.
            STAP: lambda rij: (BESCHADIGD, *STANDEN).index(rij.stand),
            KLOK: _uiterlijk,
            MERKEN: lambda rij: len(rij.onderwerpen) - rij.onderwerpen.count("klaar"),
        }

    def set_all(self, rows: Iterable[Overzicht]) -> None:
        """Take all rows anew, in the order of their names: in whatever else they are alike, so they stand."""
        self._all = sorted(rows, key=attrgetter("op_naam"))
        self._stappen.clear()
        self._show()

    @property
    def alle(self) -> list[Overzicht]:
        """Every row, whatever the filter."""
        return self._all

    def set_filter(self, keep: Callable[[Overzicht], bool]) -> None:
        """Show only the rows that are kept."""
        self._keep = keep
        self._show()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column; a click on its header does."""
        self._sorted = (column, order)
        self._show()

    def _show(self) -> None:
        column, order = self._sorted
        kept, falling = [r for r in self._all if self._keep(r)], order is Qt.SortOrder.DescendingOrder
        self.beginResetModel()
        if column == NAAM:
            self.rows = kept[::-1] if falling else kept
        else:
            self.rows = sorted(kept, key=self._sorting[column], reverse=falling)
        self.endResetModel()

    def row_of(self, dossier: str) -> int:
        """The row of a dossier; -1 when it is not shown."""
        return next((n for n, rij in enumerate(self.rows) if rij.dossier == dossier), -1)

    # -- for the view ----------------------------------------------------------------------------------------

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """One row per dossier."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        """Five."""
        return 0 if parent.isValid() else len(KOLOMMEN)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return text(f"dossiers.kolom_{KOLOMMEN[section]}")
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words of a cell; the same words are read aloud by a screen reader."""
        rij, column = self.rows[index.row()], index.column()
        if role in _WORDS:
            return self.words(rij, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            klok = rij.eerste_klok if column == KLOK else None
            return zweeftekst(uitleg_of(klok) if klok else self.words(rij, column))
        return rij if role == Qt.ItemDataRole.UserRole else None

    def words(self, rij: Overzicht, column: int) -> str:
        """What a cell says."""
        if rij.is_beschadigd:
            return _damaged_words(rij, column)
        if column == NAAM:
            return op_scherm(rij.naam)
        if column == TAAL:
            return self.taal_of(rij)
        if column == STAP:
            return self.stap_of(rij)
        return _klok_words(rij) if column == KLOK else self._merken_words(rij)

    def taal_of(self, rij: Overzicht) -> str:
        """The language that somebody speaks."""
        return klokken.taalnaam(self._work, rij.spreektaal)

    def stap_of(self, rij: Overzicht) -> str:
        """What comes next, and who takes it over meanwhile; reckoned once for as long as the line stands."""
        if rij.dossier not in self._stappen:
            delen = [stap_in_words(self._work, rij), *werkzinnen(self._work, rij.overleg)]
            delen += [text("dossiers.onvolledig")] if rij.onvolledig else []
            self._stappen[rij.dossier] = " · ".join(delen)
        return self._stappen[rij.dossier]

    def baan_of(self, rij: Overzicht) -> Baan | None:
        """The ten weeks of somebody without a PIP; None when these are over or of no use."""
        klok = None if rij.is_beschadigd else tien_weken_of(rij)
        if klok is None or rij.stand == STANDEN[-1]:
            return None
        dagen = tuple(sorted(g.op for g in rij.team.gesprekken if g.op is not None))
        return Baan(rij.dossier, rij.naam, rij.regievoerder, klok, rij.startposities, dagen)

    @property
    def banen(self) -> Banen:
        """The axis on which the ten weeks lie."""
        return Banen(self._work.clock.today(), ())

    def vakjes_of(self, rij: Overzicht) -> Iterator[list[Vakje]]:
        """The topics of somebody in their groups, a square each."""
        for groep in self._groepen:
            found = [(deel, rij.onderwerpen[at]) for at, deel in groep.items() if at < len(rij.onderwerpen)]
            yield [_vakje(deel, staat) for deel, staat in found]

    @cached_property
    def _groepen(self) -> list[dict[int, Startpositie]]:
        """In each group the startposities, by their place in what is kept of a dossier."""
        delen = self._work.data.formulieren.startposities
        genoemd = {naam for groep in _GROEPEN for naam in groep}
        rest = tuple(deel.id for deel in delen if deel.id not in genoemd)
        return [{n: d for n, d in enumerate(delen) if d.id in groep} for groep in (*_GROEPEN, rest)]

    def _merken_words(self, rij: Overzicht) -> str:
        """How many are done, and which are not."""
        staten = rij.onderwerpen
        titels = [deel.titel for deel in self._work.data.formulieren.startposities]
        zinnen = [text("dossiers.merken", klaar=staten.count("klaar"), alle=len(staten))]
        for staat in STATEN[1:]:
            namen = [titel for titel, deze in zip(titels, staten, strict=False) if deze == staat]
            zinnen += [text(f"dossiers.merken_{staat}", namen=opsomming(namen))] if namen else []
        return " ".join(zinnen)


_DEEL: Final = {"klaar": 1.0, "deels": 0.5, "leeg": 0.0}


def _vakje(deel: Startpositie, staat: str) -> Vakje:
    return Vakje(deel.merk, _DEEL[staat], staat == "klaar", deel.titel)


def naam_of(rij: Overzicht) -> str:
    """The name of the person; of a line that was lost what tells the dossier from others."""
    return lijstnaam(rij.naam) or text("dossiers.beschadigd.zonder_naam", kenmerk=rij.dossier[:8])


def _damaged_words(rij: Overzicht, column: int) -> str:
    if column == STAP:
        return f"{text(f'dossiers.stand_{rij.stand}')} · {text('dossiers.beschadigd.zie')}"
    return op_scherm(naam_of(rij)) if column == NAAM else ""


def _klok_words(rij: Overzicht) -> str:
    klok = rij.eerste_klok
    if klok is None:
        return text("dossiers.geen_klok")
    uiterlijk = text("dossiers.uiterlijk", datum=in_short(klok.uiterlijk)) if klok.uiterlijk else ""
    return " · ".join(filter(None, (klokken.in_short(klok), uiterlijk)))
