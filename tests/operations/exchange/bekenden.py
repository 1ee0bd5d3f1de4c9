"""Laptops that know each other, and the files that go between them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Verzonden, Zending, export
from intake_assistant.operations.exchange.merge import Samenvoeging, merge_files
from intake_assistant.operations.workspace import Workspace

TEAM = Bestandssoort.TEAM
LEZEN, SLAPEN = "taalniveau.nl_lezen", "mentale_gezondheid.slapen"


@dataclass(frozen=True)
class Laptops:
    """Those who know each other, and where their files lie."""

    folder: Path
    an: Workspace
    tea: Workspace

    def send(self, one: Workspace, other: Workspace, naam: str = "x", **how: Any) -> Verzonden:
        zending = Zending(TEAM, (cards.own_card(other),), **how)
        return export(one, zending, self.folder / f"{naam}.intake.age")

    def travel(self, one: Workspace, other: Workspace, naam: str = "x", **how: Any) -> Samenvoeging:
        made = self.send(one, other, naam, **how)
        return merge_files(other, [made.pad])


def meet(*everybody: Workspace) -> None:
    for one in everybody:
        for other in everybody:
            if one is not other:
                card = cards.own_card(other)
                cards.add_card(one, card, card.fingerprint)


def begun(work: Workspace, achternaam: str = "Tesfay") -> str:
    dossier = create_dossier(work, {"voornamen": "Selam", "achternaam": achternaam}).made
    record_antwoord(work, dossier, LEZEN, "a1")
    return dossier
