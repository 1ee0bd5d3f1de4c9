"""One conversation: prepared, held page by page in the order of the form, rounded off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QCheckBox, QListWidget, QTextEdit, QWidget

from intake_assistant.casus.antwoorden import Gegeven, Herhaling, antwoorden_of
from intake_assistant.casus.plan import Tabel
from intake_assistant.demo.antwoorden import answer, have_touched
from intake_assistant.demo.kluis import Rol, lock_in_mid_sentence
from intake_assistant.demo.praatplaat import Bordspel
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.recht.gesprek import NOG_ZEGGEN, SINDS_VORIGE
from intake_assistant.operations.socialekaart.materiaal import materialen_of
from intake_assistant.operations.views.vertellen import onderwerpen
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import SOURCE, form_text, text
from intake_assistant.ui.gesprek.aanwezigen import Aanwezige
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.tijdens import VERTELLEN
from intake_assistant.ui.vragen.blok import Vraagblok

LANG_GENOEG = 40
"""A story of this length can be broken off half-way."""


class Gespreksspel:
    """Plays one conversation; what is still to be answered stands in `_open` and `_rijen`."""

    def __init__(self, regie: Regie, rol: Rol, gesprek: Tabel, nummer: int) -> None:
        self._regie, self._rol, self._gesprek, self._nummer = regie, rol, gesprek, nummer
        self._formulieren = regie.context.work.data.formulieren
        self._open: dict[str, list[Gegeven]] = {}
        self._rijen: dict[str, Herhaling] = {}
        for wat in antwoorden_of(gesprek, self._formulieren):
            if isinstance(wat, Herhaling):
                self._rijen[wat.vraag] = wat
            else:
                self._open.setdefault(wat.vraag, []).append(wat)
        self._aangeraakt: list[Tabel] = list(gesprek.get("aangeraakt", ()))
        self.gegeven = 0
        self._breek_af = nummer == 2
        self._taal = SOURCE

    def _shoot(self, naam: str) -> None:
        self._regie.shoot(f"gesprek_{self._nummer}_{naam}")

    # -- before ----------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Fill in who is there and what is planned, and begin."""
        regie, gesprek = self._regie, self._gesprek
        regie.go("gesprek")
        regie.find("voorbereiden", QWidget)
        self._shoot("voorbereiden")
        for naam in ("vorm", "taal"):
            if naam in gesprek:
                regie.fill(f"gesprek_{naam}", gesprek[naam])
        for plek, iemand in enumerate(gesprek.get("aanwezig", ())):
            self._seat(plek, iemand)
        for over in regie.all(Aanwezige, "")[len(gesprek.get("aanwezig", ())) :]:
            regie.click("aanwezig_weg", over)
        regie.tick("recht_op_alleen", gesprek.get("recht_op_alleen_gewezen") == "ja")
        if SINDS_VORIGE in gesprek:
            regie.fill(SINDS_VORIGE, gesprek[SINDS_VORIGE])
        self._plan()
        self._shoot("voorbereid")
        regie.click("gesprek_beginnen")

    def _seat(self, plek: int, iemand: Tabel) -> None:
        """Write who is there on a line of their own; the window proposes the interpreter of last time."""
        regie = self._regie
        if len(regie.all(Aanwezige, "")) <= plek:
            regie.click("aanwezig_erbij")
            regie.wait(lambda: len(regie.all(Aanwezige, "")) > plek, "een regel voor wie erbij is")
        regel = regie.all(Aanwezige, "")[plek]
        for naam in ("rol", "naam", "soort", "nummer", "taal", "dialect", "geheim_in", "waarom_bekende"):
            if naam in iemand and regel.gegevens().get(naam) != iemand[naam]:
                self._regie.fill(f"aanwezig_{naam}", iemand[naam], regel)
        if "instemming" in iemand:
            self._regie.click(f"instemming_{iemand['instemming']}", regel)
        self._seat_more(iemand, regel)

    def _seat_more(self, iemand: Tabel, regel: Aanwezige) -> None:
        """Write what is folded away of an interpreter, or stands there already."""
        meer = [naam for naam in ("wijze", "verstaan", "weg_om", "opmerking") if naam in iemand]
        if meer and not regel.tolk.meer.isVisible():
            self._regie.click("tolk_meer", regel)
        for naam in meer:
            if regel.gegevens().get(naam) != iemand[naam]:
                self._regie.fill(f"aanwezig_{naam}", iemand[naam], regel)
        if any(naam in iemand for naam in ("instemming", "waarom_bekende", *meer)):
            self._shoot("tolk")

    def _plan(self) -> None:
        """Tick the startposities that come up in this conversation, and no others."""
        komt = {naam.partition(".")[0] for naam in [*self._open, *self._rijen]}
        if self._regie.sees("voorstel_later"):
            self._regie.click("voorstel_later")
        for los in self._regie.all(QCheckBox, "losse_eindjes"):
            self._regie.tick(los, False)
        for vink in self._regie.all(QCheckBox, "onderdeel_"):
            self._regie.tick(vink, vink.objectName().removeprefix("onderdeel_") in komt)

    # -- during ----------------------------------------------------------------------------------------------

    def hold(self, taal: str) -> None:
        """Tell what is told, then answer page after page until the end; what was skipped is looked up."""
        regie = self._regie
        regie.find("volgende", QWidget)
        self._taal = taal_van(taal).code
        if self._taal != SOURCE:
            regie.click("onderwerpen_knop")
            regie.fill("gedeelde_taal", self._taal)
            regie.press("Esc")
        self._shoot("eerste_vraag")
        self._tell()
        while not regie.sees("afronden"):
            self._answer_page()
            self._turn()
        if self._rest():
            regie.click("terug_naar_gesprek")
            self._look_up()
            regie.click("afronden_knop")
        self._refuse(self._rest())

    @staticmethod
    def _refuse(rest: Iterable[str]) -> None:
        if vragen := ", ".join(rest):
            raise Misgelopen(text("casus.demo.niet_te_vragen", vragen=vragen))

    def _turn(self) -> None:
        """To the next page: by the keys, or by the button when the keyboard is outside the conversation."""
        regie, before = self._regie, self._page()
        if regie.find("scherm_gesprek", GesprekScherm).isAncestorOf(regie.venster.focusWidget()):
            regie.press("Alt+Down")
        else:
            regie.click("volgende")
        regie.wait(lambda: regie.sees("afronden") or self._page() != before, "de volgende bladzijde")

    def _page(self) -> list[str]:
        return [w.objectName() for soort in ("vraag_", "rij_erbij_") for w in self._regie.all(QWidget, soort)]

    def _rest(self) -> list[str]:
        return [naam for naam, wat in self._open.items() if wat] + list(self._rijen)

    def _answer_page(self) -> None:
        """Answer what this page asks; an answer may bring a question into sight."""
        for herhaling in [naam for naam in self._rijen if self._regie.sees(f"rij_erbij_{naam}")]:
            self._fill_rows(self._rijen.pop(herhaling))
        self._answer_all(self._open)

    def _fill_rows(self, herhaling: Herhaling) -> None:
        bord = Bordspel(self._regie, herhaling)
        if bord.is_raster:
            bord.fill()
            return
        for rij in herhaling.rijen:
            self._regie.click(f"rij_erbij_{herhaling.vraag}")
            open_ = {gegeven.vraag: [gegeven] for gegeven in rij}
            self._answer_all(open_)
            self._refuse(naam for naam, wat in open_.items() if wat)
        self._shoot(herhaling.vraag.rpartition(".")[2])
        bord.show()

    def _answer_all(self, open_: dict[str, list[Gegeven]]) -> None:
        def first() -> Vraagblok | None:
            found = self._regie.all(Vraagblok, "vraag_")
            return next((blok for blok in found if open_.get(blok.vraag.naam)), None)

        while (blok := first()) is not None:
            self._answer(blok, open_[blok.vraag.naam].pop(0))

    def _answer(self, blok: Vraagblok, gegeven: Gegeven) -> None:
        veld = f"veld_{blok.naam}"
        for gebaar in [een for een in self._aangeraakt if een["vraag"] == blok.vraag.naam]:
            self._aangeraakt.remove(gebaar)
            have_touched(self._regie, blok, gebaar["wat"])
        if self._breek_af and _is_story(blok.vraag, gegeven):
            self._breek_af = False
            lock_in_mid_sentence(self._regie, self._rol, veld, str(gegeven.waarde))
            self._regie.leave(self._regie.find(veld, QWidget))
        else:
            answer(self._regie, blok, gegeven, self._bron(blok.naam))
        self.gegeven += 1
        self._shoot_kind(self._formulieren.vraag(gegeven.vraag), gegeven)

    def _bron(self, naam: str) -> str:
        scherm = self._regie.find("scherm_gesprek", GesprekScherm)
        if scherm.tijdens is None:
            raise Misgelopen("er is geen gesprek")
        return scherm.tijdens.voering.bron(naam)

    def _shoot_kind(self, vraag: Vraag, gegeven: Gegeven) -> None:
        """One picture of each kind of answer and of the shared half in another language, the first time."""
        label = form_text(self._taal, f"{vraag.naam}/label", vraag.label)
        if self._taal != SOURCE and vraag.keuzes and label.stand != "ontbreekt":
            self._shoot(f"gedeelde_helft_{self._taal}")
        soort = vraag.type if gegeven.staat == Staat.BEANTWOORD else gegeven.staat
        eigen = gegeven.bron in ("inburgeraar", "regievoerder")
        self._shoot(soort if eigen else f"{soort}_andere_bron")

    def _look_up(self) -> None:
        """Find by Ctrl+K what the way through the pages did not pass, in the order of the form."""
        volgorde = list(self._formulieren.vragen)
        before: list[str] = []
        while (rest := sorted(self._rest(), key=volgorde.index)) and rest != before:
            # One answer may make the next question one that can be asked.
            before = rest
            for naam in rest:
                if naam in self._rest():
                    self._go_to(naam)
                    self._answer_page()

    def _go_to(self, naam: str) -> None:
        velden = self._formulieren.velden_van(naam) if naam in self._rijen else ()
        vraag = velden[0] if velden else self._formulieren.vraag(naam)
        self._regie.press("Ctrl+K")
        self._regie.write("zoek_veld", vraag.label)
        lijst = self._regie.find("zoek_lijst", QListWidget)
        for row in range(lijst.count()):
            vondst = lijst.item(row).data(0x0100)
            if getattr(vondst, "arguments", {}).get("vraag") == vraag.naam:
                self._regie.pick_row(lijst, row)
                return
        raise Misgelopen(text("casus.demo.niet_te_vinden", vraag=vraag.naam))

    # -- telling and rounding off ----------------------------------------------------------------------------

    def _tell(self) -> None:
        regie, verteld = self._regie, self._gesprek.get("verteld", ())
        if not verteld:
            return
        titels = {o.id: o.titel for o in onderwerpen(regie.context.work, regie.context.dossier())}
        regie.press(VERTELLEN)
        for nummer, wat in enumerate(verteld):
            lijst = regie.find("onderwerpen", QListWidget)
            titel = titels.get(wat["onderwerp"])
            rows = [row for row in range(lijst.count()) if titel and titel in lijst.item(row).text()]
            if not rows:
                raise Misgelopen(text("casus.demo.niet_te_vertellen", onderwerp=wat["onderwerp"]))
            regie.pick_row(lijst, rows[0])
            self._give_along(wat.get("materiaal", ()))
            regie.click(f"begrepen_{wat['begrepen']}")
            if nummer:
                self._shoot("vertellen")
        regie.click("vertellen_terug")

    def _give_along(self, namen: Sequence[str]) -> None:
        """Tick the folder or praatplaat that goes along with the topic that is told."""
        for naam in namen:
            er = [een.wat for een in materialen_of(self._regie.context.work) if een.naam == naam]
            vink = next((v for v in self._regie.all(QCheckBox, "meegeven_") if v.text() in er), None)
            if vink is None:
                raise Misgelopen(text("casus.demo.niet_mee_te_geven", wat=naam))
            self._regie.tick(vink, True)
            self._shoot("meegeven")

    def look_back(self, keren: Sequence[tuple[str, str]]) -> None:
        """Say of agreements who does it now: the id of each with the step of the stairs."""
        for afspraak, trede in keren:
            self._regie.click(f"hulp_{trede}", self._regie.find(f"terugkijken_{afspraak}", QWidget))
            self._shoot("terugkijken")

    def round_off(self) -> None:
        """Fill in the last page, and end."""
        if NOG_ZEGGEN in self._gesprek:
            vak = next(w for w in self._regie.all(QTextEdit, "veld_") if w.objectName().endswith(NOG_ZEGGEN))
            self._regie.fill(vak, self._gesprek[NOG_ZEGGEN])
        for naam in ("samenvatting", "volgende_afspraak", "minuten"):
            if naam in self._gesprek:
                self._regie.fill(naam, self._gesprek[naam])
        self._shoot("afronden")
        if self._nummer > 1:
            self._look_at_two_days()
        self._regie.click("gesprek_afronden")
        self._regie.find("scherm_dossier", QWidget)
        self._regie.shoot(f"dossier_na_gesprek_{self._nummer}")

    def _look_at_two_days(self) -> None:
        """Look with the person at what differs from the first conversation, and come back."""
        regie = self._regie
        regie.click("afronden_toen_en_nu")
        regie.find("scherm_toen_en_nu", QWidget)
        regie.settle()
        self._shoot("toen_en_nu")
        regie.press("Alt+Left")
        regie.find("afronden", QWidget)


def _is_story(vraag: Vraag, gegeven: Gegeven) -> bool:
    is_told = vraag.type == "text" and vraag.read_aloud and gegeven.staat == Staat.BEANTWOORD
    return is_told and len(str(gegeven.waarde)) >= LANG_GENOEG
