"""During a conversation: who interprets now, who left, and whether one understands each other."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from intake_assistant.dates import local_moment
from intake_assistant.domain.kinds import AANWEZIG
from intake_assistant.domain.leesrichting import op_scherm
from intake_assistant.domain.recht.tussen.tolk import TOLKT_NU, Aanwezige, roepnamen, tolken_hier
from intake_assistant.operations.acts.gesprek import record_gesprek
from intake_assistant.operations.words.tafel.tolk import OVER, blad_van_tolk
from intake_assistant.texts import text
from intake_assistant.ui.gedeeld.tafel.aan_tafel import AanTafel
from intake_assistant.ui.gesprek.tolk.erbij import Erbij
from intake_assistant.ui.gesprek.tolk.zonder import Zondertolk
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import (
    hidden_label,
    knop,
    kolom,
    label,
    put_words,
    rij,
    schuifvlak,
    with_label,
    zweeftekst,
)
from intake_assistant.ui.qt.later import while_there
from intake_assistant.ui.vragen.voering import Gespreksvoering

_NAAM = 32


class Tolkpagina(QWidget):
    """Beside the questions; what is answered from now on has the name of who interprets now."""

    klaar = Signal()

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.setObjectName("tolkpagina")
        self._voering = voering
        self.erbij = Erbij(
            voering,
            voering.id,
            text("gesprek.voorbereiden.aanwezig"),
            text("gesprek.voorbereiden.aanwezig.geen"),
        )
        self.zonder, self.tafel = Zondertolk(), AanTafel(voering.context, OVER, self)
        self.aangewezen = hidden_label("veldnaam", "tolk_aangewezen")
        self.tafel.aangewezen.connect(self._point)
        self._knoppen: dict[str, QPushButton] = {}
        self._nu_kop, self._nu = label(text("gesprek.tolk.nu"), "kop3"), Vloei()
        self._build()
        for other in (self.erbij.weg, self.erbij.terug):
            other.connect(self._changed)
        voering.veranderd.connect(self._show_nu)
        self.zonder.keuze.gekozen.connect(self._record_zonder)

    def _build(self) -> None:
        binnen = QWidget()
        box = kolom(binnen, rand=16, tussen=12)
        box.addWidget(label(text("gesprek.tolk.kop"), "kop2"))
        box.addWidget(label(text("gesprek.tolk.uitleg"), "zacht", wrap=True))
        box.addWidget(self.aangewezen)
        box.addWidget(self._nu_kop)
        box.addLayout(self._nu)
        box.addWidget(self.zonder)
        box.addWidget(self.erbij)
        box.addStretch(1)
        buiten = kolom(self, tussen=0)
        buiten.addWidget(schuifvlak(binnen), 1)
        voet = rij(rand=8)
        voet.addWidget(knop(text("gesprek.tolk.terug"), "tolk_terug", self.klaar.emit, icoon="terug"))
        voet.addStretch(1)
        buiten.addLayout(voet)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leads back to the question."""
        if event.key() == Qt.Key.Key_Escape:
            self.klaar.emit()
        else:
            super().keyPressEvent(event)

    def open_page(self) -> None:
        """Show who is there now, with the keyboard at the first of them."""
        self.show_tolken()
        self.first_field().setFocus()
        self.aangewezen.hide()
        if self._voering.gesprek.tolk:
            self._show_blad()

    def follow_taal(self) -> None:
        """The page on the table is in the language of the person."""
        if self.tafel.is_open:
            self._show_blad()

    def _show_blad(self) -> None:
        self.tafel.show_blad(blad_van_tolk(self._voering.context.gedeeld.taal))

    def _point(self, code: str) -> None:
        with_label(self.aangewezen, text(f"gesprek.tolk.aangewezen_{code}"))

    def hideEvent(self, event: QHideEvent) -> None:
        """The question is in sight again."""
        super().hideEvent(event)
        self.tafel.take_away()

    def first_field(self) -> QWidget:
        """Who interprets, else the button for one more."""
        return self.erbij.mensen[0].naam if self.erbij.mensen else self.erbij.nog_een

    def show_tolken(self) -> None:
        """Show who is there as it is recorded now."""
        gesprek = self._voering.gesprek
        self.erbij.show_mensen(gesprek)
        self.zonder.show_waarde(gesprek.zonder_tolk)
        self._show_nu()

    def _show_nu(self) -> None:
        gesprek = self._voering.gesprek
        hier = tolken_hier(gesprek.aanwezig)
        # The buttons stay while the same people are there: somebody may be pressing one.
        if list(hier) != list(self._knoppen):
            empty_layout(self._nu)
            self._knoppen = {rij_id: self._make_knop(rij_id) for rij_id in hier}
        for rij_id, naam in hier.items():
            _name(self._knoppen[rij_id], naam or text("gesprek.tolk.zonder_naam"))
            self._knoppen[rij_id].setChecked(rij_id == gesprek.tolk_rij)
        self._nu_kop.setVisible(bool(hier))
        self.zonder.setVisible(not hier)

    def _make_knop(self, rij_id: str) -> QPushButton:
        made = knop("", "tolkt_nu", partial(self._choose, rij_id))
        made.setCheckable(True)
        weg = text("gesprek.tolk.gaat_weg")
        self._nu.addWidget(made)
        self._nu.addWidget(knop(weg, "tolk_gaat_weg", partial(self._leaves, rij_id), "stil"))
        return made

    def _leaves(self, rij_id: str) -> None:
        """Who interpreted goes: from now on somebody else does, or nobody."""
        self._set_weg(rij_id, f"{local_moment(self._voering.work.clock.now()):%H.%M}")
        next(iter(self._knoppen.values()), self.erbij.nog_een).setFocus()
        stays = while_there(self, partial(self._set_weg, rij_id, ""))
        self._voering.context.ended.emit(text("gesprek.tolk.weggegaan"), stays)

    def _set_weg(self, rij_id: str, uur: str) -> None:
        v = self._voering
        v.chosen(AANWEZIG.of(v.id, rij_id), {"waarde": {**self._who(rij_id), "weg_om": uur}})
        self._changed()
        self.show_tolken()

    def _choose(self, rij_id: str) -> None:
        # What was just typed of them included.
        self._voering.leave_all()
        self._record({TOLKT_NU: roepnamen(self._voering.gesprek.aanwezig)[rij_id]})
        self._changed()

    def _who(self, rij_id: str) -> Aanwezige:
        """As they are recorded now, what was just typed of them included."""
        self._voering.leave_all()
        return dict(self._voering.gesprek.aanwezig)[rij_id]

    def _record_zonder(self) -> None:
        self._record({"zonder_tolk": "", **self.zonder.velden()})

    def _record(self, velden: dict[str, str]) -> None:
        v = self._voering
        v.attempt(lambda: record_gesprek(v.work, v.context.dossier_id, v.id, velden))

    def _changed(self, *_: object) -> None:
        self._voering.judge_anew()


def _name(button: QPushButton, naam: str) -> None:
    """Cut when it is longer than a name is: the button must not push the page out of the window."""
    put_words(button, naam if len(naam) <= _NAAM else f"{naam[: _NAAM - 1]}…")
    button.setAccessibleName(op_scherm(naam))
    button.setToolTip(zweeftekst(naam))
