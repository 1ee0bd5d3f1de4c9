"""Before a dossier is erased: what would go, where and why, and what forbids it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from intake_assistant.dates import date_in_words
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.recht import wissen as regels
from intake_assistant.domain.recht.bewaartermijn import HEEL, Bewaartermijn, bewaarfeiten
from intake_assistant.domain.recht.verzoek import verzoeken_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.views.wissen.bewaartermijn import Bewaarregel, bewaarregels_of
from intake_assistant.operations.views.wissen.plaatsen import Wisplaats, plaatsen_voor
from intake_assistant.operations.views.wissen.telling import count
from intake_assistant.operations.words.naam import kenmerk_of, volledige_naam
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.erase import erase as storage
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True)
class Voorstel:
    """What erasing a dossier would do, and whether it may: nothing was erased yet."""

    dossier: str
    kenmerk: str
    naam: str
    gronden: tuple[str, ...]
    te_wissen: tuple[Bewaarregel, ...]
    aantallen: Mapping[str, int]
    plaatsen: tuple[Wisplaats, ...]
    buiten: int
    """How many papers were kept outside the vault, where no program can erase them."""
    belet: Bewaartermijn | None

    def verboden(self, grond: str) -> bool:
        """Whether erasing on this ground is forbidden today."""
        return regels.is_verboden(grond, self.belet)

    @property
    def waarom(self) -> str:
        """Why it must go by now, or that nothing asks for it."""
        return " ".join(r.uitleg for r in self.te_wissen) or text("wissen.niet_nodig")

    @property
    def tellingen(self) -> list[str]:
        """What goes, one line for each kind."""
        return [text(f"wissen.telling.{naam}", aantal=aantal) for naam, aantal in self.aantallen.items()]

    @property
    def belet_in_woorden(self) -> str:
        """Why it is forbidden, or why it had better wait; empty when nothing is in the way."""
        return _belet_in_words(self.belet) if self.belet else ""


def propose(work: Workspace, dossier: str) -> Voorstel:
    """Step 1: what would go, on which grounds, and what forbids it. KnownError `dossier.not_found`."""
    refuse_erased(work, dossier)
    found = work.vault.dossier(dossier)
    feiten, today = bewaarfeiten(found, work.data.formulieren), work.clock.today()
    return Voorstel(
        dossier=dossier,
        kenmerk=kenmerk_of(found),
        naam=volledige_naam(inburgeraar_of(found)),
        gronden=regels.gronden(feiten, verzoeken_of(found), today, work.data.regels),
        te_wissen=tuple(r for r in bewaarregels_of(work, found) if r.stand == "te_wissen" and r.wat in HEEL),
        aantallen=count(work, found),
        plaatsen=tuple(plaatsen_voor(work, dossier)),
        buiten=len(work.vault.log("export", dossier)),
        belet=regels.belet(feiten, today, work.data.regels),
    )


def ground_for(voorstel: Voorstel) -> str:
    """The ground that the law gives by itself; where it gives none, what a person writes down."""
    return voorstel.gronden[0] if voorstel.gronden[0] != regels.VERGISSING else regels.ANDERS


def refuse_erased(work: Workspace, dossier: str) -> None:
    """KnownError `dossier.erased` when it was erased before."""
    if storage.is_erased(work.vault, dossier):
        raise KnownError("dossier.erased", dossier=dossier)


def is_confirmed(typed: str, kenmerk: str) -> bool:
    """Whether just this reference was typed; it is to be the right one, no test of typing."""
    return bool(_bare(kenmerk)) and _bare(typed) == _bare(kenmerk)


def _bare(kenmerk: str) -> str:
    """Without spaces and case."""
    return "".join(kenmerk.split()).casefold()


def _belet_in_words(gevonden: Bewaartermijn) -> str:
    feiten = {
        naam: date_in_words(feit.isoformat()) if isinstance(feit, date) else feit
        for naam, feit in gevonden.feiten.items()
    }
    return text(f"wissen.belet.{gevonden.reden}", **feiten)
