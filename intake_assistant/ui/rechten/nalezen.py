"""Reading through what was typed, before it is handed over: what is about others is made unreadable."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QWidget,
)

from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.recht.masker import MET_DE_HAND, Masker, merged, shown, without
from intake_assistant.operations.acts.nalezen import record_nagelezen
from intake_assistant.operations.papers.derden import (
    ID_TEKENS,
    Afscherming,
    Leestekst,
    rol_in_words,
)
from intake_assistant.texts import text
from intake_assistant.ui.kit import icons
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import knop, kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import kleur, px
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.context import Context

KORT = 60


class Tekstgroep:
    """One text, wherever it was typed: it is read once, and masked everywhere alike."""

    def __init__(self, eerste: Leestekst) -> None:
        self.tekst, self.onderwerp = eerste.tekst, eerste.onderwerp
        self.maskers = eerste.maskers
        self.plekken = [eerste]

    @property
    def naam(self) -> str:
        """Its first place, as it is asked for."""
        return f"{self.plekken[0].entry[:ID_TEKENS]} {self.plekken[0].pad}"

    @property
    def gelezen(self) -> bool:
        """Whether it was read through at every place."""
        return all(plek.gelezen for plek in self.plekken)

    def add(self, plek: Leestekst) -> None:
        """The same text once more; what is masked at one place is masked here."""
        self.plekken.append(plek)
        self.maskers = merged([*self.maskers, *plek.maskers])

    def keep(self) -> None:
        """What is masked is recorded now, at every place."""
        self.plekken = [replace(plek, maskers=self.maskers) for plek in self.plekken]


def groups_of(teksten: Iterable[Leestekst]) -> list[Tekstgroep]:
    """The texts to read: what nobody read yet first, and of those what is masked; equal ones together."""
    found: dict[str, Tekstgroep] = {}
    for lees in teksten:
        if lees.tekst in found:
            found[lees.tekst].add(lees)
        else:
            found[lees.tekst] = Tekstgroep(lees)
    return sorted(found.values(), key=lambda groep: (groep.gelezen, not groep.maskers))


class Nalezen(QWidget):
    """The texts on the left, the one that is read on the right."""

    gedaan = Signal()
    """Back to the screen of rights."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.groepen: list[Tekstgroep] = []
        self.lijst = QListWidget()
        self.lijst.setObjectName("nalezen_lijst")
        self.lijst.setAccessibleName(text("rechten.nalezen.lijst"))
        self.lijst.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lijst.currentRowChanged.connect(lambda _: self._show_text())
        inhoud = QWidget()
        box = kolom(inhoud, tussen=12)
        box.setContentsMargins(0, 0, px(4), 0)
        around = kolom(self, tussen=12)
        around.addWidget(schuifvlak(inhoud), 1)
        box.addWidget(label(text("rechten.nalezen.kop"), "kop1"))
        box.addWidget(label(text("rechten.nalezen.uitleg"), "zacht", wrap=True))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.lijst)
        splitter.addWidget(self._rechts())
        splitter.setSizes([360, 640])
        box.addWidget(splitter, 1)
        box.addLayout(self._onder())

    def show_texts(self, begin: str = "") -> None:
        """Read the texts anew, and begin at a text (`where`), else at the first that nobody read."""
        work, dossier = self.context.work, self.context.dossier()
        self.groepen = groups_of(Afscherming(work, dossier, work.vault.entries(dossier.id)).texts())
        self.lijst.blockSignals(True)
        self.lijst.clear()
        for groep in self.groepen:
            self.lijst.addItem(_item(groep))
        self.lijst.blockSignals(False)
        place = next((n for n, groep in enumerate(self.groepen) if groep.naam == begin), 0)
        self.lijst.setCurrentRow(place if self.groepen else -1)
        self._show_text()

    def where(self) -> str:
        """The text that is read."""
        return self.groep.naam if self.groep else ""

    def leave(self) -> None:
        """Record what was masked, also of a text that was not said to be read."""
        if maskers := _changed(self.groepen):
            work, dossier = self.context.work, self.context.dossier_id
            self.context.must(lambda: record_nagelezen(work, dossier, (), maskers))
            for groep in self.groepen:
                groep.keep()

    def _rechts(self) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=8)
        box.setContentsMargins(px(12), 0, 0, 0)
        self.onderwerp = label("", "kop3", wrap=True, naam="nalezen_onderwerp")
        self.tekst = _Pane("nalezen_tekst", text("rechten.nalezen.tekst"))
        self.tekst.selectionChanged.connect(self._allow)
        self.zo = _Pane("nalezen_zo", text("rechten.nalezen.zo"))
        box.addWidget(self.onderwerp)
        box.addWidget(self.tekst, 3)
        box.addWidget(label(text("rechten.nalezen.kies"), "klein", wrap=True))
        box.addWidget(label(text("rechten.nalezen.zo"), "veldnaam"))
        box.addWidget(self.zo, 2)
        return made

    def _onder(self) -> Vloei:
        """What one does with a text: always in sight, however large the letters are."""
        row = Vloei()
        row.addWidget(knop(text("rechten.terug"), "nalezen_sluiten", self.gedaan.emit, icoon="terug"))
        self.weg = knop(text("rechten.nalezen.weg"), "nalezen_weg", self._hide)
        self.terug = knop(text("rechten.nalezen.terug"), "nalezen_terug", self._unhide)
        self.klaar = knop(text("rechten.nalezen.klaar"), "nalezen_klaar", self._read_one, "hoofdknop", "vink")
        self.alles = knop(text("rechten.nalezen.alles"), "nalezen_alles", self._read_all, "stil")
        for button in (self.weg, self.terug, self.klaar, self.alles):
            row.addWidget(button)
        return row

    # -- one text --------------------------------------------------------------------------------------------

    @property
    def groep(self) -> Tekstgroep | None:
        """The text that is read."""
        row = self.lijst.currentRow()
        return self.groepen[row] if 0 <= row < len(self.groepen) else None

    def _show_text(self) -> None:
        groep = self.groep
        self.onderwerp.setText(op_scherm(groep.onderwerp) if groep else text("rechten.nalezen.niets"))
        self.tekst.setPlainText(groep.tekst if groep else "")
        for button in (self.klaar, self.alles):
            button.setEnabled(groep is not None)
        self._draw()

    def _draw(self) -> None:
        groep = self.groep
        zo = op_scherm(shown(groep.tekst, groep.maskers, rol_in_words)) if groep else ""
        self.zo.setPlainText(zo)
        self.tekst.setExtraSelections([self._mark(m) for m in groep.maskers] if groep else [])
        self._allow()

    def _mark(self, masker: Masker) -> QTextEdit.ExtraSelection:
        cursor, tekst = QTextCursor(self.tekst.document()), self.tekst.toPlainText()
        cursor.setPosition(to_qt(tekst, masker.van))
        cursor.setPosition(to_qt(tekst, masker.tot), QTextCursor.MoveMode.KeepAnchor)
        made = QTextEdit.ExtraSelection()
        looks = QTextCharFormat()
        looks.setBackground(QColor(kleur("tekst")))
        looks.setForeground(QColor(kleur("vlak")))
        made.cursor, made.format = cursor, looks
        return made

    def _chosen(self) -> tuple[int, int]:
        cursor, tekst = self.tekst.textCursor(), self.tekst.toPlainText()
        return from_qt(tekst, cursor.selectionStart()), from_qt(tekst, cursor.selectionEnd())

    def _allow(self) -> None:
        """Only what can be done here: hide what is selected, show again what it touches."""
        van, tot = self._chosen()
        groep = self.groep
        self.weg.setEnabled(groep is not None and van < tot)
        touched = groep is not None and without(groep.maskers, van, max(tot, van + 1)) != groep.maskers
        self.terug.setEnabled(touched)

    def _hide(self) -> None:
        van, tot = self._chosen()
        if self.groep is not None and van < tot:
            self.groep.maskers = merged([*self.groep.maskers, Masker(van, tot, MET_DE_HAND)])
            self._draw()

    def _unhide(self) -> None:
        van, tot = self._chosen()
        if self.groep is not None:
            self.groep.maskers = without(self.groep.maskers, van, max(tot, van + 1))
            self._draw()

    # -- done ------------------------------------------------------------------------------------------------

    def _read_one(self) -> None:
        if self.groep is not None:
            row = self.lijst.currentRow()
            self._record([self.groep])
            self.lijst.setCurrentRow(min(row, self.lijst.count() - 1))

    def _read_all(self) -> None:
        """What was not looked at one by one is said to be read all the same: not by one slip of the hand."""
        aantal = sum(not groep.gelezen for groep in self.groepen)
        vraag = text("rechten.nalezen.alles_vraag", aantal=aantal)
        if not aantal or messages.confirm(
            self, text("rechten.nalezen.alles_kop"), vraag, text("rechten.nalezen.alles_ja")
        ):
            self._record(self.groepen)
            self.gedaan.emit()

    def _record(self, groepen: list[Tekstgroep]) -> None:
        """What was masked otherwise than it stood goes along; the list is made anew, what is read below."""
        gelezen = [p.entry for g in groepen for p in g.plekken if not p.gelezen]
        work, dossier, maskers = self.context.work, self.context.dossier_id, _changed(self.groepen)
        if self.context.act(lambda: record_nagelezen(work, dossier, gelezen, maskers)) is not None:
            self.show_texts()


def _changed(groepen: Iterable[Tekstgroep]) -> dict[str, dict[str, tuple[Masker, ...]]]:
    """By entry and place what is masked otherwise than is recorded or was proposed."""
    found: dict[str, dict[str, tuple[Masker, ...]]] = {}
    for groep in groepen:
        for plek in groep.plekken:
            if plek.maskers != groep.maskers:
                found.setdefault(plek.entry, {})[plek.pad] = groep.maskers
    return found


class _Pane(QPlainTextEdit):
    """A text to read and to choose words in, by mouse or keyboard; a long one scrolls."""

    def __init__(self, naam: str, toegankelijk: str) -> None:
        super().__init__()
        self.setObjectName(naam)
        self.setAccessibleName(toegankelijk)
        self.setReadOnly(True)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByKeyboard | flags.TextSelectableByMouse)
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """Three lines; more when there is room."""
        return QSize(px(240), px(88))

    def minimumSizeHint(self) -> QSize:
        """The same: with less one would read through a slit."""
        return self.sizeHint()


def to_qt(tekst: str, plek: int) -> int:
    """A place in a text as Qt counts it, in units of UTF-16."""
    return len(tekst[:plek].encode("utf-16-le", "surrogatepass")) // 2


def from_qt(tekst: str, plek: int) -> int:
    """A place of Qt as characters."""
    return len(tekst.encode("utf-16-le", "surrogatepass")[: 2 * plek].decode("utf-16-le", "ignore"))


def _item(groep: Tekstgroep) -> QListWidgetItem:
    zichtbaar = " ".join(shown(groep.tekst, groep.maskers, rol_in_words).split())
    kort = zichtbaar if len(zichtbaar) <= KORT else f"{zichtbaar[: KORT - 1]}…"
    stand = text("rechten.nalezen.gelezen" if groep.gelezen else "rechten.nalezen.nieuw")
    made = QListWidgetItem(
        icons.icon("vink" if groep.gelezen else "stip", kleur("zacht"), px(16)), op_scherm(kort)
    )
    made.setData(Qt.ItemDataRole.AccessibleTextRole, f"{stand}: {op_scherm(kort)}")
    return made
