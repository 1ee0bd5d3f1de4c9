"""The foot of the shared side: what can be said beside an answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from intake_assistant.operations.words.gedeeld import Gedeeldekeuze
from intake_assistant.texts import Taal
from intake_assistant.ui.gedeeld.kaart import VINGER, Aanraakkaart, Beeldvak, Gebaartegel
from intake_assistant.ui.gedeeld.large_text import Groottekst
from intake_assistant.ui.gedeeld.vorm import Vorm, vorm_van
from intake_assistant.ui.kit import fonts
from intake_assistant.ui.kit.emptying import empty_layout, show_all

# Quiet: small pictures, and words only where each has so much room; larger on a screen of its own.
RUIM, BEELD, PUNTEN, TUSSEN, RAND = 88, 36, 11.0, 6, 16
WEIDS, WEIDSER = 150, 1.5
MEEST = 6
Inhoud = tuple[tuple[Gedeeldekeuze, ...], Taal, Path]


class Gebarenvoet(QWidget):
    """In one row with their words, on a narrow half without, on the narrowest in two rows."""

    def __init__(self, reach: Callable[[Aanraakkaart], object]) -> None:
        super().__init__()
        self._reach = reach
        self._inhoud: Inhoud | None = None
        self._vorm = vorm_van()
        self._maat = (0, 0.0)
        self.tegels: Final[dict[str, Gebaartegel]] = {}
        self._raster = QGridLayout(self)
        self.hide()

    def show_gebaren(self, inhoud: Inhoud, vorm: Vorm) -> None:
        """Show these; made anew only for another language or look."""
        if (inhoud, vorm) != (self._inhoud, self._vorm):
            self._inhoud, self._vorm = inhoud, vorm
            self._fill()
        self.setVisible(bool(inhoud[0]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With their words or without, as there is room."""
        super().resizeEvent(event)
        if self._inhoud is not None and self._measure() != self._maat:
            self._fill()

    def _measure(self) -> tuple[int, float]:
        """How many stand beside each other, and how large their words are; 0 without words."""
        px = self._vorm.px
        ruimte = self.width() - 2 * px(RAND)
        naast = MEEST if ruimte >= MEEST * px(VINGER) + (MEEST - 1) * px(TUSSEN) else MEEST // 2
        if ruimte < MEEST * px(RUIM):
            return naast, 0.0
        return naast, WEIDSER if ruimte >= MEEST * px(WEIDS) else 1.0

    def _fill(self) -> None:
        self.tegels.clear()
        empty_layout(self._raster)
        if self._inhoud is None:
            return
        px = self._vorm.px
        self._raster.setContentsMargins(px(RAND), px(4), px(RAND), px(8))
        self._raster.setSpacing(px(TUSSEN))
        naast, _ = self._maat = self._measure()
        gebaren, taal, beelden = self._inhoud
        # Where there are few the first places stay empty: stop is always found in the same one.
        for plaats, gebaar in enumerate(gebaren, start=-len(gebaren) % naast):
            tegel = self._make(gebaar, taal, beelden)
            self.tegels[gebaar.code] = tegel
            self._reach(tegel)
            self._raster.addWidget(tegel, *divmod(plaats, naast))
        for plaats in range(MEEST):
            self._raster.setColumnStretch(plaats, int(plaats < naast))
        if self.isVisible():
            show_all(self._raster)

    def _make(self, gebaar: Gedeeldekeuze, taal: Taal, beelden: Path) -> Gebaartegel:
        beeld, woorden = Beeldvak(beelden / gebaar.beeld, self._vorm), None
        _, factor = self._maat
        beeld.set_hoog(self._vorm.px(round(BEELD * max(1.0, factor))))
        if factor and gebaar.woorden:
            woorden = Groottekst(self._vorm.kleur("tekst"))
            woorden.setText(gebaar.woorden)
            woorden.setFont(fonts.taal_font(taal.lettertypen, self._vorm.punten(PUNTEN * factor)))
        return Gebaartegel(gebaar, self._vorm, beeld, woorden)
