"""One box for dossiers, what was recorded, questions and actions, Ctrl+K."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.letters import holds, plain
from intake_assistant.domain.recht.gesprek import lopend_gesprek
from intake_assistant.operations.views.finding import Treffer
from intake_assistant.texts import text
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import label
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.window.finder import Zoeker

if TYPE_CHECKING:
    from intake_assistant.ui.window.workbench import Werkblad

MOST = 7
_ACTIES = ("toetsen", "privacy", "slot")


@dataclass(frozen=True)
class Vondst:
    """Something that can be gone to or done."""

    icoon: str
    woorden: str
    soort: str
    naam: str
    arguments: dict[str, str] = field(default_factory=dict)

    @property
    def groep(self) -> str:
        """With what it is counted: so many of each are shown."""
        return next((wat for wat in ("dossier", "startpositie", "vraag") if wat in self.arguments), "actie")


class Zoeken(Overleg):
    """`chosen` with the name of a screen or an act, and its arguments."""

    chosen = Signal(str, dict)

    def __init__(self, werkblad: Werkblad) -> None:
        super().__init__(werkblad, 640)
        self._werkblad = werkblad
        self._all: list[tuple[str, Vondst]] = []
        self.zoeker = Zoeker(werkblad.context, self)
        self.zoeker.found.connect(self._show_found)
        self.zoeker.busy.connect(self._show_busy)
        self.veld = QLineEdit()
        self.veld.setObjectName("zoek_veld")
        self.veld.setProperty("rol", "groot")
        self.veld.setAccessibleName(text("venster.zoeken.veld"))
        self.veld.textChanged.connect(self._typed)
        self.veld.returnPressed.connect(self._choose)
        self.veld.installEventFilter(self)
        self.lijst = QListWidget()
        self.lijst.setObjectName("zoek_lijst")
        self.lijst.setAccessibleName(text("venster.zoeken.gevonden"))
        self.lijst.setIconSize(QSize(px(20), px(20)))
        self.lijst.setMinimumHeight(px(360))
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.lijst.itemActivated.connect(lambda _: self._choose())
        self.lijst.itemClicked.connect(lambda _: self._choose())
        self.onder = label(text("venster.zoeken.uitleg"), "klein", naam="zoek_onder")
        for widget in (self.veld, self.lijst, self.onder):
            self.box.addWidget(widget)

    def open_box(self) -> None:
        """Show it, empty, with all that can be found now."""
        self._all = [(plain(v.woorden), v) for v in self._everything()]
        wat = (
            "venster.zoeken.plaatshouder_gesprek"
            if self._werkblad.context.samen
            else "venster.zoeken.plaatshouder"
        )
        self.veld.setPlaceholderText(text(wat))
        self.veld.clear()
        self._fill("")
        super().open_box()

    def close_box(self) -> None:
        """Put it away and forget what was found."""
        super().close_box()
        self.zoeker.stop()
        self._all = []
        self.veld.clear()
        self.lijst.clear()

    def room(self) -> QRect:
        """Never over the half that is shared."""
        return self._werkblad.room()

    def first_field(self) -> QWidget:
        """The field to type in."""
        return self.veld

    # -- finding ---------------------------------------------------------------------------------------------

    def _everything(self) -> Iterator[Vondst]:
        """What can be gone to; while somebody looks along nothing of anybody else."""
        context = self._werkblad.context
        if not context.samen:
            for rij in context.lines():
                yield Vondst(
                    "dossier", rij.naam, text("venster.zoeken.dossier"), "dossier", {"dossier": rij.dossier}
                )
            yield Vondst(
                "nieuw", text("dossiers.nieuw"), text("venster.zoeken.actie"), "dossiers", {"nieuw": "ja"}
            )
        yield from self._in_gesprek()
        for naam in (*self._werkblad.screen_names(), *_ACTIES):
            yield Vondst(naam, text(f"venster.naar_{naam}"), text("venster.zoeken.actie"), naam)
        yield from self._vragen() if context.dossier_id else ()

    def _in_gesprek(self) -> Iterator[Vondst]:
        """The acts of the conversation that is on."""
        context = self._werkblad.context
        if context.dossier_id and lopend_gesprek(context.dossier()) is not None:
            for deel in ("vertellen", "afronden"):
                yield Vondst(
                    "gesprek",
                    text(f"venster.zoeken.{deel}"),
                    text("venster.zoeken.actie"),
                    "gesprek",
                    {"deel": deel},
                )

    def _vragen(self) -> Iterator[Vondst]:
        delen = self._werkblad.context.work.data.formulieren.startposities
        for deel in delen:
            yield Vondst(
                "gesprek",
                deel.titel,
                text("venster.zoeken.startpositie"),
                "gesprek",
                {"startpositie": deel.id},
            )
        for deel in delen:
            for vraag in deel.velden:
                yield Vondst("gesprek", vraag.label, deel.titel, "gesprek", {"vraag": vraag.naam})

    def _typed(self, typed: str) -> None:
        if self.isVisible():
            self.zoeker.search(typed)
        self._fill(typed)

    def _fill(self, typed: str) -> None:
        counts: dict[str, int] = {}
        self.lijst.clear()
        for low, vondst in self._all:
            if counts.get(vondst.groep, 0) < MOST and holds(low, typed):
                counts[vondst.groep] = counts.get(vondst.groep, 0) + 1
                self._add(vondst)
        self._settle_list()

    def _settle_list(self) -> None:
        """Have a line chosen; say that there is none once that is sure."""
        if not self.lijst.count() and not self.zoeker.is_searching:
            nothing = QListWidgetItem(text("venster.zoeken.niets"))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.lijst.addItem(nothing)
        elif self.lijst.currentRow() < 0:
            self.lijst.setCurrentRow(0)

    def _show_found(self, found: list[Treffer]) -> None:
        """Below what stood there already: what one is about to choose stays in its place."""
        named = {vondst.arguments.get("dossier") for vondst in self._shown()}
        for treffer in found:
            if not (treffer.is_naam and treffer.dossier in named):
                self._add_found(treffer)
        self._settle_list()

    def _shown(self) -> Iterator[Vondst]:
        for row in range(self.lijst.count()):
            vondst = self.lijst.item(row).data(Qt.ItemDataRole.UserRole)
            if isinstance(vondst, Vondst):
                yield vondst

    def _show_busy(self, busy: bool) -> None:
        tekst = text("venster.zoeken.bezig" if busy else "venster.zoeken.uitleg")
        if tekst != self.onder.text():
            self.onder.setText(tekst)
            if busy:
                announce(self.onder, tekst)

    def _add_found(self, treffer: Treffer) -> None:
        woorden = treffer.woorden or text("venster.zoeken.verborgen")
        wie = [op_scherm(treffer.naam)] if treffer.naam else []
        regels = ("   ·   ".join([*wie, op_scherm(treffer.over)]), op_scherm(woorden))
        vondst = Vondst(treffer.scherm, treffer.over, "", treffer.scherm, dict(treffer.argumenten))
        self._add_row(vondst, "\n".join(regels), 52)

    def _add(self, vondst: Vondst) -> None:
        self._add_row(vondst, f"{op_scherm(vondst.woorden)}   ·   {vondst.soort}", 36)

    def _add_row(self, vondst: Vondst, regel: str, hoog: int) -> None:
        item = QListWidgetItem(icons.icon(vondst.icoon, kleur("zacht"), px(20)), regel)
        item.setSizeHint(QSize(0, px(hoog)))
        item.setData(Qt.ItemDataRole.UserRole, vondst)
        self.lijst.addItem(item)

    def _choose(self) -> None:
        index = self.lijst.currentIndex()
        vondst = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        if isinstance(vondst, Vondst):
            self.close_box()
            self.chosen.emit(vondst.naam, vondst.arguments)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while one types."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.lijst.count():
                row = min(max(self.lijst.currentRow() + step, 0), self.lijst.count() - 1)
                self.lijst.setCurrentRow(row)
                return True
        return False
