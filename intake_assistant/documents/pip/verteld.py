"""What somebody takes home after a conversation: one page of what was told and agreed, and what is next."""

import re
from typing import Final

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Alinea, Stuk
from intake_assistant.documents.pip.gegevens import VerteldGegevens, VerteldOnderwerp
from intake_assistant.documents.pip.wandplan import add_gesprek, add_stappen, shorten
from intake_assistant.domain.teksten import Teksten

# One page is all that is taken along: of many topics each says how it begins.
VEEL: Final = 6
_ZINNEN: Final = 2
_SAMENVATTING: Final = 420
# The full stop of Arabic and Latin, of Ethiopic, of Hindi.
_EINDE: Final = re.compile(r"(?<=[.?!؟።।])\s+")


def build_verteld(gegevens: VerteldGegevens, teksten: Teksten) -> Stuk:
    """Return the page; it is no besluit, and holds only what was said aloud."""
    wand = gegevens.wand
    bouw = Bouwer(teksten, wand.peildatum)
    bouw.add("verteld.gesprek", datum=bouw.weekdag(gegevens.gesprek))
    if gegevens.samenvatting.strip():
        bouw.plain("verteld.besproken")
        bouw.free(shorten(bouw.eigen(gegevens.samenvatting), _SAMENVATTING))
    _add_onderwerpen(bouw, gegevens.onderwerpen)
    bouw.plain("verteld.afspraken")
    add_stappen(bouw, wand, "verteld.geen_afspraken")
    add_gesprek(bouw, wand)
    bouw.contact("verteld.contact", wand.contact, wand.gemeente)
    return bouw.document(
        "verteld",
        bouw.fixed("verteld.titel").kop,
        concept=False,
        gemeente=wand.gemeente.naam,
        kenmerk="",
        dag=gegevens.gesprek,
        huisstijl=wand.gemeente.huisstijl,
    )


def _add_onderwerpen(bouw: Bouwer, onderwerpen: tuple[VerteldOnderwerp, ...]) -> None:
    bouw.plain("verteld.onderwerpen")
    if not onderwerpen:
        bouw.add("verteld.niets")
    for onderwerp in onderwerpen:
        bouw.blokken.append(Alinea(bouw.getypt(onderwerp.titel), "nadruk", onderwerp.taal))
        kort = len(onderwerpen) > VEEL and not onderwerp.nog_eens
        heel = bouw.eigen(onderwerp.tekst)
        tekst = begin_of(heel) if kort else heel
        bouw.blokken.append(Alinea(tekst, "gewoon", onderwerp.taal))
        if onderwerp.nog_eens:
            bouw.add("verteld.nog_eens")
        bouw.points(bouw.woord("verteld", "meer", wat=wat) for wat in onderwerp.meer)


def begin_of(tekst: str) -> str:
    """Return the first sentences of a text; never a question without what answers it."""
    zinnen = _EINDE.split(tekst)
    aantal = _ZINNEN
    while aantal < len(zinnen) and zinnen[aantal - 1].endswith(("?", "؟")):
        aantal += 1
    return " ".join(zinnen[:aantal])
