"""Money: six months in a drawing with its table, the amounts, and who does what about them."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QFrame, QWidget

from intake_assistant.domain import kinds
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.operations.views.uitvoering.geldlijn import (
    KOLOMMEN,
    Geldlijn,
    geldlijn_in,
    genoeg_in_words,
    signalen_in_words,
)
from intake_assistant.texts import text
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.rijen.lijst import Rijenlijst
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, kolom, label, with_label
from intake_assistant.ui.kit.word_table import EVERY_ROW, Woordrijen, Woordtabel
from intake_assistant.ui.uitvoering import geldsoorten
from intake_assistant.ui.uitvoering.deel import Uitvoeringsdeel

_BREED: Final = (110, 120, 120, 0)
_OVER: Final = 2
"""What is left stands beside each bar as well."""


class GeldDeel(Uitvoeringsdeel):
    """The months above; below them what comes in and goes out, and what somebody does."""

    naam = "geld"
    kinds = (kinds.GELDPOST, kinds.GELDTAAK)

    def __init__(self, keeper: Keeper) -> None:
        super().__init__(keeper)
        self.model = Woordrijen([text(f"uitvoering.geld.kolom.{naam}") for naam in KOLOMMEN])
        self._lijn = QWidget()
        self._leeg = label("", wrap=True, naam="geld_leeg")
        self._signalen = QWidget()
        kolom(self._signalen, tussen=4)
        self.vak.addWidget(self._kaart())
        self.add_lijst(self.judged(geldsoorten.GELDPOST))
        self.add_lijst(Rijenlijst(keeper, geldsoorten.GELDTAAK))

    def refresh(self) -> None:
        """Draw the months anew, and say what is the matter in them."""
        dossier = self.context.dossier()
        lijn = geldlijn_in(self.context.work, dossier)
        self._lijn.setVisible(lijn is not None)
        with_label(self._leeg, "" if lijn else _leeg(dossier))
        clear(self._signalen)
        if lijn is not None:
            self._show(lijn)

    def _show(self, lijn: Geldlijn) -> None:
        self.plaat.show_drawing(lijn.draw)
        self.model.show_all(lijn.tabel)
        for place, (maand, rij) in enumerate(zip(lijn.maanden, lijn.tabel, strict=True)):
            self.model.put(place, rij, let_op=maand.is_tekort)
        box = inside(self._signalen)
        for zin in signalen_in_words(lijn):
            box.addWidget(label(zin, "waarschuwing", wrap=True))
        box.addWidget(label(genoeg_in_words(lijn), "klein", wrap=True))

    def _kaart(self) -> QFrame:
        made, titel = kaart(naam="kaart_geldlijn"), text("uitvoering.geld.kop")
        box, lijn = kolom(made, rand=24, tussen=12), kolom(self._lijn, tussen=12)
        box.addWidget(label(titel, "kop2", wrap=True))
        box.addWidget(label(text("uitvoering.geld.uitleg"), "zacht", wrap=True))
        box.addWidget(self._leeg)
        box.addWidget(self._signalen)
        self.plaat = Plaat("geld_plaat")
        lijn.addWidget(self.plaat)
        self.tabel = Woordtabel(
            self.model, "geld_tabel", titel, _BREED, lambda: None, most=EVERY_ROW, heel=True, wijkt=[_OVER]
        )
        lijn.addWidget(self.tabel)
        box.addWidget(self._lijn)
        return made


def _leeg(dossier: Dossier) -> str:
    if klokfeiten(dossier).begin_bijstand is None:
        return text("uitvoering.geld.geen_begin")
    return text("uitvoering.geld.geen_bedrag")
