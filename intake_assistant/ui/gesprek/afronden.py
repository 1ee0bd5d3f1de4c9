"""After a conversation, or when it stops half-way: summary, what was not asked, what was told, when next."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QCheckBox, QLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from intake_assistant.domain.kinds import GESPREK, GESPREKSNOTITIE
from intake_assistant.domain.recht.gesprek import NOG_ZEGGEN
from intake_assistant.domain.recht.grenzen import MINUTEN
from intake_assistant.operations.acts.gesprek import rond_af
from intake_assistant.operations.views.afronden.gebaren import gebaren_in
from intake_assistant.operations.views.afronden.terugblik import (
    Misvulling,
    Onderwerpstand,
    Terugblik,
    draft_samenvatting,
    look_back,
)
from intake_assistant.operations.views.onmogelijk import wrong_number
from intake_assistant.texts import text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.field import TextField
from intake_assistant.ui.fields.flag import Flag
from intake_assistant.ui.fields.line import NumberEditor
from intake_assistant.ui.fields.text import TextEditor, put_text
from intake_assistant.ui.gesprek.afspraak import Afspraakvelden
from intake_assistant.ui.gesprek.tijdens import VERTELLEN
from intake_assistant.ui.gesprek.tolk.afrondtafel import Afrondtafel
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Groepen, Keuzevink
from intake_assistant.ui.kit.parts import Vouwknop, kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.qt.enter import ctrl_enter_does
from intake_assistant.ui.vragen.private_note import NoteField
from intake_assistant.ui.vragen.terugkijken import Terugkijken
from intake_assistant.ui.vragen.voering import Gespreksvoering

_NAAST = 150
"""Larger than this in per cent, the buttons at the foot go on to a next line."""


class GesprekAfronden(QWidget):
    """The page after the conversation; all of it may stay empty."""

    terug = Signal()
    afgerond = Signal()
    naar = Signal(str)
    """Back to the question of this name."""

    def __init__(self, voering: Gespreksvoering) -> None:
        super().__init__()
        self.setObjectName("afronden")
        self._voering = voering
        self._id = voering.id
        verhaal = TextEditor(4)
        name_field(verhaal, "samenvatting", text("gesprek.afronden.samenvatting"))
        voering.follow(verhaal, GESPREK.of(self._id, "samenvatting"))
        self._verhaal, self.samenvatting = verhaal, verhaal.tekst
        self.nog_zeggen = self._make_nog_zeggen()
        self.terugkijken = Terugkijken(voering)
        self.afspraak = Afspraakvelden(voering)
        self.minuten = NumberEditor(120)
        self.minuten.regel.setObjectName("minuten")
        self.minuten.regel.setAccessibleName(text("gesprek.afronden.minuten"))
        self.gebrek = Flag(self.minuten.regel, self._judge_minuten)
        self.alleen = Keuzevink(text("gesprek.voorbereiden.alleen.vink"))
        self.verteld = Keuzevink(text("gesprek.afronden.verteld_dit", toets=VERTELLEN))
        self.klopt = Keuzevink(text("gesprek.afronden.klopt_dit"))
        self.notitie = NoteField(voering)
        self._feiten = kolom(tussen=8)
        self.tafel = Afrondtafel(voering, self)
        self.schets = Draft(voering, self._getypt, self)
        self.schets.watch(*self._regels().values(), *self._vinken().values())
        self._build()
        self._connect_keys()

    def _build(self) -> None:
        binnen = QWidget()
        box = kolom(binnen, rand=24, tussen=16)
        box.setContentsMargins(px(24), px(8), px(24), px(24))
        box.addWidget(label(text("gesprek.afronden.uitleg"), "zacht", wrap=True))
        links, rechts = kolom(), kolom()
        links.addWidget(self._make_links())
        rechts.addWidget(self._make_terugblik())
        naast = Groepen(links, rechts, delen=(1, 1))
        naast.setSpacing(px(16))
        box.addLayout(naast, 1)
        buiten = kolom(self, tussen=0)
        # Above what scrolls: wherever the keyboard is on the page, it says where one is.
        titel = label(text("gesprek.afronden.titel"), "kop1", naam="afronden_titel")
        titel.setContentsMargins(px(24), px(16), px(24), 0)
        buiten.addWidget(titel)
        buiten.addWidget(schuifvlak(binnen), 1)
        buiten.addLayout(self._make_voet())

    def _make_voet(self) -> QLayout:
        terug = knop(text("gesprek.afronden.terug"), "terug_naar_gesprek", self._terug, icoon="terug")
        groot_f8 = text("gesprek.gedeeld.groot_f8")
        groot = knop(groot_f8, "afronden_groot", self.tafel.groot.toggle, "stil", "oog")
        klaar = knop(text("gesprek.afronden.klaar"), "gesprek_afronden", self.rond_af, "hoofdknop")
        ctrl_enter_does(klaar, self)
        if thema.schaal > _NAAST:
            voet, regels = kolom(rand=8), Vloei()
            for deel in (terug, groot, klaar):
                regels.addWidget(deel)
            voet.addLayout(regels)
            return voet
        naast = rij(rand=8)
        naast.addWidget(terug)
        naast.addStretch(1)
        naast.addWidget(groot)
        naast.addWidget(klaar)
        return naast

    def _make_terugblik(self) -> QWidget:
        made = kaart(naam="terugblik")
        vak = kolom(made, rand=16)
        vak.addLayout(self._feiten)
        vak.addStretch(1)
        return made

    def _make_links(self) -> QWidget:
        made = kaart()
        box = kolom(made, rand=16, tussen=8)
        box.addWidget(self.terugkijken)
        self.toennu = knop(text("toennu.knop"), "afronden_toen_en_nu", self._to_toennu)
        box.addWidget(self.toennu, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.nog_zeggen)
        box.addWidget(label(text("gesprek.afronden.samenvatting"), "kop2"))
        box.addWidget(label(text("gesprek.afronden.samenvatting.uitleg"), "zacht", wrap=True))
        box.addWidget(self._verhaal)
        box.addWidget(self.tafel.aangewezen)
        for naam, vink in (("samenvatting_verteld", self.verteld), ("samenvatting_klopt", self.klopt)):
            vink.setObjectName(naam)
            box.addWidget(vink)
        box.addWidget(label(text("gesprek.afronden.afspraak"), "kop2"))
        box.addWidget(self.afspraak)
        box.addWidget(label(text("gesprek.afronden.minuten"), "kop2"))
        box.addLayout(self._make_minuten())
        self.alleen.setObjectName("recht_op_alleen_na")
        box.addWidget(self.alleen)
        notitie = rij()
        notitie.addWidget(self.notitie.knop)
        notitie.addStretch(1)
        box.addLayout(notitie)
        box.addWidget(self.notitie)
        box.addStretch(1)
        return made

    def _connect_keys(self) -> None:
        self._connect_table()
        sneltoets = QShortcut(QKeySequence(VERTELLEN), self)
        sneltoets.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        sneltoets.setAutoRepeat(False)
        sneltoets.activated.connect(self.verteld.click)
        # Who says that it is so has heard it.
        self.klopt.toggled.connect(lambda on: self.verteld.setChecked(on or self.verteld.isChecked()))

    def _connect_table(self) -> None:
        """What the person sees follows what stands here."""
        for regel in self.afspraak.regels.values():
            regel.textChanged.connect(lambda _: self._share())
        self.verteld.toggled.connect(lambda _: self._share())
        self._verhaal.verlaten.connect(lambda: self._share())

    def _share(self) -> None:
        if self.isVisible():
            gezegd = self.samenvatting.toPlainText().strip() if self.verteld.isChecked() else ""
            self.tafel.show_afronding(gezegd, self.afspraak.velden())

    def showEvent(self, event: QShowEvent) -> None:
        """The person sees what was talked about."""
        super().showEvent(event)
        self._share()

    def _make_nog_zeggen(self) -> TextField:
        vraag = self._voering.work.data.gespreksvragen[NOG_ZEGGEN]
        return TextField(self._voering, GESPREK.of(self._id, NOG_ZEGGEN), vraag.label, vraag.guidance)

    def _make_minuten(self) -> QVBoxLayout:
        self.minuten.setFixedWidth(px(136))
        box = kolom(tussen=2)
        regel = rij()
        regel.addWidget(self.minuten)
        regel.addWidget(label(text("gesprek.afronden.minuten.klok"), "zacht", wrap=True), 1)
        box.addLayout(regel)
        box.addWidget(self.gebrek)
        return box

    # -- showing ---------------------------------------------------------------------------------------------

    def show_terugblik(self) -> None:
        """Show what happened; the summary begins from it when nobody wrote one."""
        v = self._voering
        v.refresh()
        gesprek = v.gesprek
        getypt = str(v.value(GESPREK.of(self._id, "samenvatting")).get("waarde", ""))
        put_text(self.samenvatting, getypt or draft_samenvatting(v.work, v.dossier, v.id))
        self.nog_zeggen.show_value(gesprek.nog_zeggen)
        self.afspraak.show_afspraak()
        self.terugkijken.show_afspraken()
        # After the first conversation there is nothing yet to look back to.
        self.toennu.setVisible(gesprek.nummer > 1)
        klok = round(v.seconden / 60)
        self.minuten.show_waarde(klok if gesprek.minuten is None else gesprek.minuten)
        self.alleen.setChecked(gesprek.recht_op_alleen_gewezen == "ja")
        for naam in ("verteld", "klopt"):
            waarde = v.dossier.get(GESPREK.of(self._id, f"samenvatting_{naam}"))
            self._vinken()[naam].setChecked(waarde == "ja")
        self.notitie.show_note(GESPREKSNOTITIE.of(v.id))
        self._show_getypt(self.schets.begin(f"afronden {v.id}"))
        self._show_feiten(look_back(v.work, v.dossier, v.id))

    def _show_getypt(self, found: dict[str, Any]) -> None:
        """What was filled in before a lock or another page."""
        for naam, regel in self._regels().items():
            if naam in found:
                regel.setText(str(found[naam]))
                regel.setModified(True)
        for naam, vink in self._vinken().items():
            if naam in found:
                vink.setChecked(found[naam] == "ja")

    def _regels(self) -> dict[str, QLineEdit]:
        return {**self.afspraak.regels, "minuten": self.minuten.regel}

    def _vinken(self) -> dict[str, QCheckBox]:
        return {"alleen": self.alleen, "verteld": self.verteld, "klopt": self.klopt}

    def _getypt(self) -> dict[str, Any]:
        typed = {naam: regel.text() for naam, regel in self._regels().items() if regel.isModified()}
        vinken = {naam: "ja" if vink.isChecked() else "nee" for naam, vink in self._vinken().items()}
        return {**typed, **vinken}

    def _show_feiten(self, terug: Terugblik) -> None:
        empty_layout(self._feiten)
        self._show_fouten(terug.klopt_niet)
        self._feiten.addWidget(label(text("gesprek.afronden.besproken"), "kop3"))
        for stand in terug.onderwerpen:
            self._feiten.addWidget(_stand(stand))
        if not terug.onderwerpen:
            self._feiten.addWidget(label(text("gesprek.afronden.besproken.niets"), "zacht", wrap=True))
        if terug.liever_niet:
            zin = text("gesprek.afronden.liever_niet.aantal", aantal=terug.liever_niet)
            self._feiten.addWidget(label(zin, "zacht", wrap=True, naam="liever_niet"))
        self._fold("aangeraakt", gebaren_in(self._voering.work, self._voering.dossier, self._id))
        self._fold("niet_gevraagd", [_waarom(w.vraag, w.reden, w.volgende_keer) for w in terug.niet_gevraagd])
        self._fold(
            "verteld", [text(f"gesprek.vertellen.regel.{begrepen}", titel=t) for t, begrepen in terug.verteld]
        )

    def _fold(self, soort: str, regels: list[str]) -> None:
        """A list that is opened by who wants to read it: the laptop stands on the table."""
        if not regels:
            return
        lijst = QWidget()
        box = kolom(lijst, tussen=4)
        box.setContentsMargins(px(32), 0, 0, 0)
        for regel in regels:
            box.addWidget(label(regel, wrap=True))
        kop = text(f"gesprek.afronden.{soort}")
        woorden = text("gesprek.afronden.uitgeklapt", kop=kop, aantal=len(regels))
        vouw = Vouwknop(woorden, f"{soort}_open", lijst)
        self._feiten.addWidget(vouw, 0, Qt.AlignmentFlag.AlignLeft)
        self._feiten.addWidget(lijst)

    def _show_fouten(self, fouten: Iterable[Misvulling]) -> None:
        """What cannot be so comes first, with the way to it: now it can still be asked."""
        for nummer, fout in enumerate(fouten):
            if not nummer:
                self._feiten.addWidget(label(text("gesprek.afronden.klopt_niet"), "kop3"))
            self._feiten.addWidget(label(fout.vraag, "veldnaam", wrap=True))
            zin = text("gesprek.afronden.klopt_niet.regel", getypt=fout.getypt, waarom=fout.waarom)
            self._feiten.addWidget(label(zin, "waarschuwing", wrap=True, naam=f"klopt_niet_{fout.naam}"))
            erheen = knop(
                text("gesprek.afronden.erheen"),
                f"erheen_{fout.naam}",
                partial(self.naar.emit, fout.naam),
                "stil",
            )
            erheen.setAccessibleName(text("gesprek.afronden.erheen.naam", vraag=fout.vraag))
            self._feiten.addWidget(erheen, 0, Qt.AlignmentFlag.AlignLeft)

    # -- doing -----------------------------------------------------------------------------------------------

    def velden(self) -> dict[str, object]:
        """Return what stands on the page."""
        minuten = self.minuten.waarde()
        return {
            **({"minuten": minuten} if minuten is not None else {}),
            "samenvatting": self.samenvatting.toPlainText().strip(),
            **({"samenvatting_verteld": "ja"} if self.verteld.isChecked() else {}),
            **({"samenvatting_klopt": "ja"} if self.klopt.isChecked() else {}),
            **self.afspraak.velden(),
            "recht_op_alleen_gewezen": "ja" if self.alleen.isChecked() else "nee",
        }

    def _to_toennu(self) -> None:
        self._voering.context.navigate.emit("toen_en_nu", {})

    def _terug(self) -> None:
        self.leave()
        self.terug.emit()

    def leave(self) -> None:
        """Record what is being typed; what is recorded at the end only is kept as it stands."""
        self.schets.keep()
        self._voering.left(GESPREK.of(self._id, "samenvatting"))
        self.nog_zeggen.leave()
        self.notitie.leave()

    def _judge_minuten(self) -> str:
        return wrong_number(self.minuten.waarde(), MINUTEN)

    def _first_wrong(self) -> QLineEdit | None:
        """The first line with what cannot be."""
        return self.afspraak.first_wrong() or (self.minuten.regel if self.gebrek.look() else None)

    def rond_af(self) -> None:
        """Record the page; the conversation is over."""
        self.leave()
        if wrong := self._first_wrong():
            wrong.setFocus()
            return
        v = self._voering
        if v.attempt(lambda: rond_af(v.work, v.context.dossier_id, v.id, self.velden())):
            self.schets.drop()
            self.afgerond.emit()


def _stand(stand: Onderwerpstand) -> QWidget:
    """A topic as a bar: asked, left, and what was put off."""
    made = QWidget()
    box, kop = kolom(made, tussen=2), rij()
    velden = {"gevraagd": stand.gevraagd, "te_gaan": stand.te_gaan}
    woorden = text("gesprek.afronden.stand", **velden)
    if not stand.te_gaan:
        woorden = text("gesprek.afronden.stand.klaar", gevraagd=stand.gevraagd)
    elif stand.later:
        woorden = text("gesprek.afronden.stand.later", **velden, later=stand.later)
    kop.addWidget(label(stand.titel, wrap=True), 1)
    kop.addWidget(label(woorden, "zacht"))
    balk = QProgressBar()
    balk.setTextVisible(False)
    balk.setRange(0, max(1, stand.klaar + stand.te_gaan))
    balk.setValue(stand.klaar)
    balk.setAccessibleName(f"{stand.titel}: {woorden}")
    box.addLayout(kop)
    box.addWidget(balk)
    return made


def _waarom(vraag: str, reden: str, volgende: bool) -> str:
    woorden = text("gesprek.afronden.waarom", vraag=vraag, reden=reden) if reden else vraag
    return text("gesprek.afronden.volgende_keer", wat=woorden) if volgende else woorden
