"""The golden vault of a form: made once, of that form for ever. `python -m tests.gouden FOLDER` makes one.

With it lies a file that was merged into it. A form that was released never changes: each later program opens
its golden vault, finds nothing wrong and reads the same in it (tests/operations/vault/test_gouden.py), for
ever. Another form gets one of its own beside it, in `tests/data/kluizen`; those of before stay as they are.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

from intake_assistant import crypto
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.domain.recht.wissen import ANDERS
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.acts.antwoord import record_antwoord, record_notitie
from intake_assistant.operations.acts.concepttekst import keep_concepttekst
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.vault import kluis, reservekopie
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.words.naam import kenmerk_of
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.backup import backup
from intake_assistant.storage.entries.blobs import named_by
from intake_assistant.storage.erase import erase
from tests.exchange.hulp import person
from tests.gelezen import data
from tests.storage.hulp import CLOCK, PASSPHRASE

KLUIZEN: Final = Path(__file__).parent / "data/kluizen"
KLUIS, VERWACHT, BESTAND = "gouden.intake", "verwacht.json", "gouden.intake.age"
LEZEN, SCHRIJVEN, SLAPEN = "taalniveau.nl_lezen", "taalniveau.nl_schrijven", "mentale_gezondheid.slapen"
SHOWN: Final = ("onvolledig", "inburgeraar", "notities", "conflicten")
"""What `show` tells of what was recorded, without forms and texts."""


def opened(path: Path) -> Workspace:
    """A golden vault, or one in the making."""
    return kluis.open_workspace(path, PASSPHRASE, CLOCK, os.urandom, data())


def facts(work: Workspace) -> dict[str, Any]:
    """All that is in a vault: what is read of it in ten years is this, and may be more."""
    vault = work.vault
    with vault.reading() as connection:
        documents = sorted(named_by(connection))
    return {
        "digest": kluis.digest(work),
        "dossiers": {dossier: _dossier(work, dossier) for dossier in vault.dossiers()},
        "gewist": [[stone.dossier, stone.op, stone.grond] for stone in erase.tombstones(vault)],
        "documenten": {sha256: vault.blobs.get(sha256).decode() for sha256 in documents},
        "bekend": [[one.naam, one.kaart, one.ingetrokken_op] for one in cards.known_devices(work)],
        "kaart": cards.own_card(work).line,
        "verzonden": [list(row) for row in vault.sent_out()],
        "getypt": [list(row) for row in vault.concepttekst()],
        "gevonden": sorted(row.subject for row in vault.search("gouden")),
    }


def _dossier(work: Workspace, id: str) -> dict[str, Any]:
    entries = [
        [e.id, e.header.author, e.header.vastgelegd_op, e.header.subject, e.presence.value, e.value]
        for e in work.vault.entries(id)
    ]
    shown = show_dossier(work, id, bsn=True)
    return {
        "entries": entries,
        "toegang": [list(row) for row in work.vault.log("access", id)],
        "uitvoer": [list(row) for row in work.vault.log("export", id)],
        "show": {naam: shown[naam] for naam in SHOWN},
    }


def make(folder: Path) -> Path:
    """Make the vault of a team lead, with something of all that a vault can hold."""
    with TemporaryDirectory() as elsewhere:
        tea = _create(folder / KLUIS, "Tea", "teamleider")
        bo = _create(Path(elsewhere) / "bo.intake", "Bo", "regievoerder")
        with tea.vault, bo.vault:
            _meet(tea, bo)
            theirs = _of_bo(bo)
            _bring(bo, tea, Path(elsewhere) / "1.intake.age")
            record_antwoord(tea, theirs, LEZEN, "a2")
            record_antwoord(bo, theirs, LEZEN, "b1")
            _bring(bo, tea, folder / BESTAND)
            _own(tea)
            _send(tea, bo, Path(elsewhere) / "3.intake.age")
            for old in backup.list_backups(tea.vault.path / backup.BACKUPS):
                old.path.unlink()
            reservekopie.back_up(tea)
    with (work := opened(folder / KLUIS)).vault:
        tekst = json.dumps(facts(work), indent=1, ensure_ascii=False)
        (folder / VERWACHT).write_text(f"{tekst}\n", encoding="utf-8")
    return folder


def _create(path: Path, naam: str, rol: str) -> Workspace:
    gegevens = {"naam": naam, "rol": rol, "gemeente": "Brugdam"}
    kluis.create(path, PASSPHRASE, CLOCK, os.urandom, gegevens, cost=crypto.FLOOR)
    return opened(path)


def _meet(tea: Workspace, bo: Workspace) -> None:
    for one, other in ((tea, bo), (bo, tea)):
        card = cards.own_card(other)
        cards.add_card(one, card, card.fingerprint)
    cor = person("Cor").card
    cards.add_card(tea, cor, cor.fingerprint)
    cards.withdraw(tea, cor.device)


def _of_bo(bo: Workspace) -> str:
    """Of somebody of whom what they said of their health stays behind."""
    dossier = create_dossier(bo, {"voornamen": "Selam", "achternaam": "Tesfay", "bsn": "111222333"}).made
    record_antwoord(bo, dossier, LEZEN, "a1")
    record_antwoord(bo, dossier, SLAPEN, 2)
    return dossier


def _own(tea: Workspace) -> None:
    """A value that was erased, a document, half a text, and somebody who was erased."""
    dossier = create_dossier(tea, {"voornamen": "Amir", "achternaam": "Haddad"}).made
    record_antwoord(tea, dossier, SCHRIJVEN, "a1")
    record_notitie(tea, dossier, SCHRIJVEN, "een gouden notitie: naïef, Zoë, 北京, سلام, 𝄞")
    (entry,) = (e for e in tea.vault.entries(dossier) if e.header.subject.startswith(SCHRIJVEN))
    wissen.erase_antwoord(tea, dossier, entry.id, "ging over een ander")
    with tea.vault.transaction():
        sha256 = tea.vault.blobs.put(b"een gouden document")
        stuk = {"nummer": 1, "datum": "2026-11-02", "bestanden": {"pdf": sha256}}
        record_waarde(tea, dossier, f"planversie[{tea.new_id()}]", stuk)
    typed = {"staat": "beantwoord", "waarde": "nog niet af"}
    keep_concepttekst(tea, dossier, "taalniveau.verhaal@inburgeraar", typed, gesprek="", cursor=3)
    gone = create_dossier(tea, {"voornamen": "B.", "achternaam": "Kwikstaart"}).made
    kenmerk = kenmerk_of(tea.vault.dossier(gone))
    wissen.erase(tea, gone, kenmerk, ANDERS, "verkeerde persoon")


def _send(one: Workspace, other: Workspace, path: Path) -> Path:
    return export(one, Zending(Bestandssoort.TEAM, (cards.own_card(other),)), path).pad


def _bring(one: Workspace, other: Workspace, path: Path) -> None:
    merge_files(other, [_send(one, other, path)])


if __name__ == "__main__":
    made = Path(sys.argv[1])
    made.mkdir(parents=True)
    sys.stdout.write(f"{make(made)}\n")
