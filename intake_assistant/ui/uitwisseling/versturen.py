"""Sending in four steps: to whom and what, health by itself, the plain list, and the file."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QButtonGroup, QLineEdit, QVBoxLayout, QWidget

from intake_assistant.domain.letters import plain
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.schets import keep_schets
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.exchange.export import Verzonden, Zending, export, refuse_without_right
from intake_assistant.paths import EXTENSIE
from intake_assistant.progress import Watch
from intake_assistant.texts import known_error_text, text
from intake_assistant.ui.fields import destination
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.giving_way import Keuzerondje
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, with_label
from intake_assistant.ui.kit.progress_line import ProgressLine
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.qt.announcing import announce
from intake_assistant.ui.qt.enter import ctrl_enter_does, enter_goes_on
from intake_assistant.ui.uitwisseling.deel import Deel, beside
from intake_assistant.ui.uitwisseling.keuze import Keuzeblad
from intake_assistant.ui.uitwisseling.woorden import names_here

if TYPE_CHECKING:
    from intake_assistant.ui.qt.tasks import Taak
    from intake_assistant.ui.window.context import Context

_KIEZEN, _GEZOND, _LIJST, _KLAAR = range(4)
_BLADEN: Final = ("kiezen", "gezond", "lijst", "klaar")
SCHETS: Final = "versturen"
"""What is typed about health is kept under this name until it is sent."""
_MOST = 60
_LEAST_GROUND = 8
"""Letters of a ground: fewer say nothing to who reads the register later."""


class Versturen(Deel):
    """Nothing is written before the list of what goes to whom was seen."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._taak: Taak | None = None
        self._zending: Zending | None = None
        self._pad: Path | None = None
        self.schets = Draft(Keeper(context, self), self._typed, self)
        self.keuze = Keuzeblad(context)
        self.keuze.verder.connect(self._begin_health)
        self.keuze.to_cards.connect(lambda: self.elsewhere.emit("kaarten"))
        self.addWidget(self.keuze)
        self._build_health(self.add_step("versturen_gezondheid"))
        lees = text("uitwisseling.lijst.kop")
        self._build_list(self.add_step("versturen_lijst", foot=self._build_foot(), gelezen=lees))
        self._build_done(self.add_step("versturen_klaar"))

    # -- building --------------------------------------------------------------------------------------------

    def _build_health(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("uitwisseling.gezond.kop"), "kop2", wrap=True))
        box.addWidget(label(text("uitwisseling.gezond.uitleg"), wrap=True))
        self.niet_mee = Keuzerondje(text("uitwisseling.gezond.nee"), "gezond_nee")
        self.wel_mee = Keuzerondje(text("uitwisseling.gezond.ja"), "gezond_ja")
        self._gezond = QButtonGroup(self)
        for button in (self.niet_mee, self.wel_mee):
            self._gezond.addButton(button)
            box.addWidget(button)
        self.grond_vraag = label(text("uitwisseling.gezond.grond"), "veldnaam", wrap=True)
        self.grond = QLineEdit()
        name_field(self.grond, "gezond_grond", text("uitwisseling.gezond.grond"))
        self.grond_vraag.setBuddy(self.grond)
        self.grond_uitleg = label(text("uitwisseling.gezond.grond_uitleg"), "klein", wrap=True)
        for part in (self.grond_vraag, self.grond, self.grond_uitleg):
            box.addWidget(part)
        self.gezond_verder = knop(text("uitwisseling.verder"), "gezond_verder", self._show_list, "hoofdknop")
        enter_goes_on([self.grond], self.gezond_verder.click)
        ctrl_enter_does(self.gezond_verder, box.parentWidget() or self)
        back = knop(text("uitwisseling.terug"), "gezond_terug", self.step_back)
        box.addWidget(beside(back, self.gezond_verder))
        box.addStretch(1)
        self.wel_mee.toggled.connect(lambda _: self._judge_health())
        self.grond.textChanged.connect(lambda _: self._judge_health())
        self._gezond.buttonClicked.connect(self.schets.touched)
        self.schets.watch(self.grond)

    def _build_list(self, box: QVBoxLayout) -> None:
        box.addWidget(label(text("uitwisseling.lijst.kop"), "kop2", wrap=True))
        self.regels = {}
        inside = kolom(made := kaart(naam="lijst"), rand=24, tussen=4)
        box.addWidget(made)
        for naam in ("naar", "soort", "dossiers", "wel", "niet"):
            self.regels[naam] = label("", wrap=True, naam=f"lijst_{naam}")
            inside.addWidget(label(text(f"uitwisseling.lijst.{naam}"), "veldnaam", wrap=True))
            inside.addWidget(self.regels[naam])
            inside.addSpacing(px(8))
        box.addStretch(1)

    def _build_foot(self) -> QWidget:
        foot = QWidget()
        box = kolom(foot)
        self.fout = label("", "fout", wrap=True, naam="versturen_fout")
        self.fout.hide()
        self.voortgang = ProgressLine("versturen_voortgang", stacked=True)
        self.maken = knop(text("uitwisseling.lijst.maken"), "bestand_maken", self.make, "hoofdknop")
        self.lijst_terug = knop(text("uitwisseling.terug"), "lijst_terug", self.step_back)
        for part in (self.fout, self.voortgang, beside(self.lijst_terug, self.maken)):
            box.addWidget(part)
        return foot

    def _build_done(self, box: QVBoxLayout) -> None:
        self.klaar_kop = label("", "kop2", wrap=True, naam="verstuurd_kop")
        self.klaar_waar = label("", wrap=True, naam="verstuurd_waar")
        self.klaar_wat = label("", wrap=True, naam="verstuurd_wat")
        self.nog = knop(text("uitwisseling.verstuurd.nog"), "verstuurd_nog", self._again)
        self.klaar_wacht = label("", wrap=True, naam="verstuurd_wacht")
        for part in (self.klaar_kop, self.klaar_waar, self.klaar_wat, self.klaar_wacht):
            box.addWidget(part)
        plek = destination.place_buttons(self.context, "verstuurd", lambda: self._pad)
        box.addWidget(beside(*plek, self.nog))
        box.addStretch(1)

    # -- showing ---------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin anew: what is known and what there is to send may be other by now."""
        self._zending = None
        self.keuze.begin()
        self._fill_health({})
        with_label(self.fout, "")
        self.setCurrentIndex(_KIEZEN)

    def first_field(self) -> QWidget:
        """What is asked for on the page that is shown."""
        gezond = self.wel_mee if self.wel_mee.isChecked() else self.niet_mee
        pages = (self.keuze.first_field(), gezond, self.read_first(self.maken), self.nog)
        return pages[self.currentIndex()]

    def where(self) -> dict[str, str]:
        """To whom and what, and the page one is at; once it was sent, nothing any more."""
        chosen = {**self.keuze.where(), "blad": _BLADEN[self.currentIndex()]}
        return dict.fromkeys(chosen, "") if self.currentIndex() == _KLAAR else chosen

    def come_back(self, blad: str) -> None:
        """To the page one was at, with what was typed there; to whom and what was chosen anew before."""
        # Who is no longer known, or not there any more, is not gone on with.
        if blad in _BLADEN[_GEZOND:_KLAAR] and self.keuze.door.isEnabled():
            self._fill_health(self.schets.begin(self._page_name()))
            self._ask_health()
        if blad == _BLADEN[_LIJST] and self.currentIndex() == _GEZOND and self.gezond_verder.isEnabled():
            self._show_list()

    def step_back(self) -> bool:
        """One step back; from what is done to the beginning."""
        if self.currentIndex() == _KIEZEN:
            return False
        self.stop()
        if self.currentIndex() == _KLAAR:
            self.begin()
        else:
            self.setCurrentIndex(self.currentIndex() - 1)
        self.first_field().setFocus()
        return True

    def stop(self) -> None:
        """It is left: what is being written does not appear, what was typed is kept."""
        self.schets.keep()
        if self._taak is not None:
            self._taak.cancel()

    def _again(self) -> None:
        self.begin()
        self.first_field().setFocus()

    # -- the steps -------------------------------------------------------------------------------------------

    def _page_name(self) -> str:
        # Of these dossiers: it goes with them, and is in their inzage.
        return " ".join((SCHETS, *self.keuze.zending("").dossiers))

    def _begin_health(self) -> None:
        for naam in self.context.work.vault.sketches():
            if naam.partition(" ")[0] == SCHETS:
                self.context.act(partial(keep_schets, self.context.work, naam, {}))
        self.schets.begin(self._page_name())
        self._fill_health({})
        self._ask_health()

    def _ask_health(self) -> None:
        zending = self.keuze.zending("")
        try:
            refuse_without_right(self.context.work, zending)
        except KnownError as error:
            self.keuze.tell(known_error_text(error))
            return
        self.keuze.tell("")
        self.setCurrentIndex(_GEZOND)
        self.first_field().setFocus()

    def _ground(self) -> str:
        return self.grond.text().strip() if self.wel_mee.isChecked() else ""

    def _typed(self) -> dict[str, str]:
        typed = {"gezondheid": "ja" if self.wel_mee.isChecked() else "", "grond": self.grond.text()}
        return {naam: wat for naam, wat in typed.items() if wat}

    def _fill_health(self, typed: Mapping[str, str]) -> None:
        (self.wel_mee if typed.get("gezondheid") else self.niet_mee).setChecked(True)
        self.grond.setText(typed.get("grond", ""))
        self._judge_health()

    def _judge_health(self) -> None:
        wel = self.wel_mee.isChecked()
        for part in (self.grond_vraag, self.grond, self.grond_uitleg):
            part.setVisible(wel)
        self.gezond_verder.setEnabled(not wel or len(self._ground()) >= _LEAST_GROUND)

    def _show_list(self) -> None:
        zending = self._zending = self.keuze.zending(self._ground())
        namen = "; ".join(f"{one.naam} ({text(f'instellingen.rol_{one.rol}')})" for one in zending.ontvangers)
        self.regels["naar"].setText(namen)
        self.regels["soort"].setText(text(f"uitwisseling.soort.{zending.soort}"))
        self.regels["dossiers"].setText(self._dossiers_in_words(zending))
        gronden = (f"{text(f'uitwisseling.mee.{deel.wat}')}: {deel.grond}" for deel in zending.gronden)
        self.regels["wel"].setText("\n".join(gronden))
        niet = "niets_achter" if zending.gezondheid else "gezond_achter"
        self.regels["niet"].setText(text(f"uitwisseling.lijst.{niet}"))
        with_label(self.fout, "")
        self.setCurrentIndex(_LIJST)
        self.to_top()
        self.first_field().setFocus()

    def _dossiers_in_words(self, zending: Zending) -> str:
        dossiers = zending.dossiers or self.context.work.vault.dossiers()
        here = names_here(self.context)
        namen = sorted(filter(None, (here.get(dossier) for dossier in dossiers[:_MOST])), key=plain)
        told = "; ".join(namen)
        if len(dossiers) > _MOST:
            told = text("uitwisseling.voorbeeld.en_meer", wat=told, aantal=len(dossiers) - _MOST)
        nieuw = text("uitwisseling.lijst.alleen_nieuw") if zending.alleen_nieuw else ""
        return " ".join(
            filter(None, (text("uitwisseling.lijst.aantal", aantal=len(dossiers), wie=told), nieuw))
        )

    # -- writing ---------------------------------------------------------------------------------------------

    def make(self) -> None:
        """Ask for the place, and write the file there in the background."""
        zending, work = self._zending, self.context.work
        if zending is None or self._taak is not None:
            return
        dag = work.clock.today().isoformat()
        voorstel = Path.home() / f"{text('uitwisseling.lijst.bestandsnaam', dag=dag)}{EXTENSIE}"
        titel = text("uitwisseling.lijst.waar")
        path = messages.choose_file(self, "bewaar", titel, voorstel, text("uitwisseling.filter"))
        if path is None:
            return
        path = path if path.name.endswith(".age") else path.with_name(f"{path.name}{EXTENSIE}")
        watch = Watch()
        taak = tasks.run(
            self.context,
            lambda: export(work, zending, path, watch.progress),
            self._made,
            text("uitwisseling.lijst.bezig"),
            self._refused,
            watch=watch,
            whole=True,
        )
        self._follow(taak)

    def _follow(self, taak: Taak) -> None:
        self._taak = taak
        with_label(self.fout, "")
        self.maken.setEnabled(False)
        self.voortgang.follow(taak.watch, text("uitwisseling.lijst.bezig"), taak.cancel)
        taak.over.connect(self._end)

    def _end(self) -> None:
        self._taak = None
        self.voortgang.end()
        self.maken.setEnabled(True)

    def _made(self, made: Verzonden) -> None:
        self.schets.drop()
        zending, self._pad = self._zending, made.pad
        namen = ", ".join(one.naam for one in zending.ontvangers) if zending else ""
        self.klaar_kop.setText(text("uitwisseling.verstuurd.kop"))
        self.klaar_waar.setText(text("uitwisseling.verstuurd.waar", pad=str(made.pad)))
        self.klaar_wat.setText(text("uitwisseling.verstuurd.wat", namen=namen))
        is_transfer = zending is not None and zending.soort is Bestandssoort.OVERDRACHT_COLLEGA
        wacht = text("uitwisseling.verstuurd.wacht", naam=namen) if is_transfer else ""
        with_label(self.klaar_wacht, wacht)
        if zending is not None and is_transfer:
            self.context.changed.emit(Changed(dossiers=frozenset(zending.dossiers)))
        self.setCurrentIndex(_KLAAR)
        self.nog.setFocus()
        announce(self.klaar_kop, self.klaar_kop.text())

    def _refused(self, error: KnownError) -> None:
        with_label(self.fout, known_error_text(error))
        announce(self.fout, self.fout.text())
