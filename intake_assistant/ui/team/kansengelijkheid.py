"""Whether equal people are offered the same: one comparison at a time, with what it cannot say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, Final

from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from intake_assistant.domain.kinds import BESLUIT, PERSOON
from intake_assistant.domain.team.kansengelijkheid import Groepsrij, Kansvergelijking
from intake_assistant.domain.team.kansfeiten import KANSVRAGEN, Kansuitkomst, Kenmerk
from intake_assistant.operations.papers.kansblad import WAT, make_kansrapport
from intake_assistant.operations.views.team.kansengelijkheid import (
    Kansbeeld,
    read_kansen,
)
from intake_assistant.operations.views.team.kanstekening import draw_vergelijking
from intake_assistant.operations.words.kansen import (
    aandeel_in_words,
    groep_in_words,
    kenmerk_in_words,
    marge_in_words,
    procent,
    rij_in_words,
    uitkomst_in_words,
    verschil_in_words,
    zin_geteld,
    zin_regievoerders,
    zinnen_altijd,
    zinnen_van,
)
from intake_assistant.operations.words.team import getal
from intake_assistant.texts import text
from intake_assistant.ui.drawing.painting import Plaat
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import ChoiceBox, Vel, kaart, kolom, label, rij, schuifvlak
from intake_assistant.ui.kit.theme import px, thema
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.team.saving import Bewaarbaar, Bewaarknoppen
from intake_assistant.ui.window.context import Context, Scherm

_BREED: Final = 1040
_AANDEEL: Final = ("groep", "mensen", "aantal", "aandeel", "marge", "verschil")
_MIDDEN: Final = ("groep", "mensen", "midden", "marge")
_MOST_ROWS: Final = 14


class KansengelijkheidScherm(Scherm):
    """What is compared, between whom; a sentence, a picture and a table that say the same."""

    naam: ClassVar[str] = "kansengelijkheid"
    toont = (PERSOON, BESLUIT)
    toont_vragen = KANSVRAGEN

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._beeld: Kansbeeld | None = None
        self._woorden: dict[str, QLabel] = {}
        self.wat, self.tussen, self.welke = (_choice(naam) for naam in ("wat", "tussen", "welke"))
        self.zin = label("", wrap=True, naam="kansen_zin")
        self.geteld = label("", "zacht", wrap=True, naam="kansen_geteld")
        self.regievoerders = label("", "zacht", wrap=True, naam="kansen_regievoerders")
        self.altijd = label("", wrap=True, naam="kansen_altijd")
        self.plaat = Plaat("kansen_plaat")
        self.aandelen = _table("kansen_aandelen", _AANDEEL, (80, 252, 84, 108, 264))
        self.middens = _table("kansen_middens", _MIDDEN, (80, 216, 140))
        self._build()
        for keuze in (self.wat, self.tussen):
            keuze.activated.connect(lambda _: self._show_choices())
        self.welke.activated.connect(lambda _: self._draw())
        thema.changed.connect(self._redraw)
        context.lines_made.connect(self._follow_lines)

    def _build_head(self) -> Groepen:
        links, rechts = rij(), rij()
        links.addWidget(label(text("kansen.titel"), "kop1"))
        links.addStretch(1)
        wat = Bewaarbaar("kansen", lambda: self._beeld, make_kansrapport, WAT, met_namen=False)
        self.bewaren = Bewaarknoppen(self.context, wat)
        rechts.addWidget(self.bewaren)
        return Groepen(links, rechts, delen=(1, 0))

    def _build(self) -> None:
        vel = Vel(_BREED)
        box = kolom(vel, rand=24, tussen=12)
        box.addLayout(self._build_head())
        box.addWidget(label(text("kansen.vraag"), "zacht", wrap=True))
        box.addWidget(self.geteld)
        self.keuzes = QWidget()
        grid = QGridLayout(self.keuzes)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(px(16))
        for plek, (naam, keuze) in enumerate(
            (("wat", self.wat), ("tussen", self.tussen), ("welke", self.welke))
        ):
            self._add_choice(grid, plek, naam, keuze)
        box.addWidget(self.keuzes)
        box.addWidget(self.zin)
        self.kaart = kaart(naam="kansen_kaart")
        inside = kolom(self.kaart, rand=16, tussen=12)
        for part in (self.plaat, self.aandelen, self.middens):
            inside.addWidget(part)
        inside.addWidget(label(text("kansen.zin.marge"), "klein", wrap=True))
        box.addWidget(self.kaart)
        box.addWidget(self.altijd)
        box.addWidget(self.regievoerders)
        box.addStretch(1)
        kolom(self).addWidget(schuifvlak(vel))

    def _add_choice(self, grid: QGridLayout, plek: int, naam: str, keuze: QComboBox) -> None:
        woord = label(text(f"kansen.{naam}"), naam=f"kansen_{naam}_woord")
        woord.setBuddy(keuze)
        keuze.setAccessibleName(woord.text())
        self._woorden[naam] = woord
        grid.addWidget(woord, 0, plek)
        grid.addWidget(keuze, 1, plek)
        grid.setColumnStretch(plek, 1)

    # -- what is shown ---------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Count anew; `wat` and `tussen` name a comparison."""
        self._read()
        _select(self.wat, arguments.get("wat", ""))
        _select(self.tussen, arguments.get("tussen", ""))
        self._show_choices()
        _select(self.welke, arguments.get("welke", ""))
        self._draw()

    def where(self) -> dict[str, str]:
        """The comparison that is shown."""
        return {naam: str(k.currentData()) for naam, k in self._choices().items() if k.currentIndex() >= 0}

    def follow(self) -> None:
        """Count anew; the choice stays."""
        self.show_with(self.where())

    def resting_place(self) -> QWidget:
        """The first choice; until all is counted there is none."""
        return self.wat if self.wat.isVisibleTo(self) else self

    def _choices(self) -> dict[str, QComboBox]:
        return {"wat": self.wat, "tussen": self.tussen, "welke": self.welke}

    def _follow_lines(self) -> None:
        if self._is_shown():
            self.follow()

    def _read(self) -> None:
        work = self.context.work
        self._beeld = read_kansen(work, self.context.lines())
        _fill(self.wat, ((u.value, uitkomst_in_words(u)) for u in Kansuitkomst))
        _fill(self.tussen, ((k.value, kenmerk_in_words(k)) for k in self._beeld.kenmerken))
        self.geteld.setText(zin_geteld(self._beeld))
        self.regievoerders.setText(zin_regievoerders(self.context.work))
        self.altijd.setText("\n\n".join(zinnen_altijd(self._beeld)))
        self.bewaren.setEnabled(self._beeld.genoeg)
        for part in (self.keuzes, self.zin, self.kaart, self.altijd):
            part.setVisible(self._beeld.genoeg)

    def _tabel(self) -> Kansvergelijking | None:
        if self._beeld is None or not self._beeld.genoeg:
            return None
        return self._beeld.tabel(Kenmerk(self.tussen.currentData()), Kansuitkomst(self.wat.currentData()))

    def _show_choices(self) -> None:
        """The outcomes of what is compared now; of a number there is one."""
        tabel = self._tabel()
        if tabel is None:
            return
        work = self.context.work
        words = [groep_in_words(work, tabel.uitkomst, groep) for groep in tabel.kolommen]
        _fill(self.welke, ((str(plek), woord) for plek, woord in enumerate(words)))
        for part in (self.welke, self._woorden["welke"]):
            part.setVisible(len(words) > 1)
        self._draw()

    def _redraw(self) -> None:
        if self._is_shown():
            self._draw()

    def _draw(self) -> None:
        tabel = self._tabel()
        if tabel is None:
            return
        work, plek = self.context.work, max(self.welke.currentIndex(), 0)
        self.zin.setText("\n".join(zinnen_van(work, tabel, plek)))
        self.kaart.setVisible(tabel.is_vergelijkbaar)
        if not tabel.is_vergelijkbaar:
            return
        self.plaat.show_drawing(lambda breed, letter: draw_vergelijking(work, tabel, plek, breed, letter))
        self._show_table(tabel, plek)

    def _show_table(self, tabel: Kansvergelijking, plek: int) -> None:
        rijen = [*tabel.rijen, *([tabel.samen] if tabel.samen else [])]
        table = self.middens if tabel.uitkomst.is_getal else self.aandelen
        made = [self._row(tabel, rij, plek) for rij in rijen]
        rows = table.model()
        if isinstance(rows, Woordrijen):
            rows.show_all(made)
        for each in (self.aandelen, self.middens):
            each.setVisible(each is table)

    def _row(self, tabel: Kansvergelijking, rij: Groepsrij, plek: int) -> tuple[str, ...]:
        begin = (rij_in_words(self.context.work, tabel, rij), str(rij.aantal))
        if tabel.uitkomst.is_getal:
            if rij.mediaan is None:
                return (*begin, text("kansen.afgeschermd"), "")
            return (*begin, getal(rij.mediaan.waarde), marge_in_words(rij.mediaan, is_getal=True))
        aandeel = rij.aandelen[plek]
        woorden = aandeel_in_words(aandeel, rij.aantal)
        if aandeel is None:
            return (*begin, woorden, "", "", "")
        verschil = verschil_in_words(aandeel.verschil)
        return (*begin, woorden, procent(aandeel.deel.waarde), marge_in_words(aandeel.deel), verschil)


def _choice(naam: str) -> QComboBox:
    made = ChoiceBox()
    made.setObjectName(f"kansen_{naam}")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    made.setMinimumContentsLength(6)
    return made


def _fill(keuze: QComboBox, items: Iterable[tuple[str, str]]) -> None:
    """Put in these words; what was chosen stays when it is still there."""
    chosen = keuze.currentData()
    keuze.clear()
    for code, woord in items:
        keuze.addItem(woord, code)
    _select(keuze, str(chosen or ""))


def _select(keuze: QComboBox, code: str) -> None:
    plek = keuze.findData(code)
    if plek >= 0:
        keuze.setCurrentIndex(plek)


def _table(naam: str, koppen: tuple[str, ...], breed: tuple[int, ...]) -> Woordtabel:
    rows = Woordrijen([text(f"kansen.kolom.{kop}") for kop in koppen])
    return Woordtabel(rows, naam, text("kansen.titel"), (0, *breed), lambda: None, most=_MOST_ROWS)
