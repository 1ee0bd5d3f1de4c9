"""Which data a consent covers: a tree of startposities and questions; special data one by one only."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from intake_assistant.domain.formulier import HERHALING, Formulieren, Startpositie, Vraag
from intake_assistant.domain.letters import holds, plain
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import kolom, label, zweeftekst
from intake_assistant.ui.kit.theme import BEELDEN, kleur, px, thema

NAAM = Qt.ItemDataRole.UserRole
BIJZONDER = Qt.ItemDataRole.UserRole + 1
HEET = Qt.ItemDataRole.UserRole + 2
_AAN, _UIT, _DEELS = Qt.CheckState.Checked, Qt.CheckState.Unchecked, Qt.CheckState.PartiallyChecked
# So many subjects are named below the tree; the others are counted.
HOOGUIT = 4
REGEL = 32


class Gegevensboom(QWidget):
    """The tree with a search line; nothing is ticked beforehand."""

    changed = Signal()

    def __init__(self, formulieren: Formulieren) -> None:
        super().__init__()
        self.zoek = QLineEdit()
        self.zoek.setObjectName("gegevens_zoek")
        self.zoek.setPlaceholderText(text("toestemmingen.vraag.zoek"))
        self.zoek.setAccessibleName(text("toestemmingen.vraag.zoek_naam"))
        self.zoek.setClearButtonEnabled(True)
        self.boom = _make_tree()
        for deel in formulieren.startposities:
            self._add(deel)
        self._titels = {deel.id: deel.titel for deel in formulieren.startposities}
        niets = text("toestemmingen.vraag.niets_gekozen")
        self.stand = label(niets, "zacht", wrap=True, naam="gegevens_stand")
        self._dress()
        thema.changed.connect(self._dress)
        box = kolom(self, tussen=8)
        box.addWidget(self.zoek)
        box.addWidget(self.boom, 1)
        box.addWidget(self.stand)
        self.zoek.textChanged.connect(self._sift)
        self.boom.itemChanged.connect(self._ticked)

    def _dress(self) -> None:
        """The ticks of a tree in the colours of the other ticks."""
        k = thema.kleuren
        vink, deels = f"{BEELDEN}/vink_{k.soort}.svg", f"{BEELDEN}/deels_{k.soort}.svg"
        self.boom.setStyleSheet(
            f"QTreeView::indicator {{ width: {px(16)}px; height: {px(16)}px; border: 2px solid {k.rand};"
            f" border-radius: 5px; background: {k.vlak}; }}"
            f"QTreeView::indicator:checked {{ border-color: {k.accent}; background: {k.accent};"
            f' image: url("{vink}"); }}'
            f"QTreeView::indicator:indeterminate {{ border-color: {k.accent}; background: {k.vlak};"
            f' image: url("{deels}"); }}'
            f"QTreeView::indicator:disabled {{ border-color: {k.zacht}; background: {k.zacht}; }}"
        )

    def gegevens(self) -> list[str]:
        """What is ticked: whole startposities, and questions of the others; special questions by name."""
        found: list[str] = []
        for top in self._tops():
            heel = top.checkState(0) == _AAN and _is_tickable(top)
            found += [str(top.data(0, NAAM))] if heel else []
            found += [
                str(item.data(0, NAAM))
                for item in _beneath(top)
                if item.checkState(0) == _AAN and (item.data(0, BIJZONDER) or not heel)
            ]
        return found

    def bijzonder(self) -> list[str]:
        """The special questions that are ticked."""
        return [
            str(item.data(0, NAAM))
            for top in self._tops()
            for item in _beneath(top)
            if item.checkState(0) == _AAN and item.data(0, BIJZONDER)
        ]

    def tick(self, gegevens: Iterable[str]) -> None:
        """Tick just these."""
        wanted = set(gegevens)
        for top in self._tops():
            if _is_tickable(top):
                top.setCheckState(0, _AAN if top.data(0, NAAM) in wanted else _UIT)
            for item in _beneath(top):
                if top.data(0, NAAM) not in wanted or item.data(0, BIJZONDER):
                    item.setCheckState(0, _AAN if item.data(0, NAAM) in wanted else _UIT)
            top.setExpanded(any(item.data(0, NAAM) in wanted for item in _beneath(top)))

    def line_of(self, naam: str) -> QTreeWidgetItem:
        """The line of a startpositie or question; KeyError when there is none."""
        for top in self._tops():
            for item in (top, *_beneath(top)):
                if item.data(0, NAAM) == naam:
                    return item
        raise KeyError(naam)

    def _add(self, deel: Startpositie) -> None:
        top = QTreeWidgetItem(self.boom, [deel.titel, ""])
        top.setData(0, NAAM, deel.id)
        font = top.font(0)
        font.setBold(True)
        top.setFont(0, font)
        top.setSizeHint(0, QSize(0, px(REGEL)))
        vragen = list(_asked(deel))
        if any(not vraag.bijzonder for vraag in vragen):
            top.setCheckState(0, _UIT)
            top.setToolTip(0, zweeftekst(text("toestemmingen.vraag.heel", titel=deel.titel)))
        for vraag in vragen:
            # In the words in which it is read aloud: what the forms call it says nothing to the person.
            gezegd = vraag.gezegd or vraag.label
            item = QTreeWidgetItem(top, [gezegd[:1].upper() + gezegd[1:], ""])
            item.setData(0, HEET, vraag.label)
            item.setData(0, NAAM, vraag.naam)
            item.setData(0, BIJZONDER, bool(vraag.bijzonder))
            item.setToolTip(0, zweeftekst(vraag.label))
            item.setCheckState(0, _UIT)
            item.setSizeHint(0, QSize(0, px(30)))
            if vraag.bijzonder:
                item.setText(1, text("toestemmingen.vraag.bijzonder"))
                item.setForeground(1, QBrush(kleur("let_op")))

    def _tops(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.boom.topLevelItemCount()):
            top = self.boom.topLevelItem(number)
            if top is not None:
                yield top

    def _ticked(self, item: QTreeWidgetItem, column: int) -> None:
        top = item.parent() or item
        if column == 0 and top is item:
            self._follow(top)
        self._show_partly(top)
        self.stand.setText(self._in_words())
        self.changed.emit()

    def _in_words(self) -> str:
        """How much was chosen, and what, by subject."""
        gekozen = self.gegevens()
        if not gekozen:
            return text("toestemmingen.vraag.niets_gekozen")
        per: dict[str, list[str]] = {}
        for naam in gekozen:
            per.setdefault(naam.partition(".")[0], []).append(naam)
        delen = [self._deel_in_words(deel, namen) for deel, namen in per.items()]
        if len(delen) > HOOGUIT:
            delen = [*delen[:HOOGUIT], text("toestemmingen.en_nog", aantal=len(delen) - HOOGUIT)]
        return text("toestemmingen.vraag.gekozen", aantal=len(gekozen), wat="; ".join(delen))

    def _deel_in_words(self, deel: str, namen: list[str]) -> str:
        vragen = len([naam for naam in namen if naam != deel])
        if deel not in namen:
            return text("toestemmingen.vraag.gekozen_deel", titel=self._titels[deel], aantal=vragen)
        if vragen:
            return text("toestemmingen.vraag.gekozen_heel_en", titel=self._titels[deel], aantal=vragen)
        return text("toestemmingen.vraag.gekozen_heel", titel=self._titels[deel])

    def _show_partly(self, top: QTreeWidgetItem) -> None:
        """A startpositie of which something is ticked says so, also when it is folded."""
        if not _is_tickable(top) or top.checkState(0) == _AAN:
            return
        self.boom.blockSignals(True)
        top.setCheckState(0, _DEELS if _has_ticked(top) else _UIT)
        self.boom.blockSignals(False)
        self.boom.viewport().update()

    def _follow(self, top: QTreeWidgetItem) -> None:
        """A whole startpositie holds its plain questions; never its special ones (AVG 9(2)(a))."""
        heel = top.checkState(0) == _AAN
        self.boom.blockSignals(True)
        for item in _beneath(top):
            if not item.data(0, BIJZONDER):
                item.setDisabled(heel)
                item.setCheckState(0, _AAN if heel else _UIT)
        self.boom.blockSignals(False)

    def _sift(self, woorden: str) -> None:
        wanted = woorden.strip()
        for top in self._tops():
            here = _holds(top, wanted)
            hits = [item for item in _beneath(top) if here or _holds(item, wanted)]
            for item in _beneath(top):
                item.setHidden(item not in hits)
            top.setHidden(not here and not hits)
            top.setExpanded(bool(hits) if wanted else _has_ticked(top) and top.checkState(0) != _AAN)


class Lageboom(QTreeWidget):
    """A tree that asks for no more than its least height: all its lines are higher than any window."""

    def sizeHint(self) -> QSize:
        """As wide as Qt says."""
        return QSize(super().sizeHint().width(), self.minimumHeight())


def _asked(deel: Startpositie) -> Iterator[Vraag]:
    for vraag in deel.vragen.values():
        if vraag.vervallen:
            continue
        if vraag.type == HERHALING or (vraag.is_veld and (not vraag.herhaling or vraag.bijzonder)):
            yield vraag


def _beneath(top: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    children = (top.child(number) for number in range(top.childCount()))
    return [item for item in children if item is not None]


def _has_ticked(top: QTreeWidgetItem) -> bool:
    return any(item.checkState(0) == _AAN for item in _beneath(top))


def _is_tickable(top: QTreeWidgetItem) -> bool:
    return top.data(0, Qt.ItemDataRole.CheckStateRole) is not None


def _holds(item: QTreeWidgetItem, wanted: str) -> bool:
    return any(holds(plain(str(words)), wanted) for words in (item.text(0), item.data(0, HEET) or ""))


def _make_tree() -> QTreeWidget:
    made = Lageboom()
    made.setObjectName("gegevens_boom")
    made.setAccessibleName(text("toestemmingen.vraag.gegevens"))
    made.setColumnCount(2)
    made.setHeaderHidden(True)
    made.setIndentation(px(24))
    made.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    made.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    made.header().setStretchLastSection(False)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    return made
