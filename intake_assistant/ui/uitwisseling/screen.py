"""Files that travel: merging those of others, sending, the cards, and what went to whom."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import ClassVar, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from intake_assistant.domain.kinds import VERSTREKKING, VERSTREKKING_GEMELD
from intake_assistant.exchange.card import Card
from intake_assistant.texts import text
from intake_assistant.ui.kit.flow import Chiprij
from intake_assistant.ui.kit.parts import kolom, label
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.uitwisseling.deel import Deel
from intake_assistant.ui.uitwisseling.kaarten import Kaarten
from intake_assistant.ui.uitwisseling.register import Register
from intake_assistant.ui.uitwisseling.samenvoegen import Samenvoegen
from intake_assistant.ui.uitwisseling.versturen import Versturen
from intake_assistant.ui.window.context import Context, Scherm

_LOW = 420
DELEN: Final = ("samenvoegen", "versturen", "kaarten", "register")


class Uitwisseling(Scherm):
    """Four parts beside each other; the one that is left stops what it was doing."""

    naam: ClassVar[str] = "uitwisseling"
    toont = (VERSTREKKING, VERSTREKKING_GEMELD)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        woorden = {naam: text(f"uitwisseling.deel_{naam}") for naam in DELEN}
        self.keuze = Chiprij("deel_", woorden, self.open_part)
        self.pages = QStackedWidget()
        box = self._box = kolom(self, rand=24, tussen=16)
        self.kop = label(text("uitwisseling.kop"), "kop1")
        box.addWidget(self.kop)
        box.addWidget(self.keuze)
        box.addWidget(self.pages, 1)

    # -- the parts, each made at its first need --------------------------------------------------------------

    @cached_property
    def samenvoegen(self) -> Samenvoegen:
        """Joining the files of others."""
        made = self._added(Samenvoegen(self.context))
        made.compare.connect(self._compare)
        return made

    @cached_property
    def versturen(self) -> Versturen:
        """Making a file for others."""
        return self._added(Versturen(self.context))

    @cached_property
    def kaarten(self) -> Kaarten:
        """Who is known, and how to be known."""
        return self._added(Kaarten(self.context))

    @cached_property
    def register(self) -> Register:
        """What went to whom."""
        return self._added(Register(self.context))

    def _added[D: Deel](self, deel: D) -> D:
        deel.elsewhere.connect(self.open_part)
        self.pages.addWidget(deel)
        return deel

    def _deel(self, naam: str) -> Deel:
        made: Deel = getattr(self, naam)
        return made

    def _made(self) -> list[Deel]:
        return [self._deel(naam) for naam in DELEN if naam in vars(self)]

    # -- showing ---------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window, or with large letters, the room is for what is asked."""
        super().resizeEvent(event)
        is_low = self.height() < px(_LOW)
        self.kop.setVisible(not is_low)
        rand, boven = px(24), px(8 if is_low else 24)
        self._box.setContentsMargins(rand, boven, rand, boven)

    @property
    def part(self) -> str:
        """The name of the part that is shown."""
        shown = self.pages.currentWidget()
        return next((naam for naam in DELEN if vars(self).get(naam, self) is shown), DELEN[0])

    def show_with(self, arguments: dict[str, str]) -> None:
        """Show a part (`deel`) anew; `bestanden` to join; to whom (`aan`, devices) which `dossiers` go."""
        deel = arguments.get("deel", self.part)
        self.open_part(deel if deel in DELEN else DELEN[0])
        if self.part == "versturen":
            aan, dossiers = (arguments.get(naam, "").split() for naam in ("aan", "dossiers"))
            self.versturen.keuze.choose(aan, dossiers)
            soort, nieuw = (arguments.get(naam, "") for naam in ("soort", "nieuw"))
            self.versturen.keuze.choose_how(soort, alleen_nieuw=bool(nieuw))
            self.versturen.come_back(arguments.get("blad", ""))
        if bestanden := arguments.get("bestanden"):
            self.samenvoegen.take([Path(bestand) for bestand in bestanden.splitlines()])

    def follow(self) -> None:
        """Read the register anew; where one is in the middle of steps, these stay as they are."""
        if self.part == "register":
            self.register.begin()

    def open_part(self, naam: str) -> None:
        """Show another part."""
        before, deel = self.pages.currentWidget(), self._deel(naam)
        if isinstance(before, Deel) and before is not deel:
            before.stop()
        self._show(naam)
        deel.begin()
        self.resting_place().setFocus()

    def _show(self, naam: str) -> None:
        self.keuze.choose(naam)
        self.pages.setCurrentWidget(self._deel(naam))

    def _compare(self, found: Card) -> None:
        self._show("kaarten")
        self.kaarten.begin()
        self.kaarten.compare(found, then="samenvoegen")

    def resting_place(self) -> QWidget:
        """Where the part that is shown says."""
        return self._deel(self.part).first_field()

    def leave(self) -> None:
        """What is on its way ends, and leaves all as it was."""
        for deel in self._made():
            deel.stop()

    def step_back(self) -> bool:
        """One step back within the part."""
        return self._deel(self.part).step_back()

    def where(self) -> dict[str, str]:
        """The part that is shown, and what was chosen on it."""
        return {"deel": self.part, **self._deel(self.part).where()}
