"""What somebody must be told, and what is asked in each conversation; knows no file."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Informatieonderwerp:
    """Something an inburgeraar must be told, in A2 words; no doelgroep means everyone.

    `bij`: told only once there is a row in that list, and anew after each.
    """

    id: str
    titel: str
    tekst: str
    controlevraag: str
    guidance: str
    from_gesprek: int
    herhalen: bool
    doelgroepen: tuple[str, ...]
    grondslag: str
    bij: str = ""

    def is_voor(self, doelgroep: str) -> bool:
        """Say whether this is told to somebody of this doelgroep."""
        return not self.doelgroepen or doelgroep in self.doelgroepen


@dataclass(frozen=True)
class Gespreksvraag:
    """What is asked in each conversation from `from_gesprek` on; the answer is of that conversation."""

    id: str
    label: str
    guidance: str
    from_gesprek: int
