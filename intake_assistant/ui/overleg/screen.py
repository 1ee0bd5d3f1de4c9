"""Overleg on one dossier: what the team lead reads, what colleagues remark, who does the work."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from intake_assistant.domain.kinds import BEHEER, BESCHIKKING, of_soort
from intake_assistant.texts import text
from intake_assistant.ui.kit.parts import kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.overleg.deel import Overlegdeel
from intake_assistant.ui.overleg.getypt import Getypt
from intake_assistant.ui.overleg.opmerkingen import OpmerkingenKaart
from intake_assistant.ui.overleg.overdragen import OverdraagKaart
from intake_assistant.ui.overleg.voorleggen import VoorlegKaart
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.window.context import Context, Scherm

_BREED = 960


class OverlegScherm(Scherm):
    """Two columns when there is room for them."""

    naam = "overleg"
    toont = (*of_soort("overleg"), BEHEER, BESCHIKKING)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.getypt = Getypt(context, self)
        self.voorleggen = VoorlegKaart(context, self.getypt)
        self.opmerkingen = OpmerkingenKaart(context, self.getypt)
        self.overdragen = OverdraagKaart(context, self.getypt)
        self.delen: tuple[Overlegdeel, ...] = (self.voorleggen, self.opmerkingen, self.overdragen)
        inhoud = QWidget()
        box = kolom(inhoud, rand=24, tussen=16)
        box.addWidget(label(text("overleg.kop"), "kop1"))
        self._naast = rij(tussen=16)
        links, rechts = kolom(tussen=16), kolom(tussen=16)
        links.addWidget(self.voorleggen)
        links.addWidget(self.overdragen)
        rechts.addWidget(self.opmerkingen)
        for kant in (links, rechts):
            kant.addStretch(1)
            self._naast.addLayout(kant, 1)
        box.addLayout(self._naast)
        box.addStretch(1)
        kolom(self, tussen=0).addWidget(schuifvlak(inhoud))
        for deel in self.delen:
            deel.gedaan.connect(self._show)

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show how it stands; `over` begins a remark on that, but for who comes back to it (`terug`)."""
        self.getypt.begin(f"overleg {self.context.dossier_id}")
        over = arguments.get("over", "")
        self.opmerkingen.over = over
        self._show()
        if over and "terug" not in arguments:
            # What was just laid out takes the keyboard once it is shown.
            later(self.opmerkingen, lambda: self.opmerkingen.begin(over))

    def follow(self) -> None:
        """Show how it stands now."""
        self._show()

    def leave(self) -> None:
        """Keep what is being typed."""
        self.getypt.keep()

    def where(self) -> dict[str, str]:
        """What one was remarking on; the keyboard comes back where it was, in whichever field."""
        return {"over": self.opmerkingen.over, "terug": "ja"}

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns when there is room for them."""
        super().resizeEvent(event)
        direction = QHBoxLayout.Direction
        wide = self.width() >= px(_BREED)
        self._naast.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def _show(self) -> None:
        dossier = self.context.dossier()
        for deel in self.delen:
            deel.show_dossier(dossier)
