"""Two regievoerders and their team lead, each in a window: python -m tests.stress.drie_vensters --out FOLDER.

Cards are compared, a dossier is handed over and accepted, both change one answer, the team lead joins and
settles it, and what was settled travels back. A picture of each step is left; 1 when they do not end equal.
"""

from __future__ import annotations

import argparse
import datetime
import os
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from intake_assistant.domain.overleg.overdracht import regievoerder_of
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.qt import messages, tasks
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.context import Scherm
from intake_assistant.ui.window.preferences import Voorkeuren
from intake_assistant.ui.window.surroundings import Omgeving
from intake_assistant.ui.window.window import Venster
from intake_assistant.ui.window.workbench import Werkblad
from tests.gelezen import data
from tests.storage.hulp import CHEAP
from tests.ui.gespeeld import click, type_in, visible
from tests.ui.kluizen import copied, open_quickly

DAG = datetime.date(2026, 5, 4)
WACHTZIN = "paard batterij nietje"
LEZEN = "taalniveau.nl_lezen"
PATIENCE = 60.0
WIE = {
    "anneke": ("Anneke van den Berg", "regievoerder"),
    "bilal": ("Bilal Amrani", "regievoerder"),
    "tea": ("Tea Hofstra", "teamleider"),
}


def wait_until(what: Callable[[], bool]) -> None:
    """Let the windows live until something is so."""
    end = time.monotonic() + PATIENCE
    while not what():
        if time.monotonic() > end:
            raise TimeoutError
        QTest.qWait(10)


def _is_still() -> bool:
    return not tasks.is_busy() and not tasks._running


@dataclass
class Stoel:
    """Where one person sits: a vault, its window, and who makes pictures of it."""

    naam: str
    work: Workspace
    venster: Venster
    script: messages.Script
    folder: Path
    picture: Callable[[str], None] = field(default=lambda _: None)

    @property
    def blad(self) -> Werkblad:
        """What is in the window once the vault is open."""
        assert self.venster.werkblad is not None
        return self.venster.werkblad

    def go(self, naam: str, **arguments: str) -> Scherm:
        """Sit down at this window, and go to a screen."""
        self.venster.activateWindow()
        self.blad.go(naam, arguments)
        QTest.qWait(50)
        return self.blad.scherm

    def exchange(self, deel: str) -> Uitwisseling:
        """Go to a part of the screen of files that travel."""
        scherm = self.go("uitwisseling", deel=deel)
        assert isinstance(scherm, Uitwisseling)
        return scherm

    # -- cards -----------------------------------------------------------------------------------------------

    def give_card(self) -> Path:
        """Keep the own card as a file, to be given."""
        path = self.folder / f"kaart_{self.naam}.txt"
        scherm = self.exchange("kaarten")
        self.picture("mijn_kaart")
        self.script.answers.append(path)
        click(scherm, "kaart_bewaren")
        return path

    def add_card(self, path: Path, fingerprint: str) -> None:
        """Open a card and type what was heard."""
        scherm = self.exchange("kaarten")
        click(scherm, "kaart_toevoegen")
        self.script.answers.append(path)
        click(scherm, "kaart_bestand")
        type_in(visible(scherm, "kaart_getypt"), fingerprint)
        self.picture("kaart_vergeleken")
        click(scherm, "kaart_vertrouwen")
        self.picture("kaarten_bekend")

    # -- files -----------------------------------------------------------------------------------------------

    def send(self, naam: str, *receivers: str, soort: Bestandssoort = Bestandssoort.TEAM) -> Path:
        """Make a file for some, by the steps of the screen; a transfer of the first dossier in the list."""
        scherm = self.exchange("versturen")
        keuze = scherm.versturen.keuze
        for row, (wie, *_) in enumerate(keuze.wie.rijen):
            if wie in receivers:
                keuze.wie.turn(row)
        click(scherm, f"soort_{soort}")
        if soort is Bestandssoort.OVERDRACHT_COLLEGA:
            keuze.dossiers.turn(0)
        return self._write(scherm, naam)

    def _write(self, scherm: Uitwisseling, naam: str) -> Path:
        """From what was chosen to the file."""
        path = self.folder / f"{naam}.intake.age"
        self.picture(f"{naam}_kiezen")
        click(scherm, "keuze_verder")
        self.picture(f"{naam}_gezondheid")
        click(scherm, "gezond_verder")
        self.picture(f"{naam}_lijst")
        self.script.answers.append(path)
        click(scherm, "bestand_maken")
        wait_until(_is_still)
        self.picture(f"{naam}_klaar")
        return path

    def join(self, naam: str, *paths: Path) -> None:
        """Read files, look at the preview, and join them."""
        scherm = self.exchange("samenvoegen")
        self.script.answers.append(list(paths))
        click(scherm, "bestanden_kiezen")
        wait_until(_is_still)
        self.picture(f"{naam}_voorbeeld")
        click(scherm, "samenvoegen_doe")
        wait_until(_is_still)
        self.picture(f"{naam}_samengevoegd")

    def accept(self, naam: str) -> Path:
        """Take over what the file that was joined just now asks for, and send the answer back."""
        click(self.blad.scherm, "klaar_aannemen")
        self.picture(f"{naam}_aangenomen")
        click(self.blad.scherm, "klaar_terugsturen")
        QTest.qWait(50)
        scherm = self.blad.scherm
        assert isinstance(scherm, Uitwisseling)
        return self._write(scherm, naam)

    # -- the dossier -----------------------------------------------------------------------------------------

    def answer(self, dossier: str, waarde: str) -> None:
        """Record the answer of which they will not agree."""
        context = self.blad.context
        context.act(lambda: record_antwoord(self.work, dossier, LEZEN, waarde))
        self.go("dossier", dossier=dossier)
        self.picture(f"antwoord_{waarde}")

    def settle(self) -> None:
        """From what was joined to its differences; the first that is shown is right."""
        click(self.blad.scherm, "klaar_openen")
        QTest.qWait(50)
        assert self.blad.scherm.naam == "conflicten"
        self.picture("verschil")
        type_in(visible(self.blad.scherm, "tegenspraak_0_reden"), "gebeld met mevrouw")
        kies = [b for b in self.blad.scherm.findChildren(QPushButton) if b.objectName().endswith("_kies")]
        click(self.blad.scherm, kies[0].objectName())
        QTest.qWait(50)
        self.picture("verschil_opgelost")


class Kamer:
    """The three of them; pictures are numbered as they were made."""

    def __init__(self, stack: ExitStack, folder: Path, out: Path) -> None:
        self._stack, self._folder, self._out, self._made = stack, folder, out, 0
        script = stack.enter_context(messages.answered_by(messages.Script()))
        assert isinstance(script, messages.Script)
        self.script = script
        self.anneke, self.bilal, self.tea = (self._seat(naam) for naam in WIE)

    def _seat(self, naam: str) -> Stoel:
        wie, rol = WIE[naam]
        folder = self._folder / naam
        folder.mkdir()
        gegevens = {"naam": wie, "gemeente": "Delfzijl", "rol": rol}
        kluis = copied(folder, wie, WACHTZIN, FixedClock(DAG), gegevens)
        work = open_quickly(kluis.path, kluis.sleutel, FixedClock(DAG), data())
        self._stack.callback(work.vault.close)
        voorkeuren = Voorkeuren(folder / "voorkeuren.json")
        voorkeuren.keep(kleuren="licht")
        venster = Venster(Omgeving(FixedClock(DAG), os.urandom, voorkeuren, folder, cost=CHEAP))
        self._stack.callback(venster.deleteLater)
        venster.resize(1366, 768)
        venster.show()
        venster.enter(work)
        stoel = Stoel(naam, work, venster, self.script, self._folder)
        stoel.picture = lambda wat: self._picture(stoel, wat)
        return stoel

    def _picture(self, stoel: Stoel, wat: str) -> None:
        QTest.qWait(50)
        self._made += 1
        stoel.venster.grab().save(str(self._out / f"{self._made:02}_{stoel.naam}_{wat}.png"))

    @property
    def all(self) -> tuple[Stoel, ...]:
        """Everybody."""
        return self.anneke, self.bilal, self.tea

    def meet(self) -> None:
        """Everybody hears the fingerprint of everybody, and types it."""
        given = {stoel.naam: stoel.give_card() for stoel in self.all}
        for stoel in self.all:
            for ander in self.all:
                if ander is not stoel:
                    stoel.add_card(given[ander.naam], cards.own_card(ander.work).fingerprint)

    def play(self) -> list[str]:
        """The whole story; what was wrong at the end."""
        anneke, bilal, tea = self.all
        self.meet()
        facts = {"voornamen": "Selam", "achternaam": "Tesfay", "spreektaal": "ti"}
        dossier = create_dossier(anneke.work, facts).made
        anneke.answer(dossier, "alfa")
        bilal.join(
            "overdracht",
            anneke.send("overdracht", WIE["bilal"][0], soort=Bestandssoort.OVERDRACHT_COLLEGA),
        )
        anneke.join("aangenomen", bilal.accept("aangenomen"))
        anneke.answer(dossier, "a1")
        bilal.answer(dossier, "b1")
        files = [one.send(f"van_{one.naam}", WIE["tea"][0]) for one in (anneke, bilal)]
        tea.join("team", *files)
        tea.settle()
        back = tea.send("terug", WIE["anneke"][0], WIE["bilal"][0])
        for one in (anneke, bilal):
            one.join("terug", back)
            one.go("dossier", dossier=dossier)
            one.picture("na_afloop")
        tea.go("team")
        tea.picture("team")
        tea.exchange("register")
        tea.picture("register")
        return self._wrong(dossier)

    def _wrong(self, dossier: str) -> list[str]:
        wrong = [
            f"{one.naam}: still a conflict" for one in self.all if one.work.vault.dossier(dossier).conflicts()
        ]
        if len({digest(one.work) for one in self.all}) > 1:
            wrong.append("the digests are not equal")
        if {regievoerder_of(one.work.vault.dossier(dossier)) for one in self.all} != {WIE["bilal"][0]}:
            wrong.append("not everybody knows whose dossier it is")
        if len({str(one.work.vault.dossier(dossier).antwoord(LEZEN).waarde) for one in self.all}) > 1:
            wrong.append("the answers are not equal")
        return wrong


def play(folder: Path, out: Path) -> list[str]:
    """Play it in vaults of a folder, and leave the pictures in another; what was wrong."""
    thema.apply("licht", 100)
    with ExitStack() as stack:
        stack.callback(QThreadPool.globalInstance().waitForDone, 10_000)
        stack.callback(tasks.cancel_all)
        return Kamer(stack, folder, out).play()


def main() -> int:
    """Play it once; 1 when the three do not end equal."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    out: Path = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication(sys.argv[:1])
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="intake-drie-") as folder:
        os.environ["HOME"] = folder
        (Path(folder) / "samen").mkdir()
        wrong = play(Path(folder) / "samen", out)
    made = len(list(out.glob("*.png")))
    told = ", ".join(wrong) or "equal, no conflict left"
    sys.stdout.write(f"{told}; {made} pictures, {time.monotonic() - begun:.0f} s\n")
    app.quit()
    return 1 if wrong else 0


if __name__ == "__main__":
    raise SystemExit(main())
