"""Leads from every language by way of its dialects to a welcome, as the person touches."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal

from intake_assistant.operations.talen.bladen import (
    DIALECTENBLAD,
    GEEN,
    TAAL,
    TALENBLAD,
    TERUG,
    dialectcode,
    dialectenblad,
    geenblad,
    talenblad,
    welkomblad,
)
from intake_assistant.operations.talen.dialecten import Dialect, dialecten_of
from intake_assistant.operations.talen.gesproken import Gesproken
from intake_assistant.operations.vault.beleid import offered_talen
from intake_assistant.operations.words.gedeeld import Gedeeldblad
from intake_assistant.texts import Taal, taalfouten
from intake_assistant.ui.gedeeld.gedeeld import Gedeeld
from intake_assistant.ui.window.context import Context


class Taalkiezer(QObject):
    """Records nothing: what was pointed at waits for us."""

    gewezen = Signal(object)
    """A `Gesproken`; None for a language that is not among them."""
    taal = Signal(str)
    """Show the shared side in this language."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._gedeeld: Gedeeld = context.gedeeld
        self._policy = context.work.policy
        self._gekozen: Taal | None = None
        self._blad: Gedeeldblad | None = None
        self._gedeeld.aangeraakt.connect(self._hear)

    @cached_property
    def _talen(self) -> tuple[Taal, ...]:
        # At the first need: to find what is wrong in a language all that can be said in it is read.
        return tuple(taal for taal in offered_talen(self._policy) if not taalfouten(taal.code))

    @property
    def is_open(self) -> bool:
        """Whether a page of its own is in sight; not that of somebody else, nor while it is covered."""
        return self._gedeeld.zicht.blad is self._blad

    def open_page(self) -> None:
        """Show every language."""
        self._gekozen = None
        self._put(talenblad(self._talen, self._gedeeld.taal))

    def _put(self, blad: Gedeeldblad) -> None:
        self._blad = blad
        self._gedeeld.put_before(blad)

    def close_page(self) -> None:
        """Go on with what was asked."""
        self._gedeeld.take_away(self._blad)

    def toggle(self) -> None:
        """Show every language, or go on."""
        if self.is_open:
            self.close_page()
        else:
            self.open_page()

    def _hear(self, code: str) -> None:
        # What is touched on a page that has gone is meant for no other.
        doen = self._acts().get(code)
        if doen is not None:
            doen()

    def _acts(self) -> dict[str, Callable[[], None]]:
        """What can be touched on the page that is in sight."""
        bladzijde, taal = self._blad.naam if self._blad and self.is_open else "", self._gekozen
        if bladzijde == TALENBLAD:
            return {
                **{f"{TAAL}{een.code}": partial(self._choose, een) for een in self._talen},
                GEEN: self._choose_none,
            }
        if bladzijde == DIALECTENBLAD and taal is not None:
            soorten = enumerate(dialecten_of(taal))
            return {
                **{dialectcode(taal, n): partial(self._finish, taal, een) for n, een in soorten},
                GEEN: partial(self._finish, taal, None),
                TERUG: self.open_page,
            }
        return {TERUG: self.open_page} if bladzijde else {}

    def _choose(self, taal: Taal) -> None:
        self._gekozen = taal
        self.taal.emit(taal.code)
        self.gewezen.emit(Gesproken(taal))
        soorten = dialecten_of(taal)
        if soorten:
            self._put(dialectenblad(taal, soorten))
        else:
            self._finish(taal, None)

    def _choose_none(self) -> None:
        self._put(geenblad(self._gedeeld.taal))
        self.gewezen.emit(None)

    def _finish(self, taal: Taal, dialect: Dialect | None) -> None:
        self._put(welkomblad(taal))
        self.gewezen.emit(Gesproken(taal, dialect))
