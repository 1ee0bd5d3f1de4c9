"""The ways into a vault: passphrase, recovery sheet, municipality, and another key for all of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from intake_assistant import crypto, safefile
from intake_assistant.domain.herstelsleutel import as_meant
from intake_assistant.domain.ports import Randomness
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import logverlies
from intake_assistant.operations.workspace import Workspace
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup import backup, marks
from intake_assistant.storage.engine import opening
from intake_assistant.storage.keys import rekey, slots
from intake_assistant.storage.keys.slots import MUNICIPALITY, PASSPHRASE, RECOVERY
from intake_assistant.texts import text

__all__ = ["MUNICIPALITY", "PASSPHRASE", "RECOVERY"]

_BLAD: Final = "herstelblad.nagekeken"
NIET_NAGEKEKEN: Final = {_BLAD: "nee"}
"""The setting of a vault whose recovery key nobody typed back from the sheet yet."""
IDENTITY = "AGE-SECRET-KEY-"
# As age-keygen writes it, with its remarks; a longer file is another one.
_IDENTITY_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Manier:
    """One way in: its kind, what a try costs (memory in KiB, passes, lanes), for which age key it is."""

    soort: str
    memory: int = 0
    passes: int = 0
    lanes: int = 0
    ontvanger: str = ""


def ways_in(work: Workspace) -> list[Manier]:
    """By what this vault can be opened; nothing in it is secret."""
    found = work.vault.ways().slots
    return [Manier(s.soort, s.memory, s.passes, s.lanes, s.ontvanger) for s in found]


def own_words(work: Workspace) -> list[str]:
    """What whoever guesses the passphrase of this vault would try first."""
    vault = work.vault
    return [vault.device.naam, vault.setting("gemeente"), vault.setting("gemeente.naam"), vault.path.stem]


def confirm_passphrase(work: Workspace, typed: str) -> None:
    """Ask for the passphrase of this very vault once more.

    KnownError `vault.wrong_passphrase`, `vault.wait`, `vault.foreign_slots`.
    """
    vault, file = work.vault, work.vault.ways()
    try:
        key = opening.derive_or_wait(
            vault.path,
            file.kluis,
            file.slots,
            typed,
            vault.around,
            is_ours=lambda found: slots.is_same_way(file, found, vault.key),
        )
    except KnownError as error:
        if error.code == "vault.wrong_passphrase":
            vault.log_access("verkeerde_wachtzin")
        raise
    crypto.wipe(key)


def change_passphrase(
    work: Workspace, old: str, new: str, *, cost: crypto.Argon2Cost | None = None
) -> list[Path]:
    """Put a new passphrase in the place of the old one; the database stays as it is.

    Returns the places where backups still open with the old one. KnownError as `confirm_passphrase`, and
    `vault.empty_passphrase`.
    """
    slots.refuse_empty(new)
    confirm_passphrase(work, old)
    vault = work.vault
    # Noted first: on a full disk nothing has changed then, and no change goes without a note.
    vault.log_access("wachtzin")
    cost = cost or vault.around.new_cost(vault.ways().cost)
    slots.replace_passphrase(vault.path, vault.key, new, cost, work.random)
    return copy_ways(work)


def draw_recovery_key(random: Randomness) -> list[str]:
    """The groups of a new recovery key; it opens nothing before `set_recovery_key`."""
    return crypto.recovery_groups(random(crypto.RECOVERY_BYTES))


def set_recovery_key(work: Workspace, groups: Sequence[str]) -> list[Path]:
    """Have this recovery key open the vault, and no older one; returns as `change_passphrase`."""
    vault, kluis = work.vault, work.vault.ways().kluis
    vault.log_access("herstelsleutel")
    slots.put_slot(vault.path, vault.key, slots.recovery_slot(kluis, vault.key, _secret(groups), work.random))
    check_sheet(work)
    return copy_ways(work)


def renew_recovery_key(work: Workspace, passphrase: str, groups: Sequence[str]) -> list[Path]:
    """As `set_recovery_key`, for who knows the passphrase: a sheet opens the vault for ever.

    Who sits down at a vault that somebody left open makes none. KnownError as `confirm_passphrase`.
    """
    confirm_passphrase(work, passphrase)
    return set_recovery_key(work, groups)


def remove_recovery_key(work: Workspace) -> list[Path]:
    """Have no recovery key open the vault; returns as `change_passphrase`. KnownError `vault.last_way`."""
    work.vault.ways()
    work.vault.log_access("herstelsleutel_weg")
    slots.remove_slot(work.vault.path, work.vault.key, RECOVERY)
    check_sheet(work)
    return copy_ways(work)


def rekey_vault(
    work: Workspace,
    passphrase: str,
    groups: Sequence[str],
    *,
    said: Callable[[], None] = lambda: None,
    progress: Progress = UNWATCHED,
) -> list[Path]:
    """Encrypt the vault and every backup in reach with a new key; `groups` become its only recovery key.

    `said` is called once the passphrase was right, before anything changes: the recovery key must be known
    by then. Returns the places that were out of reach. KnownError as `confirm_passphrase`, and `disk.full`.
    """
    slots.refuse_empty(passphrase)
    confirm_passphrase(work, passphrase)
    # With two keys about there is no way back: from here on it is done, now or at the next opening.
    progress.commit()
    said()
    work.vault.log_access("sleutel")
    own, rest = progress.parts(1, 2)
    rekey.rekey(work.vault, passphrase, _secret(groups))
    own.done()
    check_sheet(work)
    return rekey.bring_along(work.vault, rest)


def is_sheet_unchecked(work: Workspace) -> bool:
    """Whether the recovery key of this vault may be on no paper: nobody typed it back from there."""
    return work.vault.setting(_BLAD) == NIET_NAGEKEKEN[_BLAD]


def check_sheet(work: Workspace) -> None:
    """The recovery key was typed back from its sheet, or there is another way or none."""
    if is_sheet_unchecked(work):
        work.vault.set_setting(_BLAD, "")


def told_at_opening(work: Workspace) -> list[str]:
    """What happened to the keys and the files while this vault was being opened, a text each."""
    told = logverlies.told(work)
    if work.vault.municipality_came:
        told.append(text("instellingen.sleutels.gemeente_erbij", beheerder=work.policy.wie))
    if work.vault.old_copy_came:
        told.append(text("instellingen.sleutels.oude_kopie"))
    if is_sheet_unchecked(work):
        told.append(text("instellingen.sleutels.niet_nagekeken"))
    return told


def go_on_with_rekey(work: Workspace) -> None:
    """Bring along what was out of reach, or not done yet, when the vault got its newest key."""
    if rekey.has_rest(work.vault):
        try:
            rekey.bring_along(work.vault)
        except KnownError:
            # The vault itself is whole and open; each next unlocking goes on.
            return


def wrong_groups(groups: Sequence[str], typed: dict[int, str]) -> list[int]:
    """The numbers (from 1) of the groups that were not typed as they are."""
    return [number for number, group in sorted(typed.items()) if as_meant(group) != groups[number - 1]]


def read_identity(file: Path) -> str:
    """The age identity in a file; KnownError `vault.wrong_municipality_key`."""
    try:
        lines = safefile.read_bytes(file, _IDENTITY_BYTES).decode("utf-8-sig").splitlines()
    except (OSError, ValueError) as error:
        raise KnownError("vault.wrong_municipality_key") from error
    found = [line.strip() for line in lines if line.strip().upper().startswith(IDENTITY)]
    if not found:
        raise KnownError("vault.wrong_municipality_key")
    return found[0].upper()


def _secret(groups: Sequence[str]) -> bytes:
    secret, wrong = crypto.read_recovery_key("-".join(groups))
    if wrong:
        raise KnownError("vault.wrong_recovery", groepen=", ".join(map(str, wrong)))
    return secret


def copy_ways(work: Workspace) -> list[Path]:
    """Renew the ways in beside the backups elsewhere; returns the places where that could not be done."""
    behind = []
    for place in (found for found in backup.places(work.vault) if not found.is_local):
        try:
            if not place.is_reachable or not marks.is_ours(work.vault, place.folder):
                raise KnownError("backup.place_gone", plaats=str(place.folder))
            rekey.put_slots(rekey.own_slots(work.vault), place)
        except (KnownError, OSError):
            # A stick that is away keeps nobody from a new passphrase; the place is told.
            behind.append(place.folder)
    return behind
