"""The conversation: prepared, held, rounded off; left at any moment and resumed at the same cursor."""

from __future__ import annotations

from functools import cached_property

from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_assistant.domain.kinds import of_soort
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of, lopend_gesprek
from intake_assistant.operations.acts.gesprek import keep_plek
from intake_assistant.operations.changed import Changed
from intake_assistant.operations.views.gesprek import Plek, plek_of
from intake_assistant.ui.gesprek.afronden import GesprekAfronden
from intake_assistant.ui.gesprek.nazien import GesprekNazien
from intake_assistant.ui.gesprek.tijdens import GesprekTijdens
from intake_assistant.ui.gesprek.voorbereiden import GesprekVoorbereiden
from intake_assistant.ui.kit.parts import kolom
from intake_assistant.ui.vragen.voering import Gespreksvoering
from intake_assistant.ui.window.context import ALLES, Context, Rondom, Scherm

_AFRONDEN, _VERTELLEN, _NAZIEN = "afronden", "vertellen", "nazien"


class GesprekScherm(Scherm):
    """The conversation that is on, or one that was held; arguments: `gesprek`, `vraag` or `startpositie`.

    With `deel` nazien, and `veld` to go to, the facts of a conversation that is on.
    """

    naam = "gesprek"
    toont = ALLES
    rustig = True

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.tijdens: GesprekTijdens | None = None
        self.afronden: GesprekAfronden | None = None
        self.nazien: GesprekNazien | None = None
        self._gevraagd: dict[str, str] = {}  # what the next showing of the conversation goes to
        self._van = ("", "")
        self.delen = QStackedWidget()
        box = kolom(self, tussen=0)
        box.addWidget(self.delen)
        self.delen.currentChanged.connect(lambda _: context.room_shared.emit())

    @cached_property
    def voorbereiden(self) -> GesprekVoorbereiden:
        """The page before a conversation; made at the first need, as most come back to one that is on."""
        made = GesprekVoorbereiden(self.context)
        made.begonnen.connect(self._start)
        self.delen.addWidget(made)
        return made

    def _voorbereiden(self) -> GesprekVoorbereiden | None:
        """The same when it was needed already."""
        return self.voorbereiden if "voorbereiden" in vars(self) else None

    def show_with(self, arguments: dict[str, str]) -> None:
        """Resume the conversation that is on, prepare the next, or look at one that was held."""
        self._drop_nazien()
        dossier = self.context.dossier()
        if te_zien := _to_look_at(gesprekken_of(dossier), arguments):
            self._look_at(te_zien, arguments.get("veld", ""))
            return
        self._gevraagd = arguments
        lopend = lopend_gesprek(dossier, arguments.get("gesprek", ""))
        if lopend is None:
            self._drop()
            self.voorbereiden.show_voorstel()
            self.delen.setCurrentWidget(self.voorbereiden)
        else:
            self._begin(lopend.id)

    def leave(self) -> None:
        """Record what is being typed; the place, the cursor and the clock are kept."""
        if self.nazien is not None:
            self.nazien.leave()
        if self.afronden is not None and self.delen.currentWidget() is self.afronden:
            self.afronden.leave()
        if self.tijdens is not None:
            self.tijdens.leave()
        self.context.gedeeld.rest()
        if (voorbereiden := self._voorbereiden()) is not None:
            voorbereiden.leave()

    def follow(self) -> None:
        """Judge anew what can apply; what is being typed stays."""
        if self.tijdens is not None:
            self.tijdens.voering.judge_anew()

    def follow_own(self, changed: Changed) -> None:
        """Show which conversation is put right: its number follows the dates of all."""
        if self.nazien is not None and changed.touches(of_soort("gesprek")):
            self.nazien.show_kop()

    def where(self) -> dict[str, str]:
        """The question in focus, or the page after the conversation."""
        hier = self.delen.currentWidget()
        if self.nazien is not None:
            return {"deel": _NAZIEN, "vraag": "", "notitie": "", "gesprek": self.nazien.id}
        if self.tijdens is None or hier is self._voorbereiden():
            return {"deel": "", "vraag": "", "notitie": ""}
        deel = _AFRONDEN if hier is self.afronden else ""
        pagina = self.tijdens.pagina
        notitie = "ja" if pagina.paneel.notitie.vak.hasFocus() else ""
        return {"deel": deel, "vraag": pagina.actief or pagina.pagina.naam, "notitie": notitie}

    def resting_place(self) -> QWidget:
        """The question that is asked, or the first field of the page before or after."""
        hier = self.delen.currentWidget()
        if self.nazien is not None:
            return self.nazien.resting_place()
        if self.tijdens is not None and hier is self.tijdens:
            return self.tijdens.resting_place()
        if self.afronden is not None and hier is self.afronden:
            return self.afronden.samenvatting
        return self.voorbereiden.datum.regel

    def rondom(self) -> Rondom:
        """Nothing while a conversation is on, or the window is theirs; after it the line below stays."""
        hier = self.delen.currentWidget()
        if self.tijdens is not None and hier is self.tijdens:
            return Rondom.NIETS
        # Made at its first need, which asking is not.
        if "voorbereiden" in vars(self) and self.voorbereiden.wijzen.is_open:
            return Rondom.NIETS
        return Rondom.STATUSREGEL if self.afronden is not None and hier is self.afronden else Rondom.ALLES

    def own_half(self) -> QWidget | None:
        """Beside the half that is shared."""
        hier = self.delen.currentWidget()
        return self.tijdens.own_half() if self.tijdens is not None and hier is self.tijdens else None

    def step_back(self) -> bool:
        """From the page after to the conversation, and from what is told to the question."""
        hier = self.delen.currentWidget()
        if self.tijdens is None or self.nazien is not None or hier is self._voorbereiden():
            return False
        if self.afronden is not None and hier is self.afronden:
            self.afronden.leave()
            self._terug()
            return True
        return self.tijdens.step_back()

    def _start(self, gesprek: str) -> None:
        """A new conversation begins at its own first page, not where the one before it ended."""
        keep_plek(self.context.work, self.context.dossier_id, Plek())
        self._begin(gesprek)

    def _begin(self, gesprek: str) -> None:
        if self.tijdens is None or self._van != (self.context.dossier_id, gesprek):
            self._drop()
            self._van = (self.context.dossier_id, gesprek)
            self._make(gesprek)
        if self.tijdens is not None:
            self.tijdens.voering.refresh()
            self.delen.setCurrentWidget(self.tijdens)
            self.context.gesprek_aan.emit(True)
            plek = plek_of(self.context.work, self.context.dossier_id)
            gevraagd = self._gevraagd
            self.tijdens.begin(plek, gevraagd.get("vraag", ""), gevraagd.get("startpositie", ""))
            if gevraagd.get("notitie"):
                self.tijdens.pagina.paneel.notitie.open()
            if gevraagd.get("deel") == _VERTELLEN:
                self.tijdens.toggle_vertellen()
        if self._gevraagd.get("deel") == _AFRONDEN:
            self._afronden()
        self._gevraagd = {}

    def _make(self, gesprek: str) -> None:
        voering = Gespreksvoering(self.context, gesprek)
        self.tijdens = GesprekTijdens(voering)
        # It ends with the screen: a timer that outlives the vault would write into a closed one.
        voering.setParent(self.tijdens)
        self.delen.addWidget(self.tijdens)
        self.tijdens.afronden.connect(self._afronden)

    def _make_afronden(self, voering: Gespreksvoering) -> GesprekAfronden:
        made = GesprekAfronden(voering)
        self.delen.addWidget(made)
        made.terug.connect(self._terug)
        made.naar.connect(self._to_vraag)
        made.afgerond.connect(self._klaar)
        return made

    def _look_at(self, gesprek: str, veld: str) -> None:
        self.nazien = GesprekNazien(self.context, gesprek)
        self.delen.addWidget(self.nazien)
        self.delen.setCurrentWidget(self.nazien)
        self.nazien.show_gesprek()
        self.nazien.focus_on(veld)
        self.nazien.terug.connect(self._to_dossier)

    def _drop_nazien(self) -> None:
        if self.nazien is not None:
            self.delen.removeWidget(self.nazien)
            self.nazien.deleteLater()
        self.nazien = None

    def _drop(self) -> None:
        if self.tijdens is not None:
            self.tijdens.stop()
        for deel in (self.tijdens, self.afronden):
            if deel is not None:
                self.delen.removeWidget(deel)
                deel.hide()
                deel.deleteLater()
        self.tijdens, self.afronden = None, None

    def _afronden(self) -> None:
        if self.tijdens is None:
            return
        self.tijdens.leave()
        self.context.gedeeld.rest()
        if self.afronden is None:
            self.afronden = self._make_afronden(self.tijdens.voering)
        self.afronden.show_terugblik()
        self.delen.setCurrentWidget(self.afronden)
        self.afronden.samenvatting.setFocus()

    def _to_vraag(self, vraag: str) -> None:
        self.context.navigate.emit(self.naam, {"gesprek": self._van[1], "vraag": vraag})

    def _terug(self) -> None:
        if self.tijdens is not None:
            self.delen.setCurrentWidget(self.tijdens)
            self.tijdens.pagina.back_to_veld()
            self.tijdens.follow()

    def _klaar(self) -> None:
        self._drop()
        self.context.gesprek_aan.emit(False)
        self._to_dossier()

    def _to_dossier(self) -> None:
        self.context.navigate.emit("dossier", {"deel": "overzicht", "na": "gesprek"})


def _to_look_at(gesprekken: list[Gesprek], arguments: dict[str, str]) -> str:
    """The id of the conversation whose facts are asked for; empty for one to go on with."""
    gekozen = next((g for g in gesprekken if g.id == arguments.get("gesprek", "")), None)
    if gekozen is None or not (gekozen.afgerond or arguments.get("deel") == _NAZIEN):
        return ""
    return gekozen.id
