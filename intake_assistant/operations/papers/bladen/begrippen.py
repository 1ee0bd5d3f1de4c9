"""The pocket glossary of an interpreter: first the terms of this conversation, then the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from intake_assistant.documents.model import Tweetalig
from intake_assistant.documents.pip.tolkblad import Tolkdeel, Tolkregel
from intake_assistant.operations.vertalen.woordenlijst import Term, read_woordenlijst
from intake_assistant.texts import SOURCE, Taal


def begrippen(
    taal: Taal, delen: Iterable[Tolkdeel], words: Callable[[str], Tweetalig]
) -> tuple[Tolkdeel, ...]:
    """The parts of the glossary, each under its heading; none in Dutch, or without a glossary."""
    if taal.code == SOURCE:
        return ()
    gezegd = " ".join(_dutch(delen))
    termen = read_woordenlijst(taal)
    hier = [term for term in termen if term.is_in(gezegd)]
    rest = [term for term in termen if term not in hier]
    groepen = (("woorden_hier", hier), ("woorden_verder", rest))
    return tuple(Tolkdeel(words(kop), tuple(map(_regel, groep))) for kop, groep in groepen if groep)


def _dutch(delen: Iterable[Tolkdeel]) -> Iterator[str]:
    for deel in delen:
        for regel in deel.regels:
            yield from (regel.tekst.nl, regel.hint.nl, *(keuze.nl for keuze in regel.keuzes))


def _regel(term: Term) -> Tolkregel:
    return Tolkregel("", Tweetalig(term.nl, term.vertaling), Tweetalig(term.uitleg))
