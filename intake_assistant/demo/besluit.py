"""The beschikking: weighing, the concept field by field, its papers, setting it, and handing it over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QListWidget, QTextEdit, QWidget

from intake_assistant.casus.plan import Step, Tabel, argumenten_of
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.antwoord import flatten
from intake_assistant.domain.recht.besluit import besluiten_of
from intake_assistant.operations.papers.documenten import DELEN, FORMATEN, LOSSE, NEDERLANDS
from intake_assistant.texts import text
from intake_assistant.ui.qt.messages import Script, Soort

MEE: Final = "om_mee_te_geven"
"""The folder with all that the person takes home."""
_RIJEN: Final = {"aftrek": "soort", "participatiewet": "besluit"}
"""What is a list of rows, with the part that a plain text is."""
# Of the act of setting, no field of the concept.
_ERNA = ("dagtekening",)


class Dialogen(Script):
    """Keeps each file under the name that is proposed, in one folder."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder
        self.bewaard: list[Path] = []

    def choose(self, parent: QWidget, titel: str, tekst: str, keuzes: Sequence[str]) -> int:
        """The answer that was given beforehand; whoever named the folder of the demonstration knows it."""
        if not self.answers and titel == text("documenten.bewaarplek.kop"):
            return 0
        return super().choose(parent, titel, tekst, keuzes)

    def choose_path(
        self, parent: QWidget, soort: Soort, titel: str, voorstel: Path, filter: str
    ) -> Path | None:
        """The answer that was given beforehand, else the proposed name in the folder."""
        if self.answers or soort != "bewaar":
            return super().choose_path(parent, soort, titel, voorstel, filter)
        self.bewaard.append(self.folder / voorstel.name)
        return self.bewaard[-1]


def weigh(regie: Regie, steps: Sequence[Step]) -> int:
    """Write the arguments of all leerroutes; returns how many."""
    regie.go("weging")
    regie.shoot("weging_leeg")
    alle = [(step.wat["leerroute"], *argument) for step in steps for argument in argumenten_of(step.wat)]
    for route, kant, argument in alle:
        regie.click(f"nieuw_{route}_{kant}")
        if "vraag" in argument:
            _rest_on(regie, argument["vraag"])
        veld = regie.find("weging_tekst", QWidget)
        regie.write(veld, argument["tekst"])
        regie.shoot("weging_argument")
        regie.press("Return", veld)
        regie.breathe()
        if argument.get("in_besluit") == "ja":
            _print_it(regie, regie.find(f"vak_{route}_{kant}", QWidget))
    regie.shoot("weging")
    return len(alle)


def _print_it(regie: Regie, vak: QWidget) -> None:
    """Only an argument that rests on a special answer asks for it (design 7); others are printed anyway."""
    kaart = [kaart for kaart in regie.all(QWidget, "argument", vak) if kaart.objectName() == "argument"][-1]
    if regie.sees("in_besluit", kaart):
        regie.tick("in_besluit", True, kaart)
        regie.breathe()


def _rest_on(regie: Regie, vraag: str) -> None:
    formulieren = regie.context.work.data.formulieren
    naam = formulieren.heet_nu(vraag)
    regie.click("zoek_antwoord")
    veld = regie.find("bewijs_veld", QLineEdit)
    regie.write(veld, formulieren.vraag(naam).label)
    regie.shoot("weging_antwoord_zoeken")
    lijst = regie.find("bewijs_lijst", QListWidget)
    for row in range(lijst.count()):
        if getattr(lijst.item(row).data(Qt.ItemDataRole.UserRole), "vraag", "") == naam:
            regie.pick_row(lijst, row)
            return
    QTest.keyClick(veld, Qt.Key.Key_Escape)
    raise Misgelopen(f"{naam} is geen antwoord waar een argument op kan rusten")


# Of the step itself; the hours of the ledger are counted there (Besl 5.5).
_VAN_DE_STAP: Final = ("datum", "grond", "bekendgemaakt_op", "uren")


def fill_concept(regie: Regie, beschikking: Tabel) -> int:
    """Fill in what the case says; returns how many fields."""
    regie.go("beschikking")
    regie.settle()
    regie.shoot("beschikking_leeg")
    velden = [(naam, waarde) for naam, waarde in flatten(beschikking).items() if naam not in _ERNA]
    # The route comes first: it decides which fields there are.
    velden.sort(key=lambda veld: veld[0] != "leerroute")
    for nummer, (naam, waarde) in enumerate(velden):
        keuze = regie.look(f"{naam}_{waarde}", QAbstractButton)
        if keuze is not None:
            regie.click(keuze)
        elif naam in _RIJEN:
            _fill_rows(regie, naam, waarde)
        else:
            regie.fill(f"veld_{naam}", waarde)
        if nummer == len(velden) // 2:
            regie.settle()
            regie.shoot("beschikking_half")
    regie.breathe(1.0)
    regie.settle()
    regie.shoot("beschikking_concept")
    return len(velden)


def _fill_rows(regie: Regie, naam: str, rijen: Sequence[object]) -> None:
    """One row for each, part by part; a plain text is a row that says only its first part."""
    for nummer, rij in enumerate(rijen, start=1):
        regie.click(f"{naam}_nieuw")
        delen = rij if isinstance(rij, Mapping) else {_RIJEN[naam]: rij}
        for deel, waarde in delen.items():
            if regie.sees(f"veld_{naam}_{nummer}_{deel}"):
                regie.fill(f"veld_{naam}_{nummer}_{deel}", waarde)


def set_besluit(regie: Regie, beschikking: Tabel) -> None:
    """Take the one deliberate step."""
    regie.go("beschikking")
    _set_on(regie, beschikking["dagtekening"])


def change_besluit(regie: Regie, wijziging: Tabel) -> None:
    """Make and set a later besluit: the ground first, then what it says otherwise."""
    regie.go("beschikking")
    regie.click("nieuw_besluit")
    regie.find("scherm_nieuw_besluit", QWidget)
    regie.settle()
    regie.shoot("nieuw_besluit_gronden")
    regie.click(f"kies_{wijziging['grond']}")
    velden = {naam: waarde for naam, waarde in flatten(wijziging).items() if naam not in _VAN_DE_STAP}
    for naam in sorted(velden, key=lambda naam: naam != "leerroute"):
        _fill_later(regie, naam, velden[naam])
    regie.breathe(1.0)
    regie.settle()
    regie.shoot(f"nieuw_besluit_{wijziging['grond']}")
    _set_on(regie, wijziging["datum"])


def _fill_later(regie: Regie, naam: str, waarde: object) -> None:
    """What stays as it was is folded: it is opened when something in it changes after all."""
    keuze = regie.look(f"{naam}_{waarde}", QAbstractButton)
    if keuze is not None:
        regie.click(keuze)
        return
    veld = f"{naam}_nieuw" if naam in _RIJEN else f"veld_{naam}"
    if not regie.sees(veld):
        regie.click("sectie_gelijk_open")
    if naam in _RIJEN and isinstance(waarde, list):
        _fill_rows(regie, naam, waarde)
    else:
        regie.fill(veld, waarde)


def _set_on(regie: Regie, dag: object) -> None:
    _click_when_ready(regie, "naar_vaststellen")
    regie.fill("dagtekening", dag)
    regie.settle()
    if regie.sees("vervangen_gezien"):
        regie.click("vervangen_gezien")
    _pass_let_op(regie)
    regie.shoot("vaststellen")
    eerder = len(besluiten_of(regie.context.dossier()))
    _click_when_ready(regie, "vaststellen_doe")
    regie.wait(lambda: len(besluiten_of(regie.context.dossier())) > eerder, "het besluit")
    regie.settle()
    regie.shoot("besluit")


def _pass_let_op(regie: Regie) -> None:
    """Say of each let op why it is passed; what follows from the day is looked into behind the screen."""
    doe = regie.find("vaststellen_doe", QAbstractButton)
    regie.wait(lambda: doe.isEnabled() or bool(regie.all(QTextEdit, "let_op.")), "vaststellen_let_op")
    for reden in regie.all(QTextEdit, "let_op."):
        regie.write(reden, text("casus.demo.let_op_reden"))
        regie.leave(reden)


def _click_when_ready(regie: Regie, naam: str) -> None:
    def is_ready() -> bool:
        knop = regie.look(naam, QAbstractButton)
        return knop is not None and knop.isEnabled()

    regie.wait(is_ready, naam)
    regie.click(naam)


def hand_over(regie: Regie, velden: Tabel) -> None:
    """Note when it was made known, or who saw it."""
    regie.go("beschikking")
    for naam, waarde in flatten(velden).items():
        regie.fill(f"besluit_{naam}", waarde)
    regie.settle()


def save_papers(regie: Regie, dialogen: Dialogen, plaat: str) -> list[Path]:
    """Keep both parts in both formats, in Dutch; returns where they are."""
    regie.go("documenten")
    regie.settle()
    regie.fill("documenten_taal", NEDERLANDS)
    begin = len(dialogen.bewaard)
    for deel in DELEN:
        regie.click(f"bekijk_{deel}")
        regie.settle()
        regie.shoot(f"documenten_{deel}_{plaat}")
        for formaat in FORMATEN:
            _save(regie, dialogen, deel, formaat)
    regie.shoot(f"documenten_bewaard_{plaat}")
    return dialogen.bewaard[begin:]


def save_sheets(regie: Regie, dialogen: Dialogen) -> list[Path]:
    """Keep as PDF each document beside the PIP that there is something to make of; returns where they are."""
    regie.go("documenten")
    regie.settle()
    regie.fill("documenten_taal", NEDERLANDS)
    begin = len(dialogen.bewaard)
    for deel in LOSSE:
        if regie.find(f"bewaar_{deel}_pdf", QAbstractButton).isEnabled():
            _save(regie, dialogen, deel, "pdf")
    regie.shoot("documenten_bladen")
    return dialogen.bewaard[begin:]


def save_for_person(regie: Regie, dialogen: Dialogen, taal: str) -> list[Path]:
    """Keep all that is taken home, with a language beside the Dutch, by one key; returns where it is."""
    regie.go("documenten")
    regie.settle()
    regie.fill("documenten_taal", taal)
    regie.settle()
    folder = dialogen.folder / MEE
    dialogen.answers.append(folder)
    regie.shoot("documenten_twee_talen")
    regie.click("persoon_map")
    regie.wait(lambda: folder.is_dir() and not dialogen.answers, MEE)
    regie.settle()
    return sorted(folder.iterdir())


def translate(regie: Regie, steps: Sequence[Step]) -> int:
    """Enter what somebody translated below what was typed; returns how many texts."""
    for naam in ("beschikking", "ontwikkelplan"):
        regie.go(naam)
        regie.settle()
        if not regie.sees("vertaalkaart"):
            continue
        regie.click("vertaalkaart_open")
        velden = {veld.accessibleName(): veld for veld in regie.all(QTextEdit, "veld_vertaling")}
        for step in steps:
            if veld := velden.get(step.wat["nl"]):
                regie.fill(veld, step.wat["tekst"])
        regie.shoot(f"vertaling_{naam}")
    return len(steps)


def _save(regie: Regie, dialogen: Dialogen, deel: str, formaat: str) -> None:
    before = len(dialogen.bewaard)
    regie.click(f"bewaar_{deel}_{formaat}")
    regie.wait(lambda: _is_kept(dialogen.bewaard[before:]), f"{deel} {formaat}")
    regie.settle()


def _is_kept(paths: Sequence[Path]) -> bool:
    return bool(paths) and all(path.exists() for path in paths)
