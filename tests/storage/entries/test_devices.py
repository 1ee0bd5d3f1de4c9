"""Who is known here, and what they have: beside the entries, and gone with the dossier."""

import hashlib
from pathlib import Path

import pytest

from intake_assistant import crypto
from intake_assistant.domain.entry import Tombstone, canonical
from intake_assistant.storage.entries import devices, sent
from intake_assistant.storage.entries.devices import Known
from intake_assistant.storage.entries.sent import Sent
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.erase import erase
from tests.exchange.hulp import A, B, made
from tests.storage.hulp import quick

BO = Known("b" * 32, "Bo", "teamleider", "Brugdam", b"\1" * 32, "age1bo", "{}", "2026-11-02")
ID = hashlib.sha256(b"een entry").digest()


def test_who_was_added_is_known(vault: Vault) -> None:
    assert devices.known(vault) == []
    devices.add(vault, BO)
    assert devices.known(vault) == [BO]
    assert devices.find(vault, BO.id) == BO
    assert devices.find(vault, "c" * 32) is None


def test_who_was_withdrawn_is_shown_as_such_until_added_again(vault: Vault) -> None:
    devices.add(vault, BO)
    assert devices.withdraw(vault, BO.id, "2026-11-03")
    assert devices.withdraw(vault, BO.id, "2026-11-04")
    assert [device.ingetrokken_op for device in devices.known(vault)] == ["2026-11-03"]
    devices.add(vault, BO)
    assert devices.known(vault) == [BO]


def test_who_is_not_known_cannot_be_withdrawn_nor_can_this_laptop(vault: Vault) -> None:
    assert not devices.withdraw(vault, BO.id, "2026-11-03")
    assert not devices.withdraw(vault, vault.device.id, "2026-11-03")


def test_a_card_of_this_laptop_takes_away_none_of_its_keys(vault: Vault) -> None:
    devices.add(vault, BO._replace(id=vault.device.id))
    own = devices.find(vault, vault.device.id)
    assert own is not None
    assert own.naam == "an"
    assert devices.known(vault) == []
    signature = crypto.sign(devices.private_key(vault), b"een bericht")
    assert crypto.is_signed(vault.device.public, b"een bericht", signature)
    assert crypto.unseal_with(devices.identity(vault), crypto.seal_for(vault.device.recipient, b"x")) == b"x"


def test_what_was_sent_is_kept_per_receiver_and_dossier(path: Path) -> None:
    one = Sent(A, frozenset({ID}), frozenset(), frozenset({ID}))
    with quick(path) as vault:
        sent.note(
            vault, "age1bo", "2026-11-01", "1" * 64, [one, Sent(B, frozenset(), frozenset(), frozenset())]
        )
        sent.note(vault, "age1cor", "2026-11-02", "2" * 64, [one])
    with quick(path) as vault:
        assert sent.read(vault, "age1bo", A, "1" * 64) == one
        assert sent.read(vault, "age1bo", A, "2" * 64) is None
        assert sent.read(vault, "age1cor", B, "2" * 64) is None
        assert sent.last_file(vault, "age1bo") == "1" * 64
        assert sent.last_file(vault, "age1an") == ""


def test_it_goes_with_the_dossier(vault: Vault) -> None:
    vault.union([made(), made(dossier=B)])
    nothing = frozenset[bytes]()
    sent.note(vault, "age1bo", "2026-11-01", "1" * 64, [Sent(d, nothing, nothing, nothing) for d in (A, B)])
    vault.log_export("bestand", A, "1" * 64, ontvanger="age1bo", soort="team", grond="")
    erase.erase_dossier(vault, Tombstone(A, "2026-11-02", "vergissing"))
    assert sent.read(vault, "age1bo", A, "1" * 64) is None
    assert sent.read(vault, "age1bo", B, "1" * 64) is not None
    assert [(row.dossier, row.ontvanger, row.soort) for row in vault.sent_out()] == [("", "age1bo", "team")]


# -- a part of a transaction ---------------------------------------------------------------------------------


class Failed(Exception):
    """What goes wrong in one part."""


def test_a_part_that_fails_takes_nothing_else_along(vault: Vault) -> None:
    with vault.transaction():
        vault.union([made()])
        kept = vault.blobs.put(b"blijft")
        with pytest.raises(Failed):
            fail_in_a_part(vault)
        vault.union([made(2)])
    assert [e.header.counter for e in vault.entries(A)] == [1, 2]
    assert vault.dossiers() == [A]
    assert vault.blobs.files() == [vault.blobs.file_of(kept)]


def fail_in_a_part(vault: Vault) -> None:
    with vault.part():
        vault.union([made(3, value={"waarde": "a2"}), made(dossier=B)])
        vault.blobs.put(canonical({"gaat": "weg"}))
        raise Failed


def test_a_part_alone_is_a_transaction(vault: Vault) -> None:
    before = vault.projections()
    with pytest.raises(Failed):
        fail_in_a_part(vault)
    assert vault.projections() == before
    assert vault.blobs.files() == []
