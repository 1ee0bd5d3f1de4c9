"""Files of somebody who means harm, or of a laptop that is no good any more."""

from collections.abc import Callable
from pathlib import Path

import pytest

from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.domain.kinds import GEWIST
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.record import record_waarde
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.merge import Samenvoeging, merge_files
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase import erase
from tests.exchange.hulp import Person, crafted, made, members, person, sealed, told
from tests.operations.exchange.two import LEZEN, Two, met


@pytest.fixture
def two(tmp_path: Path, laptop: Callable[[str], Workspace]) -> Two:
    return met(laptop, tmp_path)


def codes(done: Samenvoeging) -> list[str]:
    return [one.fout.code if one.fout else "" for one in done.bestanden]


def test_a_file_that_cannot_be_read_any_more_keeps_no_other_from_being_joined(two: Two) -> None:
    """The stick is taken out: the system gives an error instead of bytes, as it does for this file."""
    unreadable = Path("/proc/self/mem")
    done = merge_files(two.bo, [unreadable, two.sent(two.an, two.bo)])
    assert codes(done) == ["path.unreachable", ""]
    assert two.bo.vault.dossiers() == [two.dossier]


# -- erasing -------------------------------------------------------------------------------------------------

BESLUIT = "besluit[0123456789abcdef]"


def stranger(two: Two) -> Person:
    """Somebody whose card was compared, and who sends what our program never would."""
    cor = person("cor", cards.own_card(two.bo).gemeente)
    cards.add_card(two.bo, cor.card, cor.card.fingerprint)
    return cor


def sent_by(two: Two, sender: Person, *entries: Entry, naam: str = "cor") -> Path:
    parts = members(*entries)
    manifest = told(sender, parts=parts) | {"ontvangers": [cards.own_card(two.bo).recipient]}
    receiver = Person(cards.own_card(two.bo), b"", "")
    return sealed(two.folder / f"{naam}.intake.age", crafted(sender, manifest, parts), receiver)


@pytest.mark.parametrize("is_first", [False, True])
def test_nobody_erases_a_besluit_by_itself(two: Two, *, is_first: bool) -> None:
    """It stands until the whole dossier goes, also when what erases it comes before it (Besl 9.9)."""
    besluit = record_waarde(two.an, two.dossier, BESLUIT, {"nummer": 1}).entries[0]
    detail = record_antwoord(two.an, two.dossier, LEZEN, "b1").entries[0]
    erasing = [
        made(1000 + nr, GEWIST.of(id), dossier=two.dossier, value={"reden": "zo"})
        for nr, id in enumerate((besluit.id, detail.id))
    ]
    hostile, file = sent_by(two, stranger(two), *erasing), two.sent(two.an, two.bo)
    for path in (hostile, file) if is_first else (file, hostile):
        assert codes(merge_files(two.bo, [path])) == [""]
    for _ in ("as derived while joining", "anew"):
        found = {e.id: e.presence for e in two.bo.vault.entries(two.dossier)}
        assert (found[besluit.id], found[detail.id]) == (Presence.PRESENT, Presence.ERASED)
        two.bo.vault.rebuild()
    assert not erase.own_pending(two.bo.vault)
    assert check_open(two.bo) == []
