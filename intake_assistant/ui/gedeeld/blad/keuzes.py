"""What can be pointed at on one page: cards below each other, tiles, steps of a scale, or languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QLayout, QWidget

from intake_assistant.operations.words.gedeeld import Gedeeldblad, Gedeeldekeuze
from intake_assistant.ui.gedeeld.blad.zetsel import PUNTEN, Zetsel
from intake_assistant.ui.gedeeld.kaart import KLEIN_BEELD, Aanraakkaart, Keuzekaart
from intake_assistant.ui.gedeeld.taaltegel import Taaltegel, lines_of, make_rooster
from intake_assistant.ui.gedeeld.vorm import WEIDS, Vorm
from intake_assistant.ui.kit.flow import Rooster, Vloei
from intake_assistant.ui.kit.parts import rij

# Of so many choices the words are as large as those of the question.
WEINIG = 4
# A choice without words is a tile, large enough for a finger.
TEGEL = 120
# A choice is as high as that where there is room, else as high as there is, and never lower than this.
LAAGST, HOOGTEN = 56, (TEGEL, 104, 88, 72, 56)
# In pictures: so wide, and the picture so high.
TEGEL_BREED, TEGEL_BEELD = 150, 96
SCHAAL_HOOG = 176


class Keuzezetter:
    """Makes them, and remembers which can be marked."""

    def __init__(
        self,
        zetsel: Zetsel,
        vorm: Vorm,
        breed: int,
        vergroot: float,
        reach: Callable[[Aanraakkaart], Aanraakkaart],
    ) -> None:
        self._zetsel, self._vorm, self._breed, self._vergroot = zetsel, vorm, breed, vergroot
        self._reach = reach
        self.kaarten: dict[str, Keuzekaart] = {}
        self.tegels: list[Taaltegel] = []
        self._rijen: list[Keuzekaart] = []
        self._naast: list[Keuzekaart] = []

    @property
    def alle(self) -> tuple[Aanraakkaart, ...]:
        """Every card."""
        return (*self.kaarten.values(), *self.tegels)

    def lay_out(self, blad: Gedeeldblad, *, in_beelden: bool) -> Iterator[QLayout | QWidget]:
        """What is put on the page, from top to bottom."""
        keuzes = blad.keuzes
        if blad.naast:
            yield self._beside(keuzes)
        elif any(keuze.hoogte for keuze in keuzes):
            yield self._scale(keuzes)
        elif any(keuze.taal for keuze in keuzes):
            yield self._languages(keuzes)
        elif in_beelden:
            yield self._pictures(keuzes)
        elif all(keuze.woorden for keuze in keuzes):
            punten = PUNTEN["midden" if len(keuzes) <= WEINIG else "klein"]
            self._rijen = [self._card(keuze, punten) for keuze in keuzes]
            yield from self._rijen
        else:
            yield self._tiles(keuzes)

    @property
    def kan_hoger(self) -> bool:
        """Whether there are cards that may be higher, or lower."""
        return bool(self._rijen or self._naast)

    @property
    def hoog_vanaf(self) -> float:
        """So large the words must be at least before cards may take the room: yes and no are few words."""
        return 0.67 if self._naast else 1.0

    def raise_to(self, hoog: int) -> None:
        """Make cards that stand below each other this high at least; those that stand beside, just this."""
        for kaart in self._rijen:
            kaart.setMinimumHeight(self._vorm.px(hoog))
        for kaart in self._naast:
            kaart.setFixedHeight(self._vorm.px(hoog))

    def _beside(self, keuzes: tuple[Gedeeldekeuze, ...]) -> QLayout:
        """Of equal weight: as wide and as high, whatever their words."""
        row = rij(tussen=self._vorm.px(16))
        for keuze in keuzes:
            kaart = self._card(keuze, PUNTEN["midden"])
            self._naast.append(kaart)
            row.addWidget(kaart, 1)
        return row

    def _tiles(self, keuzes: tuple[Gedeeldekeuze, ...]) -> QLayout:
        tegels = Vloei()
        tegels.setSpacing(self._vorm.px(12))
        for keuze in keuzes:
            kaart = self._card(keuze, PUNTEN["klein"])
            maat = self._vorm.px(round(TEGEL * self._vergroot))
            kaart.setMinimumSize(maat, maat)
            tegels.addWidget(kaart)
        return tegels

    def _pictures(self, keuzes: tuple[Gedeeldekeuze, ...]) -> QLayout:
        """In rows of about as many, each large enough to be pointed at without reading."""
        px, aantal = self._vorm.px, len(keuzes)
        rijen = -(-aantal // max(2, self._breed // px(TEGEL_BREED)))
        raster = Rooster(-(-aantal // rijen))
        raster.setSpacing(px(12))
        for keuze in keuzes:
            kaart = self._card(keuze, PUNTEN["klein"], tegel=True)
            kaart.setMinimumHeight(px(TEGEL))
            raster.addWidget(kaart)
        return raster

    def _scale(self, stappen: tuple[Gedeeldekeuze, ...]) -> QLayout:
        row = rij(tussen=6)
        for stap in stappen:
            kaart = self._card(stap, PUNTEN["klein"])
            kaart.setFixedHeight(self._vorm.px(SCHAAL_HOOG))
            row.addWidget(kaart)
        return row

    def _languages(self, keuzes: tuple[Gedeeldekeuze, ...]) -> QLayout:
        rooster = make_rooster(self._vorm, len(keuzes), weids=self._breed >= WEIDS)
        for keuze in keuzes:
            rooster.addWidget(self._language(keuze))
        return rooster

    def _language(self, keuze: Gedeeldekeuze) -> Aanraakkaart:
        groot = self._zetsel.groot
        woorden = [groot(tekst, punten, vet=vet, taal=keuze.taal) for tekst, punten, vet in lines_of(keuze)]
        beeld = self._zetsel.klein_beeld(keuze) if keuze.beeld else None
        made = Taaltegel(keuze.code, self._vorm, beeld, [*woorden])
        self.tegels.append(made)
        return self._reach(made)

    def _card(self, keuze: Gedeeldekeuze, punten: float, *, tegel: bool = False) -> Keuzekaart:
        woorden = self._zetsel.groot(keuze.woorden, punten) if keuze.woorden else None
        cijfer = self._zetsel.cijfer(keuze.cijfer)
        made = Keuzekaart(keuze.code, self._vorm, cijfer, woorden, deel=keuze.hoogte, tegel=tegel)
        if keuze.beeld:
            made.add_beeld(self._zetsel.klein_beeld(keuze, TEGEL_BEELD if tegel else KLEIN_BEELD))
        if woorden is not None and (dutch := self._zetsel.beside(keuze.nederlands)):
            made.add_onder(dutch)
        self.kaarten[keuze.code] = made
        self._reach(made)
        return made
