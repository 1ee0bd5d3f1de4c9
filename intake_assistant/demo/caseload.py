"""Seven people in a vault beside the case: late, near, twice the same, told differently, and then damaged."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from intake_assistant import safefile
from intake_assistant.casus.plan import Step
from intake_assistant.casus.play import play_steps
from intake_assistant.crypto import FLOOR
from intake_assistant.demo.kluis import Rol
from intake_assistant.demo.lijsten import read_kaart
from intake_assistant.demo.regie import DRAAIBOEK, Regie
from intake_assistant.demo.rondgang import over_iedereen, show_screens
from intake_assistant.domain.ports import Randomness
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import rond_af, start_gesprek
from intake_assistant.operations.acts.toestemming import record_toestemming
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.vault.kluis import create, open_workspace
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.paths import EXTENSIE
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.ui.qt.messages import Script
from intake_assistant.ui.window.screens import SCHERMEN

_BLAD = 4096  # what of the database is lost: its first page
LAAT, PARTNER = 0, 1
"""Who of the people of the script is too late, and who lives with the one of the case."""
_TE_LAAT, _VERSCHIL = ("dossier", "gesprek"), ("dossier", "lezen", "conflicten")


def show_caseload(
    regie: Regie, rol: Rol, steps: Iterable[Step], own: Path, *, random: Randomness, dialogen: Script
) -> None:
    """Make the vault in a folder of its own, look at it, and at what is left of it when it is damaged."""
    path, ander = own / "team.intake", own / "collega.intake"
    dag = FixedClock(rol.klok.today())
    for kluis, naam in ((path, rol.naam), (ander, DRAAIBOEK["collega"])):
        create(kluis, rol.wachtzin, dag, random, {"naam": naam, "gemeente": rol.gemeente}, cost=FLOOR)
    work, collega = (open_workspace(kluis, rol.wachtzin, dag, random) for kluis in (path, ander))
    with closing(collega.vault):
        mensen, strijdig = _fill(work, steps, collega)
    regie.venster.enter(work)
    show_screens(regie, over_iedereen(), "zeven")
    _join(regie, strijdig, mensen[PARTNER])
    read_kaart(regie, own, dialogen)
    regie.context.navigate.emit("team", {})
    for deel in ("tien_weken", "verdeling"):
        regie.click(f"team_deel_{deel}")
        regie.settle()
        regie.shoot(f"zeven_team_{deel}")
    for namen, begin, dossier in ((_TE_LAAT, "te_laat", mensen[LAAT]), (_VERSCHIL, "verschil", strijdig)):
        show_screens(regie, [kind for kind in SCHERMEN if kind.naam in namen], begin, dossier)
    regie.venster.lock()
    _damage(regie, rol, path)


def _fill(work: Workspace, steps: Iterable[Step], collega: Workspace) -> tuple[list[str], str]:
    """The case and six more; returns these, and of whom two laptops tell something else."""
    strijdig = play_steps(work, steps)
    mensen = [_add(work, mens) for mens in DRAAIBOEK["mensen"]]
    _send(work, collega, strijdig)
    for naam, hier, daar in DRAAIBOEK["verschillen"]:
        record_antwoord(work, strijdig, naam, hier)
        record_antwoord(collega, strijdig, naam, daar)
    _send(collega, work, strijdig)
    return mensen, strijdig


def _join(regie: Regie, een: str, ander: str) -> None:
    """Two who live together become one household; when the case has no yes of its own to that, nothing."""
    regie.context.navigate.emit("dossier", {"dossier": een})
    regie.settle()
    if not regie.sees("huishouden_wie"):
        return
    regie.fill("huishouden_wie", ander)
    regie.click("huishouden_samen")
    regie.shoot("zeven_huishouden")


def _send(van: Workspace, naar: Workspace, dossier: str) -> None:
    """One dossier in a file from one laptop to the other, whose cards they compared."""
    for work, ander in ((van, cards.own_card(naar)), (naar, cards.own_card(van))):
        if not cards.is_compared(work, ander):
            cards.add_card(work, ander, ander.fingerprint)
    zending = Zending(Bestandssoort.TEAM, (cards.own_card(naar),), (dossier,))
    pad = van.vault.path.parent / f"{van.author}{EXTENSIE}"
    merge_files(naar, [export(van, zending, pad).pad])


def _add(work: Workspace, mens: Mapping[str, Any]) -> str:
    """One person who came so many days ago; with a conversation when the script has an appointment."""
    vandaag = work.clock.today()
    begin = vandaag - datetime.timedelta(days=mens["dagen"])
    toen = work.at(begin)
    procedure = {"kennisgeving_duo": begin.isoformat(), "inschrijving_brp": begin.isoformat()}
    dossier = create_dossier(toen, mens["persoon"], procedure).made
    for naam, waarde in mens.get("antwoorden", {}).items():
        record_antwoord(toen, dossier, naam, waarde)
    if "toestemming" in mens:
        record_toestemming(toen, dossier, mens["toestemming"])
    if "afspraak" in mens:
        gesprek = start_gesprek(
            toen, dossier, {"vorm": "kantoor", "taal": mens["persoon"]["spreektaal"]}
        ).made
        volgende = vandaag + datetime.timedelta(days=mens["afspraak"])
        rond_af(
            toen,
            dossier,
            gesprek,
            {"samenvatting": mens["samenvatting"], "volgende_afspraak": volgende.isoformat()},
        )
    return dossier


def _damage(regie: Regie, rol: Rol, path: Path) -> None:
    """What somebody sees after a disk lost the first page of the vault."""
    database = path / DATABASE
    safefile.write_bytes(database, bytes(_BLAD) + database.read_bytes()[_BLAD:], overwrite=True)
    regie.venster.show_damaged(path, rol.wachtzin, "")
    # As long as it takes: all that is left of the vault is read.
    regie.see("beschadigd_keuze")
    regie.settle()
    regie.shoot("beschadigd")
    regie.venster.leave_damaged(path)
