"""A field of the beschikking that is a list of rows: each row a few lines, added and taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from intake_assistant.dates import read_date
from intake_assistant.domain.recht.grenzen import GRENZEN
from intake_assistant.domain.recht.leerroute import BIJLAGE
from intake_assistant.domain.recht.oordeel.uren import aftrek_artikelen, aftrek_soorten
from intake_assistant.operations.views.onmogelijk import wrong_number
from intake_assistant.operations.words.controle import aftrek_artikel_in_words
from intake_assistant.texts import text
from intake_assistant.ui.beschikking.bestand import BestandEditor
from intake_assistant.ui.fields.choice import ChoiceEditor
from intake_assistant.ui.fields.editor import Editor, name_field
from intake_assistant.ui.fields.flag import Flag
from intake_assistant.ui.fields.line import DateEditor, LineEditor, NumberEditor
from intake_assistant.ui.kit.flow import Rooster
from intake_assistant.ui.kit.mark import clear
from intake_assistant.ui.kit.parts import knop, kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.qt.later import while_there
from intake_assistant.ui.window.context import Context

type Rij = dict[str, object]
type Keuzes = Callable[[Mapping[str, object]], Iterable[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Rijdeel:
    """One part of a row: its key, its kind, and for a choice what can be chosen beside the rest."""

    sleutel: str
    soort: str = "regel"
    keuzes: Keuzes | None = None
    breed: bool = False


def _soorten(_: Mapping[str, object]) -> list[tuple[str, str]]:
    return [(soort, text(f"beschikking.keuze_aftrek_{soort}")) for soort in aftrek_soorten()]


def _artikelen(rij: Mapping[str, object]) -> list[tuple[str, str]]:
    """The articles that lower the hours of this kind; before one was chosen all of them."""
    artikelen = aftrek_artikelen(str(rij.get("soort") or ""))
    return [(artikel, aftrek_artikel_in_words(artikel)) for artikel in artikelen]


AFTREK: Final = (
    Rijdeel("soort", "keuze", _soorten),
    Rijdeel("uren", "getal"),
    Rijdeel("artikel", "keuze", _artikelen, breed=True),
    Rijdeel("waarom", breed=True),
)
PARTICIPATIEWET: Final = (
    Rijdeel("besluit", breed=True),
    Rijdeel("datum", "datum"),
    Rijdeel("kenmerk"),
    Rijdeel("artikel", breed=True),
    Rijdeel("bestand", "bestand", breed=True),
)


class RijenEditor(Editor):
    """A list of rows, as one value; a plain text is a row that says only its first part."""

    def __init__(self, naam: str, kolommen: tuple[Rijdeel, ...], context: Context) -> None:
        super().__init__()
        self._naam, self._kolommen, self._context = naam, kolommen, context
        self._rijen: list[_Rijvak] = []
        self._lijst = QWidget()
        self._vak = kolom(self._lijst, tussen=8)
        self.nieuw = knop(text(f"beschikking.rij_{naam}_nieuw"), f"{naam}_nieuw", self.add, "stil", "nieuw")
        self.vak.addWidget(self._lijst)
        self.vak.addWidget(self.nieuw, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self.nieuw)

    def show_waarde(self, waarde: object) -> None:
        """Show rows; what means the same is left alone, with the row that nothing was typed in yet."""
        rijen = [self._read(rij) for rij in waarde] if isinstance(waarde, list | tuple) else []
        if rijen != (self.waarde() or []):
            self._put(rijen)

    def waarde(self) -> object:
        """Return the rows that say anything, None when none does."""
        return [gezegd for rij in self._rijen if (gezegd := rij.waarde())] or None

    def invoer(self) -> QWidget | None:
        """Return what takes the keyboard: the first line of the first row, or the way to one."""
        return self._rijen[0].eerste if self._rijen else None

    def add(self) -> None:
        """Put an empty row at the end, and the keyboard in it."""
        self._append({})
        self._rijen[-1].eerste.setFocus()

    def _read(self, rij: object) -> Rij:
        gezegd = rij if isinstance(rij, Mapping) else {self._kolommen[0].sleutel: rij}
        return {str(deel): waarde for deel, waarde in gezegd.items() if waarde not in (None, "")}

    def _put(self, rijen: list[Rij]) -> None:
        clear(self._lijst)
        self._rijen = []
        for rij in rijen:
            self._append(rij)
        self.setFocusProxy(self.invoer() or self.nieuw)

    def _append(self, rij: Rij) -> None:
        made = _Rijvak(self._naam, len(self._rijen) + 1, self._kolommen, rij, self._context)
        for editor in made.editors.values():
            editor.getypt.connect(self.getypt)
            editor.gekozen.connect(self.gekozen)
            editor.verlaten.connect(self.verlaten)
        made.weg.clicked.connect(partial(self._remove, made))
        self._rijen.append(made)
        self._vak.addWidget(made)
        self.setFocusProxy(self.invoer() or self.nieuw)

    def _remove(self, weg: _Rijvak) -> None:
        plaats, rij = self._rijen.index(weg), weg.waarde()
        self._put([rij.waarde() for rij in self._rijen if rij is not weg])
        self.nieuw.setFocus()
        self.gekozen.emit()
        if rij:
            put_back = while_there(self, partial(self._put_back, plaats, rij))
            self._context.ended.emit(text("venster.weggehaald"), put_back)

    def _put_back(self, plaats: int, weg: Rij) -> None:
        rijen = [rij.waarde() for rij in self._rijen]
        self._put([*rijen[:plaats], weg, *rijen[plaats:]])
        self.gekozen.emit()


class _Rijvak(QFrame):
    """One row: its parts under their names; what it does not show it keeps."""

    def __init__(
        self, naam: str, nummer: int, kolommen: tuple[Rijdeel, ...], rij: Rij, context: Context
    ) -> None:
        super().__init__()
        plek = f"{naam}_{nummer}"
        self._kolommen, self._kept = kolommen, rij
        self.editors = {
            deel.sleutel: _editor(deel, f"{plek}_{deel.sleutel}", rij, context) for deel in kolommen
        }
        self.setProperty("rol", "zachtvlak")
        self.setObjectName(f"rij_{naam}_{nummer}")
        vak, raster = kolom(self, rand=12, tussen=8), Rooster(2)
        raster.setSpacing(px(12))
        for deel in kolommen:
            raster.add(self._part(f"{plek}_{deel.sleutel}", naam, deel), breed=deel.breed)
        vak.addLayout(raster)
        self.weg = knop(text("dossier.rij_weg"), f"{naam}_{nummer}_weg", lambda: None, "stil")
        self.weg.setAccessibleName(text(f"beschikking.rij_{naam}_weg", nummer=nummer))
        vak.addWidget(self.weg, 0, Qt.AlignmentFlag.AlignLeft)
        self.eerste = self.editors[kolommen[0].sleutel].invoer() or self

    def waarde(self) -> Rij:
        """What the row says, without what is empty."""
        gezegd = dict(self._kept)
        for sleutel, editor in self.editors.items():
            gezegd |= editor.delen() if isinstance(editor, BestandEditor) else {sleutel: editor.waarde()}
        return {sleutel: waarde for sleutel, waarde in gezegd.items() if waarde not in (None, "")}

    def _part(self, plek: str, naam: str, deel: Rijdeel) -> QWidget:
        made, editor = QWidget(), self.editors[deel.sleutel]
        woord = text(f"beschikking.rij_{naam}_{deel.sleutel}")
        vak, kop = kolom(made, tussen=2), label(woord, "veldnaam", wrap=True)
        name_field(editor, f"veld_{plek}", woord)
        kop.setBuddy(editor.invoer() or editor)
        vak.addWidget(kop)
        vak.addWidget(editor)
        if isinstance(editor, DateEditor | NumberEditor):
            vak.addWidget(Flag(editor.regel, partial(_wrong, editor)))
        vak.addStretch(1)
        editor.gekozen.connect(self._offer)
        return made

    def _offer(self) -> None:
        """What was chosen in one part says what can be chosen in another."""
        for deel in self._kolommen:
            editor = self.editors[deel.sleutel]
            if deel.keuzes is not None and isinstance(editor, ChoiceEditor):
                editor.offer(deel.keuzes(self.waarde()))


def _wrong(editor: LineEditor) -> str:
    """What is wrong with a day or with hours; it stays as it was typed, and is counted with nowhere."""
    waarde = editor.waarde()
    if isinstance(editor, NumberEditor):
        return wrong_number(waarde or "", GRENZEN["pvt_uren"])
    return text("recht.onmogelijk.geen_datum") if waarde and read_date(waarde) is None else ""


def _editor(deel: Rijdeel, plek: str, rij: Rij, context: Context) -> Editor:
    made: Editor
    match deel.soort:
        case "bestand":
            return BestandEditor(context, plek, rij.get(deel.sleutel), rij.get(BIJLAGE))
        case "keuze":
            made = ChoiceEditor(deel.keuzes(rij) if deel.keuzes else (), text("beschikking.keuze_geen"))
            # As wide as its column: the longest reason in law would push the page wider than the window.
            made.keuze.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            made.keuze.setMinimumContentsLength(12)
        case "getal":
            made = NumberEditor(96)
        case "datum":
            made = DateEditor(160)
        case _:
            made = LineEditor()
    made.show_waarde(rij.get(deel.sleutel))
    return made
