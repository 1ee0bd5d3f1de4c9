"""One who writes entries without a vault: the pure half of what a laptop does."""

from collections.abc import Iterable

from intake_assistant.domain.dossier import Dossier, fold
from intake_assistant.domain.entry import Entry, Header, Json, canonical, make_entry, value_hash
from intake_assistant.domain.recht.gezien import with_seen

DOSSIER = "d" * 32


class Schrijver:
    """Knows some entries of one dossier, and records as `operations.record` does."""

    def __init__(self, naam: str) -> None:
        self.naam = naam
        self.known: dict[str, Entry] = {}
        self.op = "2026-11-01T12:00:00.000Z"
        """What its clock says, which decides nothing."""

    def record(self, subject: str, value: dict[str, Json], *, seen: Iterable[str] = ()) -> Entry:
        leaves = [leaf.id for leaf in self.dossier.leaves(subject)]
        told = with_seen(self.dossier, subject, value)
        return self.add(self.made(subject, told, replaces={*leaves, *seen}))

    def made(self, subject: str, value: dict[str, Json], *, replaces: Iterable[str] = ()) -> Entry:
        counter = max((e.header.counter for e in self.known.values()), default=0) + 1
        body, salt = canonical(value), f"{self.naam}{counter}".encode().ljust(16, b".")[:16]
        header = Header(
            dossier=DOSSIER, device=self.naam, counter=counter, vastgelegd_op=self.op,
            author=self.naam, gesprek="", subject=subject, replaces=tuple(sorted(replaces)),
            value_hash=value_hash(salt, body),
        )  # fmt: skip
        return make_entry(header, salt, body)

    def add(self, entry: Entry) -> Entry:
        self.known[entry.id] = entry
        return entry

    def remove(self, row_subject: str) -> Entry:
        beneath = self.dossier.row_subjects(row_subject)
        seen = [leaf.id for s in beneath for leaf in self.dossier.leaves(s)]
        return self.record(row_subject, {"staat": "verwijderd"}, seen=seen)

    def receive(self, *others: "Schrijver") -> None:
        for other in others:
            self.known |= other.known

    @property
    def dossier(self) -> Dossier:
        return fold(DOSSIER, self.known.values())


def exchange(*all_of_them: Schrijver) -> None:
    """Everybody gets what everybody has."""
    for one in all_of_them:
        one.receive(*all_of_them)
