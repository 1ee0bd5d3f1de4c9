"""Looks for anything wrong with a vault, its folder and its backups, and says what to do; changes nothing."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from intake_assistant import crypto, safefile
from intake_assistant.errors import KnownError
from intake_assistant.operations.vault import logverlies
from intake_assistant.operations.views import overzicht
from intake_assistant.operations.workspace import Workspace, data_of
from intake_assistant.policy import Policy
from intake_assistant.progress import UNWATCHED, Progress
from intake_assistant.storage.backup.backup import BACKUPS, list_backups
from intake_assistant.storage.damage import check
from intake_assistant.storage.damage.check import Finding
from intake_assistant.storage.damage.folder import look_at_folder
from intake_assistant.storage.engine import database, opening
from intake_assistant.storage.engine.lock import alone
from intake_assistant.storage.engine.place import look_at_place
from intake_assistant.storage.engine.session import DATABASE, Surroundings
from intake_assistant.storage.entries.vault import Vault
from intake_assistant.storage.keys import slots
from intake_assistant.texts import named, text

FOUT: Final = "fout"
LET_OP: Final = "let_op"
# What is no damage: good to know, or to tidy.
_LET_OP: Final = {
    "onvolledig", "netwerk", "synchronisatie", "bestand_vreemd", "bestand_half", "kopie", "kopie_map",
    "backup_vreemd", "geen_herstelsleutel",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kluisbevinding:
    """One finding of the check: a code, where, in which dossier, and what it says in words."""

    code: str
    waar: str
    dossier: str = ""
    facts: dict[str, object] = field(default_factory=dict)

    @property
    def ernst(self) -> str:
        """`fout` when something is wrong, `let_op` when it is good to know."""
        return LET_OP if self.code in _LET_OP else FOUT

    @property
    def uitleg(self) -> str:
        """What was found."""
        told = {naam: named(str(fact)) if naam == "oorzaak" else fact for naam, fact in self.facts.items()}
        return text(f"kluis.kluiscontrole.{self.code}", waar=self.waar, **told)

    @property
    def advies(self) -> str:
        """What to do."""
        return text(f"kluis.kluiscontrole.{self.code}_advies")

    def as_json(self) -> dict[str, Any]:
        """As in the contract."""
        kept = {"code": self.code, "ernst": self.ernst, "waar": self.waar, "dossier": self.dossier}
        return {**kept, "uitleg": self.uitleg, "advies": self.advies}


def check_open(work: Workspace, progress: Progress = UNWATCHED) -> list[Kluisbevinding]:
    """Everything wrong inside an open vault; an empty list is good."""
    vault = work.vault
    pages, dossiers, documents, copies = progress.parts(2, 6, 1, 1)
    found = check.look_at_pages(vault, pages)
    pages.done()
    if found:
        # What lies on broken pages says nothing more; `vault rescue` looks at that entry by entry.
        return [_of(finding) for finding in found]
    lost = logverlies.lost_work(work)
    found += [lost] if lost is not None else []
    found += check.look_at_ways(vault, work.policy.gemeente_sleutel)
    made_of = dict[int, bytes]()
    found += [*check.look_at_references(vault), *check.look_at_dossiers(vault, dossiers, made_of)]
    found += check.look_at_blobs(vault, documents)
    # What is shown of a dossier that was altered says nothing more.
    altered = {f.dossier for f in found if f.code in ("entry", "projectie", "verwijzing")}
    shown = overzicht.unlike_kept(work, made_of) if not altered else ()
    found += [Finding("projectie", "p_overzicht", dossier) for dossier in shown]
    found += check.look_for_erased(vault, copies)
    return [_of(finding) for finding in found]


def check_path(
    path: Path, passphrase: str, around: Surroundings, policy: Policy, progress: Progress = UNWATCHED
) -> list[Kluisbevinding]:
    """Everything wrong with a vault, open or not, with its folder, its place and its backups.

    KnownError `vault.not_a_vault`, `vault.wrong_passphrase`, `vault.wait`, `vault.in_use`, `vault.older`,
    `vault.newer`.
    """
    if not any(safefile.exists(path / naam) for naam in (slots.SLOTS_FILE, DATABASE)):
        raise KnownError("vault.not_a_vault", pad=str(path))
    found = [_of(finding) for finding in look_at_folder(path)]
    found += [Kluisbevinding(p.code, str(path), facts={"door": p.door}) for p in look_at_place(path)]
    try:
        file = slots.read_file(path)
    except KnownError as error:
        if error.code in ("vault.newer", "vault.older"):
            raise
        return [*found, Kluisbevinding("slots", slots.SLOTS_FILE)]
    if not file.of_kind(slots.RECOVERY):
        found.append(Kluisbevinding("geen_herstelsleutel", slots.SLOTS_FILE))
    with alone(path):
        derived = opening.derive_or_wait(path, file.kluis, list(file.slots), passphrase, around)
    key = slots.newest_key(file, derived)
    inside, copies = progress.parts(*_weights(path))
    found += _inside(path, key, around, policy, inside)
    inside.done()
    return found + [_of(finding) for finding in check.look_at_backups(path, key, copies)]


def _weights(path: Path) -> tuple[float, float]:
    """What the vault itself and its backups take: of a copy only the pages are looked at."""
    sizes = [safefile.size(made.path) for made in list_backups(path / BACKUPS)]
    return 5.0 * safefile.size(path / DATABASE), float(sum(sizes))


def _inside(
    path: Path, key: crypto.Key, around: Surroundings, policy: Policy, progress: Progress
) -> list[Kluisbevinding]:
    try:
        # Not for the municipality: a way of theirs that is missing is told here, and not made.
        quietly = replace(around, recipient="")
        with opening.open_with(path, quietly, lambda *_: bytearray(key)) as vault:
            return check_open(_workspace(vault, around, policy), progress)
    except KnownError as error:
        if error.code == "vault.read_only":
            return _inside_read_only(path, key, around, policy, progress)
        if error.code != "vault.damaged":
            raise
    return [_of(finding) for finding in check.look_at_file(path / DATABASE, key)]


def _inside_read_only(
    path: Path, key: crypto.Key, around: Surroundings, policy: Policy, progress: Progress
) -> list[Kluisbevinding]:
    """On a medium that cannot be written nobody else writes either."""
    with closing(Vault(path, key, database.connect_read_only(path / DATABASE, key), None, around)) as vault:
        return check_open(_workspace(vault, around, policy), progress)


def _workspace(vault: Vault, around: Surroundings, policy: Policy) -> Workspace:
    return Workspace(vault, data_of(policy), around.clock, around.random, policy)


def _of(finding: Finding) -> Kluisbevinding:
    return Kluisbevinding(finding.code, finding.waar, finding.dossier, finding.facts)
