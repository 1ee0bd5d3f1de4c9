"""Dossiers that may be of one person: a list, and two of them side by side to decide about."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.dubbel.koppeling import Koppeling
from intake_assistant.domain.kinds import KOPPELING, PERSOON
from intake_assistant.operations.acts.ander.koppeling import record_koppeling
from intake_assistant.operations.views.dubbel.vergelijken import lay_side_by_side
from intake_assistant.operations.views.dubbel.zoeken import Dubbel, pair_of
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.texts import text
from intake_assistant.ui.dubbel.antwoorden import Antwoordknoppen
from intake_assistant.ui.dubbel.kaart import Vergelijkkaart
from intake_assistant.ui.kit.mark import clear, inside
from intake_assistant.ui.kit.parts import kolom, label, schuifvlak, with_label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.kit.word_table import Woordrijen, Woordtabel
from intake_assistant.ui.window.context import Context, Scherm
from intake_assistant.ui.words.doubles import Dubbelvraag

_MOST_ROWS, _ROW, _HEAD = 4, 36, 60
"""So many rows at once: what they are about needs the room."""


class DubbelScherm(Scherm):
    """Above who may be one person, what is to be decided first; below the two that are chosen."""

    naam: ClassVar[str] = "dubbel"
    toont = (PERSOON, KOPPELING)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._all: list[Dubbel] = []
        self._chosen: tuple[str, str] | None = None
        self.kaart: Vergelijkkaart | None = None
        self.vraag = Dubbelvraag(context, self)
        self.vraag.found.connect(self._show_found)
        kolommen = [text("dubbel.kolom_namen"), text("dubbel.kolom_stand")]
        self.rijen = Woordrijen(kolommen)
        self.lijst = Woordtabel(self.rijen, "dubbel_lijst", text("dubbel.titel"), (0, 180), self._open_chosen)
        self.lijst.clicked.connect(lambda _: self._open_chosen())
        self.stand = label("", wrap=True, naam="dubbel_stand")
        self._inhoud = QWidget()
        kolom(self._inhoud, tussen=12)
        self.antwoorden = Antwoordknoppen()
        self.antwoorden.chosen.connect(self._decide)
        self.antwoorden.later.connect(self._go_on)
        self._build()
        self._show_parts()
        context.lines_made.connect(self._follow_lines)

    def _build(self) -> None:
        room = QWidget()
        box = kolom(room, rand=24, tussen=12)
        box.addWidget(label(text("dubbel.titel"), "kop1"))
        box.addWidget(label(text("dubbel.uitleg"), "zacht", wrap=True))
        for part in (self.stand, self.lijst, self._inhoud):
            box.addWidget(part)
        box.addStretch(1)
        outer = kolom(self, tussen=0)
        outer.addWidget(schuifvlak(room), 1)
        outer.addWidget(self.antwoorden)

    # -- what is shown ---------------------------------------------------------------------------------------

    def show_with(self, arguments: dict[str, str]) -> None:
        """Look anew who may be one person; `een` and `ander` choose two."""
        if arguments.get("een") and arguments.get("ander"):
            self._chosen = pair_of(arguments["een"], arguments["ander"])
        self._look()

    def follow(self) -> None:
        """Look anew: somebody is called otherwise, or something was decided."""
        self._look()

    def where(self) -> dict[str, str]:
        """The two that are chosen."""
        een, ander = self._chosen or ("", "")
        return {"een": een, "ander": ander}

    def resting_place(self) -> QWidget:
        """The list, when there is anybody in it."""
        return self.lijst if self._all else self

    def _look(self) -> None:
        # What was read before stays until the answer is there: nothing moves under a hand.
        if not self._all:
            with_label(self.stand, text("dubbel.zoekt"))
        self.context.lines()
        self.vraag.ask_all()

    def _follow_lines(self) -> None:
        if self._is_shown():
            self.vraag.ask_all()

    def _show_found(self, found: list[Dubbel]) -> None:
        had_keyboard = self.hasFocus()
        self._all = found
        with_label(self.stand, "" if found else text("dubbel.niemand"))
        self.rijen.show_all([(_names(dubbel), stand_in_words(dubbel)) for dubbel in found])
        self._show_parts()
        self._choose(self._at(self._chosen))
        if had_keyboard and found:
            self.lijst.setFocus()

    def _show_parts(self) -> None:
        for part in (self.lijst, self.antwoorden):
            part.setVisible(bool(self._all))
        shown = min(len(self._all), _MOST_ROWS)
        self.lijst.setFixedHeight(px(_HEAD + _ROW * shown))

    def _at(self, pair: tuple[str, str] | None) -> int:
        places = (at for at, dubbel in enumerate(self._all) if (dubbel.dossier, dubbel.ander) == pair)
        return next(places, 0)

    def _choose(self, at: int) -> None:
        if self._all:
            self.lijst.selectRow(at)
        self._draw(self._all[at] if self._all else None)

    def _open_chosen(self) -> None:
        if 0 <= self.lijst.row < len(self._all):
            self._draw(self._all[self.lijst.row])

    def _draw(self, dubbel: Dubbel | None) -> None:
        clear(self._inhoud)
        self.kaart = None
        self._chosen = (dubbel.dossier, dubbel.ander) if dubbel else None
        box = inside(self._inhoud)
        if dubbel is not None:
            side = lay_side_by_side(self.context.work, dubbel.dossier, dubbel.ander)
            self.kaart = Vergelijkkaart(dubbel, side)
            self.kaart.opened.connect(self._to_dossier)
            box.addWidget(self.kaart)
            self.antwoorden.show_for(dubbel)

    # -- deciding --------------------------------------------------------------------------------------------

    def _decide(self, said: Koppeling) -> None:
        if self.kaart is None:
            return
        dubbel = self.kaart.dubbel
        act = partial(record_koppeling, self.context.work, dubbel.dossier, dubbel.ander, said)
        if self.context.act(act) is None:
            return
        self.context.told.emit(
            text(f"dubbel.vastgelegd_{said}", een=lijstnaam(dubbel.naam), ander=lijstnaam(dubbel.ander_naam))
        )
        self.lijst.setFocus()
        self.vraag.ask_all()

    def _go_on(self) -> None:
        """To the next two that are to be decided about; the last leads to the first."""
        todo = [at for at, dubbel in enumerate(self._all) if dubbel.is_open]
        here = self._at(self._chosen)
        self._choose(next((at for at in todo if at > here), todo[0] if todo else here))
        self.lijst.setFocus()

    def _to_dossier(self, dossier: str) -> None:
        self.context.navigate.emit("dossier", {"dossier": dossier})


def _names(dubbel: Dubbel) -> str:
    return text("dubbel.namen", een=lijstnaam(dubbel.naam), ander=lijstnaam(dubbel.ander_naam))


def stand_in_words(dubbel: Dubbel) -> str:
    """What was decided, or why it is asked."""
    if not dubbel.is_open:
        return text(f"dubbel.stand_{dubbel.stand}")
    if dubbel.stand is Koppeling.ONEENS:
        return text("dubbel.stand_oneens")
    return text("dubbel.zeker" if dubbel.is_zeker else "dubbel.mogelijk")
