"""What goes with the question in focus: guidance, source, other states, what was said before, the note."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QHBoxLayout, QLineEdit, QPushButton, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.antwoord import BRONNEN, BronAntwoord, Staat
from intake_assistant.domain.kinds import ANTWOORD, NOTITIE
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.texts import text
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.parts import KorteRegel, fit_bold, knop, kolom, label, rij
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.undoing import give_way
from intake_assistant.ui.vragen.private_note import NoteField
from intake_assistant.ui.vragen.voering import Gespreksvoering

STATEN = ((Staat.ONBEKEND, "Alt+O"), (Staat.WIL_NIET_ZEGGEN, "Alt+W"), (Staat.NIET_GEVRAAGD, "Alt+N"))
_EIGEN = ("inburgeraar", "regievoerder")
_BRONVOLGORDE = (*_EIGEN, *(bron for bron in BRONNEN if bron not in _EIGEN))
REDENEN = ("te_moe", "geen_tijd", "te_veel", "niet_alleen", "tolk")


class Vraagpaneel(QFrame):
    """Made once; shows the question in focus."""

    bron_gewijzigd = Signal()

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.setObjectName("vraagpaneel")
        self.setProperty("rol", "zachtvlak")
        self._voering = voering
        self._naam = ""
        self.gids = label("", "klein", wrap=True, naam="gids")
        self.notitie = NoteField(voering)
        self._bron, self._toelichting = self._make_bron(), self._make_regel("toelichting", "toelichting")
        self._staten = {staat: self._make_staat(staat, toets) for staat, toets in STATEN}
        self._reden = self._make_regel("reden", "reden")
        self._volgende = QCheckBox(text("gesprek.nu_niet.volgende"))
        self._build()

    def _build(self) -> None:
        box = kolom(self, rand=8, tussen=4)
        box.setContentsMargins(px(16), px(8), px(16), px(4))
        box.addWidget(self.gids)
        self._antwoord = QWidget()
        deel = kolom(self._antwoord, tussen=4)
        self._bronregel = QWidget()
        regel = rij(self._bronregel)
        regel.addWidget(label(text("gesprek.bron")))
        regel.addWidget(self._bron)
        regel.addWidget(self._toelichting, 1)
        self._nu_niet = self._make_nu_niet()
        deel.addWidget(self._nu_niet)
        self._eerder = QWidget()
        self._eerder_rijen = kolom(self._eerder, tussen=0)
        deel.addWidget(self._eerder)
        staten = Vloei()
        for made in self._staten.values():
            staten.addWidget(made)
        # A page without a question has its note as well.
        staten.addWidget(self.notitie.knop)
        box.addWidget(self._bronregel)
        box.addLayout(staten)
        box.addWidget(self._antwoord)
        box.addWidget(self.notitie)

    def _make_bron(self) -> QComboBox:
        made = QComboBox()
        made.setObjectName("bron")
        made.setAccessibleName(text("gesprek.bron"))
        for bron in _BRONVOLGORDE:
            made.addItem(text(f"gesprek.bron.{bron}"), bron)
        made.activated.connect(lambda _: self._set_bron(str(made.currentData())))
        return made

    def _make_regel(self, naam: str, sleutel: str) -> QLineEdit:
        made = QLineEdit()
        made.setObjectName(naam)
        made.setAccessibleName(text(f"gesprek.{sleutel}"))
        made.setPlaceholderText(text(f"gesprek.{sleutel}"))
        made.textEdited.connect(
            lambda tekst: self._voering.typed_extra(self._naam, sleutel, tekst, made.cursorPosition())
        )
        made.installEventFilter(self)
        return made

    def _make_staat(self, staat: str, toets: str) -> QPushButton:
        woorden = text(f"gesprek.staat.{staat}")
        made = knop(f"{woorden}  {toets}", f"staat_{staat}", lambda: self.toggle_staat(staat), "chip")
        made.setAccessibleName(woorden)
        made.setCheckable(True)
        fit_bold(made)
        return made

    def _make_nu_niet(self) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=4)
        regel = rij()
        regel.addWidget(self._reden, 1)
        regel.addWidget(self._volgende)
        box.addLayout(regel)
        redenen = Vloei()
        for reden in REDENEN:
            woorden = text(f"gesprek.nu_niet.{reden}")
            redenen.addWidget(knop(woorden, f"reden_{reden}", partial(self._set_reden, woorden), "chip"))
        box.addLayout(redenen)
        self._volgende.setObjectName("volgende_keer")
        self._volgende.clicked.connect(lambda: self._set_reden(self._reden.text()))
        return made

    # -- showing ---------------------------------------------------------------------------------------------

    def show_niets(self) -> None:
        """No question is in focus: its keys do nothing."""
        self._naam = ""

    def show_vraag(self, naam: str) -> None:
        """Show what goes with a question; its note stays closed."""
        self._naam = naam
        vraag = self._voering.vraag(naam)
        gids = vraag.guidance_hint.strip()
        self.gids.setText(text("gesprek.gids", gids=gids) if gids else "")
        self.gids.setVisible(bool(gids))
        for deel in (self._bronregel, self._antwoord, *self._staten.values()):
            deel.setVisible(vraag.is_veld)
        self.notitie.show_note(NOTITIE.of(naam))
        self.refresh()

    def refresh(self) -> None:
        """Show anew what the question says."""
        if not self._naam or not self._voering.vraag(self._naam).is_veld:
            return
        value = self._voering.value(self._voering.subject(self._naam))
        staat = str(value.get("staat", ""))
        self._bron.setCurrentIndex(_BRONVOLGORDE.index(self._voering.bron(self._naam)))
        _show(self._toelichting, str(value.get("toelichting", "")))
        for soort, made in self._staten.items():
            made.setChecked(staat == soort)
        nu_niet = staat == Staat.NIET_GEVRAAGD
        self._nu_niet.setVisible(nu_niet)
        if nu_niet:
            _show(self._reden, str(value.get("reden", "")))
            self._volgende.setChecked(value.get("volgende_keer") == "ja")
        self._show_eerder()

    def _show_eerder(self) -> None:
        box = self._eerder_rijen
        empty_layout(box)
        regels = [self._regel_van(ander) for ander in self._voering.anderen(self._naam)]
        for regel in [*self._eerder_zelf(), *regels]:
            box.addWidget(regel)
        self._eerder.setVisible(bool(box.count()))

    def _eerder_zelf(self) -> list[QWidget]:
        """What the same source said in an earlier conversation and was not changed since."""
        subject = self._voering.subject(self._naam)
        leaf = self._voering.dossier.leaf(subject)
        if leaf is None or leaf.gesprek == self._voering.id:
            return []
        if (leaf.value or {}).get("staat") != Staat.BEANTWOORD:
            return []
        woorden = self._woorden(self._voering.bron(self._naam), (leaf.value or {}).get("waarde"))
        return [_regel(woorden, [])]

    def _regel_van(self, ander: BronAntwoord) -> QWidget:
        if ander.staat != Staat.BEANTWOORD:
            bron, staat = text(f"gesprek.bron.{ander.bron}"), text(f"gesprek.vragen.merk.{ander.staat}")
            return _regel(text("gesprek.eerder", dag="", waarde=staat, bron=bron), [])
        geldt = self._voering.antwoord(self._naam).bron == ander.bron
        knoppen = [knop(text("gesprek.klopt"), f"klopt_{ander.bron}", lambda: self._klopt(ander), "stil")]
        if not geldt:
            geldt_knop = text("gesprek.laat_gelden")
            knoppen.append(knop(geldt_knop, f"geldt_{ander.bron}", lambda: self._geldt(ander.bron), "stil"))
        woorden = self._woorden(ander.bron, ander.waarde)
        return _regel(text("gesprek.geldt", eerder=woorden) if geldt else woorden, knoppen)

    def _woorden(self, bron: str, waarde: object) -> str:
        leaf = self._voering.dossier.leaf(ANTWOORD.of(self._naam, bron))
        gesprek = self._voering.gesprekken.get(leaf.gesprek) if leaf else None
        dag = gesprek.datum if gesprek else leaf.vastgelegd_op[:10] if leaf else ""
        return text(
            "gesprek.eerder",
            dag=f"{date_in_words(dag)} " if dag else "",
            waarde=in_words(self._voering.vraag(self._naam), waarde),
            bron=text(f"gesprek.bron.{bron}"),
        )

    # -- doing -----------------------------------------------------------------------------------------------

    def toggle_staat(self, staat: str) -> None:
        """Record a state, or take it back when it stood already."""
        if not self._naam or not self._voering.vraag(self._naam).is_veld:
            return
        oud = self._voering.value(self._voering.subject(self._naam)).get("staat")
        nieuw = Staat.OPEN if oud == staat else staat
        nu_niet = nieuw == Staat.NIET_GEVRAAGD
        self._voering.set_staat(self._naam, str(nieuw), {"volgende_keer": "ja"} if nu_niet else None)
        if nu_niet:
            self._reden.setFocus()

    def toggle_notitie(self) -> None:
        """Open or close the note on the question in focus; without one there is nothing to note it on."""
        if self._naam:
            self.notitie.toggle()

    def _set_reden(self, reden: str) -> None:
        volgende = {"volgende_keer": "ja" if self._volgende.isChecked() else "nee"}
        waarom = {"reden": reden} if reden else {}
        self._voering.set_staat(self._naam, Staat.NIET_GEVRAAGD, {**waarom, **volgende})

    def _set_bron(self, bron: str) -> None:
        self._voering.set_bron(self._naam, bron)
        self.bron_gewijzigd.emit()

    def _klopt(self, ander: BronAntwoord) -> None:
        self._voering.choose(self._naam, ander.waarde)

    def _geldt(self, bron: str) -> None:
        self._voering.geldt(self._naam, bron)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Record an explanation or a reason when it is left."""
        if isinstance(event, QFocusEvent) and event.lostFocus() and self._naam:
            self._voering.left(self._voering.subject(self._naam))
        if give_way(watched, event):
            return True
        return super().eventFilter(watched, event)


def _show(regel: QLineEdit, tekst: str) -> None:
    if regel.text() != tekst:
        regel.setText(tekst)


def _regel(tekst: str, knoppen: Sequence[QPushButton]) -> QWidget:
    made = QWidget()
    row: QHBoxLayout = rij(made)
    woorden = KorteRegel("", "eerder")
    woorden.set_whole(tekst)
    row.addWidget(woorden, 1)
    for wat in knoppen:
        row.addWidget(wat)
    return made
