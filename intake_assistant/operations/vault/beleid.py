"""What the administrator decided, as it works in an open vault; else what was chosen in it."""

from __future__ import annotations

from typing import Final

from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD, read_instelling
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import Policy
from intake_assistant.texts import Taal, talen, text

GEVOELIG: Final = "gevoelig.opnieuw_vragen"
"""`ja` when the passphrase is asked once more before health and safety answers."""


def may_print_unchecked(work: Workspace, *, asked: bool = False) -> bool:
    """Whether translations that nobody checked may be printed; `asked` is leave for one time."""
    decided = work.policy.ongecontroleerd
    return asked or read_instelling(work, ONGECONTROLEERD) == "ja" if decided is None else decided


def asks_again(work: Workspace) -> bool:
    """Whether sensitive chapters stay closed until the passphrase was given once more."""
    decided = work.policy.gevoelig_opnieuw_vragen
    return read_instelling(work, GEVOELIG) == "ja" if decided is None else decided


def keep_asking(work: Workspace, *, on: bool) -> Changed:
    """Choose whether it is asked once more, and note that."""
    with work.vault.transaction():
        changed = keep_instelling(work, GEVOELIG, "ja" if on else "nee")
        if changed:
            work.vault.log_access("gevoelig_aan" if on else "gevoelig_uit")
    return changed


def note_idle(work: Workspace) -> None:
    """Note that it locks after another time."""
    work.vault.log_access("vergrendeltijd")


def offered_talen(policy: Policy) -> tuple[Taal, ...]:
    """The languages that may be chosen: all there are, or those of the administrator."""
    return tuple(taal for taal in talen() if not policy.talen or taal.code in policy.talen)


def is_offered(policy: Policy, code: str) -> bool:
    """Whether texts in this language, or in its main language, may be used."""
    return not policy.talen or not {code, code.partition("-")[0]}.isdisjoint(policy.talen)


def refuse_taal(policy: Policy, code: str) -> None:
    """Raise KnownError `policy.not_allowed` when the administrator does not offer this language."""
    if not is_offered(policy, code):
        raise KnownError(
            "policy.not_allowed", beheerder=policy.wie, wat=text("instellingen.beleid.taal", taal=code)
        )
