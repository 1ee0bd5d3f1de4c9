"""The sheet at the side in which a goal is written: its name and term, and one row for each agreement."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from intake_assistant.domain.kinds import AFSPRAAK, DOEL, WERKPLEK, kind_of
from intake_assistant.domain.recht.ontwikkelplan import TERMIJNEN, Afspraak, Doel
from intake_assistant.domain.recht.uitvoering.werkplek import werkplekken_of
from intake_assistant.domain.subject import field
from intake_assistant.operations.acts.ontwikkelplan import add_werkplek
from intake_assistant.operations.views.uitvoering.hulptrap import hulpwoorden
from intake_assistant.texts import text
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.flag import date_flag
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.overlay import Overleg
from intake_assistant.ui.kit.parts import Vouwknop, knop, kolom, label, lijn, rij, schuifvlak, zweeftekst
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.enter import ctrl_enter_does

BREED: Final = 480
# Below what is agreed.
_ONDER: Final = ("wie", "uiterlijk", "klaar_op")
_REGELS: Final = 6
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Naamveld(TextEditor):
    """The name of a goal: one line, however many it is shown on."""

    def waarde(self) -> object:
        """Return the name, None when there is nothing but blanks."""
        return " ".join(self.tekst.toPlainText().split()) or None


class DoelBlad(Overleg):
    """Written in the same breath as the board behind it; nothing here waits to be saved."""

    is_page = True
    dicht = Signal()
    nieuwe_afspraak = Signal(str)
    weg = Signal(str)
    """Subject of what is to be taken out."""

    def __init__(self, keeper: Keeper, parent: QWidget) -> None:
        super().__init__(parent, BREED, rechts=True)
        self.panel.setObjectName("doelblad")
        self._keeper = keeper
        self._wat: list[QWidget] = []
        self._naam: QWidget | None = None
        self._doel = ""
        self._inhoud = QWidget()
        kolom(self._inhoud, tussen=8)
        self.box.addWidget(schuifvlak(self._inhoud), 1)
        onder = rij(tussen=8)
        onder.addWidget(knop(text("ontwikkelplan.doel_weghalen"), "doel_weghalen", self._remove_doel, "stil"))
        onder.addStretch(1)
        self.klaar = knop(text("ontwikkelplan.klaar"), "doel_klaar", self.close_box, "hoofdknop")
        ctrl_enter_does(self.klaar, self.panel)
        onder.addWidget(self.klaar)
        self.box.addLayout(onder)

    def show_doel(self, doel: Doel, namen: Mapping[str, str]) -> None:
        """Fill the sheet with a goal; open it."""
        self._doel = doel.id
        clear(self._inhoud)
        vak = inside(self._inhoud)
        prefix = DOEL.of(doel.id)
        kop = label(text("ontwikkelplan.doel"), "veldnaam")
        vak.addWidget(kop)
        naam = self._naamveld(field(prefix, "naam"), doel.naam)
        kop.setBuddy(naam)
        vak.addWidget(naam)
        woorden = {code: text(f"ontwikkelplan.termijn_{code}") for code in TERMIJNEN}
        vak.addWidget(label(text("ontwikkelplan.termijn"), "veldnaam"))
        vak.addWidget(self._keuze(prefix, "termijn", woorden, doel.termijn, text("ontwikkelplan.termijn")))
        vak.addWidget(lijn())
        afspraken = self._rows(doel, namen)
        vak.addWidget(afspraken)
        # Qt shows it in its turn; what gives the keyboard to the new line comes before that.
        afspraken.show()
        meer = partial(self.nieuwe_afspraak.emit, doel.id)
        nieuw = knop(text("ontwikkelplan.nieuw"), "afspraak_nieuw", meer, "stil", "nieuw")
        vak.addWidget(nieuw, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addWidget(label(text("ontwikkelplan.enter"), "klein", wrap=True))
        vak.addStretch(1)
        if self.isHidden():
            self.open_box()

    def _naamveld(self, subject: str, waarde: str) -> Naamveld:
        veld = Naamveld()
        self._show(veld, subject, waarde, "doel_naam", text("ontwikkelplan.doel"))
        veld.tekst.installEventFilter(self)
        self._naam = veld.tekst
        return veld

    def close_box(self) -> None:
        """What is typed becomes what was agreed."""
        if not self.isHidden():
            super().close_box()
            self.dicht.emit()

    def first_field(self) -> QWidget:
        """The name of the goal."""
        found = self.panel.findChildren(QWidget, "doel_naam")
        return found[-1] if found else self.klaar

    def _rows(self, doel: Doel, namen: Mapping[str, str]) -> QWidget:
        made = QWidget()
        raster = QGridLayout(made)
        raster.setContentsMargins(0, 0, 0, 0)
        raster.setHorizontalSpacing(px(6))
        raster.setVerticalSpacing(px(6))
        raster.setColumnStretch(0, 1)
        self._wat = []
        for nummer, afspraak in enumerate(doel.afspraken):
            # Two lines each, with room for a heading above both, who does it below them, and some room after.
            raster.addWidget(label(text("ontwikkelplan.wat"), "klein"), _REGELS * nummer, 0)
            for plaats, kop in enumerate(_ONDER):
                raster.addWidget(label(text(f"ontwikkelplan.{kop}"), "klein"), _REGELS * nummer + 2, plaats)
            self._add_row(raster, _REGELS * nummer + 1, afspraak, namen)
            self._add_hulp(raster, _REGELS * nummer + 4, afspraak)
            # The last one of its agreement: with Tab nobody comes at it on the way to a next field.
            boven = Qt.AlignmentFlag.AlignTop
            raster.addWidget(self._weg(afspraak), _REGELS * nummer + 1, len(_ONDER), boven)
            raster.setRowMinimumHeight(_REGELS * nummer + 5, px(6))
        return made

    def _add_row(
        self, raster: QGridLayout, hoogte: int, afspraak: Afspraak, namen: Mapping[str, str]
    ) -> None:
        prefix, boven = AFSPRAAK.of(afspraak.id), Qt.AlignmentFlag.AlignTop
        wat = self._tekst(field(prefix, "wat"), afspraak.wat, "afspraak_wat", text("ontwikkelplan.wat"))
        wat.tekst.installEventFilter(self)
        self._wat.append(wat.tekst)
        raster.addWidget(wat, hoogte, 0, 1, len(_ONDER))
        wie = self._keuze(prefix, "wie", namen, afspraak.wie, text("ontwikkelplan.wie"))
        # A long name may not take the room of what is agreed.
        _keep_narrow(wie)
        raster.addWidget(wie, hoogte + 2, 0, boven)
        for plaats, veld in enumerate(_ONDER[1:], start=1):
            raster.addWidget(self._dag(prefix, veld, getattr(afspraak, veld)), hoogte + 2, plaats, boven)

    def _weg(self, afspraak: Afspraak) -> QWidget:
        doen = partial(self.weg.emit, AFSPRAAK.of(afspraak.id))
        made = knop("", "afspraak_weghalen", doen, "stil", "sluiten")
        made.setAccessibleName(text("ontwikkelplan.weghalen_naam", wat=afspraak.wat))
        made.setToolTip(zweeftekst(text("ontwikkelplan.afspraak_weghalen")))
        return made

    def _add_hulp(self, raster: QGridLayout, hoogte: int, afspraak: Afspraak) -> None:
        """Who does it now, and from which day otherwise: folded away where nothing was agreed about that."""
        prefix, inhoud, velden = AFSPRAAK.of(afspraak.id), QWidget(), QGridLayout()
        # What was agreed may end: nothing chosen stays on the list.
        woorden = {"": text("ontwikkelplan.hulp_geen"), **hulpwoorden()}
        nu = self._keuze(prefix, "hulp", woorden, afspraak.hulp.nu, text("ontwikkelplan.hulp"))
        _keep_narrow(nu)
        delen = {
            text("ontwikkelplan.hulp"): nu,
            text("ontwikkelplan.samen_vanaf"): self._dag(prefix, "samen_vanaf", afspraak.hulp.samen_vanaf),
            text("ontwikkelplan.zelf_vanaf"): self._dag(prefix, "zelf_vanaf", afspraak.hulp.zelf_vanaf),
        }
        for plaats, (kop, veld) in enumerate(delen.items()):
            velden.addWidget(label(kop, "klein"), 0, plaats)
            velden.addWidget(veld, 1, plaats, Qt.AlignmentFlag.AlignTop)
        velden.setColumnStretch(0, 1)
        velden.setHorizontalSpacing(px(6))
        box = kolom(inhoud, tussen=2)
        box.addLayout(velden)
        vouw = Vouwknop(text("ontwikkelplan.hulp_kop"), "afspraak_hulptrap", inhoud)
        vouw.setAccessibleName(text("ontwikkelplan.hulp_naam", wat=afspraak.wat))
        vouw.fold(open_=afspraak.hulp.is_afgesproken)
        vak, knoppen = kolom(tussen=2), rij(tussen=4)
        knoppen.addWidget(vouw)
        knoppen.addWidget(self._naar_werkplek(afspraak))
        knoppen.addStretch(1)
        vak.addLayout(knoppen)
        vak.addWidget(inhoud)
        raster.addLayout(vak, hoogte, 0, 1, len(_ONDER))

    def _naar_werkplek(self, afspraak: Afspraak) -> QWidget:
        doen = partial(self._to_werkplek, afspraak.id)
        made = knop(text("ontwikkelplan.werkplek"), "afspraak_werkplek", doen, "stil")
        made.setAccessibleName(text("ontwikkelplan.werkplek_naam", wat=afspraak.wat))
        return made

    def _to_werkplek(self, afspraak: str) -> None:
        """To the place of work that this agreement is; made when there is none yet."""
        self._keeper.settle()
        context = self._keeper.context
        work, dossier = context.work, context.dossier_id
        rij = next((plek.id for plek in werkplekken_of(context.dossier()) if plek.afspraak == afspraak), "")
        if not rij:
            van = {"van": work.clock.today().isoformat()}
            made = context.act(lambda: add_werkplek(work, dossier, afspraak, van))
            rij = made.made if made is not None else ""
        if rij:
            context.navigate.emit("uitvoering", {"deel": "werkplek", "veld": WERKPLEK.of(rij, "wat")})

    def _dag(self, prefix: str, veld: str, waarde: str) -> QWidget:
        made, regel, subject = QWidget(), DateEditor(96), field(prefix, veld)
        name_field(regel, f"afspraak_{veld}", text(f"ontwikkelplan.{veld}"))
        self._keeper.follow(regel, subject)
        gebrek = date_flag(self._keeper.context, subject, regel)
        self._keeper.show_in(regel, subject, waarde)
        vak = kolom(made, tussen=2)
        vak.addWidget(regel)
        vak.addWidget(gebrek)
        return made

    def _tekst(self, subject: str, waarde: str, naam: str, voor: str) -> TextEditor:
        veld = TextEditor()
        self._show(veld, subject, waarde, naam, voor)
        return veld

    def _show(self, veld: TextEditor, subject: str, waarde: str, naam: str, voor: str) -> None:
        name_field(veld, naam, voor)
        self._keeper.follow(veld, subject)
        self._keeper.show_in(veld, subject, waarde)

    def _keuze(self, prefix: str, veld: str, woorden: Mapping[str, str], nu: str, voor: str) -> ChoiceEditor:
        geen = "" if nu in woorden else text("ontwikkelplan.kies")
        lijst = ChoiceEditor(woorden.items(), geen)
        name_field(lijst, f"{kind_of(prefix).lijst()}_{veld}", voor)
        self._keeper.follow(lijst, field(prefix, veld))
        self._keeper.show_in(lijst, field(prefix, veld), nu if nu in woorden else "")
        return lijst

    def _remove_doel(self) -> None:
        self.weg.emit(DOEL.of(self._doel))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next row, and makes one after the last; Shift+Enter is a new line of a row."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            is_enter, velden = Qt.Key(event.key()) in _ENTER, [self._naam, *self._wat]
            if is_enter and watched in velden and not (shift and watched in self._wat):
                self._next_row(velden.index(watched))
                return True
        return super().eventFilter(watched, event)

    def _next_row(self, nummer: int) -> None:
        if nummer < len(self._wat):
            self._wat[nummer].setFocus()
        else:
            self.nieuwe_afspraak.emit(self._doel)


def _keep_narrow(lijst: ChoiceEditor) -> None:
    lijst.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    lijst.keuze.setMinimumContentsLength(8)
