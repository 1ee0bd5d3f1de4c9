"""A field of person or procedure: durable while it is typed, one entry when it is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QCompleter, QLabel, QLineEdit, QPlainTextEdit, QWidget

from intake_assistant.dates import as_typed, read_date, read_typed
from intake_assistant.domain.kinds import kind_of
from intake_assistant.domain.recht.datums import GEBOORTE
from intake_assistant.domain.recht.grenzen import Grens
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.acts.invoer import leave
from intake_assistant.operations.acts.schets import half_of, keep_half
from intake_assistant.operations.views.onmogelijk import wrong_number, wrong_person
from intake_assistant.texts import text
from intake_assistant.ui.fields.bewaarklok import Bewaarklok
from intake_assistant.ui.fields.gebrek import odd_date
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.vragen.tekst import put_text
from intake_assistant.ui.window.context import Context
from intake_assistant.ui.window.unsaved import is_of_disk

Record = Callable[[str], None]


class Losveld(QWidget):
    """Name, editor, help, and what is wrong; subclasses bring the editor."""

    changed = Signal()
    """Something was recorded."""

    def __init__(self, context: Context, subject: str, naam: str, hulp: str = "") -> None:
        super().__init__()
        self.context, self.subject = context, subject
        self._kept = self._half = ""
        self.naam = label(naam, "veldnaam")
        self.hulp, self.gebrek = label(hulp, "klein", wrap=True), label("", "waarschuwing", wrap=True)
        self.gebrek.setObjectName(f"gebrek_{_plain(subject)}")
        if not hulp:
            # Never `setVisible`: shown before it has a parent it flashes by as a window of its own.
            self.hulp.hide()
        self.gebrek.hide()
        self._box = kolom(self, tussen=4)
        self._box.addWidget(self.naam)
        self._klok = Bewaarklok(self, self._keep)

    def place(self, editor: QWidget, row: QWidget | None = None) -> None:
        """Put the editor, or the row that it stands in, between name and help."""
        editor.setObjectName(f"veld_{_plain(self.subject)}")
        editor.setAccessibleName(self.naam.text())
        self.naam.setBuddy(editor)
        self._box.addWidget(row or editor)
        self._box.addWidget(self.hulp)
        self._box.addWidget(self.gebrek)
        self._box.addStretch(1)

    def typed(self) -> str:
        """What stands in the editor, as it is recorded."""
        raise NotImplementedError

    def put(self, waarde: str) -> None:
        """Show a value in the editor."""
        raise NotImplementedError

    def cursor_plek(self) -> int:
        """Where the cursor stands in what is typed."""
        return 0

    def fault(self, waarde: str) -> str:
        """What is wrong with a value, so that it can not be recorded."""
        return ""

    def notice(self, waarde: str) -> str:
        """What is wrong with a value that is recorded all the same."""
        return ""

    def value(self, waarde: str) -> Mapping[str, Any]:
        """The value of the entry."""
        return {"waarde": waarde}

    def show_value(self, waarde: str) -> None:
        """Show what is recorded."""
        self._klok.stop()
        self._kept = waarde
        self._half = half_of(self.context.work, self.context.dossier_id, self.subject)
        self.put(waarde)
        if self._half:
            self.put(self._half)
        self._flag(self.fault(self._half) or self.notice(waarde))

    def begin_typing(self) -> None:
        """Something was typed: keep it within the second."""
        self._klok.typed()

    def leave(self) -> None:
        """Record what was typed, when it says something new; what is no date yet is kept as it stands."""
        self._klok.stop()
        if not self.context.dossier_id:
            # The person was erased while this was being typed, and it goes with them.
            return
        waarde = self.typed()
        try:
            if self._has_fault(waarde) or waarde == self._kept:
                return
            self.record(waarde)
        except KnownError as error:
            self._refused(error, waarde)
            return
        self._kept = waarde
        self.context.onbewaard.let_go(self.context.dossier_id, self.subject)
        self.context.saved.emit()
        self.changed.emit()

    def record(self, waarde: str) -> None:
        """Make it one entry."""
        leave(self.context.work, self.context.dossier_id, self.subject, self.value(waarde))

    def _has_fault(self, waarde: str) -> bool:
        wrong = self.fault(waarde) if waarde != self._kept else ""
        self._flag(wrong or self.notice(waarde))
        self._keep_half(waarde if wrong else "")
        return bool(wrong)

    def _keep(self) -> None:
        waarde = self.typed()
        if waarde == self._kept or not self.context.dossier_id:
            return
        work, dossier = self.context.work, self.context.dossier_id
        try:
            if self.fault(waarde):
                self._keep_half(waarde)
            else:
                keep_concepttekst(work, dossier, self.subject, self.value(waarde), cursor=self.cursor_plek())
        except KnownError as error:
            self._refused(error, waarde)
            return
        self.context.saved.emit()

    def _refused(self, error: KnownError, waarde: str) -> None:
        """A full disk forgets nothing; a value that was refused is not kept."""
        if is_of_disk(error):
            self.context.onbewaard.hold(self.context.dossier_id, self.subject, self.value(waarde))
        else:
            self._drop()
        self.context.failed.emit(error)

    def _drop(self) -> None:
        dossier = self.context.dossier_id
        self.context.onbewaard.let_go(dossier, self.subject)
        try:
            self.context.work.vault.drop_concepttekst(dossier, self.subject)
        except KnownError:
            # The disk as well: what was recorded takes its place as soon as that can be.
            self.context.onbewaard.hold(dossier, self.subject, self.value(self._kept))

    def _keep_half(self, typed: str) -> None:
        if typed == self._half or not self.context.dossier_id:
            return
        keep_half(self.context.work, self.context.dossier_id, self.subject, typed)
        self._half = typed

    def _flag(self, zin: str) -> None:
        self.gebrek.setText(zin)
        self.gebrek.setVisible(bool(zin))


class Regelveld(Losveld):
    """One line of text."""

    def __init__(self, context: Context, subject: str, naam: str, hulp: str = "") -> None:
        super().__init__(context, subject, naam, hulp)
        self.regel = QLineEdit()
        self.regel.textEdited.connect(lambda _: self.begin_typing())
        self.regel.editingFinished.connect(self.leave)
        self.regel.installEventFilter(self)
        self.place(self.regel, self.row())

    def row(self) -> QWidget | None:
        """What the line stands in, when there is something beside it."""
        return None

    def typed(self) -> str:
        """The text, without blanks around it."""
        return self.regel.text().strip()

    def put(self, waarde: str) -> None:
        """Show the text; one that does not fit is seen from its beginning."""
        self.regel.setText(waarde)
        self.regel.setCursorPosition(0)

    def cursor_plek(self) -> int:
        """Where the cursor stands."""
        return self.regel.cursorPosition()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever is brought here goes on behind what stands here; Tab chooses it all, a click its place."""
        if watched is self.regel and isinstance(event, QFocusEvent) and _is_brought(event):
            self.regel.end(False)
        return super().eventFilter(watched, event)


class Datumveld(Regelveld):
    """A date, typed as people write it."""

    def typed(self) -> str:
        """The ISO date, or what was typed."""
        is_geboorte = self.subject == GEBOORTE
        return read_typed(
            super().typed(), tot_en_met=self.context.work.clock.today() if is_geboorte else None
        )

    def put(self, waarde: str) -> None:
        """Show it as it is typed: 5-3-2026."""
        super().put(as_typed(waarde))

    def fault(self, waarde: str) -> str:
        """A date that does not exist is not recorded: terms would be counted from it."""
        return "" if not waarde or read_date(waarde) else text("dossier.datum_fout")

    def notice(self, waarde: str) -> str:
        """A date that cannot be right is recorded, and said to be odd."""
        return odd_date(self.context, self.subject, waarde)


class Getalveld(Regelveld):
    """A whole number within its limits."""

    def __init__(self, context: Context, subject: str, naam: str, grens: Grens, hulp: str = "") -> None:
        self._grens = grens
        super().__init__(context, subject, naam, hulp)
        self.regel.setFixedWidth(px(136))

    def fault(self, waarde: str) -> str:
        """A number that cannot be is not recorded: it would be counted with."""
        return wrong_number(waarde, self._grens)

    def notice(self, waarde: str) -> str:
        """One that was recorded all the same, by a case file or on another laptop."""
        return self.fault(waarde)

    def value(self, waarde: str) -> Mapping[str, Any]:
        """The number itself."""
        return {"waarde": int(waarde) if waarde.isdecimal() else waarde}


class Jaarveld(Regelveld):
    """A year alone."""

    def fault(self, waarde: str) -> str:
        """Four digits, or nothing."""
        goed = not waarde or (waarde.isascii() and waarde.isdigit() and len(waarde) == 4)
        return "" if goed else text("dossier.jaar_fout")

    def notice(self, waarde: str) -> str:
        """A year in which nobody who is alive was born."""
        return wrong_person(self.context.work, "geboortejaar", waarde)


class VNummerveld(Regelveld):
    """The V-nummer; another way of writing is recorded, and said to be odd."""

    def notice(self, waarde: str) -> str:
        """Ten figures."""
        return wrong_person(self.context.work, "v_nummer", waarde)


class Tekstveld(Losveld):
    """A few lines of text."""

    def __init__(self, context: Context, subject: str, naam: str, hulp: str = "") -> None:
        super().__init__(context, subject, naam, hulp)
        self.tekst = QPlainTextEdit()
        self.tekst.setTabChangesFocus(True)
        self.tekst.setFixedHeight(px(64))
        self.tekst.textChanged.connect(self.begin_typing)
        self.tekst.installEventFilter(self)
        self.place(self.tekst)

    def cursor_plek(self) -> int:
        """Where the cursor stands."""
        return self.tekst.textCursor().position()

    def typed(self) -> str:
        """The text."""
        return self.tekst.toPlainText().strip()

    def put(self, waarde: str) -> None:
        """Show the text."""
        put_text(self.tekst, waarde)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving the field records it."""
        if watched is self.tekst and event.type() is QEvent.Type.FocusOut:
            self.leave()
        return super().eventFilter(watched, event)


class Keuzeveld(Losveld):
    """One of a list of codes; a long list is searched by typing."""

    def __init__(
        self, context: Context, subject: str, naam: str, keuzes: Iterable[tuple[str, str]], hulp: str = ""
    ) -> None:
        super().__init__(context, subject, naam, hulp)
        self.keuze = QComboBox()
        self.keuze.addItem(text("dossier.nog_niet_bekend"), "")
        for code, woord in keuzes:
            self.keuze.addItem(woord, code)
        if self.keuze.count() > 12:
            self._make_searchable()
        self.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.keuze.setMinimumContentsLength(8)
        self.keuze.activated.connect(lambda _: self.leave())
        self.place(self.keuze)

    def _make_searchable(self) -> None:
        self.keuze.setEditable(True)
        self.keuze.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(self.keuze.model(), self.keuze)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.keuze.setCompleter(completer)
        line = self.keuze.lineEdit()
        if line is not None:
            line.editingFinished.connect(self._take_text)

    def _take_text(self) -> None:
        """What was typed when it is on the list, else what stood there."""
        number = self.keuze.findText(self.keuze.currentText(), Qt.MatchFlag.MatchFixedString)
        self.keuze.setCurrentIndex(number if number >= 0 else self.keuze.findData(self._kept))
        self.leave()

    def typed(self) -> str:
        """The code."""
        return str(self.keuze.currentData() or "")

    def put(self, waarde: str) -> None:
        """Show the word of a code; a code that is not on the list is shown as it is."""
        number = self.keuze.findData(waarde)
        if number < 0:
            self.keuze.addItem(waarde, waarde)
            number = self.keuze.count() - 1
        self.keuze.setCurrentIndex(number)
        line = self.keuze.lineEdit()
        if line is not None:
            line.setCursorPosition(0)


def with_label(widget: QLabel, tekst: str) -> None:
    """Give a label its text and show it only when there is one."""
    widget.setText(tekst)
    widget.setVisible(bool(tekst))


def _is_brought(event: QFocusEvent) -> bool:
    return event.gotFocus() and event.reason() is Qt.FocusReason.OtherFocusReason


def _plain(subject: str) -> str:
    """The name of a subject for tests and the demonstration: without *inburgeraar* and *procedure*."""
    delen = re.findall(r"\w+", subject)
    return "_".join(delen[1:] if kind_of(subject).soort in ("persoon", "procedure") else delen)
