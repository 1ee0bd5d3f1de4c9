"""All that somebody takes home in one go, and which language stands beside the Dutch of each document."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel

from intake_assistant.domain.dossier import Dossier
from intake_assistant.operations.papers.documenten import NEDERLANDS, is_vertaalbaar, voor_de_persoon
from intake_assistant.operations.papers.tweetalig.stuk import leestaal_of
from intake_assistant.operations.vault.beleid import may_print_unchecked, offered_talen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import taalfouten, text
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import ChoiceBox, knop, kolom, label, zweeftekst

MAP, PRINT = "Ctrl+Shift+S", "Ctrl+Shift+P"


class PersoonKaart(QFrame):
    """Says what goes along and in which languages; two buttons that make all of it."""

    gekozen = Signal()
    """Another language stands beside the Dutch from now on."""
    bewaren = Signal()
    afdrukken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("rol", "kaart")
        self.setObjectName("document_persoon")
        self._dossier = ""
        self._mag = False
        self.taal = ChoiceBox()
        name_field(self.taal, "documenten_taal", text("documenten.taal"))
        self.taal.currentIndexChanged.connect(lambda _: self._choose())
        self._delen = label("", "zacht", wrap=True, naam="persoon_delen")
        self._regel: QLabel = label("", "klein", wrap=True, naam="persoon_taal")
        vak = kolom(self, rand=16, tussen=8)
        kop = label(text("documenten.taal"), "veldnaam", wrap=True)
        kop.setBuddy(self.taal)
        titel = label(text("documenten.persoon"), "kop2", wrap=True)
        for deel in (titel, self._delen, kop, self.taal, self._regel):
            vak.addWidget(deel)
        knoppen = Vloei()
        bewaar = knop(text("documenten.persoon_map"), "persoon_map", self.bewaren.emit, "hoofdknop", "map")
        druk = knop(text("documenten.persoon_print"), "persoon_print", self.afdrukken.emit)
        for made, toets in ((bewaar, MAP), (druk, PRINT)):
            made.setShortcut(toets)
            made.setToolTip(zweeftekst(toets))
            knoppen.addWidget(made)
        vak.addLayout(knoppen)

    def show_dossier(self, work: Workspace, dossier: Dossier) -> None:
        """Offer the languages; that of the person first chosen, where its texts may be printed."""
        namen = [text(f"documenten.{deel}") for deel in voor_de_persoon(dossier)]
        self._delen.setText(text("documenten.persoon_uitleg", delen=", ".join(namen)))
        self._mag = may_print_unchecked(work)
        was = self.taal.currentData() if self._dossier == dossier.id else None
        self._dossier = dossier.id
        self._fill(work, str(was or (leestaal_of(work, dossier) if self._mag else NEDERLANDS)))
        self._say()

    def _fill(self, work: Workspace, gekozen: str) -> None:
        self.taal.blockSignals(True)
        self.taal.clear()
        self.taal.addItem(text("documenten.taal_nl"), NEDERLANDS)
        for taal in offered_talen(work.policy):
            if taal.code != NEDERLANDS and not taalfouten(taal.code):
                self.taal.addItem(text("documenten.taal_naast", taal=taal.gezegd), taal.code)
        self.taal.setCurrentIndex(max(0, self.taal.findData(gekozen)))
        self.taal.blockSignals(False)

    def taal_van(self, deel: str) -> str:
        """The language beside the Dutch of a part; of what is not for the person, Dutch alone."""
        return str(self.taal.currentData() or NEDERLANDS) if is_vertaalbaar(deel) else NEDERLANDS

    def _choose(self) -> None:
        self._say()
        self.gekozen.emit()

    def _say(self) -> None:
        if self.taal.currentData() == NEDERLANDS:
            self._regel.setText(text("documenten.taal_alleen_nl"))
        else:
            mag = "documenten.taal_ongecontroleerd" if self._mag else "documenten.taal_mag_niet"
            self._regel.setText(text(mag))
