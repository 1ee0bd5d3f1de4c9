"""One box for dossiers, what was recorded, questions and actions, Ctrl+K."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QWidget

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.letters import holds, plain
from intake_assistant.domain.recht.gesprek import lopend_gesprek
from intake_assistant.domain.recht.stand import STANDEN
from intake_assistant.operations.views.finding import Treffer
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.vandaag.dag import stap_in_words
from intake_assistant.operations.words.naam import lijstnaam
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
# Of what leads somewhere so much stays above what was recorded: both are in sight at once.
_ABOVE = 3
# The list, and the edges of the veil and of the box with what lies between.
_HIGH, _LEAST, _AROUND = 360, 80, 160
_POINT = "   ·   "
_ACTIES = ("toetsen", "privacy", "slot")
# As `instellingen.screen.DELEN` has them: that screen is not brought in to be looked for.
_INSTELLINGEN = ("kluis", "beveiliging", "gemeente", "weergave", "formulieren", "talen", "logboek", "over")


@dataclass(frozen=True)
class Vondst:
    """Something that can be gone to or done."""

    icoon: str
    woorden: str
    soort: str
    naam: str
    arguments: dict[str, str] = field(default_factory=dict)
    line: Overzicht | None = None
    """The line of the list; what it says of the next step is read when it is shown."""

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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or with large letters, the list is shorter and nothing lies over another."""
        super().resizeEvent(event)
        for widget in (self.veld, self.onder):
            widget.ensurePolished()
            widget.setMinimumHeight(widget.sizeHint().height())
        beside = px(_AROUND) + self.veld.sizeHint().height() + self.onder.sizeHint().height()
        self.lijst.setFixedHeight(max(px(_LEAST), min(px(_HIGH), self.height() - beside)))

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
                yield Vondst("dossier", lijstnaam(rij.naam), "", "dossier", {"dossier": rij.dossier}, rij)
            yield Vondst(
                "nieuw", text("dossiers.nieuw"), text("venster.zoeken.actie"), "dossiers", {"nieuw": "ja"}
            )
            for deel in ("samenvoegen", "versturen", "kaarten", "register"):
                yield Vondst(
                    "uitwisseling",
                    text(f"venster.zoeken.{deel}"),
                    text("venster.zoeken.actie"),
                    "uitwisseling",
                    {"deel": deel},
                )
        yield from self._in_gesprek()
        for naam in (*self._werkblad.screen_names(), *_ACTIES):
            yield Vondst(naam, text(f"venster.naar_{naam}"), text("venster.zoeken.actie"), naam)
        yield from self._parts()
        if context.dossier_id:
            yield from self._plaatsen()
            yield from self._vragen()

    def _parts(self) -> Iterator[Vondst]:
        """The parts of a screen that has a name of its own for each."""
        if self._werkblad.context.dossier_id:
            waar = text("venster.naar_dossier")
            yield Vondst("dossier", text("dossier.deel.persoon"), waar, "dossier", {"deel": "persoon"})
        if "instellingen" in self._werkblad.screen_names():
            waar = text("venster.naar_instellingen")
            for deel in _INSTELLINGEN:
                woord = text(f"instellingen.deel_{deel}")
                yield Vondst("instellingen", woord, waar, "instellingen", {"deel": deel})

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

    def _plaatsen(self) -> Iterator[Vondst]:
        """What is done after the besluit, each by its name."""
        from intake_assistant.ui.uitvoering.screen import PLAATSEN  # late: it brings that whole screen

        scherm = "uitvoering"
        for naam, (eerste, *_) in PLAATSEN.items():
            woorden = text(f"uitvoering.plaats.{naam}")
            yield Vondst(scherm, woorden, text(f"venster.naar_{scherm}"), scherm, {"deel": eerste.naam})

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
        shown: list[Vondst] = []
        for low, vondst in self._all:
            if counts.get(vondst.groep, 0) < MOST and holds(low, typed):
                counts[vondst.groep] = counts.get(vondst.groep, 0) + 1
                shown.append(vondst)
        # What is called just so comes first: *Dossiers* is not *Dossiers versturen*.
        for vondst in sorted(shown, key=lambda vondst: plain(vondst.woorden) != plain(typed.strip())):
            self._add(vondst)
        self._settle_list()

    def _settle_list(self) -> None:
        """Have a line chosen; say that there is none once that is sure."""
        if not self.lijst.count() and not self.zoeker.is_searching:
            niets = "venster.zoeken.niets_samen" if self._werkblad.context.samen else "venster.zoeken.niets"
            nothing = QListWidgetItem(text(niets))
            nothing.setFlags(Qt.ItemFlag.NoItemFlags)
            self.lijst.addItem(nothing)
        elif self.lijst.currentRow() < 0:
            self.lijst.setCurrentRow(0)

    def _show_found(self, found: list[Treffer]) -> None:
        """Below the first of what stood there already: what one is about to choose stays in its place."""
        at = min(self.lijst.count(), max(_ABOVE, self.lijst.currentRow() + 1))
        named = {vondst.arguments.get("dossier") for vondst in self._shown()}
        for treffer in found:
            if not (treffer.is_naam and treffer.dossier in named):
                self._add_found(treffer, at)
                at += 1
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

    def _add_found(self, treffer: Treffer, at: int) -> None:
        woorden = treffer.woorden or text("venster.zoeken.verborgen")
        regel = f"{self._whose(treffer)}\n{op_scherm(woorden)}"
        vondst = Vondst(treffer.scherm, treffer.over, "", treffer.scherm, dict(treffer.argumenten))
        # Letters of another writing are higher.
        high = QFontMetrics(self.lijst.font()).boundingRect(QRect(0, 0, 1 << 16, 1 << 16), 0, regel).height()
        self._add_row(vondst, regel, high + px(12), at)

    def _whose(self, treffer: Treffer) -> str:
        """Whose it is and about what, each cut off by itself: a long name does not hide the subject."""
        room, metrics = self.lijst.viewport().width() - px(72), QFontMetrics(self.lijst.font())
        if not treffer.naam:
            return op_scherm(treffer.over)
        beside = room - metrics.horizontalAdvance(treffer.naam + _POINT)
        over = metrics.elidedText(treffer.over, Qt.TextElideMode.ElideRight, max(beside, room // 2))
        left = room - metrics.horizontalAdvance(over + _POINT)
        naam = metrics.elidedText(treffer.naam, Qt.TextElideMode.ElideRight, left)
        return f"{op_scherm(naam)}{_POINT}{op_scherm(over)}"

    def _add(self, vondst: Vondst) -> None:
        soort = self._stand_of(vondst.line) if vondst.line is not None else vondst.soort
        self._add_row(vondst, f"{op_scherm(vondst.woorden)}{_POINT}{soort}", px(36), self.lijst.count())

    def _stand_of(self, line: Overzicht) -> str:
        """Where somebody is and what comes next; of a damaged dossier only that."""
        delen = [text(f"dossiers.stand_{line.stand}")]
        if not line.is_beschadigd and line.stand != STANDEN[-1]:
            delen.append(stap_in_words(self._werkblad.context.work, line))
        return " · ".join(delen)

    def _add_row(self, vondst: Vondst, regel: str, high: int, at: int) -> None:
        item = QListWidgetItem(icons.icon(vondst.icoon, kleur("zacht"), px(20)), regel)
        item.setSizeHint(QSize(0, high))
        item.setData(Qt.ItemDataRole.UserRole, vondst)
        self.lijst.insertItem(at, item)

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
                # The keyboard stays in the field: a screen reader hears nothing of the list by itself.
                announce(self.lijst, self.lijst.item(row).text())
                return True
        return False
