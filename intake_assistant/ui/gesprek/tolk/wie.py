"""Who will be there, before a conversation begins: nothing is an entry yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import Signal

from intake_assistant.domain.formulier import Keuze
from intake_assistant.operations.talen.gesproken import Gesproken
from intake_assistant.texts import text
from intake_assistant.ui.gesprek.aanwezigen import Aanwezige, Aanwezigen
from intake_assistant.ui.gesprek.tolk.zonder import Zondertolk
from intake_assistant.ui.kit.parts import with_label
from intake_assistant.ui.qt.later import while_there


class Wiekomt(Aanwezigen):
    """The lines, and how one understands each other when nobody on them interprets."""

    geraakt = Signal()
    """Something was filled in, or somebody was taken out."""
    weggehaald = Signal(str, object)
    """A sentence that tells who was taken out, and the act that brings them back."""

    def __init__(self, talen: tuple[Keuze, ...]) -> None:
        super().__init__(
            text("gesprek.voorbereiden.aanwezig"), text("gesprek.voorbereiden.aanwezig.geen"), talen
        )
        self.zonder = Zondertolk()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.zonder)
        self.weg.connect(self._touched)
        self.weg.connect(self._offer_back)
        self.zonder.keuze.gekozen.connect(self.geraakt)

    def add(self) -> Aanwezige:
        """A line for one more."""
        mens = self._add_line()
        self._touched()
        return mens

    def _add_line(self, gegevens: Mapping[str, str] | None = None) -> Aanwezige:
        mens = super().add()
        # What we fill in ourselves is nothing that somebody said.
        if gegevens:
            mens.show_gegevens(dict(gegevens))
        for anders in (mens.getypt, mens.gekozen):
            anders.connect(self._touched)
        return mens

    def _offer_back(self, mens: Aanwezige) -> None:
        put_back = while_there(self, partial(self._put_back, mens.gegevens()))
        self.weggehaald.emit(text("venster.weggehaald"), put_back)

    def _put_back(self, wie: dict[str, str]) -> None:
        self._add_line(wie)
        self._touched()

    def _touched(self, *_: object) -> None:
        self._show_zonder()
        self.geraakt.emit()

    def _show_zonder(self) -> None:
        self.zonder.setVisible(not any(mens.is_tolk for mens in self.mensen))

    def follow_taal(self, gesproken: Gesproken) -> None:
        """Who interprets is to speak what the person pointed at."""
        anders = {"taal": gesproken.code, **({"dialect": gesproken.streek} if gesproken.streek else {})}
        for mens in self.mensen:
            if mens.is_tolk:
                mens.show_gegevens({**mens.gegevens(), **anders})
        self._touched()

    def show_nobody(self) -> None:
        """Begin anew."""
        for mens in list(self.mensen):
            self.take_out(mens)
        self.zonder.show_waarde("")
        self.zonder.show()

    def show_tolken(self, tolken: Iterable[dict[str, str]]) -> None:
        """Show who interpreted last time, to be changed or left."""
        zoals = text("gesprek.voorbereiden.zoals_vorige") if tolken else ""
        with_label(self.zoals, zoals)
        self._show_known(tolken)

    def show_getypt(self, found: Mapping[str, Any]) -> None:
        """Show what was prepared before."""
        self.zonder.show_waarde(str(found.get("zonder_tolk", "")))
        self._show_known(found.get("mensen", []))

    def _show_known(self, mensen: Iterable[dict[str, str]]) -> None:
        for gegevens in mensen:
            self._add_line(gegevens)
        self._show_zonder()

    def gegevens(self) -> list[dict[str, str]]:
        """Who will be there."""
        return [mens.gegevens() for mens in self.mensen]

    def velden(self) -> dict[str, str]:
        """The field of the conversation with how one understands each other without interpreter."""
        return {} if self.zonder.isHidden() else self.zonder.velden()
