"""The page after a conversation as the person sees it, and what was pointed at on it."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from intake_assistant.operations.views.afronden.afgesproken import agreed_today
from intake_assistant.operations.views.afronden.op_tafel import OVER, Afronding, blad_van_afronding
from intake_assistant.operations.views.afronden.terugblik import topics_of
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.tafel.aan_tafel import AanTafel
from intake_assistant.ui.gedeeld.tafel.groot import Tafelgroot
from intake_assistant.ui.kit.parts import hidden_label, with_label
from intake_assistant.ui.vragen.voering import Gespreksvoering


class Afrondtafel(QObject):
    """Lays it on the table; a yes or no that is pointed at is told beside the summary."""

    def __init__(self, voering: Gespreksvoering, parent: QWidget) -> None:
        super().__init__(parent)
        self._voering = voering
        self._tafel = AanTafel(voering.context, OVER, self)
        self.groot = Tafelgroot(voering.context, self._tafel, parent)
        self.aangewezen = hidden_label("veldnaam", "afronden_aangewezen")
        self._tafel.aangewezen.connect(self._point)

    def show_afronding(self, samenvatting: str, afspraak: Mapping[str, object]) -> None:
        """What was talked about and when one meets again, as it stands on our page."""
        v = self._voering
        moment = str(afspraak.get("volgende_afspraak", ""))
        hoe = str(afspraak.get("volgende_afspraak_hoe", ""))
        taal = v.context.gedeeld.taal
        klaar = Afronding(
            topics_of(v.work, v.dossier, v.id),
            samenvatting,
            moment[:10],
            moment[11:16],
            hoe,
            agreed_today(v.work, v.dossier, v.gesprek, taal),
        )
        self._tafel.show_blad(blad_van_afronding(v.work, taal, klaar))

    def _point(self, code: str) -> None:
        with_label(self.aangewezen, text(f"gesprek.afronden.aangewezen_{code}"))
