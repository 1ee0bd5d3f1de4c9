"""Words and pictures of one page, in its language and look; they grow with the room."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from intake_assistant.operations.words.gedeeld import Gedeeldekeuze, Maat
from intake_assistant.texts import Taal
from intake_assistant.ui.gedeeld.gedeeld import OOK_NEDERLANDS, Zicht
from intake_assistant.ui.gedeeld.kaart import KLEIN_BEELD, Beeldvak
from intake_assistant.ui.gedeeld.large_text import Groottekst
from intake_assistant.ui.gedeeld.taaltegel import set_for
from intake_assistant.ui.gedeeld.vorm import Vorm
from intake_assistant.ui.kit import fonts

# Read across a table: 20 to 32 points (ui.md, *Measures*).
PUNTEN: Final[dict[Maat, float]] = {"groot": 32.0, "midden": 26.0, "klein": 20.0, "fijn": 15.0}
TOLK_PUNTEN = 13.0
_LINKS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute


class Zetsel:
    """Makes them, and remembers which grow."""

    def __init__(self, zicht: Zicht | None, vorm: Vorm) -> None:
        self._zicht, self._vorm = zicht, vorm
        self._letters: list[tuple[QLabel, float]] = []
        self._beelden: list[tuple[Beeldvak, int]] = []

    def beeldvak(self, beeld: str, maat: int) -> Beeldvak:
        """A picture; without a name the rings of rest."""
        zicht = self._zicht
        made = Beeldvak(zicht.beelden / beeld if zicht and beeld else None, self._vorm)
        self._beelden.append((made, maat))
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        return made

    def klein_beeld(self, keuze: Gedeeldekeuze, maat: int = KLEIN_BEELD) -> Beeldvak:
        """The picture on a card, no larger than it is."""
        made = self.beeldvak(keuze.beeld, maat)
        made.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        return made

    def groot(self, tekst: str, punten: float, *, vet: bool = False, taal: Taal | None = None) -> Groottekst:
        """Words in the font and direction of their language, which is that of the page."""
        zicht = self._zicht
        made = Groottekst(self._vorm.kleur("zacht" if zicht and zicht.gedimd else "tekst"))
        made.setText(tekst)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        lettertypen = zicht.taal.lettertypen if zicht and not zicht.blad.is_nederlands else ()
        if taal is not None:
            lettertypen = taal.lettertypen
            set_for(made, taal)
        font = fonts.taal_font(lettertypen, self._vorm.punten(punten))
        font.setBold(vet)
        made.setFont(font)
        self._letters.append((made, punten))
        return made

    def klein(self, tekst: str, punten: float, naam: str) -> Groottekst:
        """Dutch for the interpreter and for us: small, and read from the left."""
        made = Groottekst(self._vorm.kleur("zacht"))
        made.setObjectName(naam)
        made.setText(tekst)
        made.setFont(fonts.staff_font(self._vorm.punten(punten)))
        made.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        made.setAlignment(_LINKS)
        return made

    def cijfer(self, cijfer: str) -> Groottekst:
        """The number of a choice, on one line."""
        made = Groottekst(self._vorm.kleur("tekst"))
        made.setWordWrap(False)
        made.setText(cijfer)
        made.setFont(fonts.staff_font(self._vorm.punten(PUNTEN["klein"])))
        return made

    def beside(self, tekst: str) -> Groottekst | None:
        """The same in Dutch, small, when that was asked for."""
        if not tekst or self._zicht is None or OOK_NEDERLANDS not in self._zicht.wensen:
            return None
        return self.klein(tekst, TOLK_PUNTEN, "ook_nederlands")

    def grow(self, factor: float, beeldfactor: float) -> None:
        """Make words and pictures as large as this."""
        for woorden, punten in self._letters:
            font = woorden.font()
            font.setPointSizeF(self._vorm.punten(punten * factor))
            woorden.setFont(font)
        for beeld, maat in self._beelden:
            beeld.set_hoog(self._vorm.px(round(maat * beeldfactor)))
