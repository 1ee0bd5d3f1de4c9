"""What waits over all dossiers: data that must be erased, and requests of people about their data."""

from __future__ import annotations

from functools import partial
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.views.vandaag.dag import Eindje, eindjes_among
from intake_assistant.operations.views.wissen.bewaartermijn import Teregelen, due_among
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.texts import text
from intake_assistant.ui.kit.giving_way import Groepen, leesbreed
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.vandaag.gewist import GewisteDossiers
from intake_assistant.ui.vandaag.kaarten import Regelkaart, eindjesregel
from intake_assistant.ui.vandaag.overleg import OverlegWacht
from intake_assistant.ui.window.context import ALLES, Context, Scherm
from intake_assistant.ui.words.doubles import Dubbelregel
from intake_assistant.ui.words.verzoeken import verzoeklijn, wislijn

# So many at a time: each is a card of its own.
STAP: Final = 40
_BREED: Final = 880


class TeRegelenScherm(Scherm):
    """A card for each dossier, what waits longest first; each leads to the rights of that person."""

    naam: ClassVar[str] = "te_regelen"
    toont = ALLES

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: list[tuple[str, str, Teregelen]] = []
        self._eindjes: list[Eindje] = []
        context.lines_made.connect(self._follow_lines)
        self._overleg, self.dubbel = OverlegWacht(context), Dubbelregel(context)
        self._gewist = GewisteDossiers(context)
        self._opruimen, self._lijst = QWidget(), QWidget()
        kolom(self._opruimen, tussen=0)
        kolom(self._lijst, tussen=16)
        self._meer = knop("", "te_regelen_meer", self._show_more)
        inhoud = QWidget()
        box = kolom(inhoud, rand=24, tussen=16)
        box.addLayout(self._head())
        box.addWidget(label(text("dossiers.te_regelen.uitleg"), "zacht", wrap=True))
        box.addLayout(self._column())
        box.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))

    def _column(self) -> QHBoxLayout:
        smal = QWidget()
        box = kolom(smal, tussen=16)
        for part in (self._opruimen, self._overleg, self.dubbel, self._lijst):
            box.addWidget(part)
        box.addWidget(self._meer, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self._gewist)
        return leesbreed(smal, _BREED)

    def _head(self) -> Groepen:
        links, rechts = rij(), rij()
        links.addWidget(label(text("dossiers.te_regelen.kop"), "kop1"))
        links.addStretch(1)
        go = partial(self.context.navigate.emit, "caseload", {})
        rechts.addWidget(knop(text("dossiers.te_regelen.overdragen"), "naar_overdragen_knop", go))
        return Groepen(links, rechts, delen=(1, 0))

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the list anew, as it is today."""
        lines = self.context.lines()
        self._rows = self._due(lines)
        self._overleg.show_lines(lines)
        self._show_eindjes(lines)
        self._draw()
        self._gewist.show_all()
        self.dubbel.look()

    def _due(self, lines: list[Overzicht]) -> list[tuple[str, str, Teregelen]]:
        return due_among(self.context.work, lines).per_dossier()

    def _follow_lines(self) -> None:
        """What lines that were made behind the screen bring along."""
        if not self._is_shown():
            return
        lines = self.context.lines()
        self._overleg.show_lines(lines)
        self._show_eindjes(lines)
        if (found := self._due(lines)) != self._rows:
            self._rows = found
            self._draw()

    def _show_eindjes(self, lines: list[Overzicht]) -> None:
        """What lies loose at the end of a day."""
        self._eindjes = eindjes_among(self.context.work, lines)
        clear(self._opruimen)
        go = self.context.navigate.emit
        regels = (eindjesregel(nummer, eindje, go) for nummer, eindje in enumerate(self._eindjes))
        inside(self._opruimen).addWidget(Regelkaart("opruimen", len(self._eindjes), regels))

    def _draw(self) -> None:
        clear(self._lijst)
        if not self._rows and not self._overleg.rows and not self._eindjes:
            inside(self._lijst).addWidget(label(text("dossiers.te_regelen.niets"), naam="te_regelen_niets"))
        self._show_more()

    def follow(self) -> None:
        """Read the list anew."""
        self.show_with({})

    def _show_more(self) -> None:
        box = inside(self._lijst)
        shown = box.count() if self._rows else 0
        for dossier, naam, te_regelen in self._rows[shown : shown + STAP]:
            box.addWidget(self._card(dossier, lijstnaam(naam), te_regelen))
        left = max(len(self._rows) - shown - STAP, 0)
        self._meer.setText(text("dossiers.te_regelen.meer", aantal=left))
        self._meer.setAccessibleName(self._meer.text())
        self._meer.setVisible(left > 0)

    def _card(self, dossier: str, naam: str, te_regelen: Teregelen) -> QFrame:
        made = kaart(naam=f"te_regelen_{dossier}")
        box = kolom(made, rand=16, tussen=8)
        kop = rij(tussen=16)
        kop.addWidget(label(naam, "kop2", wrap=True), 1)
        go = partial(self.context.navigate.emit, "rechten", {"dossier": dossier})
        naar = knop(text("rechten.naar"), f"te_regelen_naar_{dossier}", go)
        naar.setAccessibleName(text("dossiers.te_regelen.naar_naam", naam=naam))
        kop.addWidget(naar)
        box.addLayout(kop)
        for bewaar in te_regelen.te_wissen:
            box.addWidget(wislijn(bewaar))
        for _, _, verzoek in te_regelen.verzoeken:
            box.addWidget(verzoeklijn(verzoek))
        return made
