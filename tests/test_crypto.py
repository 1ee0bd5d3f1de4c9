"""Keys: what opens, what does not, and what a typing error in the recovery key tells."""

import errno
import hashlib
import subprocess
import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant import crypto
from intake_assistant.domain.herstelsleutel import ALPHABET
from tests import patience

ROOT = Path(__file__).parents[1]

LOW = crypto.Argon2Cost(memory=64, passes=1, lanes=1)
KEY, NONCE = bytes(range(32)), bytes(12)
SECRETS = st.binary(min_size=crypto.RECOVERY_BYTES, max_size=crypto.RECOVERY_BYTES)
SECRET = bytes(range(100, 120))


def test_the_floor_is_what_the_design_asks() -> None:
    assert (crypto.FLOOR.memory, crypto.FLOOR.passes) == (64 * 1024, 3)


def test_derive_key_is_what_the_reference_implementation_gives() -> None:
    # printf wachtzin | argon2 zoutzoutzoutzout -id -t 1 -k 64 -p 1 -l 32 -r
    known = "393db2f25ab49de48aa52e12647d1803acd5c5adaf899f9e5564dafb98e1a6b5"
    assert crypto.derive_key("wachtzin", b"zoutzoutzoutzout", LOW).hex() == known


def machine(speed: float) -> Callable[[crypto.Argon2Cost], float]:
    """Measures as a computer that does `speed` KiB in a second."""
    return lambda cost: cost.memory * cost.passes / speed


@pytest.mark.parametrize("speed", [10**5, 6 * 10**5, 2 * 10**6, 10**7, 10**9])
@pytest.mark.parametrize("memory", [2**20, 8 * 2**20, 64 * 2**20])
def test_tuning_comes_near_a_second_and_never_below_the_floor(speed: float, memory: int) -> None:
    cost = crypto.tune(1.0, measured=machine(speed), machine=memory)
    assert cost.memory >= crypto.FLOOR.memory
    assert cost.passes >= crypto.FLOOR.passes
    assert cost.memory <= max(crypto.FLOOR.memory, memory // 8)
    took = machine(speed)(cost)
    on_the_floor, at_the_most = cost == crypto.FLOOR, cost.passes == crypto.MOST_TUNED_PASSES
    assert 0.7 < took <= 1.0 or on_the_floor or at_the_most


def test_a_cost_grows_with_the_computer_and_never_shrinks() -> None:
    cost = crypto.Argon2Cost(128 * 1024, 6, 4)
    assert crypto.grown(cost, 0.25, 1.0, machine=2**24) == crypto.Argon2Cost(512 * 1024, 6, 4)
    assert crypto.grown(cost, 0.25, 1.0, machine=2**20) == crypto.Argon2Cost(128 * 1024, 24, 4)
    assert crypto.grown(cost, 9.0, 1.0, machine=2**24) == cost
    assert crypto.grown(LOW, 0.001, 1.0, machine=2**20).memory >= crypto.FLOOR.memory


def test_this_machine_has_memory() -> None:
    assert crypto.machine_memory() > 256 * 1024


def test_wiping_leaves_zeros() -> None:
    key = crypto.derive_key("wachtzin", NONCE, LOW)
    crypto.wipe(key)
    assert key == bytes(crypto.KEY_BYTES)


def test_what_is_sealed_for_an_age_key_is_read_with_its_identity_only() -> None:
    mine, other = (pyrage.x25519.Identity.generate() for _ in range(2))
    sealed = crypto.seal_for(str(mine.to_public()), KEY)
    assert crypto.unseal_with(str(mine), sealed) == KEY
    assert crypto.unseal_with(str(other), sealed) is None
    assert crypto.unseal_with(str(mine), sealed[:-1]) is None
    assert crypto.unseal_with(str(mine), b"") is None
    with pytest.raises(ValueError):
        crypto.seal_for("age1onzin", KEY)
    with pytest.raises(ValueError):
        crypto.unseal_with("onzin", sealed)


def test_a_passphrase_opens_however_the_keyboard_composed_it() -> None:
    composed, apart = "caf\N{LATIN SMALL LETTER E WITH ACUTE}", "cafe\N{COMBINING ACUTE ACCENT}"
    assert crypto.derive_key(composed, NONCE, LOW) == crypto.derive_key(apart, NONCE, LOW)


def test_a_passphrase_of_any_signs_is_a_passphrase() -> None:
    assert crypto.derive_key("\ud800 \0 \N{GRINNING FACE}", NONCE, LOW)


@given(st.binary(max_size=50), st.binary(max_size=20))
def test_what_was_sealed_is_unsealed(secret: bytes, context: bytes) -> None:
    sealed = crypto.seal(KEY, NONCE, secret, context)
    assert crypto.unseal(KEY, NONCE, sealed, context) == secret
    assert crypto.unseal(KEY, NONCE, sealed, context + b"x") is None
    assert crypto.unseal(bytes(32), NONCE, sealed, context) is None
    assert crypto.unseal(KEY, b"x" * 12, sealed, context) is None
    assert crypto.unseal(KEY, NONCE, sealed[:-1], context) is None
    assert crypto.unseal(KEY, NONCE, b"", context) is None


@given(SECRETS)
def test_the_recovery_key_is_read_back(secret: bytes) -> None:
    groups = crypto.recovery_groups(secret)
    assert [len(group) for group in groups] == [5] * 8
    for typed in ("-".join(groups), " ".join(groups).lower(), "".join(groups), "\n".join(groups) + " \n"):
        assert crypto.read_recovery_key(typed) == (secret, [])


@given(SECRETS, st.integers(0, 39), st.sampled_from(ALPHABET))
def test_one_wrong_sign_names_its_group(secret: bytes, place: int, sign: str) -> None:
    whole = "".join(crypto.recovery_groups(secret))
    typed = whole[:place] + sign + whole[place + 1 :]
    expected = (secret, []) if sign == whole[place] else (b"", [place // 5 + 1])
    assert crypto.read_recovery_key(typed) == expected


@given(SECRETS, st.integers(0, 7), st.integers(0, 7))
def test_two_groups_changed_about_are_both_named(secret: bytes, one: int, other: int) -> None:
    groups = crypto.recovery_groups(secret)
    groups[one], groups[other] = groups[other], groups[one]
    if one == other:
        assert crypto.read_recovery_key("-".join(groups)) == (secret, [])
    else:
        assert crypto.read_recovery_key("-".join(groups)) == (b"", sorted([one + 1, other + 1]))


@pytest.mark.parametrize("group", range(8))
@pytest.mark.parametrize("between", [" ", "-", " - ", "\n"])
def test_a_sign_left_out_or_typed_twice_names_its_group_only(group: int, between: str) -> None:
    whole = crypto.recovery_groups(SECRET)[group]
    for typed in (whole[1:], whole + whole[-1]):
        groups = crypto.recovery_groups(SECRET)
        groups[group] = typed
        assert crypto.read_recovery_key(between.join(groups)) == (b"", [group + 1])


def test_signs_that_look_alike_are_read_as_what_was_meant() -> None:
    groups = crypto.recovery_groups(bytes(20))
    assert "0" in groups[0]
    assert crypto.read_recovery_key("-".join(groups).replace("0", "O"))[0] == bytes(20)
    assert crypto.read_recovery_key("-".join(groups).replace("1", "l"))[0] == bytes(20)


@pytest.mark.parametrize("typed", ["", "   ", "-", "abc", "U" * 40, "\0" * 40, "\N{GRINNING FACE}" * 40])
def test_anything_else_is_no_recovery_key(typed: str) -> None:
    secret, wrong = crypto.read_recovery_key(typed)
    assert secret == b""
    assert wrong


def test_more_groups_than_there_are_is_wrong() -> None:
    assert crypto.read_recovery_key("".join(crypto.recovery_groups(SECRET)) + "ABCDE") == (b"", [9])


def test_the_alphabet_has_no_signs_that_look_alike() -> None:
    assert len(set(ALPHABET)) == 32
    assert not set("ILOU") & set(ALPHABET)


def test_the_key_of_the_recovery_slot_depends_on_secret_and_salt() -> None:
    one = crypto.recovery_wrap_key(SECRET, bytes(16))
    assert len(one) == crypto.KEY_BYTES
    assert one != crypto.recovery_wrap_key(SECRET, b"1" * 16)
    assert one != crypto.recovery_wrap_key(bytes(20), bytes(16))


def test_signing_keys_are_those_of_rfc_8032() -> None:
    seed = bytes.fromhex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")
    private, public = crypto.signing_key(seed)
    assert private == seed
    assert public.hex() == "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"
    assert crypto.fingerprint(public) == hashlib.blake2b(public, digest_size=16).hexdigest()


def test_what_goes_by_in_pieces_is_an_age_file() -> None:
    ours, theirs = (pyrage.x25519.Identity.generate() for _ in range(2))
    secret, sealed, found = b"geheim" * 50_000, BytesIO(), BytesIO()
    crypto.seal_stream([str(ours.to_public())], BytesIO(secret), sealed)
    assert pyrage.decrypt(sealed.getvalue(), [ours]) == secret
    assert crypto.unseal_stream(str(ours), BytesIO(sealed.getvalue()), found)
    assert found.getvalue() == secret
    assert not crypto.unseal_stream(str(theirs), BytesIO(sealed.getvalue()), BytesIO())


@pytest.mark.parametrize(
    "spoil", [lambda s: s[:-1], lambda s: s[:100], lambda s: s + b"x", lambda s: b"hallo"]
)
def test_an_age_file_that_is_none_is_told_from_one_for_others(spoil: Callable[[bytes], bytes]) -> None:
    ours = pyrage.x25519.Identity.generate()
    sealed = pyrage.encrypt(b"geheim", [ours.to_public()])
    with pytest.raises(ValueError, match="age"):
        crypto.unseal_stream(str(ours), BytesIO(spoil(sealed)), BytesIO())


def test_a_failure_of_the_disk_is_told_as_one() -> None:
    class Full(BytesIO):
        def write(self, data: object) -> int:
            raise OSError(errno.ENOSPC, "vol")

    ours = pyrage.x25519.Identity.generate()
    with pytest.raises(OSError, match="vol"):
        crypto.seal_stream([str(ours.to_public())], BytesIO(b"geheim"), Full())
    sealed = BytesIO(pyrage.encrypt(b"geheim", [ours.to_public()]))
    with pytest.raises(OSError, match="vol"):
        crypto.unseal_stream(str(ours), sealed, Full())


def test_a_recipient_is_one_as_it_is_written() -> None:
    one = str(pyrage.x25519.Identity.generate().to_public())
    assert crypto.is_recipient(one)
    assert not any(map(crypto.is_recipient, ["", "age1", one[:-1], one.upper(), f" {one}"]))


def test_a_signature_is_of_one_key_and_one_message() -> None:
    private, public = crypto.signing_key(bytes(32))
    signature = crypto.sign(private, b"bericht")
    assert len(signature) == 64
    assert crypto.is_signed(public, b"bericht", signature)
    assert not crypto.is_signed(public, b"berichten", signature)
    assert not crypto.is_signed(public, b"bericht", signature[:-1])
    assert not crypto.is_signed(crypto.signing_key(b"1" * 32)[1], b"bericht", signature)
    assert not crypto.is_signed(b"geen sleutel", b"bericht", signature)


TWO_AT_ONCE = """
import threading
from intake_assistant.crypto import FLOOR, derive_key

threads = [threading.Thread(target=derive_key, args=("wachtzin", bytes(16), FLOOR)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("klaar")
"""


def test_several_at_once_do_not_wait_for_each_other_without_end() -> None:
    """In a process of its own: a thread that waits for ever would keep this one from ending."""
    argv = [sys.executable, "-c", TWO_AT_ONCE]
    done = subprocess.run(
        argv, cwd=ROOT, capture_output=True, text=True, timeout=patience.SECONDS, check=True
    )
    assert done.stdout == "klaar\n"
