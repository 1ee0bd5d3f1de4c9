"""What the window needs from outside: clock, chance, the cost of a passphrase, the choices of the user."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Final

from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.policy import NO_POLICY, Policy
from intake_assistant.ui.locking.system.watch import Systeemwacht
from intake_assistant.ui.window.preferences import Voorkeuren

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from intake_assistant.crypto import Argon2Cost
    from intake_assistant.operations.workspace import Workspace


IDLE_SECONDS: Final = 300.0


@dataclass
class Omgeving:
    """Made in app.py; tests and the demonstration make their own."""

    clock: Clock
    random: Randomness
    voorkeuren: Voorkeuren
    documents: Path
    """Where file dialogs begin and a new vault is proposed."""
    cost: Argon2Cost | None = None
    """The cost of a new passphrase; None is the tuned one."""
    voorbeeld: Callable[[Workspace], str] | None = None
    """Makes the demonstration dossier in an open vault; offered at the first start."""
    policy: Policy = NO_POLICY
    idle_seconds: float = IDLE_SECONDS
    """When neither the administrator nor the user said otherwise."""
    systeem: Callable[[QWidget], Systeemwacht] = Systeemwacht
    """What listens to the computer for a window: session lock, sleep, user switch."""
    bestanden: list[Path] = field(default_factory=list)
    """Of colleagues, handed over at the start; read at the first vault that opens, and then no more."""
    opname_uitsluiten: bool = True
    """Whether screen recorders and screen sharing see nothing of the window, where that can be."""

    @property
    def idle(self) -> float:
        """After how many seconds without an act the window locks."""
        return self.policy.idle_seconds or self.voorkeuren.keuzes.idle or self.idle_seconds

    @property
    def is_kept_from_capture(self) -> bool:
        """Whether recorders see nothing: as the administrator decided, else the user, else the program."""
        for decided in (self.policy.opname_uitsluiten, self.voorkeuren.keuzes.opname_uitsluiten):
            if decided is not None:
                return decided
        return self.opname_uitsluiten

    def take_bestanden(self) -> str:
        """Hand on the files that were opened from outside, a line each; there are none the next time."""
        taken = "\n".join(map(str, self.bestanden))
        self.bestanden.clear()
        return taken
