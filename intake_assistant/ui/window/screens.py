"""The screens there are, in the order of the bar on the left: what the window knows before it makes one."""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from intake_assistant.ui.window.context import Scherm


class Over(Enum):
    """Of whom a screen tells."""

    EEN = auto()
    """Of one person: a dossier must be open."""
    ALLE = auto()
    """A list of everybody: no dossier is open there."""
    BEIDE = auto()
    """Of one, or of everybody while no dossier is open."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """The way to a screen. Its module is imported when one goes there: all at once would hold 10 MB more."""

    naam: str
    """Its name in `Context.navigate`."""
    place: str
    """Its module in ui/ and its class."""
    over: Over = Over.EEN
    in_balk: bool = True
    """Whether the bar on the left leads here; its word is the text `venster.naar_<naam>`."""
    toont_gevoelig: bool = False
    """Whether it may show answers on health or safety: then the gate can stand before it."""

    @property
    def needs_dossier(self) -> bool:
        """Whether a dossier must be open."""
        return self.over is Over.EEN

    @property
    def over_alle(self) -> bool:
        """Whether it is a list of everybody."""
        return self.over is Over.ALLE

    @property
    def scherm(self) -> type[Scherm]:
        """The screen itself."""
        found: type[Scherm] = pkgutil.resolve_name(f"intake_assistant.ui.{self.place}")
        return found


SCHERMEN: Final = (
    Entrance("vandaag", "vandaag.screen:VandaagScherm", Over.ALLE),
    Entrance("dossiers", "dossiers.screen:Dossiers", Over.ALLE),
    Entrance("team", "team.screen:TeamScherm", Over.ALLE),
    Entrance("te_regelen", "vandaag.te_regelen:TeRegelenScherm", Over.ALLE),
    Entrance("caseload", "overleg.caseload:CaseloadScherm", Over.ALLE, in_balk=False),
    Entrance("uitwisseling", "uitwisseling.screen:Uitwisseling", Over.ALLE),
    Entrance(
        "conflicten", "conflicten.screen:ConflictenScherm", Over.BEIDE, in_balk=False, toont_gevoelig=True
    ),
    Entrance("kansengelijkheid", "team.kansengelijkheid:KansengelijkheidScherm", Over.ALLE, in_balk=False),
    Entrance("dubbel", "dubbel.screen:DubbelScherm", Over.ALLE, in_balk=False),
    Entrance("dossier", "dossier.screen:DossierScherm"),
    Entrance("lezen", "lezen.screen:LezenScherm", in_balk=False),
    Entrance("gesprek", "gesprek.screen:GesprekScherm"),
    Entrance("toen_en_nu", "toennu.screen:ToennuScherm", in_balk=False),
    Entrance("toestemmingen", "toestemming.screen:ToestemmingenScherm"),
    Entrance("verstrekken", "verstrekken.screen:VerstrekkenScherm", in_balk=False),
    Entrance("melden", "verstrekken.melden:MeldenScherm", Over.ALLE, in_balk=False),
    Entrance("weging", "weging.screen:WegingScherm", toont_gevoelig=True),
    Entrance("gelijke_gevallen", "team.gelijke_gevallen:GelijkeGevallenScherm", in_balk=False),
    Entrance("beschikking", "beschikking.screen:BeschikkingScherm"),
    Entrance("nieuw_besluit", "beschikking.nieuw_besluit:NieuwBesluitScherm", in_balk=False),
    Entrance("ontwikkelplan", "ontwikkelplan.screen:Ontwikkelplan"),
    Entrance("uitvoering", "uitvoering.screen:UitvoeringScherm"),
    Entrance("duo", "duo.screen:DuoScherm", in_balk=False),
    Entrance("documenten", "documenten.screen:Documenten"),
    Entrance("overleg", "overleg.screen:OverlegScherm", toont_gevoelig=True),
    Entrance("rechten", "rechten.screen:RechtenScherm", toont_gevoelig=True),
    Entrance("geschiedenis", "geschiedenis.screen:GeschiedenisScherm", toont_gevoelig=True),
    Entrance("wissen", "wissen.screen:WissenScherm", Over.BEIDE, in_balk=False),
    Entrance("reservekopieen", "reservekopie.screen:Backups", Over.ALLE, in_balk=False),
    Entrance("instellingen", "instellingen.screen:Instellingen", Over.ALLE),
)
POORT: Final = Entrance("poort", "locking.gate:PoortScherm", in_balk=False)
"""Before a dossier that asks for the passphrase once more."""
VERDER: Final = Entrance("verder", "dossiers.verder:VerderScherm", in_balk=False)
"""In the place of every list, while somebody looks along."""
