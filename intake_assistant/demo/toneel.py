"""The play: the acts of the plan in their order, at one window."""

from __future__ import annotations

import datetime
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, ClassVar, Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from intake_assistant.casus.plan import LATER_RECORDED, PLANLIJSTEN, Daad, Step, plan_case
from intake_assistant.casus.play import play_steps
from intake_assistant.crypto import FLOOR, Argon2Cost
from intake_assistant.dates import date_in_words
from intake_assistant.demo import besluit, kluis, toestemming, verslag
from intake_assistant.demo.caseload import show_caseload
from intake_assistant.demo.dossier import Dossierspel
from intake_assistant.demo.gesprek import Gespreksspel
from intake_assistant.demo.kluis import DemoClock, make_rol
from intake_assistant.demo.lijsten import read_materiaal
from intake_assistant.demo.ontwikkelplan import Planspel
from intake_assistant.demo.opdracht import Uitvoer
from intake_assistant.demo.regie import MAAT, Misgelopen, Regie
from intake_assistant.demo.rondgang import WIJZEN, over_iedereen, show_each_screen, show_screens
from intake_assistant.demo.uitvoering import fill_place_of_work, record_each, write_hours
from intake_assistant.domain.ports import Randomness
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD
from intake_assistant.operations.vault.kluis import create, open_workspace
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import FixedClock
from intake_assistant.texts import SOURCE, text
from intake_assistant.ui.instellingen.screen import DELEN
from intake_assistant.ui.kit.theme import ARGUMENTS
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.preferences import FILE, Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster, open_window

# What is done in one go at the window, called by what it begins with.
_TOGETHER: Final = {
    **dict.fromkeys((Daad.PROCEDURE, Daad.OPROEP, Daad.GEVRAAGD, Daad.ONTVANGEN), Daad.DOSSIER),
    Daad.AFSPRAAK: Daad.DOEL,
    Daad.KLAAR: Daad.DOEL,
}
_ONE_BY_ONE: Final = (Daad.GESPREK, Daad.TOESTEMMING)


class Toneel:
    """One run of the demonstration; performs each act of a plan at the window."""

    speler: ClassVar[type[Regie]] = Regie
    """Who sits at the window."""
    kosten: ClassVar[Argon2Cost | None] = None
    """What deriving the key costs; that of every vault when not told."""

    def __init__(
        self,
        casus: Mapping[str, Any],
        uit: Uitvoer,
        random: Randomness,
        *,
        taal: str | None,
        pauze: float,
        kort: bool = False,
    ) -> None:
        persoon = casus.get("inburgeraar", {})
        self._steps = plan_case(casus, datetime.date(2026, 1, 5))
        self.uit, self._random, self._pauze = uit, random, pauze
        self._wijzen = WIJZEN[:1] if kort else WIJZEN
        # In haste the key costs the least that a vault may have: it is derived at every new day.
        self._kosten = self.kosten or (FLOOR if kort else None)
        self._taal = taal or str(persoon.get("leestaal", ""))
        self._zoek = str(persoon.get("achternaam", ""))
        self.klok = DemoClock(self._steps[0].day)
        self.rol = make_rol(str(persoon.get("woonplaats", "")), self.klok, random)
        self.verslag = verslag.Verslag(str(casus.get("titel", "")))
        self.dialogen = besluit.Dialogen(uit.folder)
        self._seen: list[Step] = []
        self._gevraagd: dict[int, str] = {}
        self._concept: list[Path] = []
        self._besluit: list[Path] = []
        self._acts: dict[Daad, Callable[[Sequence[Step]], None]] = {
            Daad.DOSSIER: self._fill_dossier,
            Daad.OVERDRACHT_COA: self._take_from_coa,
            Daad.GESPREK: self._hold,
            Daad.TOESTEMMING: self._ask,
            Daad.INTREKKING: self._withdraw,
            Daad.WEGING: self._weigh,
            Daad.DOEL: self._plan,
            Daad.WERKPLEK: self._place_of_work,
            Daad.WERKPLEKUREN: self._write_hours,
            Daad.CONCEPT: self._fill_concept,
            Daad.VERTALING: self._translate,
            Daad.VASTSTELLEN: self._set_besluit,
            Daad.BEKENDMAKING: self._make_known,
            Daad.GEZIEN: self._see,
            Daad.WIJZIGING: self._change,
            **dict.fromkeys((*LATER_RECORDED, *PLANLIJSTEN, Daad.AFRONDING), self._record_later),
        }

    def play(self, own: Path) -> verslag.Verslag:
        """Play it all; what goes wrong stands in the verslag, with a picture of the window as it was."""
        self._own = own
        app = QApplication.instance() or QApplication([*sys.argv[:1], *ARGUMENTS])
        if not isinstance(app, QApplication):
            raise TypeError("the demonstration needs a window")
        app.setApplicationName("intake-assistent")
        voorkeuren = Voorkeuren(own / FILE)
        voorkeuren.keep(kleuren="licht")
        with _quiet(), messages.answered_by(self.dialogen):
            venster = open_window(
                Omgeving(self.klok, self._random, voorkeuren, self.uit.folder, cost=self._kosten)
            )
            try:
                self._act(venster)
            finally:
                venster.close()
        self._facts()
        if not self.verslag.controles:
            self._check(own / "tweeling.intake")
        return self.verslag

    def _act(self, venster: Venster) -> None:
        self.regie = self.speler(venster, self.uit.schermen, self._pauze)
        self.regie.resize(MAAT)
        self._dossier, self._plannen = Dossierspel(self.regie), Planspel(self.regie)
        with _faults(self.regie):
            try:
                self._play_all()
            except (Misgelopen, LookupError, StopIteration) as fout:
                wat = str(fout) if isinstance(fout, Misgelopen) else messages.fault_details(fout)
                self.verslag.check(False, text("casus.demo.misgelopen", wat=wat.replace("\n", " < ")))
                self.regie.faults.clear()
                self.regie.shoot("misgelopen")

    def _play_all(self) -> None:
        kluis.make_vault(self.regie, self.rol, self.uit.herstelblad, self.dialogen)
        kluis.show_settings(self.regie, self.rol.gemeente)
        if taal_van(self._taal).code != SOURCE:
            kluis.allow_unchecked(self.regie)
        show_screens(self.regie, over_iedereen(), "leeg")
        self._step("kluis")
        read_materiaal(self.regie, self._own, self.dialogen)
        self._step("materiaal")
        self._play_case()
        self._keep_sheets()
        [dossier] = self.regie.context.work.vault.dossiers()
        show_each_screen(self.regie, dossier, self._wijzen)
        self.regie.play("rondgang", achternaam=self._zoek, weergave=DELEN.index("weergave"))
        self._step("rondgang" if self._wijzen == WIJZEN else "rondgang_snel")
        show_caseload(
            self.regie, self.rol, self._seen, self._own, random=self._random, dialogen=self.dialogen
        )
        self._step("caseload")

    def _play_case(self) -> None:
        for daad, steps in _scenes(self._steps):
            if daad in self._acts:
                self._go_to(steps[-1].day)
                self._acts[daad](steps)
                self._seen += steps

    def _go_to(self, day: datetime.date) -> None:
        """The window was locked at the end of the day; it is opened again on another, never on an earlier."""
        kluis.next_day(self.regie, self.rol, max(day, self.klok.today()))

    # -- the acts --------------------------------------------------------------------------------------------

    def _fill_dossier(self, steps: Sequence[Step]) -> None:
        if steps[0].daad is Daad.DOSSIER:
            self.regie.go("dossiers")
            self._dossier.begin(steps)
            self._step("dossier")
        else:
            self._dossier.go_on(steps)
            self._step("procedure")

    def _hold(self, steps: Sequence[Step]) -> None:
        gesprek, nummer = steps[0].wat, self._nummer(Daad.GESPREK)
        spel = Gespreksspel(self.regie, self.rol, gesprek, nummer)
        spel.prepare()
        spel.hold(self._taal or gesprek.get("taal", ""))
        agreed = {s.place for s in self._seen}
        terug = [
            s for s in self._steps if s.daad is Daad.TERUGGEKEKEN and s.day == steps[0].day and s.of in agreed
        ]
        spel.look_back([(self._plannen.afspraak_of(s.of), s.wat["hulp"]) for s in terug])
        self._seen += terug
        spel.round_off()
        self._step("gesprek", nummer=nummer, antwoorden=spel.gegeven)

    def _take_from_coa(self, steps: Sequence[Step]) -> None:
        for step in steps:
            self._dossier.take_from_coa(step, self._own, self.dialogen)
        self._step("van_het_azc")

    def _ask(self, steps: Sequence[Step]) -> None:
        gevraagd, nummer = steps[0].wat, self._nummer(Daad.TOESTEMMING)
        self._gevraagd[steps[0].place] = toestemming.ask(self.regie, gevraagd)
        self.regie.shoot(f"toestemmingen_{nummer}_{gevraagd['gegeven']}")
        self._step(f"toestemming_{gevraagd['gegeven']}", partij=gevraagd["partij"])

    def _withdraw(self, steps: Sequence[Step]) -> None:
        for step in steps:
            toestemming.withdraw(self.regie, self._gevraagd[step.of], step.wat)
            partij = next(asked.wat["partij"] for asked in self._seen if asked.place == step.of)
            self._step("ingetrokken", partij=partij)

    def _nummer(self, daad: Daad) -> int:
        return 1 + sum(step.daad is daad for step in self._seen)

    def _weigh(self, steps: Sequence[Step]) -> None:
        self._step("weging", aantal=besluit.weigh(self.regie, steps))

    def _plan(self, steps: Sequence[Step]) -> None:
        self._plannen.play(steps)
        aantal = Counter(step.daad for step in steps)
        if aantal[Daad.DOEL]:
            self._step("plan", doelen=aantal[Daad.DOEL], afspraken=aantal[Daad.AFSPRAAK])
        if aantal[Daad.KLAAR]:
            self._step("klaar", aantal=aantal[Daad.KLAAR])

    def _place_of_work(self, steps: Sequence[Step]) -> None:
        for step in steps:
            self._plannen.place_of_work(step.of)
            fill_place_of_work(self.regie, step.wat)
        self._step("werkplek")

    def _write_hours(self, steps: Sequence[Step]) -> None:
        for _ in steps:
            write_hours(self.regie)
        self._step("werkplekuren")

    def _fill_concept(self, steps: Sequence[Step]) -> None:
        self._step("concept", aantal=besluit.fill_concept(self.regie, steps[0].wat))
        self._concept = besluit.save_papers(self.regie, self.dialogen, "concept")
        self._step("papier_concept", aantal=len(self._concept))

    def _set_besluit(self, steps: Sequence[Step]) -> None:
        beschikking = steps[0].wat
        if not self._concept:
            self._fill_concept(steps)
        besluit.set_besluit(self.regie, beschikking)
        self._step("vaststellen")
        self._besluit = besluit.save_papers(self.regie, self.dialogen, "vastgesteld")
        self._step("papier_besluit", aantal=len(self._besluit))

    def _translate(self, steps: Sequence[Step]) -> None:
        self._step("vertaling", aantal=besluit.translate(self.regie, steps))

    def _keep_sheets(self) -> None:
        """What is made beside the PIP, as PDF: to take home, for the wall, for who takes over."""
        bladen = besluit.save_sheets(self.regie, self.dialogen)
        self._step("papier_bladen", namen=opsomming([pad.stem.partition("-")[0] for pad in bladen]))
        taal = taal_van(self._taal)
        if taal.code != SOURCE:
            mee = besluit.save_for_person(self.regie, self.dialogen, taal.code)
            self._step("papier_mee", aantal=len(mee), taal=taal.naam_nl)

    def _make_known(self, steps: Sequence[Step]) -> None:
        if self._besluit:
            besluit.hand_over(self.regie, steps[0].wat)
            self._step("bekendmaken")

    def _see(self, steps: Sequence[Step]) -> None:
        if self._besluit:
            besluit.hand_over(self.regie, steps[0].wat)
            self.regie.shoot("besluit_uitgereikt")
            self._step("uitreiken")

    def _change(self, steps: Sequence[Step]) -> None:
        for step in steps:
            if step.wat["grond"] == "ontwikkelplan":
                self._plannen.make_version(step.wat.get("motivering", ""))
                self._step("planversie")
            else:
                besluit.change_besluit(self.regie, step.wat)
                self._step("wijziging", grond=text(f"dossier.t.grond.{step.wat['grond']}"))

    def _record_later(self, steps: Sequence[Step]) -> None:
        record_each(self.regie, steps)
        self._step("uitvoering", aantal=len(steps), wat=steps[0].daad.value)

    # -- what is told and checked afterwards -----------------------------------------------------------------

    def _step(self, naam: str, **velden: object) -> None:
        dag = date_in_words(self.klok.today().isoformat())
        self.verslag.step(dag, text(f"casus.demo.stap_{naam}", **velden))

    def _facts(self) -> None:
        self.verslag.feiten = [
            (text("casus.demo.kluis"), f"`{self.uit.kluis.name}`"),
            (text("casus.demo.wachtzin"), f"`{self.rol.wachtzin}`"),
            (text("casus.demo.platen"), str(len(self.regie.platen))),
        ]

    def _check(self, beside: Path) -> None:
        """Check the vault, and hold the dossier beside one that the operations made of the same steps."""
        clock, wachtzin = FixedClock(self.klok.today()), self.rol.wachtzin
        gegevens = {"naam": self.rol.naam, "gemeente": self.rol.gemeente}
        create(beside, wachtzin, clock, self._random, gegevens, cost=FLOOR)
        paths = (self.uit.kluis, beside)
        work, twin = (open_workspace(path, wachtzin, clock, self._random) for path in paths)
        with closing(work.vault), closing(twin.vault):
            if taal_van(self._taal).code != SOURCE:
                # What is handed over is kept in both languages.
                keep_instelling(twin, ONGECONTROLEERD, "ja")
            [dossier] = work.vault.dossiers()
            verslag.check_vault(work, dossier, self.verslag)
            verslag.check_twin(self.verslag, work, dossier, twin, play_steps(twin, self._seen))
        verslag.check_papers(self._concept, self.verslag, concept=True)
        verslag.check_papers(self._besluit, self.verslag, concept=False)


def _scenes(steps: Sequence[Step]) -> Iterator[tuple[Daad, list[Step]]]:
    """The steps, those together that are done in one go."""

    def scene(step: Step) -> tuple[Daad, int]:
        daad = _TOGETHER.get(step.daad, step.daad)
        return daad, step.place if daad in _ONE_BY_ONE else 0

    return ((daad, list(some)) for (daad, _), some in groupby(steps, scene))


@contextmanager
def _faults(regie: Regie) -> Iterator[None]:
    """An error in a slot of the window ends the play, instead of a line that nobody reads."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        regie.faults.append(messages.fault_details(error).replace("\n", " < "))
        before(kind, error, trace)

    sys.excepthook = hook
    try:
        yield
    finally:
        sys.excepthook = before


@contextmanager
def _quiet() -> Iterator[None]:
    """Drawing in memory knows no raising of windows; Qt says so each time."""

    def tell(_: QtMsgType, __: QMessageLogContext, zin: str) -> None:
        if not zin.startswith("This plugin does not support"):
            sys.stderr.write(f"{zin}\n")

    before = qInstallMessageHandler(tell)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
