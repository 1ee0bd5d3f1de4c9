"""The two forms for who does the work: handing over, and standing in; for one dossier or for many."""

from __future__ import annotations

import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from intake_assistant.dates import read_date
from intake_assistant.domain.overleg.overdracht import Collega
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.fields.line import DateEditor, LineEditor
from intake_assistant.ui.kit.parts import knop, kolom, label, rij
from intake_assistant.ui.overleg.getypt import Getypt
from intake_assistant.ui.overleg.kiezer import Collegakiezer
from intake_assistant.ui.qt.enter import ctrl_enter_does


class Overdraagformulier(QFrame):
    """To whom, and why."""

    gevraagd = Signal()
    VELDEN = ("overdragen_aan", "overdragen_reden")

    def __init__(self, work: Workspace, getypt: Getypt) -> None:
        super().__init__()
        box = _block(self, "overdragen")
        self._aan = Collegakiezer(work, "overdragen_aan", text("overleg.aan"))
        self._reden = LineEditor()
        name_field(self._reden, "overdragen_reden", text("overleg.reden"))
        for naam, veld in zip(self.VELDEN, (self._aan, self._reden), strict=True):
            getypt.follow(naam, veld)
        _put(box, text("overleg.aan"), self._aan)
        _put(box, text("overleg.reden"), self._reden)
        row = rij()
        doe = knop(text("overleg.knop.overdragen"), "overdragen_doe", self.gevraagd.emit, "hoofdknop")
        ctrl_enter_does(doe, self)
        row.addWidget(doe)
        row.addStretch(1)
        box.addLayout(row)

    @property
    def aan(self) -> Collega:
        """Who is to take over."""
        return self._aan.collega()

    @property
    def reden(self) -> str:
        """Why."""
        return str(self._reden.waarde() or "")


class Waarneemformulier(QFrame):
    """By whom, from which day up to and including which."""

    gevraagd = Signal()
    VELDEN = ("waarnemen_door", "waarnemen_van", "waarnemen_tot")

    def __init__(self, work: Workspace, getypt: Getypt) -> None:
        super().__init__()
        box = _block(self, "waarnemen")
        self._door = Collegakiezer(work, "waarnemen_door", text("overleg.door"))
        _put(box, text("overleg.door"), self._door)
        self._dagen: dict[str, DateEditor] = {}
        row = rij(tussen=8)
        for dag in ("van", "tot"):
            self._dagen[dag] = DateEditor()
            name_field(self._dagen[dag], f"waarnemen_{dag}", text(f"overleg.{dag}"))
            vak = kolom(tussen=2)
            _put(vak, text(f"overleg.{dag}"), self._dagen[dag])
            row.addLayout(vak, 1)
        for naam, veld in zip(self.VELDEN, (self._door, *self._dagen.values()), strict=True):
            getypt.follow(naam, veld)
        box.addLayout(row)
        below = rij()
        doe = knop(text("overleg.knop.waarnemen"), "waarnemen_doe", self.gevraagd.emit)
        ctrl_enter_does(doe, self)
        below.addWidget(doe)
        below.addStretch(1)
        box.addLayout(below)

    @property
    def door(self) -> Collega:
        """Who is to stand in."""
        return self._door.collega()

    def dag(self, veld: str) -> datetime.date | None:
        """The first day (`van`) or the last (`tot`); None when what stands there is no date."""
        return read_date(str(self._dagen[veld].waarde() or ""))


def _block(made: QFrame, naam: str) -> QVBoxLayout:
    made.setProperty("rol", "zachtvlak")
    made.setObjectName(f"formulier_{naam}")
    box = kolom(made, rand=12, tussen=8)
    box.addWidget(label(text(f"overleg.{naam}"), "kop3", wrap=True))
    box.addWidget(label(text(f"overleg.{naam}_uitleg"), "klein", wrap=True))
    return box


def _put(box: QVBoxLayout, woord: str, veld: Editor | QWidget) -> None:
    kop = label(woord, "veldnaam", wrap=True)
    kop.setBuddy(veld)
    box.addWidget(kop)
    box.addWidget(veld)
