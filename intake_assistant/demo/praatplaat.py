"""The boards of a conversation: shown beside the rows of a list, one of them filled by touching it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPoint

from intake_assistant.casus.antwoorden import Gegeven, Herhaling
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.praatplaat.bord import Bord, Borddeel
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.words.praatplaat.blad import NIEUW, Aanraking, read_aanraking
from intake_assistant.ui.gedeeld.bediening import BEDEKKEN
from intake_assistant.ui.gedeeld.bord import Bordvlak
from intake_assistant.ui.gedeeld.bordhouder import GEZIEN
from intake_assistant.ui.gesprek.bord.knop import PLAAT
from intake_assistant.ui.gesprek.screen import GesprekScherm

_GEEN: Final[tuple[Bord | None, Borddeel | None]] = (None, None)


class Bordspel:
    """Plays with the board that binds a list, when there is one."""

    def __init__(self, regie: Regie, herhaling: Herhaling) -> None:
        self._regie, self._herhaling = regie, herhaling
        found = (
            (bord, deel)
            for bord in regie.context.work.data.praatplaten
            for deel in bord.delen
            if deel.herhaling == herhaling.vraag and herhaling.vraag in bord.bij
        )
        self._bord, self._deel = next(found, _GEEN)

    @property
    def is_raster(self) -> bool:
        """Whether its rows are told best by touching."""
        return self._bord is not None and self._bord.soort == "raster"

    def show(self) -> None:
        """Open the board, make a picture of it, and put it away again."""
        if (bord := self._bord) is not None:
            self._open()
            self._regie.shoot(f"praatplaat_{bord.id}")
            self._regie.press(PLAAT)

    def fill(self) -> None:
        """Touch a brush, and the cells where it belongs."""
        bord, deel = self._bord, self._deel
        if bord is None or deel is None or deel.kop is None:
            raise Misgelopen(f"{self._herhaling.vraag} heeft geen praatplaat")
        self._open()
        for rij in self._herhaling.rijen:
            kop = next(
                str(gegeven.waarde) for gegeven in rij if gegeven.vraag.endswith(_short(deel.kop.naam))
            )
            for gegeven in rij:
                if isinstance(gegeven.waarde, list):
                    self._brush(bord, deel, kop, gegeven)
        self._regie.shoot(f"praatplaat_{bord.id}")
        self._regie.press(PLAAT)

    def _brush(self, bord: Bord, deel: Borddeel, kop: str, gegeven: Gegeven) -> None:
        veld = next(veld.naam for veld in deel.velden if gegeven.vraag.endswith(_short(veld.naam)))
        for code in map(str, gegeven.waarde if isinstance(gegeven.waarde, list) else ()):
            self._touch(Aanraking(bord.id, "kwast", deel.id, waarde=code))
            self._touch(Aanraking(bord.id, "zet", deel.id, self._row(deel, kop), veld, code))

    def _open(self) -> None:
        self._regie.press(PLAAT)
        if not self._regie.sees("praatplaat"):
            self._regie.press(BEDEKKEN)
        self._regie.find("praatplaat", Bordvlak)
        self._regie.breathe(GEZIEN)

    def _row(self, deel: Borddeel, kop: str) -> str:
        """The row about this, or the place of one that is not there yet."""
        tijdens = self._regie.find("scherm_gesprek", GesprekScherm).tijdens
        if tijdens is None or deel.kop is None:
            raise Misgelopen("er is geen gesprek")
        voering, naam = tijdens.voering, deel.kop.naam
        found = (
            rij
            for rij in voering.rijen(deel.herhaling)
            if voering.value(voering.subject(in_row(deel.herhaling, rij, naam))).get("waarde") == kop
        )
        return next(found, f"{NIEUW}{kop}")

    def _touch(self, gevraagd: Aanraking) -> None:
        vlak = self._regie.find("praatplaat", Bordvlak)
        vak = next((v for v in vlak.tekening().vakken if read_aanraking(v.code) == gevraagd), None)
        if vak is None:
            raise Misgelopen(f"{gevraagd.code} staat niet op de praatplaat")
        x, y = vak.midden
        self._regie.click(vlak, plek=QPoint(int(x), int(y)))


def _short(naam: str) -> str:
    return f".{naam.rpartition('.')[2]}"
