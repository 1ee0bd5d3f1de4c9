"""Before a conversation: when, where, who is there, the right to speak alone, what to ask and to tell."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QProgressBar, QSizePolicy, QWidget

from intake_assistant.dates import in_words
from intake_assistant.domain.kinds import GESPREK
from intake_assistant.domain.recht.gesprek import SINDS_VORIGE, VORMEN, vorige_keer
from intake_assistant.operations.acts.gesprek import start_gesprek
from intake_assistant.operations.talen.gesproken import is_language_known
from intake_assistant.operations.views.afronden.afspraak import afspraak_in_words, komende_afspraak
from intake_assistant.operations.views.onmogelijk import is_date
from intake_assistant.operations.views.vandaag.opnieuw import oordelen_to_look_at
from intake_assistant.operations.views.voorbereiden import Gespreksvoorstel, Voorsteldeel, propose
from intake_assistant.texts import text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.editor import name_field
from intake_assistant.ui.fields.flag import Flag, odd_date
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.gesprek.aanwezigen import Aanwezige, choice_of
from intake_assistant.ui.gesprek.eerste_minuut.vooraf import TaalVooraf
from intake_assistant.ui.gesprek.tolk.wie import Wiekomt
from intake_assistant.ui.gesprek.vertaalmelding import AndereWoorden, Vertaalmelding
from intake_assistant.ui.kit.emptying import empty_layout
from intake_assistant.ui.kit.giving_way import Groepen, Keuzevink
from intake_assistant.ui.kit.parts import Vouwknop, kaart, knop, kolom, label, rij, schuifvlak, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.enter import ctrl_enter_does, enter_goes_on
from intake_assistant.ui.vragen.opnieuw import oordeelregel
from intake_assistant.ui.window.context import Context

TAAL_BREED = 216


class GesprekVoorbereiden(QWidget):
    """The page before the conversation; nothing on it must be filled in."""

    begonnen = Signal(str)
    """The id of the conversation that began."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.setObjectName("voorbereiden")
        self._context = context
        self.voorstel = Gespreksvoorstel(1, (), ())
        talen = context.work.data.formulieren.vraag("taalniveau.moedertaal").keuzes
        self.aanwezigen = Wiekomt(talen)
        self.aanwezigen.gevraagd.connect(self.add_aanwezige)
        self._kop = label("", "kop1", wrap=True)
        self.datum = DateEditor(160, in_woorden=True)
        self.gebrek = Flag(self.datum.regel, self._judge_datum)
        self.vorm = choice_of("vormen", VORMEN)
        self.taal = SearchList(talen)
        # A language and where it is spoken, whole: narrower the columns stand below each other.
        self.taal.setMinimumWidth(px(TAAL_BREED))
        self.alleen = Keuzevink(text("gesprek.voorbereiden.alleen.vink"))
        self._sinds = context.work.data.gespreksvragen[SINDS_VORIGE]
        self.sinds, self.eerst = TextEditor(2), kaart(naam="eerst_vragen")
        name_field(self.sinds, "sinds_vorige", self._sinds.label)
        self._vertellen = kolom(tussen=2)
        self.afgesproken = label("", "groot", wrap=True, naam="afgesproken")
        self._make_keuzes()
        self.schets = Draft(Keeper(context, self), self._getypt, self)
        self.schets.watch(self.datum.regel, self.vorm, self.taal, self.alleen, self.sinds)
        self.aanwezigen.geraakt.connect(self.schets.touched)
        self._build()
        enter_goes_on((self.datum.regel, self.vorm.keuze, self.taal), self.begin)

    def _make_keuzes(self) -> None:
        self.anders = AndereWoorden(self._context)
        self._vinkjes: dict[str, QCheckBox] = {}
        self._onderdelen = kolom(tussen=0)
        self.later = QWidget()
        self._later = kolom(self.later, tussen=0)
        self._later_knop = Vouwknop("", "voorstel_later", self.later)
        self._los: QCheckBox | None = None
        self.balk, self.duur = QProgressBar(), label("", "zacht", wrap=True, naam="gespreksduur")
        self.termijn = label("", "waarschuwing", wrap=True, naam="termijn_dichtbij")
        self.vertaling = Vertaalmelding(self._context)
        for gekozen in (self.taal.gekozen, self.taal.bewerkt):
            gekozen.connect(self._show_duur)

    def _build(self) -> None:
        binnen = QWidget()
        box = kolom(binnen, rand=24, tussen=16)
        box.addWidget(self._kop)
        box.addWidget(self.afgesproken)
        box.addWidget(label(text("gesprek.voorbereiden.tussendoor"), "zacht", wrap=True))
        links, rechts = kolom(tussen=16), kolom(tussen=16)
        for melding in (self._make_feiten(), self.vertaling, self.anders):
            links.addWidget(melding)
        for vraag in (self._make_alleen(), self._make_eerst()):
            links.addWidget(vraag)
        links.addStretch(1)
        rechts.addWidget(self._make_voorstel())
        rechts.addWidget(self._make_vertellen())
        rechts.addStretch(1)
        naast = Groepen(links, rechts, delen=(1, 1))
        naast.setSpacing(px(16))
        box.addLayout(naast, 1)
        buiten = kolom(self, tussen=0)
        buiten.addWidget(schuifvlak(binnen), 1)
        voet = rij(rand=8)
        voet.addStretch(1)
        begin = knop(text("gesprek.voorbereiden.begin"), "gesprek_beginnen", self.begin, "hoofdknop")
        ctrl_enter_does(begin, self)
        voet.addWidget(begin)
        buiten.addLayout(voet)

    def _make_feiten(self) -> QWidget:
        made = kaart()
        box = kolom(made, rand=16, tussen=8)
        feiten = QFormLayout()
        feiten.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        feiten.setVerticalSpacing(px(8))
        for sleutel, wat in (("datum", self.datum), ("vorm", self.vorm), ("taal", self.taal)):
            name_field(wat, f"gesprek_{sleutel}", text(f"gesprek.voorbereiden.{sleutel}"))
            voor = label(text(f"gesprek.voorbereiden.{sleutel}"))
            voor.setBuddy(wat)
            feiten.addRow(voor, wat)
        feiten.insertRow(1, self.gebrek)
        self.wijzen = TaalVooraf(self._context, self, self.taal)
        self.wijzen.keuze.overgenomen.connect(self.aanwezigen.follow_taal)
        feiten.addRow(self.wijzen)
        box.addLayout(feiten)
        box.addWidget(self.aanwezigen)
        self.aanwezigen.weggehaald.connect(self._context.ended)
        return made

    def _make_alleen(self) -> QWidget:
        made = kaart()
        box = kolom(made, rand=16, tussen=8)
        box.addWidget(label(text("gesprek.voorbereiden.alleen.kop"), "kop2"))
        box.addWidget(label(text("gesprek.voorbereiden.alleen.zeg"), "groot", wrap=True, naam="alleen_zeg"))
        self.alleen.setObjectName("recht_op_alleen")
        font = self.alleen.font()
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self.alleen.setFont(font)
        box.addWidget(self.alleen)
        box.addWidget(label(text("gesprek.voorbereiden.alleen.waarom"), "klein", wrap=True))
        return made

    def _make_eerst(self) -> QWidget:
        box = kolom(self.eerst, rand=16, tussen=8)
        box.addWidget(label(self._sinds.label, "groot", wrap=True))
        box.addWidget(self.sinds)
        box.addWidget(label(text("gesprek.gids", gids=self._sinds.guidance), "klein", wrap=True))
        return self.eerst

    def _make_voorstel(self) -> QWidget:
        made = kaart(naam="voorstel")
        box = kolom(made, rand=16, tussen=8)
        box.addWidget(label(text("gesprek.voorbereiden.voorstel"), "kop2"))
        box.addWidget(label(text("gesprek.voorbereiden.voorstel.uitleg"), "zacht", wrap=True))
        box.addWidget(self.termijn)
        box.addWidget(self.duur)
        self.balk.setTextVisible(False)
        box.addWidget(self.balk)
        box.addLayout(self._onderdelen)
        box.addWidget(self._later_knop, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.later)
        return made

    def _make_vertellen(self) -> QWidget:
        made = kaart(naam="te_vertellen")
        box = kolom(made, rand=16, tussen=8)
        box.addWidget(label(text("gesprek.voorbereiden.vertellen"), "kop2"))
        box.addLayout(self._vertellen)
        return made

    # -- showing ---------------------------------------------------------------------------------------------

    def show_voorstel(self) -> None:
        """Propose anew; who is there and how comes from the conversation before."""
        dossier = self._context.dossier()
        self.voorstel = propose(self._context.work, dossier)
        self._show_kop()
        self.anders.show_vragen()
        komt = komende_afspraak(self._context.work, dossier)
        wanneer = afspraak_in_words(komt) if komt else ""
        with_label(
            self.afgesproken, text("gesprek.voorbereiden.afgesproken", wanneer=wanneer) if wanneer else ""
        )
        self.datum.show_waarde(self._context.work.clock.today().isoformat())
        self.taal.show_code(str(dossier.get("inburgeraar.spreektaal")))
        self.wijzen.show_known(is_known=is_language_known(dossier))
        self.alleen.setChecked(False)
        self.sinds.show_waarde("")
        self.eerst.setVisible(self.voorstel.nummer >= self._sinds.from_gesprek)
        self.aanwezigen.show_nobody()
        self._show_onderdelen()
        self._show_vertellen()
        getypt = self.schets.begin(f"voorbereiden {dossier.id}")
        self._show_vorige({} if getypt else vorige_keer(dossier))
        self._show_getypt(getypt)

    def _judge_datum(self) -> str:
        return odd_date(self._context, GESPREK.of("", "datum"), self.datum.waarde())

    def _show_vorige(self, vorige: dict[str, Any]) -> None:
        """How and with which interpreter one talked last, to be changed or left."""
        self._show_vorm(vorige.get("vorm"))
        self.aanwezigen.show_tolken(vorige.get("tolken", ()))

    def _show_vorm(self, vorm: object) -> None:
        self.vorm.show_waarde(vorm if vorm in VORMEN else VORMEN[0])

    def _show_getypt(self, found: dict[str, Any]) -> None:
        """What was prepared before a lock or another page."""
        if not found:
            return
        if found.get("datum"):
            self.datum.regel.setText(str(found["datum"]))
            self.datum.regel.setModified(True)
        self._show_vorm(found.get("vorm"))
        self.taal.show_code(str(found.get("taal", "")))
        self.alleen.setChecked(found.get("alleen") == "ja")
        self.sinds.show_waarde(str(found.get("sinds", "")))
        self.aanwezigen.show_getypt(found)
        gekozen = set(found.get("onderwerpen", []))
        for naam, vink in self._vinkjes.items():
            vink.setChecked(naam in gekozen)
        if self._los is not None:
            self._los.setChecked(not gekozen.isdisjoint(deel.id for deel in self.voorstel.losse_eindjes))
        self._show_duur()

    def _getypt(self) -> dict[str, Any]:
        return {
            **({"datum": self.datum.regel.text()} if self.datum.regel.isModified() else {}),
            "vorm": str(self.vorm.waarde()),
            "taal": self.taal.code(),
            "alleen": "ja" if self.alleen.isChecked() else "nee",
            "sinds": str(self.sinds.waarde() or ""),
            "mensen": self.aanwezigen.gegevens(),
            **self.aanwezigen.velden(),
            "onderwerpen": self.gekozen(),
        }

    def leave(self) -> None:
        """Keep what was prepared."""
        self.wijzen.close_page()
        self.schets.keep()

    def _show_kop(self) -> None:
        """Which conversation it is; the last before the PIP is due says so."""
        v = self.voorstel
        dag = in_words(v.termijn) if v.termijn else ""
        kop = text("gesprek.voorbereiden.kop", nummer=v.nummer)
        if v.is_laatste:
            kop = text("gesprek.voorbereiden.kop.laatste", nummer=v.nummer, datum=dag)
        self._kop.setText(kop)
        zin = ""
        if v.heeft_haast and v.dagen_over is not None:
            zin = text("gesprek.voorbereiden.termijn", aantal=v.dagen_over, datum=dag)
            if v.dagen_over < 0:
                zin = text("gesprek.voorbereiden.termijn.laat", aantal=-v.dagen_over, datum=dag)
        with_label(self.termijn, zin)

    def _show_onderdelen(self) -> None:
        self._vinkjes.clear()
        self._los = None
        for box in (self._onderdelen, self._later):
            empty_layout(box)
        los = self.voorstel.losse_eindjes
        eerst = [deel for deel in self.voorstel.onderdelen if deel.voorgesteld and not deel.is_los]
        # A loose end can be chosen by itself as well.
        rest = [deel for deel in self.voorstel.onderdelen if deel.is_los or not deel.voorgesteld]
        for subject, zin in oordelen_to_look_at(self._context.work, self._context.dossier()):
            self._onderdelen.addWidget(oordeelregel(self._context, subject, zin))
        for deel in eerst:
            self._onderdelen.addWidget(self._make_onderdeel(deel))
        if los:
            self._onderdelen.addWidget(self._make_los(los))
        for deel in rest:
            self._later.addWidget(self._make_onderdeel(deel))
        self._later_knop.set_tekst(text("gesprek.voorbereiden.voorstel.later", aantal=len(rest)))
        self._later_knop.setVisible(bool(rest))
        self._later_knop.fold(open_=False)
        self._show_duur()

    def _make_onderdeel(self, deel: Voorsteldeel) -> QWidget:
        vink = self._make_vink(f"onderdeel_{deel.id}", deel.titel, aan=deel.voorgesteld and not deel.is_los)
        self._vinkjes[deel.id] = vink
        hoever = text("gesprek.voorbereiden.voorstel.klaar", klaar=deel.klaar, van=deel.van)
        if deel.paginas:
            duur = text("gesprek.voorbereiden.voorstel.minuten", minuten=max(1, round(deel.minuten)))
            hoever = f"{hoever} · {duur}"
        return self._laid_out(vink, hoever, deel.reden, gevoelig=deel.gevoelig)

    def _make_los(self, los: tuple[Voorsteldeel, ...]) -> QWidget:
        """What little is left of several topics, as one line."""
        vragen = text("gesprek.voorbereiden.los.vragen", aantal=sum(deel.vragen for deel in los))
        onderwerpen = text("gesprek.voorbereiden.los.onderwerpen", aantal=len(los))
        titel = text("gesprek.voorbereiden.los", vragen=vragen, onderwerpen=onderwerpen)
        self._los = self._make_vink("losse_eindjes", titel, aan=any(deel.voorgesteld for deel in los))
        minuten = max(1, round(sum(deel.minuten for deel in los)))
        duur = text("gesprek.voorbereiden.voorstel.minuten", minuten=minuten)
        return self._laid_out(self._los, duur, ", ".join(deel.titel for deel in los))

    def _make_vink(self, naam: str, titel: str, *, aan: bool) -> QCheckBox:
        vink = QCheckBox(titel)
        vink.setObjectName(naam)
        vink.setChecked(aan)
        self.schets.watch(vink)
        vink.toggled.connect(self._show_duur)
        return vink

    @staticmethod
    def _laid_out(vink: QCheckBox, rechts: str, onder: str, *, gevoelig: bool = False) -> QWidget:
        made = QWidget()
        box = kolom(made, tussen=0)
        kop, hoever = rij(), rij()
        kop.addWidget(vink)
        if gevoelig:
            kop.addWidget(label(text("gesprek.voorbereiden.voorstel.gevoelig"), "merk_let_op"))
        kop.addStretch(1)
        # Where there is no room beside the title it stands below it, in line with what is said there.
        hoever.setContentsMargins(px(36), 0, 0, 0)
        hoever.addWidget(label(rechts, "zacht"))
        box.addLayout(Groepen(kop, hoever, delen=(1, 0)))
        reden = label(onder, "klein", wrap=True)
        reden.setContentsMargins(px(36), 0, 0, px(4))
        reden.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        box.addWidget(reden)
        return made

    def gekozen(self) -> list[str]:
        """The startposities that are ticked, loose ends among them, in the order of the proposal."""
        los = {deel.id for deel in self.voorstel.losse_eindjes}
        is_los_aan = self._los is not None and self._los.isChecked()
        aan = {naam for naam, vink in self._vinkjes.items() if vink.isChecked()}
        aan |= los if is_los_aan else set()
        return [deel.id for deel in self.voorstel.onderdelen if deel.id in aan]

    def _show_duur(self) -> None:
        """How long it takes as it is ticked now, against what anybody can listen to; what lacks words."""
        self.aanwezigen.set_taal(self.taal.code())
        self.vertaling.show_for(self.taal.code(), self.gekozen())
        minuten, meest = self.voorstel.minutes_with(self.gekozen()), round(self.voorstel.meeste_minuten)
        woorden = text("gesprek.voorbereiden.duur", minuten=minuten, meest=meest)
        if minuten > meest:
            woorden = text("gesprek.voorbereiden.duur.te_lang", minuten=minuten, meest=meest)
        self.duur.setText(woorden)
        self.balk.setRange(0, max(1, meest))
        self.balk.setValue(min(minuten, meest))
        self.balk.setAccessibleName(woorden)

    def _show_vertellen(self) -> None:
        empty_layout(self._vertellen)
        nu = [te for te in self.voorstel.vertellen if te.nu]
        for te in nu[:6]:
            self._vertellen.addWidget(label(te.onderwerp.titel, wrap=True))
            if te.eerder:
                self._vertellen.addWidget(label(te.reden, "klein", wrap=True))
        if len(nu) > 6:
            self._vertellen.addWidget(
                label(text("gesprek.voorbereiden.vertellen.nog", aantal=len(nu) - 6), "zacht")
            )
        if not nu:
            self._vertellen.addWidget(label(text("gesprek.voorbereiden.vertellen.niets"), "zacht"))

    # -- doing -----------------------------------------------------------------------------------------------

    def add_aanwezige(self) -> Aanwezige:
        """Add somebody; the first is most often the interpreter."""
        mens = self.aanwezigen.add()
        mens.naam.setFocus()
        return mens

    def begin(self) -> None:
        """Record what was prepared, and begin; not on a day that does not exist."""
        if not is_date(self.datum.waarde()):
            self.gebrek.look()
            self.datum.regel.setFocus()
            return
        velden: dict[str, object] = {
            "datum": self.datum.waarde() or self._context.work.clock.today().isoformat(),
            "vorm": str(self.vorm.waarde()),
            "taal": self.taal.code(),
            "recht_op_alleen_gewezen": "ja" if self.alleen.isChecked() else "nee",
            "onderwerpen": self.gekozen(),
        }
        if gezegd := self.sinds.waarde():
            velden[SINDS_VORIGE] = gezegd
        velden |= self.aanwezigen.velden()
        mensen = self.aanwezigen.gegevens()
        gesprek = start_gesprek(self._context.work, self._context.dossier_id, velden, mensen).made
        self.schets.drop()
        self.begonnen.emit(gesprek)
