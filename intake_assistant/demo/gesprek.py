"""One conversation: prepared, held page by page in the order of the form, rounded off."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QListWidget, QWidget

from intake_assistant.demo.antwoorden import answer
from intake_assistant.demo.casus import Gegeven, Herhaling, Tabel, antwoorden_of, dutch, stored
from intake_assistant.demo.kluis import lock_in_mid_sentence
from intake_assistant.demo.regie import Misgelopen, Regie
from intake_assistant.demo.rol import Rol
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Vraag
from intake_assistant.domain.subject import question_of
from intake_assistant.operations.views.voorbereiden import onderwerpen
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import SOURCE, form_text, text
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.gesprek.voering import Gespreksvoering
from intake_assistant.ui.gesprek.voorbereiden import Aanwezige
from intake_assistant.ui.vragen.blok import Vraagblok

LANG_GENOEG = 40
"""A story of this length can be broken off half-way."""


class Gespreksspel:
    """Plays one conversation; `open_` is what is still to be answered."""

    def __init__(self, regie: Regie, rol: Rol, gesprek: Tabel, nummer: int) -> None:
        self._regie, self._rol, self._nummer = regie, rol, nummer
        self._gesprek = gesprek
        self._formulieren = regie.context.work.data.formulieren
        self._open: dict[str, list[Gegeven]] = {}
        self._rijen: dict[str, Herhaling] = {}
        for wat in antwoorden_of(gesprek, self._formulieren):
            if isinstance(wat, Herhaling):
                self._rijen[wat.vraag] = wat
            else:
                self._open.setdefault(wat.vraag, []).append(wat)
        self.gegeven = self.buiten = 0
        self._breek_af = nummer == 2
        self._taal = ""
        self._getoond: set[str] = set()

    # -- before ----------------------------------------------------------------------------------------------

    def prepare(self) -> None:
        """Fill in who is there and what is planned, and begin."""
        regie, gesprek = self._regie, stored(self._gesprek)
        regie.go("gesprek")
        regie.find("voorbereiden", QWidget)
        regie.shoot(f"gesprek_{self._nummer}_voorbereiden")
        if "vorm" in gesprek:
            regie.choose("gesprek_vorm", gesprek["vorm"])
        if "taal" in gesprek:
            self._choose_taal(str(gesprek["taal"]))
        for iemand in self._who_else(list(gesprek.get("aanwezig", ()))):
            self._add_aanwezige(iemand)
        regie.tick("recht_op_alleen", gesprek.get("recht_op_alleen_gewezen") == "ja")
        self._plan()
        regie.shoot(f"gesprek_{self._nummer}_voorbereid")
        regie.click("gesprek_beginnen")

    def _choose_taal(self, code: str) -> None:
        regel = self._regie.find("gesprek_taal", QComboBox).lineEdit()
        if regel is None:
            raise Misgelopen("gesprek_taal")
        vraag = self._formulieren.vraag("taalniveau.moedertaal")
        woorden = next((keuze.label for keuze in vraag.keuzes if keuze.naam == code), code)
        if regel.text() != woorden:
            self._regie.write(regel, woorden)
            self._regie.leave(regel)

    def _who_else(self, erbij: list[Tabel]) -> list[Tabel]:
        """Those who are not there yet: the window proposes the interpreter of last time."""
        regie, over = self._regie, list(erbij)
        regels = [combo.parentWidget() for combo in regie.all(QComboBox, "aanwezig_rol")]
        for regel in [regel for regel in regels if isinstance(regel, Aanwezige)]:
            staat_er = regel.gegevens()
            zelfde = next((i for i in over if all(str(i.get(k)) == w for k, w in staat_er.items())), None)
            if zelfde is None:
                regie.click("aanwezig_weg", regel)
            else:
                over.remove(zelfde)
        return over

    def _add_aanwezige(self, iemand: Tabel) -> None:
        regie = self._regie
        before = len(regie.all(QComboBox, "aanwezig_rol"))
        regie.click("aanwezig_erbij")
        regie.wait(lambda: len(regie.all(QComboBox, "aanwezig_rol")) > before, "een regel voor wie erbij is")
        regel = regie.all(QComboBox, "aanwezig_rol")[-1].parentWidget()
        for naam in ("rol", "soort"):
            if naam in iemand:
                regie.choose(f"aanwezig_{naam}", iemand[naam], regel)
        for naam in ("naam", "nummer"):
            if naam in iemand:
                regie.write(f"aanwezig_{naam}", str(iemand[naam]), regel)

    def _plan(self) -> None:
        """Tick the startposities that come up in this conversation, and no others."""
        komt = {naam.partition(".")[0] for naam in [*self._open, *self._rijen]}
        if self._regie.sees("voorstel_later"):
            self._regie.click("voorstel_later")
        for vink in self._regie.all(QCheckBox, "onderdeel_"):
            self._regie.tick(vink, vink.objectName().removeprefix("onderdeel_") in komt)

    # -- during ----------------------------------------------------------------------------------------------

    def hold(self, taal: str) -> None:
        """Tell what is told, then answer page after page until the end; what was skipped is looked up."""
        regie = self._regie
        regie.find("volgende", QWidget)
        self._show_taal(taal)
        regie.shoot(f"gesprek_{self._nummer}_eerste_vraag")
        self._tell()
        while not regie.sees("afronden"):
            self._answer_page()
            self._turn()
        if self._rest():
            regie.click("terug_naar_gesprek")
            self._look_up()
            regie.click("afronden_knop")
        if rest := self._rest():
            raise Misgelopen(text("demo.niet_te_vragen", vragen=", ".join(rest)))

    def _turn(self) -> None:
        """To the next page: by the keys, or by the button when the keyboard is outside the conversation."""
        regie = self._regie
        scherm, before = regie.find("scherm_gesprek", GesprekScherm), self._page()
        focus = regie.venster.focusWidget()
        if scherm.isAncestorOf(focus):
            regie.press("Alt+Down")
        else:
            self.buiten += 1
            regie.click("volgende")
        regie.wait(lambda: regie.sees("afronden") or self._page() != before, "de volgende bladzijde", 5)

    def _page(self) -> list[str]:
        return [w.objectName() for soort in ("vraag_", "rij_erbij_") for w in self._regie.all(QWidget, soort)]

    def _rest(self) -> list[str]:
        return [naam for naam, wat in self._open.items() if wat] + list(self._rijen)

    def _show_taal(self, taal: str) -> None:
        combo = self._regie.find("gedeelde_taal", QComboBox)
        self._taal = taal
        if combo.findData(taal_van(taal).code) >= 0:
            self._regie.choose(combo, taal_van(taal).code)

    def _answer_page(self) -> None:
        """Answer what this page asks; an answer may bring a question into sight."""
        for herhaling in [naam for naam in self._rijen if self._regie.sees(f"rij_erbij_{naam}")]:
            self._fill_rows(self._rijen.pop(herhaling))
        while (blok := self._next_block()) is not None:
            gegeven = self._open[blok.naam].pop(0)
            self._answer(blok, gegeven)

    def _next_block(self) -> Vraagblok | None:
        found = self._regie.all(Vraagblok, "vraag_")
        return next((blok for blok in found if self._open.get(blok.naam)), None)

    def _answer(self, blok: Vraagblok, gegeven: Gegeven) -> None:
        if self._breek_af and self._is_story(blok, gegeven):
            self._breek_af = False
            lock_in_mid_sentence(self._regie, self._rol, f"veld_{blok.naam}", str(gegeven.waarde))
            self._regie.leave(self._regie.find(f"veld_{blok.naam}", QWidget))
        else:
            answer(self._regie, blok, gegeven, self._voering.bron(blok.naam))
        self.gegeven += 1
        self._shoot_kind(question_of(gegeven.vraag), gegeven)

    @staticmethod
    def _is_story(blok: Vraagblok, gegeven: Gegeven) -> bool:
        is_tekst = blok.vraag.type == "text" and gegeven.staat == Staat.BEANTWOORD
        return is_tekst and blok.vraag.read_aloud and len(str(gegeven.waarde)) >= LANG_GENOEG

    @property
    def _voering(self) -> Gespreksvoering:
        scherm = self._regie.find("scherm_gesprek", GesprekScherm)
        if scherm.tijdens is None:
            raise Misgelopen("er is geen gesprek")
        return scherm.tijdens.voering

    def _shoot_vertaald(self, vraag: Vraag) -> None:
        """The shared half, the first time that it speaks the language of the person."""
        taal = taal_van(self._taal).code
        vertaald = taal != SOURCE and form_text(taal, f"{vraag.naam}/label", vraag.label).stand != "ontbreekt"
        if vertaald and vraag.keuzes and "gedeeld" not in self._getoond:
            self._getoond.add("gedeeld")
            self._regie.shoot(f"gesprek_{self._nummer}_gedeelde_helft_{taal}")

    def _shoot_kind(self, naam: str, gegeven: Gegeven) -> None:
        """One picture of each kind of answer, the first time it is seen."""
        vraag = self._formulieren.vraag(naam)
        self._shoot_vertaald(vraag)
        soort = vraag.type if gegeven.staat == Staat.BEANTWOORD else gegeven.staat
        soort = f"{soort}_andere_bron" if gegeven.bron not in ("inburgeraar", "regievoerder") else soort
        if soort not in self._getoond:
            self._getoond.add(soort)
            self._regie.shoot(f"gesprek_{self._nummer}_{soort}")

    def _fill_rows(self, herhaling: Herhaling) -> None:
        for rij in herhaling.rijen:
            self._regie.click(f"rij_erbij_{herhaling.vraag}")
            open_ = {gegeven.vraag: gegeven for gegeven in rij}
            while (blok := self._row_block(open_)) is not None:
                self._answer(blok, open_.pop(blok.vraag.naam))
            if open_:
                raise Misgelopen(text("demo.niet_te_vragen", vragen=", ".join(open_)))
        self._regie.shoot(f"gesprek_{self._nummer}_{herhaling.vraag.rpartition('.')[2]}")

    def _row_block(self, open_: Iterable[str]) -> Vraagblok | None:
        found = self._regie.all(Vraagblok, "vraag_")
        return next((blok for blok in found if blok.vraag.naam in open_), None)

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
        self._pick_found(vraag.naam)

    def _pick_found(self, naam: str) -> None:
        lijst = self._regie.find("zoek_lijst", QListWidget)
        for row in range(lijst.count()):
            vondst = lijst.item(row).data(0x0100)
            if getattr(vondst, "arguments", {}).get("vraag") == naam:
                self._regie.pick_row(lijst, row)
                return
        raise Misgelopen(text("demo.niet_te_vinden", vraag=naam))

    # -- telling and rounding off ----------------------------------------------------------------------------

    def _tell(self) -> None:
        regie, verteld = self._regie, self._gesprek.get("verteld", ())
        if not verteld:
            return
        context = regie.context
        titels = {o.id: o.titel for o in onderwerpen(context.work, context.dossier())}
        regie.press("Ctrl+B")
        for nummer, wat in enumerate(verteld):
            lijst = regie.find("onderwerpen", QListWidget)
            titel = titels.get(wat["onderwerp"], "")
            rows = [row for row in range(lijst.count()) if titel and titel in lijst.item(row).text()]
            if not rows:
                raise Misgelopen(text("demo.niet_te_vertellen", onderwerp=wat["onderwerp"]))
            regie.pick_row(lijst, rows[0])
            regie.click(f"begrepen_{wat['begrepen']}")
            if nummer == 1:
                regie.shoot(f"gesprek_{self._nummer}_vertellen")
        regie.click("vertellen_terug")

    def round_off(self) -> None:
        """Fill in the last page, and end."""
        regie, gesprek = self._regie, stored(self._gesprek)
        if "samenvatting" in gesprek:
            regie.write("samenvatting", str(gesprek["samenvatting"]))
        if "volgende_afspraak" in gesprek:
            regie.write("volgende_afspraak", dutch(gesprek["volgende_afspraak"]))
        if "minuten" in gesprek:
            regel = regie.find("minuten", QLineEdit)
            regie.write(regel, str(gesprek["minuten"]))
            regie.leave(regel)
        regie.shoot(f"gesprek_{self._nummer}_afronden")
        regie.click("gesprek_afronden")
        regie.find("scherm_dossier", QWidget)
