"""The fields of the beschikking in the order in which it is read; what does not apply is out of sight."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from intake_assistant.domain.recht.grenzen import GRENZEN
from intake_assistant.domain.recht.leerroute import Alfabetiseringsonderwijs, Leerroute, Niveau
from intake_assistant.domain.recht.oordeel.zaak import Tekenbevoegde
from intake_assistant.operations.papers.brief.ondertekenaars import ondertekenaars_of
from intake_assistant.operations.views.onmogelijk import wrong_number
from intake_assistant.texts import text
from intake_assistant.ui.beschikking.rijen import AFTREK, PARTICIPATIEWET, Rijdeel, RijenEditor
from intake_assistant.ui.fields.buttons import ButtonsEditor, SegmentsEditor
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.fields.flag import Flag, date_flag
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import DateEditor, LineEditor, NumberEditor
from intake_assistant.ui.fields.text import TextEditor
from intake_assistant.ui.kit.flow import Rooster, Vloei
from intake_assistant.ui.kit.mark import clear
from intake_assistant.ui.kit.parts import Vouwknop, kaart, knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.focus import step
from intake_assistant.ui.window.context import Context

_NIVEAUS: Final = tuple(n.value for n in Niveau)


@dataclass(frozen=True)
class Veld:
    """One field: its key, its kind, how high it is; `codes` for a choice from a list.

    `uitleg`: the key of what is explained below it, when that is not its own.
    """

    sleutel: str
    soort: str
    hoogte: int = 1
    codes: tuple[str, ...] = ()
    uitleg: str = ""


SECTIES: Final[Mapping[str, tuple[Veld, ...]]] = {
    "route": (
        Veld("leerroute", "knoppen", codes=tuple(r.value for r in Leerroute)),
        Veld("niveau", "segmenten", codes=_NIVEAUS),
        Veld("alfabetiseringsonderwijs", "lijst", codes=tuple(a.value for a in Alfabetiseringsonderwijs)),
        Veld("niveau_per_onderdeel.lezen", "segmenten", codes=_NIVEAUS),
        Veld("niveau_per_onderdeel.luisteren", "segmenten", codes=_NIVEAUS),
        Veld("niveau_per_onderdeel.schrijven", "segmenten", codes=_NIVEAUS),
        Veld("niveau_per_onderdeel.spreken", "segmenten", codes=_NIVEAUS),
        Veld("mag_opleiding_afmaken", "lijst", codes=("ja", "nee")),
    ),
    "motivering": (
        Veld("motivering", "tekst", 5),
        Veld("motivering_onderwijsroute", "tekst", 3),
        Veld("motivering_afwijking_lbt", "tekst", 4),
        Veld("zienswijze", "tekst", 2),
        Veld("zienswijze.geen", "tekst", 1),
        Veld("onvolledig_reden", "tekst", 2),
    ),
    "intensiteit": (
        Veld("intensiteit.uren_per_week", "getal"),
        Veld("intensiteit.weken", "getal"),
        Veld("geschatte_intensiteit_b1_route", "getal"),
        Veld("zroute.cursusuren", "getal"),
        Veld("zroute.participatie_uren", "getal"),
        Veld("zroute.examenwens", "lijst", codes=("ja", "nee")),
        Veld("intensiteit.toelichting", "tekst", 2),
    ),
    "modules": (Veld("pvt_uren", "getal"), Veld("map_uren", "getal")),
    "aftrek": (Veld("aftrek", "rijen"),),
    "ondersteuning": (
        Veld("ondersteuning", "regels", 3),
        Veld("voortgangsgesprekken", "getal"),
        Veld("voortgang", "tekst", 2),
        Veld("vve", "tekst", 1),
        Veld("vve.nvt", "tekst", 1),
    ),
    "participatiewet": (Veld("participatiewet", "rijen"),),
    "ondertekening": (
        Veld("ondertekenaar.naam", "regel"),
        Veld("ondertekenaar.functie", "regel"),
        Veld("ondertekenaar.mandaat", "regel"),
        Veld("teksten_toegestaan.naam", "regel"),
        Veld("teksten_toegestaan.functie", "regel"),
        Veld("teksten_toegestaan.datum", "datum"),
    ),
}
MOTIVERING: Final = "motivering"
ONDERTEKENING: Final = "ondertekening"
_BREED: Final = ("tekst", "regels", "regel", "knoppen", "rijen")
_RIJEN: Final[Mapping[str, tuple[Rijdeel, ...]]] = {"aftrek": AFTREK, "participatiewet": PARTICIPATIEWET}


class Velden(QWidget):
    """All fields; the keeper does the rest. `opmerking` with the key of a field to remark on."""

    opmerking = Signal(str)
    klaarzetten = Signal()
    """To set the arguments ready in the motivering."""

    def __init__(
        self,
        keeper: Keeper,
        of: Callable[[str], str],
        secties: Mapping[str, tuple[Veld, ...]] = SECTIES,
        gevouwen: str = "",
    ) -> None:
        """Field `key` holds subject `of(key)`: of the first PIP, or of a later besluit in the making.

        `gevouwen` names the section that is folded until somebody asks for it or for a field in it.
        """
        super().__init__()
        self._keeper, self._of, self._secties = keeper, of, secties
        self._gevouwen, self._vouw = gevouwen, list[Vouwknop]()
        self._veld: dict[str, Editor] = {}
        self._rij: dict[str, QWidget] = {}
        self._opmerkingen: dict[str, QPushButton] = {}
        self._sectie: dict[str, QFrame] = {}
        self.beside_motivering: QWidget | None = None
        self._mogen: tuple[Tekenbevoegde, ...] = ()
        self._tekenaars = QWidget()
        self._tekenrij = Vloei(self._tekenaars)
        vak = kolom(self, rand=0, tussen=12)
        for naam, velden in secties.items():
            self._sectie[naam] = self._make_sectie(naam, velden)
            vak.addWidget(self._sectie[naam])
        self._onder = kolom(tussen=0)
        vak.addLayout(self._onder)
        vak.addStretch(1)

    def put_below(self, wat: QWidget) -> None:
        """Below all fields, what is no part of the besluit."""
        self._onder.addWidget(wat)

    def _make_sectie(self, naam: str, velden: tuple[Veld, ...]) -> QFrame:
        made = kaart(naam=f"sectie_{naam}")
        vak = kolom(made, rand=16, tussen=8)
        inhoud, raster = QWidget(), Rooster(2)
        inhoud.setLayout(raster)
        raster.setSpacing(px(12))
        if naam == ONDERTEKENING:
            raster.add(self._tekenaars, breed=True)
        for veld in velden:
            raster.add(self._make_rij(veld), breed=veld.soort in _BREED)
        kop = text(f"beschikking.sectie_{naam}")
        if naam == self._gevouwen:
            self._vouw.append(Vouwknop(kop, f"sectie_{naam}_open", inhoud))
            vak.addWidget(self._vouw[-1], 0, Qt.AlignmentFlag.AlignLeft)
        else:
            vak.addWidget(label(kop, "kop2", wrap=True))
        vak.addWidget(inhoud)
        return made

    def _make_rij(self, veld: Veld) -> QWidget:
        made = QFrame()
        vak = kolom(made, tussen=2)
        naam = text(f"beschikking.veld_{veld.sleutel}")
        kop = label(naam, "veldnaam", wrap=True)
        invoer = self._make_veld(veld)
        name_field(invoer, f"veld_{veld.sleutel}", naam)
        kop.setBuddy(invoer)
        vak.addWidget(kop)
        vak.addWidget(invoer)
        # Below the field: beside its name it would widen the column, which has none to spare.
        vak.addWidget(self._make_opmerking(veld.sleutel), 0, Qt.AlignmentFlag.AlignLeft)
        if isinstance(invoer, NumberEditor):
            vak.addWidget(_flag(invoer, veld.sleutel))
        if isinstance(invoer, DateEditor):
            vak.addWidget(date_flag(self._keeper.context, self._of(veld.sleutel), invoer))
        if veld.soort in ("tekst", "regels", "regel", "rijen"):
            vak.addWidget(
                label(text(f"beschikking.uitleg_{veld.uitleg or veld.sleutel}"), "klein", wrap=True)
            )
        if veld.sleutel == MOTIVERING and not veld.uitleg:
            self.beside_motivering = self._make_beside()
            vak.addWidget(self.beside_motivering)
        vak.addStretch(1)
        self._veld[veld.sleutel], self._rij[veld.sleutel] = invoer, made
        return made

    def _show_tekenaars(self) -> None:
        """Who may sign today by the list of the municipality: one click fills in all three."""
        work = self._keeper.context.work
        mogen = tuple(een for een in ondertekenaars_of(work) if een.mag(work.clock.today()))
        self._tekenaars.setVisible(bool(mogen))
        if mogen == self._mogen:
            return
        self._mogen = mogen
        clear(self._tekenaars)
        for nummer, een in enumerate(mogen):
            made = knop(een.naam, f"tekent_{nummer}", partial(self._sign_by, een))
            made.setAccessibleName(text("beschikking.tekent", naam=een.naam))
            self._tekenrij.addWidget(made)

    def _sign_by(self, een: Tekenbevoegde) -> None:
        for deel, waarde in (("naam", een.naam), ("functie", een.functie), ("mandaat", een.mandaat)):
            self._keeper.chosen(self._of(f"ondertekenaar.{deel}"), {"waarde": waarde})

    def _make_beside(self) -> QWidget:
        """Below the motivering: to set the arguments ready while nothing stands there."""
        made = QWidget()
        vak = kolom(made, tussen=2)
        self.klaarzetter = knop(
            text("beschikking.klaarzetten"), "klaarzetten", self.klaarzetten.emit, icoon="weging"
        )
        vak.addWidget(self.klaarzetter, 0, Qt.AlignmentFlag.AlignLeft)
        vak.addWidget(label(text("beschikking.klaarzetten_uitleg"), "klein", wrap=True))
        return made

    def _make_opmerking(self, sleutel: str) -> QPushButton:
        made = knop("", f"opmerking_{sleutel}", lambda: self.opmerking.emit(sleutel), "stil")
        made.hide()
        self._opmerkingen[sleutel] = made
        return made

    def _make_veld(self, veld: Veld) -> Editor:
        editor = _make_editor(veld, self._keeper.context)
        self._keeper.follow(editor, self._of(veld.sleutel))
        return editor

    # -- showing ---------------------------------------------------------------------------------------------

    def show_concept(self, concept: Mapping[str, Any], verborgen: Collection[str]) -> None:
        """Show what is recorded or being typed, and only the fields that apply."""
        for sleutel, veld in self._veld.items():
            veld.show_waarde(concept.get(sleutel, ""))
        # Never over what somebody typed.
        if self.beside_motivering is not None:
            self.beside_motivering.setVisible(not str(concept.get(MOTIVERING, "")).strip())
        self._show_tekenaars()
        self.hide_fields(verborgen)

    def show_opmerkingen(self, open_: Mapping[str, int], *, leest: bool) -> None:
        """Say beside a field how much of it is remarked on; who reads for others can remark on each."""
        for sleutel, made in self._opmerkingen.items():
            aantal = open_.get(self._of(sleutel), 0)
            woorden = text("overleg.aantal_open", aantal=aantal) if aantal else text("overleg.opmerken")
            made.setText(woorden)
            veld = text(f"beschikking.veld_{sleutel}")
            made.setAccessibleName(f"{woorden}: {veld}")
            made.setVisible(bool(aantal) or leest)

    def hide_fields(self, verborgen: Collection[str]) -> None:
        """Put the fields out of sight that do not apply; an empty section goes with them."""
        for sleutel, row in self._rij.items():
            # Qt would look for another place from the first field on.
            if sleutel in verborgen and row.isAncestorOf(focus := self.window().focusWidget()):
                step(self, focus, forward=True)
            row.setVisible(sleutel not in verborgen)
        for naam, velden in self._secties.items():
            self._sectie[naam].setVisible(any(veld.sleutel not in verborgen for veld in velden))

    def field_of(self, sleutel: str) -> QWidget | None:
        """The field of a key, or the first that applies beneath it; what is folded comes into sight."""
        alle = [k for k in self._veld if k == sleutel or k.startswith(f"{sleutel}.")]
        found = next((k for k in alle if not self._rij[k].isHidden()), alle[0] if alle else None)
        if found is None:
            return None
        if any(veld.sleutel == found for veld in self._secties.get(self._gevouwen, ())):
            for vouw in self._vouw:
                vouw.fold(open_=True)
        return self._veld[found]

    def first_field(self) -> QWidget | None:
        """The field that is asked for first."""
        return next((veld for naam, veld in self._veld.items() if not self._rij[naam].isHidden()), None)


def _make_editor(veld: Veld, context: Context) -> Editor:
    match veld.soort:
        case "knoppen" | "lijst" | "segmenten":
            return _make_choice(veld)
        case "getal":
            return NumberEditor(96)
        case "regel":
            return LineEditor()
        case "datum":
            return DateEditor(160)
        case "rijen":
            return RijenEditor(veld.sleutel, _RIJEN[veld.sleutel], context)
        case _:
            return TextEditor(veld.hoogte, per_regel=veld.soort == "regels")


def _make_choice(veld: Veld) -> Editor:
    woord = veld.sleutel.partition(".")[0]
    keuzes = [(code, text(f"beschikking.keuze_{woord}_{code}")) for code in veld.codes]
    if veld.soort == "knoppen":
        return ButtonsEditor(veld.sleutel, keuzes)
    if veld.soort == "segmenten":
        geen, gelezen = text("beschikking.keuze_geen_kort"), text("beschikking.keuze_geen")
        return SegmentsEditor(veld.sleutel, keuzes, geen, gelezen)
    return ChoiceEditor(keuzes, text("beschikking.keuze_geen"))


def _flag(editor: NumberEditor, sleutel: str) -> Flag:
    """What is wrong with a number, to be put below its line."""
    grens = GRENZEN.get(sleutel)
    return Flag(editor.regel, lambda: wrong_number(editor.waarde() or "", grens) if grens else "")
