"""How the work is shared: each picture with the sentence that says it, and a table that opens the list."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.documents.tekening.vormen import Letter, Tekening
from intake_assistant.domain.team.bleek import Routevervolg, bleek, later_verteld
from intake_assistant.operations.views.team import tekeningen
from intake_assistant.operations.views.team.beeld import (
    PILOT_UREN,
    PILOT_WEKEN,
    UREN_GRENZEN,
    WEKEN_GRENZEN,
    Klasse,
    Teambeeld,
    klassen,
)
from intake_assistant.operations.views.team.bleek import (
    LANGST,
    cellen_of,
    geleden_in_words,
    kunnen_in_words,
    naast_in_words,
)
from intake_assistant.operations.views.team.groepen import Groepstand
from intake_assistant.operations.views.team.rij import Signaal, Teamrij
from intake_assistant.operations.words.team import klasse_in_words, regievoerder_of
from intake_assistant.texts import text
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import EVERY_ROW, Woordrijen, Woordtabel
from intake_assistant.ui.team.model import Greep

KAARTEN: Final[dict[str, tuple[str, ...]]] = {
    "werk": ("regievoerder", "lopend", "naast", "te_laat", "bijna"),
    "gezien": ("naam", "regievoerder", "laatste_contact"),
    "standen": ("stand", "aantal"),
    "uren": ("groep", "aantal"),
    "weken": ("groep", "aantal"),
    "groepen": ("groepsles", "wanneer", "kunnen", "van_u"),
    "bleek": ("leerroute", "aantal", *Routevervolg, "lesuren"),
    "later": ("onderwerp", "aantal"),
}
"""The cards with the columns of their tables."""
_NUMBER: Final = 104
_LEAST: Final = 360
_BESIDE: Final = 4
"""A table of more columns has the whole width below its picture: half of it cuts their heads off."""

type Rijen = Sequence[tuple[tuple[str, ...], Greep | None]]
"""The rows of a table, each with what it opens; what is told of nobody alone opens nothing."""


@dataclass(frozen=True)
class Deelbeeld:
    """What a card shows: a picture with its sentence, and the rows behind it."""

    draw: Callable[[float, Letter], Tekening]
    rijen: Rijen


class Verdelingskaart(QFrame):
    """A card with a sentence, a picture and a table."""

    def __init__(self, naam: str, opened: Callable[[Greep], None]) -> None:
        super().__init__()
        self.setProperty("rol", "kaart")
        self.setObjectName(f"team_kaart_{naam}")
        self._opened = opened
        self._grepen: list[Greep | None] = []
        titel, kolommen = text(f"team.rapport.kop_{naam}"), KAARTEN[naam]
        self.zin = label("", wrap=True, naam=f"team_zin_{naam}")
        self.plaat = Plaat(f"team_plaat_{naam}")
        self.model = Woordrijen([text(f"team.kolom.{kop}") for kop in kolommen])
        self.plaat.setMinimumWidth(px(_LEAST))
        breed = (0, *[_NUMBER] * (len(kolommen) - 1))
        self.tabel = Woordtabel(self.model, f"team_tabel_{naam}", titel, breed, self._open, most=EVERY_ROW)
        self.tabel.setMinimumWidth(px(_LEAST))
        links, rechts = kolom(), kolom()
        links.addWidget(self.plaat)
        links.addStretch(1)
        rechts.addWidget(self.tabel)
        box = kolom(self, rand=16, tussen=12)
        box.addWidget(label(titel, "kop2"))
        box.addWidget(self.zin)
        if len(kolommen) > _BESIDE:
            box.addLayout(links)
            box.addLayout(rechts)
        else:
            box.addLayout(Groepen(links, rechts, delen=(1, 1)))

    def show_deel(self, deel: Deelbeeld) -> None:
        """Show what is so now."""
        self.plaat.show_drawing(deel.draw)
        self.zin.setText(self.plaat.accessibleName())
        self._grepen = [greep for _, greep in deel.rijen]
        self.model.show_all([cellen for cellen, _ in deel.rijen])
        # Of nothing the sentence says why.
        self.tabel.setVisible(bool(deel.rijen))

    def _open(self) -> None:
        greep = self._grepen[self.tabel.row] if 0 <= self.tabel.row < len(self._grepen) else None
        if greep is not None:
            self._opened(greep)


class Verdeling(QWidget):
    """The cards: who has what, how far it is, how long it takes."""

    def __init__(self, opened: Callable[[Greep], None]) -> None:
        super().__init__()
        self.kaarten = {naam: Verdelingskaart(naam, opened) for naam in KAARTEN}
        box = kolom(self, tussen=16)
        box.addWidget(label(text("team.verdeling_uitleg"), "zacht", wrap=True))
        for kaart in self.kaarten.values():
            box.addWidget(kaart)
        box.addWidget(label(text("team.zin.bron"), "klein", wrap=True))
        box.addStretch(1)

    def show_beeld(self, beeld: Teambeeld) -> None:
        """Show what is so now."""
        made = {
            "werk": Deelbeeld(partial(tekeningen.draw_werk, beeld), _werk(beeld)),
            "gezien": Deelbeeld(partial(tekeningen.draw_gezien, beeld), _gezien(beeld)),
            "standen": Deelbeeld(partial(tekeningen.draw_standen, beeld), _standen(beeld)),
            "uren": Deelbeeld(partial(tekeningen.draw_uren, beeld), _uren(beeld)),
            "weken": Deelbeeld(partial(tekeningen.draw_weken, beeld), _weken(beeld)),
            "groepen": Deelbeeld(partial(tekeningen.draw_groepen, beeld), _groepen(beeld)),
            "bleek": Deelbeeld(partial(tekeningen.draw_bleek, beeld), _bleek(beeld)),
            "later": Deelbeeld(partial(tekeningen.draw_later, beeld), _later(beeld)),
        }
        for naam, deel in made.items():
            self.kaarten[naam].show_deel(deel)
        if beeld.groepen:
            zin = self.kaarten["groepen"].zin
            zin.setText(f"{zin.text()} {text('team.zin.groepen_eigen')}")


def _werk(beeld: Teambeeld) -> Rijen:
    def row(naam: str, *aantallen: int | str) -> tuple[tuple[str, ...], Greep]:
        woord = regievoerder_of(naam)
        return (woord, *map(str, aantallen)), Greep(
            woord, lambda rij: rij.is_lopend and rij.regievoerder == naam
        )

    laat, bijna = Signaal.TIEN_WEKEN_VOORBIJ, Signaal.TIEN_WEKEN_BIJNA
    return [
        row(d.naam, d.lopend, naast_in_words(d.lopend) if d.naam else "", d.signalen[laat], d.signalen[bijna])
        for d in beeld.werkdelen
    ]


def _gezien(beeld: Teambeeld) -> Rijen:
    def row(rij: Teamrij, weken: float | None) -> tuple[tuple[str, ...], Greep]:
        cellen = rij.naam, regievoerder_of(rij.regievoerder), geleden_in_words(weken)
        return cellen, Greep(rij.naam, lambda other: other.dossier == rij.dossier)

    return [row(rij, weken) for rij, weken in beeld.ongezien[:LANGST]]


def _groepen(beeld: Teambeeld) -> Rijen:
    """Of each group the number; who they are one sees of the own dossiers only."""

    def row(stand: Groepstand) -> tuple[tuple[str, ...], Greep]:
        cellen = stand.les.naam, stand.wanneer, kunnen_in_words(stand), str(len(stand.eigen))
        return cellen, Greep(stand.les.naam, lambda rij: rij.dossier in stand.eigen)

    return [row(stand) for stand in beeld.groepen]


def _bleek(beeld: Teambeeld) -> Rijen:
    return [(cellen_of(rij), None) for rij in bleek(beeld.bleek)]


def _later(beeld: Teambeeld) -> Rijen:
    found = later_verteld(beeld.bleek)
    return [((beeld.onderwerpen.get(deel, deel), str(n)), None) for deel, n in found.items()]


def _standen(beeld: Teambeeld) -> Rijen:
    def row(stand: str, aantal: int) -> tuple[tuple[str, ...], Greep]:
        woord = text(f"dossiers.stand_{stand}")
        return (woord, str(aantal)), Greep(woord, lambda rij: rij.stand == stand)

    return [row(stand, aantal) for stand, aantal in beeld.per_stand.items()]


def _uren(beeld: Teambeeld) -> Rijen:
    return [
        _of_klasse(klasse, klasse_in_words(klasse, "uren", PILOT_UREN), lambda rij: rij.uren)
        for klasse in klassen(beeld.uren, UREN_GRENZEN)
    ]


def _weken(beeld: Teambeeld) -> Rijen:
    return [
        _of_klasse(klasse, klasse_in_words(klasse, "weken", PILOT_WEKEN), lambda rij: rij.weken)
        for klasse in klassen(beeld.weken, WEKEN_GRENZEN)
    ]


def _of_klasse(
    klasse: Klasse, woorden: str, wat: Callable[[Teamrij], float | None]
) -> tuple[tuple[str, ...], Greep]:
    def keep(rij: Teamrij) -> bool:
        waarde = wat(rij)
        return rij.vastgesteld_op is not None and waarde is not None and klasse.holds(waarde)

    return (woorden, str(klasse.aantal)), Greep(woorden, keep)
