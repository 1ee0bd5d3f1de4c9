"""What was erased elsewhere and arrives: carried out here, in backups and on the stick as if erased here."""

from pathlib import Path

import pytest

from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.storage.backup.backup import BACKUPS
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.entries.rows import TypedRow
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import erase
from tests.storage.entries.test_vault import entry
from tests.storage.erase.test_erase import MARKERS, STONE, A, B, backed_up, busy, made, pieces_in, usb

__all__ = ["busy", "made", "usb"]  # the vault with two people, and the stick


@pytest.fixture
def wrong(vault: Vault, usb: Path) -> Entry:
    """A value about somebody else, in the vault, in a backup and on the stick."""
    said = entry("notitie[2]", 2, A, waarde=f"over een ander: {' '.join(MARKERS)}")
    vault.union([entry("notitie[1]", 1, A, waarde="niets"), said])
    backed_up(vault, usb)
    return said


def arriving(target: Entry, counter: int = 3) -> Entry:
    """What a colleague erased it with."""
    return entry(f"gewist[{target.id}]", counter, A, waarde="ander")


def test_a_value_that_was_erased_elsewhere_goes_from_the_backups_too(
    vault: Vault, usb: Path, wrong: Entry
) -> None:
    vault.union([arriving(wrong)])
    assert erase.own_pending(vault) == {DATABASE, BACKUPS}
    assert [(p.plaats, p.gedaan_op) for p in erase.pending(vault)] == [(str(usb), "")]
    assert erase.finish(vault) == []
    assert pieces_in(vault.path, usb) == {}
    assert [e.presence for e in vault.entries(A)] == [Presence.PRESENT, Presence.ERASED, Presence.PRESENT]


def test_what_was_erased_before_is_planned_once(vault: Vault, wrong: Entry) -> None:
    vault.union([arriving(wrong)])
    assert erase.finish(vault) == []
    vault.union([arriving(wrong), entry("notitie[4]", 4, A, waarde="nieuw")])
    assert erase.own_pending(vault) == set()


def test_what_was_being_typed_until_then_goes_with_it(vault: Vault, usb: Path, wrong: Entry) -> None:
    for subject, op in (("notitie[2]", wrong.header.vastgelegd_op), ("notitie[3]", ""), ("notitie[4]", "")):
        said = MARKERS[3] if subject == "notitie[2]" else "blijft"
        vault.keep_concepttekst(TypedRow(A, subject, "", f'{{"waarde": "{said}"}}', 0, op))
    vault.union([arriving(wrong)])
    assert [row.subject for row in vault.concepttekst()] == ["notitie[3]", "notitie[4]"]
    assert erase.finish(vault) == []
    assert pieces_in(vault.path, usb) == {}


def test_a_value_that_arrives_after_what_erases_it_stays_nowhere(vault: Vault, usb: Path) -> None:
    backed_up(vault, usb)
    late = entry("notitie[2]", 2, A, waarde=" ".join(MARKERS * 400))
    vault.union([arriving(late)])
    assert erase.finish(vault) == []
    vault.union([late])
    assert pieces_in(vault.path, usb) == {}
    assert [e.presence for e in vault.entries(A)] == [Presence.ERASED, Presence.PRESENT]


def test_a_dossier_that_was_erased_elsewhere_goes_from_the_backups_too(busy: Vault, usb: Path) -> None:
    others, theirs = busy.entries(B), busy.entries(A)
    with busy.transaction() as connection:
        erase.accept(busy, connection, [STONE])
        busy.union([*theirs, *others])
    assert {DATABASE, BACKUPS} < erase.own_pending(busy)
    assert erase.finish(busy) == []
    assert pieces_in(busy.path, usb) == {}
    assert busy.entries(B) == others
    assert busy.entries(A) == []
