"""After a conversation, as the person sees it: what was talked about, and when one meets again.

Never a term, a name of somebody else, a sensitive topic, or what only staff read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from intake_assistant.dates import hour_as_typed, in_their_words, read_date
from intake_assistant.domain.leesrichting import isoleer
from intake_assistant.operations.views.afronden.afgesproken import Afgesproken, in_lines, voor_tolk_of
from intake_assistant.operations.views.voorbereiden import is_gevoelig
from intake_assistant.operations.words.gedeeld import Gedeeldblad, Gedeeldezin, Maat, in_cijfers
from intake_assistant.operations.words.tafel.ja_nee import eigen, ja_nee, weakest
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, Taal, Vertaling, form_text

OVER: Final = "afronden"
_BEELD: Final = "samenwerken.svg"
_MEEST: Final = 6
"""So many topics are named; of more nobody remembers the first."""


@dataclass(frozen=True)
class Afronding:
    """What stands on the page after a conversation so far."""

    onderwerpen: tuple[str, ...] = ()
    """The startposities in which something was said."""
    samenvatting: str = ""
    """As it was read aloud, in Dutch; before that it is still the regievoerder's own."""
    dag: str = ""
    uur: str = ""
    hoe: str = ""
    afspraken: tuple[Afgesproken, ...] = ()
    """What was agreed today."""


def blad_van_afronding(work: Workspace, taal: Taal, klaar: Afronding) -> Gedeeldblad:
    """The page; what was typed is Dutch, and stands small for the interpreter in any other language."""
    maker = _Afrondblad(work, taal)
    titels = list(maker.topics(klaar.onderwerpen))
    if titels:
        maker.head("verteld.besproken/kop")
        maker.say("\n".join(f"–  {titel}" for titel in titels[:_MEEST]), "klein")
    if klaar.samenvatting and taal.code == SOURCE:
        maker.say(klaar.samenvatting, "klein")
    if klaar.afspraken:
        maker.agree(klaar.afspraken)
    if (dag := read_date(klaar.dag)) is not None:
        maker.head("wand.gesprek/kop")
        maker.say(_moment(taal, dag, klaar), "midden")
    maker.ask("gedeeld.klopt_zo")
    return maker.blad(klaar)


class _Afrondblad:
    """Gathers the page, and remembers what its weakest text is worth."""

    def __init__(self, work: Workspace, taal: Taal) -> None:
        self._work, self._taal = work, taal
        self._zinnen: list[Gedeeldezin] = []
        self._gevonden: list[Vertaling] = []

    def topics(self, ids: Iterable[str]) -> Iterator[str]:
        """The titles of what was talked about; of what is sensitive none."""
        for deel in self._work.data.formulieren.startposities:
            if deel.id in ids and not is_gevoelig(deel):
                yield self._found(form_text(self._taal.code, f"{deel.id}/titel", deel.titel))

    def head(self, sleutel: str) -> None:
        """A heading that a paper of the person has as well."""
        naam, _, kolom = sleutel.partition("/")
        dutch = str(getattr(self._work.data.teksten.tekst(naam, op=self._work.clock.today()), kolom))
        self.say(self._found(form_text(self._taal.code, sleutel, dutch)), "midden", vet=True)

    def agree(self, afspraken: tuple[Afgesproken, ...]) -> None:
        """What is done, by whom and when."""
        regels = list(in_lines(self._work, self._taal, afspraken))
        if not regels:
            return
        self.head("wand.stappen/kop")
        self._gevonden += (wie for _, wie in regels)
        self.say("\n".join(regel for regel, _ in regels), "klein")

    def ask(self, sleutel: str) -> None:
        """The question at the end."""
        self.say(self._found(eigen(self._taal, sleutel)), "midden", vet=True)

    def say(self, tekst: str, maat: Maat, *, vet: bool = False) -> None:
        """Put a sentence at the end."""
        self._zinnen.append(Gedeeldezin(in_cijfers(tekst, self._taal.cijfers), maat, vet))

    def _found(self, vertaling: Vertaling) -> str:
        self._gevonden.append(vertaling)
        return vertaling.tekst

    def blad(self, klaar: Afronding) -> Gedeeldblad:
        """The whole page; never Dutch in large letters for who reads another language."""
        stand = weakest(een.stand for een in self._gevonden)
        is_dutch = self._taal.code == SOURCE
        tolk = (
            ()
            if is_dutch
            else (*voor_tolk_of(klaar.afspraken), *filter(None, (klaar.hoe, klaar.samenvatting)))
        )
        beeld = _BEELD if klaar.afspraken else ""
        if stand == "ontbreekt":
            dutch = tuple(zin.tekst for zin in self._zinnen)
            keuzes = ja_nee(self._taal, OVER, met_woorden=False)
            return Gedeeldblad(OVER, (), keuzes, beeld, voor_tolk=(*dutch, *tolk), naast=True)
        keuzes = ja_nee(self._taal, OVER)
        zinnen = tuple(self._zinnen)
        return Gedeeldblad(
            OVER, zinnen, keuzes, onderwerpbeeld=beeld, voor_tolk=tolk, stand=stand, naast=True
        )


def _moment(taal: Taal, dag: date, klaar: Afronding) -> str:
    op = in_their_words(dag, taal.babel)
    hoe = klaar.hoe if taal.code == SOURCE else ""
    return "\n".join(filter(None, (op, klaar.uur and isoleer(hour_as_typed(klaar.uur)), hoe)))
