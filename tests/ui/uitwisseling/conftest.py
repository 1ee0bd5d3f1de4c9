"""The window of one person and the vaults of others, who all know each other or do not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.domain.recht.wissen import VERGISSING
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.words.naam import kenmerk_of
from intake_assistant.operations.workspace import Data, FixedClock, Workspace
from intake_assistant.ui.qt import tasks
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.window.window import Venster
from tests.ui.conftest import GEGEVENS, TODAY, WACHTZIN
from tests.ui.kluizen import copied, open_quickly

type Collega = Callable[[str], Workspace]
type Open = Callable[[str], Uitwisseling]


@pytest.fixture
def collega(tmp_path: Path, data: Data) -> Iterator[Collega]:
    """Opens the vault of a colleague of the same municipality."""
    with ExitStack() as stack:

        def opened(naam: str) -> Workspace:
            gegevens = {**GEGEVENS, "naam": naam}
            kluis = copied(tmp_path / "elders", naam, WACHTZIN, FixedClock(TODAY), gegevens)
            work = open_quickly(kluis.path, kluis.sleutel, FixedClock(TODAY), data)
            stack.callback(work.vault.close)
            return work

        yield opened


@pytest.fixture
def stil(qtbot: QtBot) -> Callable[[], None]:
    """Waits until nothing is on its way any more."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not tasks.is_busy() and not tasks._running)

    return wait


@pytest.fixture
def open_deel(open_venster: Venster) -> Open:
    """Goes to a part of the screen."""

    def go(deel: str) -> Uitwisseling:
        blad = open_venster.werkblad
        assert blad is not None
        open_venster.resize(1366, 768)
        blad.go("uitwisseling", {"deel": deel})
        assert isinstance(blad.scherm, Uitwisseling)
        return blad.scherm

    return go


def meet(*everybody: Workspace) -> None:
    """All of these know each other from now on."""
    for one in everybody:
        for other in everybody:
            if one is not other:
                card = cards.own_card(other)
                cards.add_card(one, card, card.fingerprint)


def begun(work: Workspace, achternaam: str, voornamen: str = "Selam") -> str:
    """A dossier in a vault: its id."""
    return create_dossier(work, {"voornamen": voornamen, "achternaam": achternaam}).made


def sent(sender: Workspace, receiver: Workspace, path: Path, *dossiers: str) -> Path:
    """A file of all, or of some dossiers."""
    return export(sender, Zending(Bestandssoort.TEAM, (cards.own_card(receiver),), dossiers), path).pad


def erased(work: Workspace, dossier: str) -> None:
    """A dossier is erased, as a mistake."""
    wissen.erase(work, dossier, kenmerk_of(work.vault.dossier(dossier)), VERGISSING)
