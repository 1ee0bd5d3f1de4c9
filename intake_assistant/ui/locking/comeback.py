"""What outlives a lock: the place to return to, and what could not be written yet."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from intake_assistant.errors import KnownError
from intake_assistant.texts import text
from intake_assistant.ui.qt.place import FocusPlace, place_of

if TYPE_CHECKING:
    from intake_assistant.operations.views.concepttekst import Concepttekst
    from intake_assistant.operations.workspace import Workspace
    from intake_assistant.ui.window.context import Context
    from intake_assistant.ui.window.preferences import Voorkeuren
    from intake_assistant.ui.window.workbench import Werkblad


@dataclass(frozen=True, slots=True)
class _Achtergelaten:
    path: Path
    sealed: bytes
    is_unwritten: bool
    opgeslagen_om: str


class Terugkeer:
    """Held in memory by the window while a vault is locked: sealed, so that only the vault opens it."""

    def __init__(self, voorkeuren: Voorkeuren) -> None:
        self._voorkeuren = voorkeuren
        self._place: FocusPlace | None = None
        # By the laptop of the vault: another vault may have come in its place meanwhile.
        self._left: dict[str, _Achtergelaten] = {}

    def remember(self, werkblad: Werkblad) -> None:
        """Remember where one is."""
        self._place = werkblad.where()

    def hold_on(self, context: Context) -> None:
        """Seal the place, and what could not be written until it can; losing it would be worse."""
        from intake_assistant.operations.vault.achterslot import seal

        context.onbewaard.stop()
        held = context.onbewaard.held()
        place, self._place = self._place, None
        vault, sealed = context.work.vault, seal(context.work, asdict(place) if place else {}, held)
        self._left[vault.device.id] = _Achtergelaten(vault.path, sealed, bool(held), context.opgeslagen_om)

    def take_up(self, context: Context) -> None:
        """Tell when something was recorded last before the lock."""
        left = self._left.get(context.work.vault.device.id)
        context.opgeslagen_om = left.opgeslagen_om if left else ""

    def has_unwritten(self, path: Path | None = None) -> bool:
        """Whether something of this vault, or of any, is not written yet."""
        return any(left.is_unwritten for left in self._left.values() if path in (None, left.path))

    def resume(self, werkblad: Werkblad) -> None:
        """Write what was held, go back to the place, and tell what was found again after a crash."""
        from intake_assistant.operations.acts.concepttekst import settle_concepten
        from intake_assistant.operations.views.concepttekst import to_settle
        from intake_assistant.operations.views.schets import halven

        context, work = werkblad.context, werkblad.context.work
        place, held = self._unsealed(work)
        context.onbewaard.take_over(held)
        is_written = context.onbewaard.try_again()
        found, problem = list["Concepttekst"](), None
        try:
            found = to_settle(work)
            settle_concepten(work)
        except KnownError as error:
            found, problem = [], error
        if place is not None:
            werkblad.go_place(place)
        self._tell(werkblad, [] if held else found, halven(work) if place is None else [], problem)
        if held and is_written:
            context.told.emit(text("venster.weer_opgeslagen"))
        elif place is not None:
            context.wenk.emit("na_slot")

    def _unsealed(self, work: Workspace) -> tuple[FocusPlace | None, list[Concepttekst]]:
        from intake_assistant.operations.vault.achterslot import unseal

        left = self._left.pop(work.vault.device.id, None)
        opened = unseal(work, left.sealed) if left else None
        place, held = opened or ({}, [])
        return place_of(place) if place else None, held

    def _tell(
        self, werkblad: Werkblad, found: list[Concepttekst], half: list[str], problem: KnownError | None
    ) -> None:
        try:
            self._voorkeuren.keep(kluis=str(werkblad.context.work.vault.path))
        except KnownError as error:
            problem = problem or error
        if problem is not None:
            werkblad.show_error(problem)
            return
        samen = werkblad.context.samen
        for nobody_else in (True, False):
            # While somebody looks along, only their own name is told.
            eigen = [c for c in found if (c.dossier == samen) is nobody_else]
            eigen_half = [dossier for dossier in half if (dossier == samen) is nobody_else]
            work = werkblad.context.work
            zinnen = [*found_in_words(work, eigen), *half_in_words(work, eigen_half)]
            if zinnen:
                werkblad.samen.tell(" ".join(zinnen), nobody_else=nobody_else)


def settle(werkblad: Werkblad) -> KnownError | None:
    """Record what is being typed; returns why something could not be written, when something could not."""
    from intake_assistant.operations.acts.concepttekst import settle_concepten

    try:
        werkblad.leave()
        settle_concepten(werkblad.context.work)
    except KnownError as error:
        return error
    onbewaard = werkblad.context.onbewaard
    return onbewaard.waarom if onbewaard.held() else None


def found_in_words(work: Workspace, found: Collection[Concepttekst]) -> list[str]:
    """A sentence on the texts that were found again, and of whom; none when there are none."""
    if not found:
        return []
    namen = _namen(work, {concept.dossier for concept in found})
    return [text("venster.teruggevonden", aantal=len(found), namen=namen)]


def half_in_words(work: Workspace, half: Collection[str]) -> list[str]:
    """A sentence on the dates that were typed half, and of whom; none when there are none."""
    return [text("venster.half_ingevuld", aantal=len(half), namen=_namen(work, half))] if half else []


def _namen(work: Workspace, dossiers: Collection[str]) -> str:
    from intake_assistant.operations.views.overzicht import list_made

    return "; ".join(rij.naam for rij in list_made(work) if rij.dossier in dossiers)
