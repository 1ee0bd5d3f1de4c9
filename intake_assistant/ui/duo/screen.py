"""DUO, from the dossier: messages as files that the municipality's system sends, and answers taken in."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from intake_assistant.domain.kinds import AFRONDING, BESLUIT, DUOBERICHT
from intake_assistant.operations.changed import Changed
from intake_assistant.texts import text
from intake_assistant.ui.duo.antwoord import AntwoordKaart
from intake_assistant.ui.duo.bericht import GELEZEN, BerichtKaart
from intake_assistant.ui.duo.registratie import RegistratieKaart
from intake_assistant.ui.fields.keeper import Keeper
from intake_assistant.ui.kit.giving_way import Groepen
from intake_assistant.ui.kit.parts import kolom, label, schuifvlak
from intake_assistant.ui.kit.theme import px
from intake_assistant.ui.window.context import Context, Scherm


class DuoScherm(Scherm):
    """Messages on the left; how it stands at DUO and its answers on the right."""

    naam = "duo"
    toont = (*GELEZEN, AFRONDING)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.keeper = Keeper(context, self)
        self.bericht = BerichtKaart(self.keeper)
        self.registratie = RegistratieKaart(self.keeper, self.bericht.look)
        self.antwoord = AntwoordKaart(context)
        self.bericht.gemaakt.connect(self.registratie.show_eerder)
        inhoud = QWidget()
        box = kolom(inhoud, tussen=16)
        box.addWidget(label(text("duo.kop"), "kop1"))
        box.addWidget(label(text("duo.uitleg"), "zacht", wrap=True))
        links, rechts = kolom(tussen=16), kolom(tussen=16)
        links.addWidget(self.bericht)
        links.addStretch(1)
        rechts.addWidget(self.antwoord)
        rechts.addWidget(self.registratie)
        rechts.addStretch(1)
        naast = Groepen(links, rechts, delen=(1, 1))
        naast.setSpacing(px(16))
        box.addLayout(naast)
        box.addStretch(1)
        outer = kolom(self)
        outer.setContentsMargins(px(24), px(16), px(24), px(8))
        outer.addWidget(schuifvlak(inhoud))

    def show_with(self, arguments: dict[str, str]) -> None:
        """Read how it stands; `soort` chooses the message."""
        self.keeper.begin((BESLUIT,))
        self.bericht.show_soort(arguments.get("soort", ""))
        self.registratie.show_now()
        self.antwoord.forget()

    def follow(self) -> None:
        """Read how it stands now."""
        self.bericht.look()
        self.registratie.show_now()

    def follow_own(self, changed: Changed) -> None:
        """Say anew what a message would hold, and which were made."""
        self.bericht.look()
        self.registratie.look()
        if changed.touches((DUOBERICHT,)):
            self.registratie.show_eerder()

    def leave(self) -> None:
        """Record what was typed; what was read and not taken is let go."""
        if self.context.dossier_id:
            self.bericht.leave()
            self.registratie.leave()
        self.antwoord.forget()

    def where(self) -> dict[str, str]:
        """The message that is looked at."""
        return {"soort": self.bericht.soort}
