"""A control that the administrator has set: it cannot be moved, and says beside it by whom."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.policy import Policy
from intake_assistant.texts import text
from intake_assistant.ui.kit.mark import merk
from intake_assistant.ui.kit.parts import zweeftekst


def is_locked(policy: Policy, regel: str) -> bool:
    """Whether the administrator decided on this field of the policy."""
    return regel in policy.rules()


def lock(policy: Policy, regel: str, control: QWidget | None = None) -> QFrame | None:
    """The mark to put beside a control that is locked, which is then switched off; None when it is free."""
    if not is_locked(policy, regel):
        return None
    reden = (
        text("instellingen.beleid.streng")
        if policy.fouten
        else text("instellingen.beleid.vast_door", wie=policy.wie)
    )
    if control is not None:
        control.setEnabled(False)
        control.setToolTip(zweeftekst(reden))
        control.setAccessibleDescription(reden)
    return merk("slot", reden, naam=f"slotje_{regel}")
