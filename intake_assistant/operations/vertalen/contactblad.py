"""The same five questions in every language, in their own letters: for the eye of who reads it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Final

from intake_assistant.documents.model import Alinea, Blok, Kop, Randen, Stijl, Stuk, clean_stuk
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.domain.formulier import Vraag
from intake_assistant.operations.words.vertaling import keuze_tekst
from intake_assistant.operations.workspace import Data
from intake_assistant.staftaal import dutch
from intake_assistant.texts import Taal, Vertaling, form_text, text

AANTAL: Final = 5
# A list that is read as a whole; a longer one is searched in.
_MEEST: Final = 8


@dutch
def contactblad(data: Data, talen: Iterable[Taal], dag: datetime.date) -> bytes:
    """The sheet as PDF."""
    randen = Randen(text("vertalen.blad.pagina"), text("vertalen.blad.van"), "", "", "")
    stuk = Stuk(
        titel=text("vertalen.blad.titel"),
        soort="tolkblad",
        taal="nl-NL",
        concept=False,
        gemeente="",
        kenmerk="",
        datum=dag,
        randen=randen,
        blokken=tuple(blok for taal in talen for blok in _taal(data, taal)),
    )
    return write_pdf(clean_stuk(stuk))


def _taal(data: Data, taal: Taal) -> Iterator[Blok]:
    yield Kop(1, f"{taal.naam_nl} ({taal.code})")
    yield Alinea(taal.naam, "groot", taal.tag)
    for vraag in islice(_vragen(data), AANTAL):
        yield from _vraag(vraag, taal)


def _vragen(data: Data) -> Iterator[Vraag]:
    """Of each startpositie the question that is said aloud with most to choose from."""
    for deel in data.formulieren.startposities:
        gevonden = [v for v in deel.velden if v.read_aloud and 0 < len(v.te_kiezen) <= _MEEST]
        if gevonden:
            yield max(gevonden, key=lambda vraag: len(vraag.te_kiezen))


def _vraag(vraag: Vraag, taal: Taal) -> Iterator[Blok]:
    gevonden = form_text(taal.code, f"{vraag.naam}/label", vraag.label)
    yield _alinea(gevonden, taal, "groot")
    if vraag.hint:
        yield _alinea(form_text(taal.code, f"{vraag.naam}/hint", vraag.hint), taal)
    for nummer, keuze in enumerate(vraag.te_kiezen, 1):
        woorden = keuze_tekst(taal.code, vraag, keuze)
        yield _alinea(Vertaling(f"{nummer}. {woorden.tekst}", woorden.stand), taal)


def _alinea(vertaling: Vertaling, taal: Taal, stijl: Stijl = "gewoon") -> Alinea:
    """The words of a language, or small and in Dutch what it lacks."""
    if vertaling.stand == "ontbreekt":
        return Alinea(text("vertalen.blad.ontbreekt", tekst=vertaling.tekst), "klein")
    return Alinea(vertaling.tekst, stijl, taal.tag)
