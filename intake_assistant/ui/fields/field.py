"""A field of the dossier: its name, its editor, its help, and what is wrong; one entry when it is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QWidget

from intake_assistant.dates import read_date, read_hour
from intake_assistant.domain.kinds import kind_of
from intake_assistant.domain.recht.datums import GEBOORTE
from intake_assistant.domain.recht.grenzen import Grens
from intake_assistant.operations.views.onmogelijk import wrong_number, wrong_person
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.flag import odd_date
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor, LineEditor, MomentEditor, NumberEditor
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.parts import kolom, label


class Field(QWidget):
    """One subject of the dossier; subclasses bring the editor and judge what stands in it."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, editor: Editor, hulp: str = "") -> None:
        super().__init__()
        self.keeper, self.context, self.subject, self.editor = keeper, keeper.context, subject, editor
        self._kept = self._oordeel = ""
        self.naam = label(naam, "veldnaam")
        self.hulp, self.gebrek = label(hulp, "klein", wrap=True), label("", "waarschuwing", wrap=True)
        self.gebrek.setObjectName(f"gebrek_{_plain(subject)}")
        if not hulp:
            # Never `setVisible`: shown before it has a parent it flashes by as a window of its own.
            self.hulp.hide()
        self.gebrek.hide()
        box = kolom(self, tussen=4)
        for part in (self.naam, editor, self.hulp, self.gebrek):
            box.addWidget(part)
        box.addStretch(1)
        self._connect(editor)

    def _connect(self, editor: Editor) -> None:
        invoer = editor.invoer() or editor
        invoer.setObjectName(f"veld_{_plain(self.subject)}")
        invoer.setAccessibleName(self.naam.text())
        invoer.installEventFilter(self)
        self.naam.setBuddy(invoer)
        editor.getypt.connect(self._hold)
        editor.verlaten.connect(self.leave)
        editor.gekozen.connect(self.leave)

    def typed(self) -> str:
        """What stands in the editor, as it is recorded."""
        waarde = self.editor.waarde()
        return "" if waarde is None else str(waarde).strip()

    def put(self, waarde: str) -> None:
        """Show a value in the editor; a line that does not fit is seen from its beginning."""
        # Emptied first: what means the same is written as it is written everywhere.
        self.editor.show_waarde(None)
        self.editor.show_waarde(waarde)
        if isinstance(self.editor, LineEditor):
            self.editor.set_cursor(0)

    def fault(self, waarde: str) -> str:
        """What is wrong with a value, so that it can not be recorded."""
        return ""

    def notice(self, waarde: str) -> str:
        """What is wrong with a value that is recorded all the same."""
        return ""

    def value(self, waarde: str) -> Mapping[str, Any]:
        """The value of the entry."""
        return {"waarde": waarde}

    def ask(self) -> None:
        """Whether it may be recorded; KnownError when not."""

    def show_value(self, waarde: str) -> None:
        """Show what is recorded, or what is being typed in its place."""
        self._kept = waarde
        typed = str(self.keeper.waarden.get(self.subject, waarde))
        self.put(typed)
        self._flag(self._fault(typed) or self.notice(waarde))

    def _hold(self) -> None:
        """Something was typed: it is kept within the second; what was recorded already needs no keeping."""
        waarde = self.typed()
        if waarde == self._kept:
            self.keeper.drop(self.subject)
        else:
            cursor, is_half = self.editor.cursor_plek(), bool(self.fault(waarde))
            self.keeper.typed(self.subject, self.value(waarde), cursor, is_half=is_half)

    def leave(self) -> None:
        """Record what was typed, when it says something new; what is no date yet is kept as it stands."""
        if not self.context.dossier_id:
            # The person was erased while this was being typed, and it goes with them.
            return
        waarde = self.typed()
        self._flag(self._fault(waarde) or self.notice(waarde))
        self._hold()
        if self.keeper.left(self.subject, self.ask):
            self._kept = waarde
            # Who follows what is recorded judged the rest of its row meanwhile, by what stood here before.
            self._flag(self._fault(waarde) or self.notice(waarde))

    def _fault(self, waarde: str) -> str:
        return self.fault(waarde) if waarde != self._kept else ""

    def show_oordeel(self, zin: str) -> None:
        """Say what is against it beside the rest of its row or its dossier; empty when nothing is."""
        self._oordeel = zin
        self._flag(self._fault(self.typed()) or self.notice(self._kept))

    def _flag(self, zin: str) -> None:
        zin = zin or self._oordeel
        self.gebrek.setText(zin)
        self.gebrek.setVisible(bool(zin))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Whoever is brought here goes on where it was left; Tab chooses it all, a click its place."""
        if isinstance(event, QFocusEvent) and _is_brought(event):
            self.editor.set_cursor(self.keeper.cursor(self.subject))
        return super().eventFilter(watched, event)


class LineField(Field):
    """One line of text."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, hulp: str = "") -> None:
        super().__init__(keeper, subject, naam, LineEditor(), hulp)


class DateField(Field):
    """A date, typed as people write it."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, hulp: str = "") -> None:
        tot_en_met = keeper.context.work.clock.today() if subject == GEBOORTE else None
        super().__init__(keeper, subject, naam, DateEditor(tot_en_met=tot_en_met), hulp)

    def fault(self, waarde: str) -> str:
        """A date that does not exist is not recorded: terms would be counted from it."""
        return "" if not waarde or read_date(waarde) else text("dossier.datum_fout")

    def notice(self, waarde: str) -> str:
        """A date that cannot be right is recorded, and said to be odd."""
        return odd_date(self.context, self.subject, waarde)


class MomentField(Field):
    """A day, with the hour when it is known."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, hulp: str = "") -> None:
        super().__init__(keeper, subject, naam, MomentEditor(), hulp)

    def fault(self, waarde: str) -> str:
        """A day or an hour that does not exist is not recorded."""
        dag, _, uur = waarde.partition("T")
        exists = read_date(dag) is not None and (not uur or bool(read_hour(uur)))
        return "" if not waarde or exists else text("dossier.datum_fout")

    def notice(self, waarde: str) -> str:
        """A day that cannot be right is recorded, and said to be odd."""
        return odd_date(self.context, self.subject, waarde)


class NumberField(Field):
    """A whole number within its limits."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, grens: Grens, hulp: str = "") -> None:
        self._grens = grens
        super().__init__(keeper, subject, naam, NumberEditor(136), hulp)

    def fault(self, waarde: str) -> str:
        """A number that cannot be is not recorded: it would be counted with."""
        return wrong_number(waarde, self._grens)

    def notice(self, waarde: str) -> str:
        """One that was recorded all the same, by a case file or on another laptop."""
        return self.fault(waarde)

    def value(self, waarde: str) -> Mapping[str, Any]:
        """The number itself."""
        return {"waarde": int(waarde) if waarde.isdecimal() else waarde}


class YearField(LineField):
    """A year alone."""

    def fault(self, waarde: str) -> str:
        """Four digits, or nothing."""
        goed = not waarde or (waarde.isascii() and waarde.isdigit() and len(waarde) == 4)
        return "" if goed else text("dossier.jaar_fout")

    def notice(self, waarde: str) -> str:
        """A year in which nobody who is alive was born."""
        return wrong_person(self.context.work, "geboortejaar", waarde)


class VNummerField(LineField):
    """The V-nummer; another way of writing is recorded, and said to be odd."""

    def notice(self, waarde: str) -> str:
        """Ten figures."""
        return wrong_person(self.context.work, "v_nummer", waarde)


class TextField(Field):
    """A few lines of text."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, hulp: str = "", hoogte: int = 64) -> None:
        super().__init__(keeper, subject, naam, TextEditor(hoogte=hoogte), hulp)


class ChoiceField(Field):
    """One of a list of codes."""

    def __init__(
        self, keeper: Keeper, subject: str, naam: str, keuzes: Iterable[tuple[str, str]], hulp: str = ""
    ) -> None:
        editor = ChoiceEditor(keuzes, text("dossier.nog_niet_bekend"))
        editor.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        editor.keuze.setMinimumContentsLength(8)
        super().__init__(keeper, subject, naam, editor, hulp)
        self._lijst = editor

    def show_value(self, waarde: str) -> None:
        """Show what is recorded, or half a word; without that half what is recorded stands there again."""
        super().show_value(waarde)
        self._lijst.fall_back_on(waarde)

    def fault(self, waarde: str) -> str:
        """Half a word is not recorded: it is no choice yet."""
        is_choice = not waarde or waarde == self._kept or self._lijst.is_listed(waarde)
        return "" if is_choice else text("dossier.keuze_fout")


def _is_brought(event: QFocusEvent) -> bool:
    return event.gotFocus() and event.reason() is Qt.FocusReason.OtherFocusReason


def _plain(subject: str) -> str:
    """The name of a subject for tests and the demonstration: without *inburgeraar* and *procedure*."""
    delen = re.findall(r"\w+", subject)
    return "_".join(delen[1:] if kind_of(subject).soort in ("persoon", "procedure") else delen)
