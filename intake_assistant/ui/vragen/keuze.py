"""One choice out of a list: buttons when they are few, else a list to search in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.formulier import Keuze, Vraag
from intake_assistant.ui.fields.editor import Editor
from intake_assistant.ui.fields.search_list import SearchList
from intake_assistant.ui.kit.theme import thema
from intake_assistant.ui.vragen.knoppen import Knoppen, Optie

# Seven can be read aloud; the eight levels of Dutch are judged, not read aloud, and belong side by side.
ALS_KNOPPEN = 8
# Above this scale four columns do not fit beside the shared half.
_RUIM = 125
_KORT_WOORD, _LANG_WOORD, _LANG_LIJST = 12, 22, 4


def opties_van(vraag: Vraag) -> list[Optie]:
    """Return choices with their digit; none where the words begin with one, or beyond nine."""
    keuzes = vraag.te_kiezen
    cijfers = [str(n) if n < 10 and not k.label[:1].isdigit() else "" for n, k in enumerate(keuzes, start=1)]
    return [(cijfer, k.naam, k.label) for cijfer, k in zip(cijfers, keuzes, strict=True)]


def vervallen_van(vraag: Vraag) -> list[Optie]:
    """Return the choices that stand there only where an earlier answer holds them."""
    return [("", keuze.naam, keuze.label) for keuze in vraag.keuzes if keuze.vervallen]


def kolommen_van(keuzes: tuple[Keuze, ...]) -> int:
    """Return in how many columns these are read most easily."""
    langste = max(len(keuze.label) for keuze in keuzes)
    if langste <= _KORT_WOORD and len(keuzes) > _LANG_LIJST:
        return _LANG_LIJST if thema.schaal <= _RUIM else 2
    if len(keuzes) <= 2 or (langste <= _KORT_WOORD and len(keuzes) <= _LANG_LIJST):
        return len(keuzes) if langste <= _LANG_WOORD else 1
    return 2 if langste <= 40 and len(keuzes) > 3 else 1


class Keuzevraag(Editor):
    """`select_one`."""

    def __init__(self, vraag: Vraag) -> None:
        super().__init__()
        self.knoppen: Knoppen | None = None
        self.lijst: SearchList | None = None
        if len(vraag.te_kiezen) <= ALS_KNOPPEN:
            kolommen = kolommen_van(vraag.te_kiezen)
            self.knoppen = Knoppen(opties_van(vraag), kolommen, een=True, vervallen=vervallen_van(vraag))
            self.knoppen.gekozen.connect(self.gekozen)
            self.knoppen.terug.connect(self.terug)
            self.vak.addWidget(self.knoppen)
        else:
            self.lijst = SearchList(vraag.keuzes)
            self.lijst.bewerkt.connect(self.getypt)
            self.lijst.gekozen.connect(self.gekozen)
            self.watch(*self.lijst.delen())
            self.vak.addWidget(self.lijst)

    def show_waarde(self, waarde: object) -> None:
        """Show a code."""
        code = "" if waarde is None else str(waarde)
        if self.knoppen:
            self.knoppen.set_codes([code])
        elif self.lijst:
            self.lijst.show_code(code)

    def waarde(self) -> object:
        """Return the code, or what was typed beside the list."""
        if self.knoppen:
            return next(iter(self.knoppen.codes()), None)
        return (self.lijst.code() if self.lijst else "") or None

    def invoer(self) -> QWidget | None:
        """Return the chosen button, or the line of the list."""
        if self.knoppen:
            return self.knoppen.eerste()
        return self.lijst

    def cursor_plek(self) -> int:
        """Return where the cursor stands in the line."""
        return self.lijst.regel().cursorPosition() if self.lijst else 0

    def set_cursor(self, plek: int) -> None:
        """Put the cursor back in the line."""
        if self.lijst:
            self.lijst.regel().setCursorPosition(plek)

    def can_undo(self) -> bool:
        """Say whether something typed can be taken back."""
        return bool(self.lijst and self.lijst.regel().isUndoAvailable())
