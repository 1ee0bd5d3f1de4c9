"""The play: the acts in their order, in one window."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from intake_assistant.dates import date_in_words
from intake_assistant.demo import besluit, controle, kluis, papier, plan, rondgang, toestemming, weging
from intake_assistant.demo import dossier as dossierspel
from intake_assistant.demo.casus import first_day, skipped_of, stored
from intake_assistant.demo.dagen import plan_days
from intake_assistant.demo.gesprek import Gespreksspel
from intake_assistant.demo.klok import Klok
from intake_assistant.demo.opdracht import Uitvoer
from intake_assistant.demo.regie import BREED, HOOG, Misgelopen, Regie
from intake_assistant.demo.rol import make_rol
from intake_assistant.demo.verslag import Verslag
from intake_assistant.domain.ports import Randomness
from intake_assistant.operations.vault.kluis import open_workspace
from intake_assistant.texts import text
from intake_assistant.ui.qt import messages
from intake_assistant.ui.window.preferences import FILE, Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster, open_window


class Toneel:
    """One run of the demonstration."""

    def __init__(
        self, casus: Mapping[str, Any], uit: Uitvoer, random: Randomness, *, taal: str | None, pauze: float
    ) -> None:
        self.casus, self.uit = casus, uit
        self._random, self._pauze = random, pauze
        self.taal = taal or str(casus.get("inburgeraar", {}).get("leestaal", ""))
        self.klok = Klok(first_day(casus))
        self.rol = make_rol(casus, self.klok, random)
        self.verslag = Verslag(str(casus.get("titel", "")))
        self.dialogen = papier.Dialogen(uit.folder)
        self.procedure = dossierspel.Procedure(casus)
        self.dossier = ""
        self._gesprekken = self._gevraagd = 0
        self._concept: list[Path] = []
        self._besluit: list[Path] = []

    def play(self, own: Path) -> Verslag:
        """Play it all; what goes wrong stands in the verslag, with a picture of the window as it was."""
        app = QApplication.instance() or QApplication(sys.argv[:1])
        if not isinstance(app, QApplication):
            raise TypeError("the demonstration needs a window")
        app.setApplicationName("intake-assistent")
        voorkeuren = Voorkeuren(own / FILE)
        voorkeuren.keep(kleuren="licht")
        with _quiet(), messages.answered_by(self.dialogen):
            venster = open_window(Omgeving(self.klok, self._random, voorkeuren, self.uit.folder))
            try:
                self._act(venster)
            finally:
                venster.close()
        self._facts()
        if not self.verslag.controles:
            self._check()
        return self.verslag

    def _act(self, venster: Venster) -> None:
        # A small screen would have it maximised; the pictures are all of one size.
        venster.showNormal()
        venster.resize(BREED, HOOG)
        venster.activateWindow()
        QTest.qWaitForWindowExposed(venster)
        self.regie = Regie(venster, self.uit.schermen, self._pauze)
        with _faults(self.regie):
            try:
                self._acts()
            except (Misgelopen, LookupError, StopIteration) as fout:
                wat = str(fout) if isinstance(fout, Misgelopen) else messages.fault_details(fout)
                self.verslag.check(False, text("demo.misgelopen", wat=wat.replace("\n", " < ")))
                self.regie.faults.clear()
                self.regie.shoot("misgelopen")

    def _acts(self) -> None:
        regie = self.regie
        kluis.make_vault(regie, self.rol, self.uit.herstelblad, self.dialogen)
        rondgang.show_settings(regie, self.rol.gemeente)
        self._step("kluis")
        regie.go("dossiers")
        self.dossier = dossierspel.make_dossier(regie, self.casus)
        dossierspel.fill_person(regie, self.casus)
        self._step("dossier")
        for gebeurtenis in plan_days(self.casus):
            kluis.next_day(regie, self.rol, gebeurtenis.dag)
            self.procedure.keep_up(regie, gebeurtenis.dag)
            getattr(self, f"_play_{gebeurtenis.naam}")(gebeurtenis.gegevens)
        self.procedure.keep_up(regie)
        self._tell_skipped()
        self._walk()

    def _play_gesprek(self, gesprek: Mapping[str, Any]) -> None:
        self._gesprekken += 1
        spel = Gespreksspel(self.regie, self.rol, gesprek, self._gesprekken)
        spel.prepare()
        spel.hold(self.taal or str(stored(gesprek).get("taal", "")))
        spel.round_off()
        self.regie.shoot(f"dossier_na_gesprek_{self._gesprekken}")
        self._step("gesprek", nummer=self._gesprekken, antwoorden=spel.gegeven)

    def _play_toestemming(self, gevraagd: Mapping[str, Any]) -> None:
        self._gevraagd += 1
        toestemming.ask(self.regie, gevraagd, "" if self._gevraagd > 1 else "toestemming")
        gegeven = "ja" if gevraagd["gegeven"] else "nee"
        self.regie.shoot(f"toestemmingen_{self._gevraagd}_{gegeven}")
        self._step(f"toestemming_{gegeven}", partij=gevraagd["partij"])

    def _play_intrekking(self, gegeven: Mapping[str, Any]) -> None:
        toestemming.withdraw(self.regie, gegeven)
        self.regie.shoot("toestemmingen_ingetrokken")
        self._step("ingetrokken", partij=gegeven["partij"])

    def _play_weging(self, wegingen: list[Mapping[str, Any]]) -> None:
        self._step("weging", aantal=weging.weigh(self.regie, wegingen))

    def _play_concept(self, beschikking: Mapping[str, Any]) -> None:
        self._step("concept", aantal=besluit.fill_concept(self.regie, beschikking))

    def _play_plan(self, doelen: list[Mapping[str, Any]]) -> None:
        self._step("plan", doelen=len(doelen), afspraken=plan.make_plan(self.regie, doelen))

    def _play_papier_concept(self, _: None) -> None:
        self._concept = papier.save_all(self.regie, self.dialogen, "concept")
        self._step("papier_concept", aantal=len(self._concept))

    def _play_vaststellen(self, beschikking: Mapping[str, Any]) -> None:
        besluit.set_besluit(self.regie, beschikking)
        self._step("vaststellen")

    def _play_uitreiken(self, beschikking: Mapping[str, Any]) -> None:
        if besluit.hand_over(self.regie, beschikking):
            self._step("uitreiken")

    def _play_papier_besluit(self, _: None) -> None:
        self._besluit = papier.save_all(self.regie, self.dialogen, "vastgesteld")
        self._step("papier_besluit", aantal=len(self._besluit))

    def _play_klaar(self, doelen: list[Mapping[str, Any]]) -> None:
        self._step("klaar", aantal=plan.note_done(self.regie, doelen))

    def _play_planversie(self, wijziging: Mapping[str, Any]) -> None:
        plan.make_version(self.regie, str(wijziging.get("motivering", "")))
        self._step("planversie")

    def _play_elders(self, wijziging: Mapping[str, Any]) -> None:
        self._step("elders", grond=wijziging["grond"])

    def _tell_skipped(self) -> None:
        """What the case tells and no screen asks yet."""
        for wat, aantal in skipped_of(self.casus):
            self._step(f"overgeslagen_{wat}", aantal=aantal)

    def _walk(self) -> None:
        regie = self.regie
        regie.go("dossier")
        regie.shoot("dossier_aan_het_eind")
        rondgang.show_history(regie)
        rondgang.show_over_page(regie, str(self.casus.get("inburgeraar", {}).get("achternaam", "")))
        regie.go("dossiers")
        regie.shoot("dossiers")
        rondgang.show_dark(regie)
        rondgang.show_large(regie, 150)
        kluis.lock(regie)
        regie.click("sleutel_kwijt")
        regie.shoot("herstel")
        self._step("rondgang")

    def _check(self) -> None:
        work = open_workspace(self.uit.kluis, self.rol.wachtzin, self.klok, self._random)
        try:
            controle.check_all(work, self.casus, self.dossier, self.verslag)
        finally:
            work.vault.close()
        controle.check_papers(self.verslag, self._concept, self._besluit)

    def _step(self, naam: str, **velden: object) -> None:
        dag = date_in_words(self.klok.today().isoformat())
        self.verslag.step(dag, text(f"demo.stap_{naam}", **velden))

    def _facts(self) -> None:
        self.verslag.feiten = [
            (text("demo.kluis"), f"`{self.uit.kluis.name}`"),
            (text("demo.wachtzin"), f"`{self.rol.wachtzin}`"),
            (text("demo.platen"), str(len(self.regie.platen))),
        ]


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
