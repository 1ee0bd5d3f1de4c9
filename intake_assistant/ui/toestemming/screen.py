"""Consent: what the law shares already, one card per party and purpose, and asking anew."""

from __future__ import annotations

from functools import cached_property, partial
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QStackedWidget, QWidget

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import TOESTEMMING
from intake_assistant.domain.recht.gesprek import Gesprek, lopend_gesprek, tolk_vandaag
from intake_assistant.domain.recht.toestemming import Toestemming, toestemmingen_of
from intake_assistant.domain.recht.uitwisseling import Toestemmingswijziging, later_nee
from intake_assistant.operations.acts.record import undo
from intake_assistant.operations.acts.toestemming import record_toestemming, withdraw_toestemming
from intake_assistant.operations.views.geschiedenis import gespreksnamen
from intake_assistant.operations.views.schets import schets_of
from intake_assistant.operations.views.wissen.melding import meldingen_van
from intake_assistant.operations.words.tafel.toestemming import OVER, blad_van_toestemming
from intake_assistant.operations.words.voorlezen import toestemmingsteksten, voorgelezen
from intake_assistant.texts import SOURCE, text
from intake_assistant.ui.fields.draft import Draft
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.gedeeld.tafel.aan_tafel import AanTafel
from intake_assistant.ui.gedeeld.tafel.groot import Tafelgroot
from intake_assistant.ui.kit.mark import beeld, clear, inside
from intake_assistant.ui.kit.parts import kaart, knop, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.qt.later import later
from intake_assistant.ui.toestemming.asking import Toestemmingspaneel
from intake_assistant.ui.toestemming.card import NAAST, ToestemmingKaart
from intake_assistant.ui.window.context import Context, Rondom, Scherm

# First what is in force, then what ended, then what was refused: each in order of asking.
ANTWOORD = 2
"""The step at which it is read aloud and answered."""
_PREPARED = {"partij", "doel", "gegevens"}
VOLGORDE = ("geldig", "verlopen", "ingetrokken", "geweigerd")


class ToestemmingenScherm(Scherm):
    """The cards, or the steps of asking."""

    naam = "toestemmingen"
    toont = (TOESTEMMING,)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._kaarten = QWidget()
        self._kaarten.setObjectName("toestemmingskaarten")
        kolom(self._kaarten, tussen=8)
        self.keeper = Keeper(context, self)
        self.bladen = QStackedWidget()
        self.bladen.addWidget(self._overzicht())
        box = kolom(self)
        box.setContentsMargins(px(24), px(16), px(24), px(16))
        box.addWidget(self.bladen)
        self.tafel = AanTafel(context, OVER, self)
        self.groot = Tafelgroot(context, self.tafel, self)
        self.bladen.currentChanged.connect(self._moved)

    @cached_property
    def vragen(self) -> Toestemmingspaneel:
        """The steps of asking; made at the first need, as most come for the cards."""
        made = Toestemmingspaneel(self.keeper, self.context.work.data.formulieren)
        made.answered.connect(self._record)
        made.stopped.connect(self._stop)
        made.stepped.connect(self._moved)
        made.antwoord.groot.connect(self.groot.toggle)
        made.antwoord.in_beeld.connect(self._share)
        self.tafel.aangewezen.connect(made.antwoord.show_aangewezen)
        self.bladen.addWidget(made)
        return made

    def _moved(self, *_: object) -> None:
        self.context.room_shared.emit()
        self._clear_table()

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read the consents anew; `vragen` goes on with asking, `toestemming` brings one into view."""
        self._show_cards(self.context.dossier())
        if arguments.get("vragen") == "ja":
            self._begin()
            if (stap := arguments.get("stap", "0")) != "0":
                self.vragen.go(int(stap))
        else:
            self.bladen.setCurrentIndex(0)
            self._arrive(arguments.get("toestemming", ""))
        self._bring_into_sight(arguments.get("toestemming", ""))

    def _arrive(self, id: str) -> None:
        """The keyboard is seen: at the card that was looked for, else at asking anew.

        Only on arrival: when a button goes, what is typed on may press no other.
        """
        # The last of that name: the cards of before are still to be deleted.
        found = self.findChildren(ToestemmingKaart, f"toestemming_{id}")
        (found[-1].open if found else self.nieuw).setFocus()

    def resting_place(self) -> QWidget:
        """Where the step of asking begins; of the cards none in particular."""
        return self if self.bladen.currentIndex() == 0 else self.vragen.first_field()

    def _bring_into_sight(self, id: str) -> None:
        """Scroll to a card: its head, with the status, whole when there is room."""
        found, inhoud = self.findChildren(QFrame, f"toestemming_{id}"), self._scroll.widget()
        if not found or inhoud is None:
            return
        box = inhoud.layout()
        if box is not None:
            box.activate()
        # The last of that name: the cards of before are still to be deleted.
        boven, hoog = found[-1].mapTo(inhoud, QPoint(0, 0)).y(), found[-1].height()
        self._scroll.ensureVisible(0, boven + min(hoog, self._scroll.viewport().height()), 0, px(8))
        self._scroll.ensureVisible(0, boven, 0, px(8))

    def step_back(self) -> bool:
        """From asking to the step before, and to the cards; what was filled in stays."""
        if self.bladen.currentIndex() == 0:
            return False
        if self.vragen.stap:
            self.vragen.go(self.vragen.stap - 1)
        else:
            self.keeper.keep()
            self.bladen.setCurrentIndex(0)
        return True

    @property
    def _is_at_table(self) -> bool:
        return self.bladen.currentIndex() == 1 and self.vragen.stap == ANTWOORD

    def _share(self, taal: str) -> None:
        """What is read aloud is in sight of the person as well."""
        work = self.context.work
        if self.bladen.currentIndex() == 1 and self.isVisible():
            self.tafel.show_blad(blad_van_toestemming(work, self.vragen.velden(), taal), taal)

    def _clear_table(self) -> None:
        if not self._is_at_table:
            self.tafel.clear()

    def rondom(self) -> Rondom:
        """At the last step the person looks along: no bar with names of others."""
        return Rondom.STATUSREGEL if self._is_at_table else Rondom.ALLES

    def follow(self) -> None:
        """Read the consents anew; a question that is being asked stays."""
        if self.bladen.currentIndex() == 0:
            self._show_cards(self.context.dossier())

    def leave(self) -> None:
        """Remember what was being prepared."""
        self.tafel.clear()
        self.keeper.keep()

    def where(self) -> dict[str, str]:
        """Whether a consent was being asked, and at which step one was."""
        if self.bladen.currentIndex() == 0:
            return {"vragen": "nee"}
        return {"vragen": "ja", "stap": str(self.vragen.stap)}

    def ask(self, velden: dict[str, Any]) -> None:
        """Begin asking, with what was prepared or asked before."""
        dossier, vandaag = self.context.dossier(), self.context.work.clock.today()
        taal = str(dossier.get("inburgeraar.spreektaal")) or "nl"
        self.vragen.antwoord.tolk = tolk_vandaag(dossier, vandaag)
        self.vragen.begin(self._naam(), velden, taal, vandaag)
        self.bladen.setCurrentIndex(1)
        self.vragen.partij.partij.setFocus()

    def _ask_on(self, velden: dict[str, Any]) -> None:
        self.ask(velden)
        self.vragen.schets.touched()

    def _overzicht(self) -> QWidget:
        inhoud = QWidget()
        box = kolom(inhoud, tussen=16)
        box.setContentsMargins(0, 0, px(8), 0)
        kop, woorden = (rij if thema.schaal <= NAAST else kolom)(tussen=16), kolom(tussen=4)
        woorden.addWidget(label(text("toestemmingen.titel"), "kop1"))
        woorden.addWidget(label(text("toestemmingen.uitleg"), "zacht", wrap=True))
        kop.addLayout(woorden, 1)
        self.nieuw = knop(text("toestemmingen.nieuw"), "toestemming_nieuw", self._begin, "hoofdknop", "nieuw")
        elders = self.context.navigate
        geven = knop(text("toestemmingen.geven"), "gegevens_geven", lambda: elders.emit("verstrekken", {}))
        kop.addWidget(geven, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        kop.addWidget(self.nieuw, 0, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        box.addLayout(kop)
        box.addWidget(self._wettelijk())
        box.addWidget(self._kaarten)
        box.addStretch(1)
        self._scroll = schuifvlak(inhoud)
        return self._scroll

    def _wettelijk(self) -> QWidget:
        made = kaart(naam="wettelijk_delen")
        box = kolom(made, rand=24, tussen=8)
        kop = rij(tussen=12)
        kop.addWidget(beeld("beschikking", "accent", 22, midden=True))
        kop.addWidget(label(text("toestemmingen.wet.kop"), "kop2", wrap=True), 1)
        self.wet_knop = knop(text("toestemmingen.wet.toon"), "wet_toon", self._turn_wet, "stil")
        kop.addWidget(self.wet_knop)
        box.addLayout(kop)
        box.addWidget(label(text("toestemmingen.wet.uitleg"), "zacht", wrap=True))
        wettelijk = toestemmingsteksten(self.context.work).wettelijk
        self._wet_namen = label("  ·  ".join(w.naam for w in wettelijk), wrap=True, naam="wet_namen")
        box.addWidget(self._wet_namen)
        self._wet = QWidget()
        self._wet.setObjectName("wet_alles")
        grid = QGridLayout(self._wet)
        grid.setContentsMargins(0, px(8), 0, 0)
        grid.setSpacing(px(12))
        for nummer, wie in enumerate(wettelijk):
            grid.addWidget(
                _wetblok(wie.naam, wie.zeg, wie.wat, wie.waarom, wie.artikel), nummer // 2, nummer % 2
            )
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._wet.hide()
        box.addWidget(self._wet)
        return made

    def _turn_wet(self) -> None:
        shown = self._wet.isHidden()
        self._wet.setVisible(shown)
        self._wet_namen.setVisible(not shown)
        self.wet_knop.setText(text("toestemmingen.wet.verberg" if shown else "toestemmingen.wet.toon"))

    def _show_cards(self, dossier: Dossier) -> None:
        # While the fields of a withdrawal are still there.
        self.keeper.keep()
        clear(self._kaarten)
        vandaag = self.context.work.clock.today()
        alle = toestemmingen_of(dossier)
        if not alle:
            inside(self._kaarten).addWidget(
                label(text("toestemmingen.leeg"), "zacht", wrap=True, naam="leeg")
            )
            return
        alle.sort(key=lambda item: VOLGORDE.index(item[1].stand(vandaag)))
        terug = later_nee(dossier, self.context.work.data.formulieren, vandaag)
        for id, toestemming in alle:
            inside(self._kaarten).addWidget(self._kaart(dossier, id, toestemming, terug.get(id)))

    def _kaart(
        self, dossier: Dossier, id: str, toestemming: Toestemming, nee: Toestemmingswijziging | None
    ) -> ToestemmingKaart:
        gevraagd = _asked_at(dossier, id, toestemming)
        made = ToestemmingKaart(self.context.work, id, toestemming, gevraagd, nee)
        made.withdrawn.connect(lambda id, velden: self._withdraw(made, id, velden))
        made.again.connect(self._ask_again)
        if made.stand == "geldig":
            made.keep_with(Draft(self.keeper, made.paneel.getypt, made.paneel))
        return made

    def _begin(self) -> None:
        self.ask(schets_of(self.context.work, self._naam()))

    def _naam(self) -> str:
        """The name of the consent that is being prepared, on this laptop only; nothing was asked yet."""
        return f"toestemming {self.context.dossier_id}"

    def _ask_again(self, id: str) -> None:
        waarde = self.context.dossier().get(TOESTEMMING.of(id), {})
        self.ask(
            {naam: waarde[naam] for naam in ("partij", "doel", "richting", "gegevens") if naam in waarde}
        )

    def _record(self, velden: dict[str, Any]) -> None:
        work, dossier = self.context.work, self.context.dossier_id
        gesprek = lopend_gesprek(self.context.dossier())
        whole = {**velden, **_version(self, velden)}
        if self.context.act(lambda: record_toestemming(work, dossier, whole, _id(gesprek))) is None:
            return
        self.vragen.schets.drop()
        self._done(text(f"toestemmingen.gevraagd_{velden['gegeven']}", partij=velden["partij"]))

    def _withdraw(self, kaart: ToestemmingKaart, id: str, velden: dict[str, Any]) -> None:
        partij = self.context.dossier().get(TOESTEMMING.of(id), {}).get("partij", "")
        work, dossier = self.context.work, self.context.dossier_id
        if self.context.act(lambda: withdraw_toestemming(work, dossier, id, velden)) is None:
            return
        kaart.forget()
        # Who has data of it hears that they are to be used no longer (AVG 7(3), 19).
        told = text("toestemmingen.intrekken.melden") if meldingen_van(work, self.context.dossier()) else ""
        self._done(" ".join(filter(None, (text("toestemmingen.intrekken.gedaan", partij=partij), told))), id)
        # The card moved to where withdrawn consents stand: go along, when it has its place.
        later(self, lambda: self._bring_into_sight(id))

    def _done(self, zin: str, ingetrokken: str = "") -> None:
        self._show_cards(self.context.dossier())
        self.bladen.setCurrentIndex(0)
        # When the bars are back: what is told lies over them.
        if ingetrokken:
            self.context.ended.emit(zin, partial(self._take_back, ingetrokken))
        else:
            self.context.told.emit(zin)

    def _take_back(self, id: str) -> None:
        """The wrong card: it was never withdrawn."""
        work, dossier = self.context.work, self.context.dossier_id
        subject = TOESTEMMING.of(id, "intrekking")
        if self.context.act(lambda: undo(work, dossier, subject)) is not None:
            self._show_cards(self.context.dossier())

    def _stop(self) -> None:
        velden = self.vragen.half()
        self.vragen.schets.drop()
        self.bladen.setCurrentIndex(0)
        if velden.keys() & _PREPARED:
            self.context.ended.emit(text("toestemmingen.gestopt"), partial(self._ask_on, velden))


def _version(scherm: ToestemmingenScherm, velden: dict[str, Any]) -> dict[str, str]:
    work, taal = scherm.context.work, str(velden.get("taal") or SOURCE)
    versie = {"tekstversie": toestemmingsteksten(work).newest(velden["richting"]).versie}
    found = voorgelezen(work, velden, taal=taal) if taal != SOURCE else None
    return versie | ({"voorgelezen": found.tekst} if found else {})


def _id(gesprek: Gesprek | None) -> str:
    return gesprek.id if gesprek else ""


def _asked_at(dossier: Dossier, id: str, toestemming: Toestemming) -> str:
    datum = date_in_words(toestemming.datum.isoformat()) if toestemming.datum else ""
    leaf = dossier.leaf(TOESTEMMING.of(id))
    gesprek = gespreksnamen(dossier).get(leaf.gesprek, "") if leaf else ""
    return text("toestemmingen.in_gesprek", datum=datum, gesprek=gesprek) if gesprek else datum


def _wetblok(naam: str, zeg: str, wat: str, waarom: str, artikel: str) -> QFrame:
    made = kaart("zachtvlak")
    box = kolom(made, rand=16, tussen=4)
    box.addWidget(label(naam[:1].upper() + naam[1:], "kop3"))
    box.addWidget(label(f"{text('toestemmingen.wet.zeg')}: “{zeg}”", wrap=True))
    box.addWidget(label(f"{text('toestemmingen.wet.wat')}: {wat}", "klein", wrap=True))
    box.addWidget(label(f"{text('toestemmingen.wet.waarom')}: {waarom}", "klein", wrap=True))
    box.addWidget(label(artikel, "klein"))
    box.addStretch(1)
    return made
