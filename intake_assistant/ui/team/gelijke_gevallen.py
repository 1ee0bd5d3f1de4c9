"""What others with the same facts were offered, beside one dossier: counted, no names, no advice (AVG 22)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.kinds import BESCHIKKING, BESLUIT, PERSOON
from intake_assistant.domain.team.gelijke_gevallen import Gelijken
from intake_assistant.domain.team.kansfeiten import KANSVRAGEN
from intake_assistant.operations.views.overzicht import is_behind
from intake_assistant.operations.views.team.kansengelijkheid import Gelijkbeeld, read_gelijken
from intake_assistant.operations.words.kansen import (
    route_in_words,
    routes_in_words,
    uren_in_words,
    zin_gelijken,
)
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import Vel, kaart, kolom, label, schuifvlak
from intake_assistant.ui.kit.word_table import EVERY_ROW, Woordrijen, Woordtabel
from intake_assistant.ui.window.context import Context, Scherm

_BREED: Final = 720


class GelijkeGevallenScherm(Scherm):
    """One sentence on who is counted, and two small tables; before a leerroute was chosen neither."""

    naam: ClassVar[str] = "gelijke_gevallen"
    toont = (PERSOON, BESLUIT, BESCHIKKING)
    toont_vragen = KANSVRAGEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.zin = label("", wrap=True, naam="gelijk_zin")
        self.deze = label("", "kop3", wrap=True, naam="gelijk_deze")
        self.routes = _table("gelijk_routes", text("kansen.gelijk.routes"))
        self.uren = _table("gelijk_uren", text("kansen.gelijk.uren"))
        vel = Vel(_BREED)
        box = kolom(vel, rand=24, tussen=12)
        box.addWidget(label(text("kansen.gelijk.titel"), "kop1"))
        box.addWidget(label(text("kansen.gelijk.vraag"), "zacht", wrap=True))
        box.addWidget(self.zin)
        self.kaart = kaart(naam="gelijk_kaart")
        inside = kolom(self.kaart, rand=16, tussen=12)
        for part in (self.routes, self.uren):
            inside.addWidget(part)
        inside.addWidget(self.deze)
        box.addWidget(self.kaart)
        box.addWidget(label(text("kansen.gelijk.uitleg"), wrap=True, naam="gelijk_uitleg"))
        box.addStretch(1)
        kolom(self).addWidget(schuifvlak(vel))
        context.lines_made.connect(self._follow_lines)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Count anew for the open dossier."""
        work, lines = self.context.work, self.context.lines()
        if is_behind(work):
            self._show(text("kansen.zin.nog_bezig"), None)
            return
        beeld = read_gelijken(work, lines, self.context.dossier_id)
        if not beeld.route:
            self._show(text("kansen.gelijk.eerst_zelf"), None)
        else:
            self._show(zin_gelijken(work, beeld.feiten, beeld.gelijken), beeld)

    def follow(self) -> None:
        """Count anew."""
        self.show_with({})

    def resting_place(self) -> QWidget:
        """The first table, when there is one."""
        return self.routes if self.kaart.isVisibleTo(self) else self

    def _follow_lines(self) -> None:
        if self._is_shown() and self.context.dossier_id:
            self.follow()

    def _show(self, zin: str, beeld: Gelijkbeeld | None) -> None:
        self.zin.setText(zin)
        gelijken = beeld.gelijken if beeld else None
        self.kaart.setVisible(gelijken is not None)
        if beeld is not None and gelijken is not None:
            self.deze.setText(text("kansen.gelijk.deze", route=route_in_words(beeld.route)))
            _fill(self.routes, routes_in_words(gelijken), gelijken)
            _fill(self.uren, uren_in_words(gelijken), gelijken)


def _table(naam: str, titel: str) -> Woordtabel:
    rows = Woordrijen([titel, text("kansen.kolom.aantal")])
    return Woordtabel(rows, naam, titel, (0, 140), lambda: None, most=EVERY_ROW)


def _fill(table: Woordtabel, rows: Iterable[tuple[str, int]], gelijken: Gelijken) -> None:
    made = [(woord, text("kansen.van", aantal=n, groep=gelijken.aantal)) for woord, n in rows]
    model = table.model()
    if isinstance(model, Woordrijen):
        model.show_all(made)
