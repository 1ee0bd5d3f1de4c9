"""Making, opening and looking after a vault."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Mapping
from pathlib import Path

from intake_assistant import crypto, safefile
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.operations.vault.logboek import note_opening
from intake_assistant.operations.vault.sleutels import go_on_with_rekey, read_identity
from intake_assistant.operations.workspace import Data, Workspace, data_of
from intake_assistant.policy import NO_POLICY, Policy
from intake_assistant.staftaal import dutch
from intake_assistant.storage.engine.opening import (
    create_vault,
    open_vault,
    open_vault_with_identity,
    open_vault_with_recovery,
)
from intake_assistant.storage.engine.session import Surroundings
from intake_assistant.storage.keys import wachttijd


def create(
    path: Path,
    passphrase: str,
    clock: Clock,
    random: Randomness,
    settings: Mapping[str, str],
    *,
    cost: crypto.Argon2Cost | None = None,
    policy: Policy = NO_POLICY,
) -> list[str]:
    """Make a vault; returns the groups of the recovery key, shown once.

    KnownError `vault.exists`, and `policy.invalid`: a vault made now would lack the key of the municipality.
    """
    policy.refuse_if_broken()
    around = Surroundings(clock, random, cost, policy.gemeente_sleutel)
    return create_vault(path, passphrase, around, settings)


@dutch
def write_recovery_sheet(path: Path, groups: list[str], vault: Path, day: datetime.date) -> None:
    """Write the sheet with the recovery key where the user says; KnownError `output.exists`."""
    from intake_assistant.documents.herstelblad import write_herstelblad  # late: reportlab is heavy

    safefile.write_bytes(path, write_herstelblad(groups, vault.stem, day))


def open_workspace(
    path: Path,
    passphrase: str,
    clock: Clock,
    random: Randomness,
    data: Data | None = None,
    *,
    policy: Policy = NO_POLICY,
    cost: crypto.Argon2Cost | None = None,
    raise_cost: bool = False,
    wall: Clock | None = None,
) -> Workspace:
    """Open a vault with its passphrase; KnownError `vault.wrong_passphrase` and the other `vault.` codes.

    `cost`: of what gets a passphrase anew; None is what this computer can bear.
    `raise_cost`: have a passphrase cost what this computer can bear, when it was chosen on a lesser one.
    `wall`: the clock of the computer, when `clock` plays another day.
    """
    around = Surroundings(clock, random, cost, policy.gemeente_sleutel, wall=wall)
    fouten = wachttijd.failures(path)
    vault = open_vault(path, passphrase, around, raise_cost=raise_cost)
    with vault.closed_on_failure():
        work = Workspace(vault, data or data_of(policy), clock, random, policy)
        note_opening(work, fouten)
        go_on_with_rekey(work)
    return work


def open_with_recovery(
    path: Path,
    typed: str,
    new_passphrase: str,
    clock: Clock,
    random: Randomness,
    *,
    cost: crypto.Argon2Cost | None = None,
    policy: Policy = NO_POLICY,
) -> Workspace:
    """Open with the recovery key and set a new passphrase; KnownError `vault.wrong_recovery`."""
    around = Surroundings(clock, random, cost, policy.gemeente_sleutel)
    vault = open_vault_with_recovery(path, typed, new_passphrase, around)
    with vault.closed_on_failure():
        work = Workspace(vault, data_of(policy), clock, random, policy)
        go_on_with_rekey(work)
    return work


def open_with_municipality(
    path: Path,
    identity: Path,
    new_passphrase: str,
    clock: Clock,
    random: Randomness,
    *,
    cost: crypto.Argon2Cost | None = None,
    policy: Policy = NO_POLICY,
) -> Workspace:
    """Open with the age identity of the municipality in a file, and set a new passphrase.

    KnownError `vault.wrong_municipality_key`.
    """
    around = Surroundings(clock, random, cost, policy.gemeente_sleutel)
    vault = open_vault_with_identity(path, read_identity(identity), new_passphrase, around)
    with vault.closed_on_failure():
        work = Workspace(vault, data_of(policy), clock, random, policy)
        go_on_with_rekey(work)
    return work


def digest(work: Workspace) -> str:
    """One hash over the sorted ids of headers, erasing entries and tombstones."""
    return hashlib.blake2b("\n".join(work.vault.all_ids()).encode(), digest_size=32).hexdigest()
