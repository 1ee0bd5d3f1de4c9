"""Two laptops that know each other and send each other files."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.export import Zending, export
from intake_assistant.operations.exchange.merge import Samenvoeging, merge_files
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace

LEZEN = "taalniveau.nl_lezen"
SUBJECT = f"{LEZEN}@inburgeraar"


@dataclass
class Two:
    """An and Bo, who know each other, and one dossier that both have."""

    an: Workspace
    bo: Workspace
    folder: Path
    dossier: str = ""
    _numbers: Iterator[int] = field(default_factory=count)

    def travel(self, one: Workspace, other: Workspace) -> Samenvoeging:
        """A file of all that one has, read by the other."""
        return merge_files(other, [self.sent(one, other)])

    def sent(self, one: Workspace, other: Workspace) -> Path:
        zending = Zending(Bestandssoort.TEAM, (cards.own_card(other),))
        return export(one, zending, self.folder / f"{next(self._numbers)}.intake.age").pad

    def exchange(self) -> None:
        """There and back; then both have the same."""
        self.travel(self.an, self.bo)
        self.travel(self.bo, self.an)
        assert digest(self.an) == digest(self.bo)
        assert show_dossier(self.an, self.dossier) == show_dossier(self.bo, self.dossier)

    def answer(self, work: Workspace, waarde: object) -> None:
        record_antwoord(work, self.dossier, LEZEN, waarde)

    def conflicts(self) -> list[str]:
        """In both the same."""
        found = [[c.subject for c in one.vault.dossier(self.dossier).conflicts()] for one in self.both]
        assert found[0] == found[1]
        return found[0]

    @property
    def both(self) -> tuple[Workspace, Workspace]:
        return self.an, self.bo

    def plan(self) -> dict[str, list[str]]:
        """Goals with their agreements by name, in both the same."""
        found = [
            {
                doel.naam: [a.wat for a in doel.afspraken]
                for doel in doelen_of(one.vault.dossier(self.dossier))
            }
            for one in self.both
        ]
        assert found[0] == found[1]
        return found[0]


def met(laptop: Callable[[str], Workspace], folder: Path) -> Two:
    """Two who compared their cards; the first has a dossier."""
    made = Two(laptop("an"), laptop("bo"), folder)
    for one, other in (made.both, made.both[::-1]):
        card = cards.own_card(other)
        cards.add_card(one, card, card.fingerprint)
    made.dossier = create_dossier(made.an, {"voornamen": "Selam", "achternaam": "Tesfay"}).made
    made.answer(made.an, "a1")
    return made
