"""A file on its way out: noted before it gets its name, and struck out when it never got one."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.domain.kinds import VERSTREKKING
from intake_assistant.domain.uitwisseling.verstrekking import verstrekkingen_of
from intake_assistant.operations.acts.record import remove_row
from intake_assistant.operations.workspace import Workspace
from intake_assistant.safefile import Half
from intake_assistant.storage.entries import sent
from intake_assistant.storage.entries.beside import NIET_VERSTUURD


@contextmanager
def leaving(work: Workspace, path: Path) -> Iterator[Half]:
    """A half to be written, and noted with `sent.begin`; it gets its name when all went well.

    Raises as `safefile.made_beside`; what was noted of it is struck out then.
    """
    try:
        with safefile.made_beside(path, _maker(work)) as half:
            yield half
    except BaseException:
        sha256 = sent.begun(work.vault).get(path.absolute())
        if sha256 is not None:
            _strike_out(work, path, sha256)
        raise
    sent.end(work.vault, path)


def settle(work: Workspace) -> None:
    """See what became of the files that were about to get their name when the program ended."""
    for path, sha256 in sent.begun(work.vault).items():
        half = safefile.half_of(path, _maker(work))
        if not safefile.is_folder(path.parent):
            continue  # a stick that is away: judged when it is there again
        if safefile.is_file(half) and not _is(path, sha256):
            _strike_out(work, path, sha256)
        else:
            sent.end(work.vault, path)
        safefile.remove_files([half])


def _maker(work: Workspace) -> str:
    """Two colleagues may write a file of one name into one shared folder."""
    return f"{work.vault.device.id[:8]}-"


def _is(path: Path, sha256: str) -> bool:
    if not safefile.is_file(path):
        return False
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == sha256


def _strike_out(work: Workspace, path: Path, sha256: str) -> None:
    """Nobody got it: the log says so, the next file holds all of it, and no dossier tells of it."""
    vault = work.vault
    with vault.transaction():
        for row in vault.sent_out():
            if row.sha256 == sha256:
                vault.log_export(f"{NIET_VERSTUURD} {row.soort}", row.dossier, sha256)
                _remove_giving(work, row.dossier, sha256)
        sent.forget(vault, sha256)
        sent.end(vault, path)


def _remove_giving(work: Workspace, dossier: str, sha256: str) -> None:
    if not dossier:
        return  # it was erased meanwhile
    for verstrekking in verstrekkingen_of(work.vault.dossier(dossier)):
        if verstrekking.sha256 == sha256:
            remove_row(work, dossier, VERSTREKKING.of(verstrekking.id))
