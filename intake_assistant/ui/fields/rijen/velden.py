"""The field of a row that its description asks for; and one for several codes at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox

from intake_assistant.dates import date_in_words
from intake_assistant.domain.recht.grenzen import Grens
from intake_assistant.texts import text
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.field import ChoiceField, DateField, Field, LineField, NumberField, TextField
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.fields.line import LineEditor
from intake_assistant.ui.fields.rijen.soort import Rijsoort, Rijveld
from intake_assistant.ui.fields.search_list import hits_below
from intake_assistant.ui.kit.flow import Vloei
from intake_assistant.ui.kit.giving_way import Keuzevink

Keuzes = Sequence[tuple[str, str]]
_GETAL = Grens(0, 9999, "Awb 3:2", heel=False)


class VinkEditor(Editor):
    """Boxes to tick; what is recorded and has no box gets one."""

    def __init__(self, keuzes: Keuzes, namen: str) -> None:
        super().__init__()
        self._namen, self._vakjes = namen, dict[str, QCheckBox]()
        self._rij = Vloei()
        self.vak.addLayout(self._rij)
        for code, woord in keuzes:
            self._add(code, woord)
        # Each box keeps its own name: the field as a whole leads to the first.
        if self._vakjes:
            self.setFocusProxy(next(iter(self._vakjes.values())))

    def show_waarde(self, waarde: object) -> None:
        """Tick the boxes of these codes."""
        codes = [str(code) for code in waarde] if isinstance(waarde, list) else []
        for code in codes:
            if code not in self._vakjes:
                self._add(code, code)
        for code, vakje in self._vakjes.items():
            vakje.setChecked(code in codes)

    def waarde(self) -> object:
        """Return the codes that are ticked, None for none."""
        return [code for code, vakje in self._vakjes.items() if vakje.isChecked()] or None

    def _add(self, code: str, woord: str) -> None:
        made = Keuzevink(woord)
        made.setAccessibleName(f"{self._namen}: {woord}")
        made.setObjectName(f"vink_{code}")
        made.clicked.connect(lambda _: self.gekozen.emit())
        self.watch(made)
        self._vakjes[code] = made
        self._rij.addWidget(made)


class VinkField(Field):
    """Several codes of a list."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, keuzes: Keuzes, hulp: str = "") -> None:
        super().__init__(keeper, subject, naam, VinkEditor(keuzes, naam), hulp)

    def typed(self) -> str:
        """The codes below each other."""
        waarde = self.editor.waarde()
        return "\n".join(waarde) if isinstance(waarde, list) else ""

    def put(self, waarde: str) -> None:
        """Tick what is recorded."""
        self.editor.show_waarde(waarde.splitlines())

    def value(self, waarde: str) -> Mapping[str, Any]:
        """The list of codes."""
        return {"waarde": waarde.splitlines()}


class SuggestedField(LineField):
    """A line of one's own words, with names that begin or hold what is typed offered below it."""

    def __init__(self, keeper: Keeper, subject: str, naam: str, keuzes: Keuzes, hulp: str = "") -> None:
        super().__init__(keeper, subject, naam, hulp)
        if not isinstance(self.editor, LineEditor):
            raise TypeError(subject)
        offered = hits_below([woord for _, woord in keuzes], self.editor.regel)
        # The line takes the name after the list told of it: it is recorded once it stands there.
        offered.activated.connect(self._take)
        self.editor.regel.setCompleter(offered)

    def _take(self, woord: str) -> None:
        self.editor.show_waarde(woord)
        self.leave()


def shown(staat: Mapping[str, Any], naam: str) -> str:
    """A value of a row as its field takes it; of a table the part that is named after the point."""
    veld, _, deel = naam.partition(".")
    waarde = staat.get(veld, "")
    if deel:
        waarde = waarde.get(deel, "") if isinstance(waarde, Mapping) else ""
    return "\n".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde)


def in_het_kort(soort: Rijsoort, staat: Mapping[str, Any]) -> str:
    """A row as one line: what is filled in, in the order of its fields."""
    gevuld = ((veld, shown(staat, veld.naam)) for veld in soort.velden if veld.kort)
    zin = ", ".join(text(veld.kort, waarde=_said(veld, waarde)) for veld, waarde in gevuld if waarde)
    return f"{zin[:1].upper()}{zin[1:]}"


def _said(veld: Rijveld, waarde: str) -> str:
    codes = [text(veld.keuzes[code]) if code in veld.keuzes else code for code in waarde.splitlines()]
    if veld.soort == "datum":
        return date_in_words(waarde)
    return ", ".join(codes) if veld.soort in ("keuze", "meerkeuze") else " ".join(waarde.split())


def make_field(keeper: Keeper, subject: str, veld: Rijveld, keuzes: Keuzes = ()) -> Field:
    """The field that a description asks for; `keuzes` when they are known only on the screen."""
    woord, hulp = text(veld.woord), text(veld.hulp) if veld.hulp else ""
    codes = keuzes or [(code, text(sleutel)) for code, sleutel in veld.keuzes.items()]
    if veld.soort == "keuze":
        return ChoiceField(keeper, subject, woord, codes, hulp)
    if veld.soort == "meerkeuze":
        return VinkField(keeper, subject, woord, codes, hulp)
    if veld.soort == "getal":
        return NumberField(keeper, subject, woord, veld.grens or _GETAL, hulp)
    if codes:
        return SuggestedField(keeper, subject, woord, codes, hulp)
    soorten = {"datum": DateField, "regel": LineField, "tekst": TextField}
    return soorten[veld.soort](keeper, subject, woord, hulp)
