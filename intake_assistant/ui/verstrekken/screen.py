"""Handing out in steps: to whom, health by itself, the plain list with each ground, and the file."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QStackedWidget, QVBoxLayout, QWidget

from intake_assistant.domain.kinds import TOESTEMMING, VERSTREKKING, VERSTREKKING_GEMELD
from intake_assistant.errors import KnownError
from intake_assistant.operations.exchange.verstrekken import (
    Aanvraag,
    Verstrekt,
    Verstrekvoorstel,
    hand_out,
    propose,
)
from intake_assistant.paths import EXTENSIE
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Keuzerondje
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import knop, kolom, label, schuifvlak, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.enter import ctrl_enter_does, enter_goes_on
from intake_assistant.ui.qt.place import to_top
from intake_assistant.ui.qt.tasks import Taak
from intake_assistant.ui.verstrekken.aanvraag import Aanvraagblad
from intake_assistant.ui.verstrekken.gegeven import Gegevenkaart
from intake_assistant.ui.verstrekken.lijst import cards_of
from intake_assistant.ui.window.context import Context, Scherm

WIE, GEZOND, LIJST, KLAAR = range(4)
_BLADEN: Final = ("wie", "gezond", "lijst", "klaar")
_BREED: Final = 900
_LEAST_GROUND: Final = 8
"""Letters of a ground: fewer say nothing to who reads it later."""


class VerstrekkenScherm(Scherm):
    """Nothing is written before the list of what goes to whom on which ground was seen."""

    naam: ClassVar[str] = "verstrekken"
    toont = (TOESTEMMING, VERSTREKKING, VERSTREKKING_GEMELD)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._aanvraag: Aanvraag | None = None
        self._taak: Taak | None = None
        self._pad: Path | None = None
        self.schets = Draft(Keeper(context, self), self._typed, self)
        self.bladen = QStackedWidget()
        kolom(self, rand=24, tussen=0).addWidget(self.bladen)
        self._build_who(self._page("verstrekken_wie"))
        self._build_health(self._page("verstrekken_gezond"))
        self._build_list(self._page("verstrekken_lijst"))
        self._build_done(self._page("verstrekken_klaar"))

    # -- building --------------------------------------------------------------------------------------------

    def _page(self, naam: str) -> QVBoxLayout:
        inner = QWidget()
        inner.setObjectName(naam)
        inner.setMaximumWidth(px(_BREED))
        box = kolom(inner, tussen=12)
        self.bladen.addWidget(schuifvlak(inner))
        return box

    def _build_who(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("verstrekken.kop"), "kop1", wrap=True))
        box.addWidget(label(text("verstrekken.uitleg"), "zacht", wrap=True))
        self.gegeven, self.wie = Gegevenkaart(self.context), Aanvraagblad(self.context)
        self.wie.verder.connect(self._look)
        self.wie.watch(self.schets)
        box.addWidget(self.gegeven)
        box.addWidget(self.wie)
        box.addStretch(1)

    def _build_health(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("verstrekken.gezond.kop"), "kop2", wrap=True))
        box.addWidget(label(text("verstrekken.gezond.uitleg"), wrap=True))
        self.niet_mee = Keuzerondje(text("verstrekken.gezond.nee"), "verstrekken_gezond_nee")
        self.wel_mee = Keuzerondje(text("verstrekken.gezond.ja"), "verstrekken_gezond_ja")
        self._gezond = QButtonGroup(self)
        for button in (self.niet_mee, self.wel_mee):
            self._gezond.addButton(button)
            box.addWidget(button)
        self.grond_vraag = label(text("verstrekken.gezond.grond"), "veldnaam", wrap=True)
        self.grond = QLineEdit()
        name_field(self.grond, "verstrekken_grond", text("verstrekken.gezond.grond"))
        self.grond_vraag.setBuddy(self.grond)
        box.addWidget(self.grond_vraag)
        box.addWidget(self.grond)
        self.gezond_door = knop(text("verstrekken.verder"), "gezond_door", self._with_ground, "hoofdknop")
        enter_goes_on([self.grond], self.gezond_door.click)
        ctrl_enter_does(self.gezond_door, box.parentWidget() or self)
        box.addWidget(_beside(self._back("gezond_terug"), self.gezond_door))
        box.addStretch(1)
        self.wel_mee.toggled.connect(lambda _: self._judge())
        self.grond.textChanged.connect(lambda _: self._judge())
        self._gezond.buttonClicked.connect(self.schets.touched)
        self.schets.watch(self.grond)

    def _build_list(self, box: QVBoxLayout) -> None:
        self.lijst_kop = label("", "kop2", wrap=True, naam="verstrekken_lijst_kop")
        box.addWidget(self.lijst_kop)
        self.delen = QWidget()
        kolom(self.delen, tussen=12)
        box.addWidget(self.delen)
        self.fout = label("", "fout", wrap=True, naam="verstrekken_lijst_fout")
        self.fout.hide()
        self.maken = knop(text("verstrekken.maken"), "verstrekken_maken", self.make, "hoofdknop")
        box.addWidget(self.fout)
        box.addWidget(_beside(self._back("lijst_terug"), self.maken))
        box.addStretch(1)

    def _build_done(self, box: QVBoxLayout) -> None:
        self.klaar_kop = label(text("verstrekken.klaar.kop"), "kop2", wrap=True, naam="verstrekt_kop")
        self.klaar_waar = label("", wrap=True, naam="verstrekt_waar")
        self.nog = knop(text("verstrekken.klaar.nog"), "verstrekt_nog", lambda: self.show_with({}))
        for part in (self.klaar_kop, self.klaar_waar, label(text("verstrekken.klaar.wat"), wrap=True)):
            box.addWidget(part)
        plek = destination.place_buttons(self.context, "verstrekt", lambda: self._pad)
        box.addWidget(_beside(*plek, self.nog))
        box.addStretch(1)

    def _back(self, naam: str) -> QWidget:
        return knop(text("verstrekken.terug"), naam, self.step_back)

    # -- showing ---------------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show what stood half filled in; what may go is judged anew, also for who comes back at a `blad`."""
        self._aanvraag, dossier = None, self.context.dossier()
        typed = self.schets.begin(f"verstrekken {dossier.id}")
        self.gegeven.show_dossier(dossier)
        self.wie.begin(dossier, typed)
        (self.wel_mee if typed.get("gezondheid") else self.niet_mee).setChecked(True)
        self.grond.setText(typed.get("grond", ""))
        self._judge()
        self.bladen.setCurrentIndex(WIE)
        self._come_back(arguments.get("blad", ""), arguments.get("pad", ""))
        self.resting_place().setFocus()

    def _come_back(self, blad: str, pad: str) -> None:
        if blad == _BLADEN[KLAAR]:
            self._show_done(Path(pad))
        elif blad in _BLADEN[GEZOND:] and (aanvraag := self.wie.aanvraag()) is not None:
            if blad == _BLADEN[LIJST]:
                self.bladen.setCurrentIndex(GEZOND)
                aanvraag = replace(aanvraag, gezondheid=self._ground())
            self._look(aanvraag)

    def where(self) -> dict[str, str]:
        """The page one is at; of what is done also where the file is."""
        blad = self.bladen.currentIndex()
        return {"blad": _BLADEN[blad], "pad": str(self._pad) if blad == KLAAR else ""}

    def leave(self) -> None:
        """Keep what was filled in."""
        self.schets.keep()

    def _typed(self) -> dict[str, str]:
        typed = self.wie.typed() | {"gezondheid": "ja" if self.wel_mee.isChecked() else ""}
        return {naam: wat for naam, wat in (typed | {"grond": self.grond.text()}).items() if wat}

    def follow(self) -> None:
        """A consent was given or withdrawn elsewhere: the list may be another."""
        self.gegeven.show_dossier(self.context.dossier())
        if self.bladen.currentIndex() == LIJST and self._aanvraag is not None:
            self._look(self._aanvraag)

    def resting_place(self) -> QWidget:
        """What is asked for on the page that is shown."""
        gezond = self.wel_mee if self.wel_mee.isChecked() else self.niet_mee
        return (self.wie.first_field(), gezond, self, self.nog)[self.bladen.currentIndex()]

    def step_back(self) -> bool:
        """One step back; what was filled in stays."""
        page = self.bladen.currentIndex()
        if page == WIE:
            return False
        if page == KLAAR:
            self.show_with({})
        else:
            self.bladen.setCurrentIndex(WIE)
            self.resting_place().setFocus()
        return True

    # -- the steps -------------------------------------------------------------------------------------------

    def _look(self, aanvraag: Aanvraag) -> None:
        """Show what may go; first ask about special data, when there are any that were consented to."""
        try:
            voorstel = propose(self.context.work, aanvraag)
        except KnownError as error:
            self.bladen.setCurrentIndex(WIE)
            self.wie.tell(known_error_text(error))
            return
        self._aanvraag = aanvraag
        if voorstel.wacht_op_grond and self.bladen.currentIndex() == WIE:
            self.bladen.setCurrentIndex(GEZOND)
            self.resting_place().setFocus()
            return
        self._show_list(voorstel)

    def _judge(self) -> None:
        wel = self.wel_mee.isChecked()
        self.grond_vraag.setVisible(wel)
        self.grond.setVisible(wel)
        self.gezond_door.setEnabled(not wel or len(self.grond.text().strip()) >= _LEAST_GROUND)

    def _with_ground(self) -> None:
        if self._aanvraag is not None:
            self._look(replace(self._aanvraag, gezondheid=self._ground()))

    def _ground(self) -> str:
        return self.grond.text().strip() if self.wel_mee.isChecked() else ""

    def _show_list(self, voorstel: Verstrekvoorstel) -> None:
        self.lijst_kop.setText(text("verstrekken.lijst.kop", ontvanger=voorstel.aanvraag.ontvanger))
        clear(self.delen)
        for made in cards_of(self.context.work, voorstel):
            inside(self.delen).addWidget(made)
        with_label(self.fout, "")
        self.bladen.setCurrentIndex(LIJST)
        # One reads what goes before one comes at the button: a second Enter makes no file.
        self.setFocus()
        to_top(self)
        announce(self.lijst_kop, self.lijst_kop.text())

    # -- writing ---------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Ask for the place, and write the file there in the background."""
        aanvraag, work = self._aanvraag, self.context.work
        if aanvraag is None or self._taak is not None:
            return
        dag = work.clock.today().isoformat()
        voorstel = Path.home() / text("verstrekken.bestandsnaam", dag=dag)
        path = messages.choose_file(
            self, "bewaar", text("verstrekken.waar"), voorstel, text("verstrekken.filter")
        )
        if path is None:
            return
        path = path if path.name.endswith(".age") else path.with_name(f"{path.name}{EXTENSIE}")
        self.maken.setEnabled(False)
        self._taak = tasks.run(
            self.context,
            lambda: hand_out(work, aanvraag, path),
            self._made,
            text("verstrekken.bezig"),
            self._refused,
            whole=True,
        )
        self._taak.over.connect(self._end)

    def _end(self) -> None:
        self._taak = None
        self.maken.setEnabled(True)

    def _made(self, made: Verstrekt) -> None:
        self.context.act(lambda: made.changed)
        self.schets.drop()
        self._show_done(made.pad)
        self.nog.setFocus()
        announce(self.klaar_kop, self.klaar_kop.text())

    def _show_done(self, pad: Path) -> None:
        self._pad = pad
        self.klaar_waar.setText(text("verstrekken.klaar.waar", pad=str(pad)))
        self.bladen.setCurrentIndex(KLAAR)

    def _refused(self, error: KnownError) -> None:
        with_label(self.fout, known_error_text(error))
        announce(self.fout, self.fout.text())


def _beside(*widgets: QWidget) -> QWidget:
    """Beside each other, and below when there is no more room."""
    room = QWidget()
    row = Vloei(room)
    for widget in widgets:
        row.addWidget(widget)
    return room
