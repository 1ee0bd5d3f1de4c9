"""What was said of two dossiers travels in files, and goes with the one that is erased, here or elsewhere."""

from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.domain.dubbel.koppeling import Koppeling, koppelingen_of
from intake_assistant.domain.entry import Presence
from intake_assistant.domain.kinds import KOPPELING
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.ander.koppeling import record_koppeling
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.wissen import erase
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.views.dubbel.zoeken import doubles_among
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.workspace import Workspace
from tests.operations.acts.test_koppeling import AHMAD, AHMED

type Send = Callable[..., None]


@pytest.fixture
def both(laptop: Callable[[str], Workspace]) -> tuple[Workspace, Workspace]:
    an, tea = laptop("an"), laptop("tea")
    for one, other in ((an, tea), (tea, an)):
        card = cards.own_card(other)
        cards.add_card(one, card, card.fingerprint)
    return an, tea


@pytest.fixture
def send(tmp_path: Path) -> Send:
    def sent(source: Workspace, target: Workspace, *dossiers: str, accept: tuple[str, ...] = ()) -> None:
        path = tmp_path / f"{len(list(tmp_path.iterdir()))}.intake.age"
        export(source, Zending(Bestandssoort.TEAM, (cards.own_card(target),), dossiers), path)
        done = merge_files(target, [path], accept_erase=accept)
        assert [one.fout for one in done.bestanden] == [None]

    return sent


def said(work: Workspace, dossier: str) -> dict[str, Koppeling]:
    return koppelingen_of(work.vault.dossier(dossier))


def test_who_came_with_a_merge_and_may_have_a_dossier_here_is_named(
    both: tuple[Workspace, Workspace], send: Send
) -> None:
    an, tea = both
    one, other = create_dossier(an, AHMAD).made, create_dossier(tea, AHMED).made
    send(an, tea)
    (found,) = doubles_among(tea, {one})
    assert {found.dossier, found.ander} == {one, other}
    assert found.is_open
    record_koppeling(tea, one, other, Koppeling.ZELFDE)
    send(tea, an)
    assert said(an, one) == {other: Koppeling.ZELFDE}
    assert said(an, other) == {one: Koppeling.ZELFDE}
    assert not any(dubbel.is_open for dubbel in doubles_among(an, {one}))


def test_a_dossier_that_was_erased_elsewhere_takes_its_links_along_once_that_is_confirmed(
    both: tuple[Workspace, Workspace], send: Send
) -> None:
    an, tea = both
    one, other = create_dossier(an, AHMAD).made, create_dossier(tea, AHMED).made
    third = create_dossier(an, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
    send(an, tea)
    record_koppeling(tea, one, other, Koppeling.GEEN_DUBBEL)
    erase(an, one, propose(an, one).kenmerk, "vergissing")
    send(an, tea, third)
    assert said(tea, other) == {one: Koppeling.GEEN_DUBBEL}
    send(an, tea, third, accept=(one,))
    assert one not in tea.vault.dossiers()
    assert said(tea, other) == {}
    kept = [e for e in tea.vault.entries(other) if e.header.subject == KOPPELING.of(one)]
    assert [(e.presence, e.body) for e in kept] == [(Presence.ERASED, b"")]


def test_a_link_to_who_was_erased_here_does_not_come_in_with_a_file(
    both: tuple[Workspace, Workspace], send: Send
) -> None:
    an, tea = both
    one, other = create_dossier(an, AHMAD).made, create_dossier(an, AHMED).made
    send(an, tea)
    erase(tea, one, propose(tea, one).kenmerk, "vergissing")
    record_koppeling(an, one, other, Koppeling.ZELFDE)
    send(an, tea)
    assert one not in tea.vault.dossiers()
    assert said(tea, other) == {}
    assert said(an, other) == {one: Koppeling.ZELFDE}
