"""The pictures of a team, for the room and the letters there are: on screen and on paper the same."""

from __future__ import annotations

from datetime import date

from intake_assistant.dates import months_in_short
from intake_assistant.documents.tekening.banen import Loopbaan, Tijdas
from intake_assistant.documents.tekening.staven import Staaf, draw_staven
from intake_assistant.documents.tekening.vormen import Kleurrol, Letter, Tekening
from intake_assistant.domain.team.bleek import bleek, later_verteld
from intake_assistant.operations.views.team.banen import Baan, Banen
from intake_assistant.operations.views.team.beeld import (
    ONGEZIEN_GRENZEN,
    PILOT_UREN,
    PILOT_WEKEN,
    UREN_GRENZEN,
    WEKEN_GRENZEN,
    Klasse,
    Teambeeld,
    klassen,
)
from intake_assistant.operations.views.team.bleek import (
    kunnen_in_words,
    route_in_words,
    zin_groepen,
    zinnen_bleek,
    zinnen_gezien,
    zinnen_later,
)
from intake_assistant.operations.views.team.rij import BINNENKORT
from intake_assistant.operations.words.team import (
    baan_kort,
    klasse_in_words,
    regievoerder_of,
    zin_standen,
    zin_werk,
    zinnen_uren,
    zinnen_weken,
)
from intake_assistant.texts import text


def draw_werk(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """A bar for what each regievoerder has in hand."""
    staven = [Staaf(regievoerder_of(d.naam), d.lopend, str(d.lopend)) for d in beeld.werkdelen]
    return draw_staven(staven, breed, letter, zin_werk(beeld))


def draw_gezien(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """A bar for how long ago the last talk was."""
    weken = [weken for _, weken in beeld.ongezien if weken is not None]
    nooit = len(beeld.ongezien) - len(weken)
    staven = [Staaf(text("team.gezien.nooit"), nooit, str(nooit))] if nooit else []
    staven += [_staaf(klasse, "weken", (0, 0)) for klasse in klassen(weken, ONGEZIEN_GRENZEN)]
    return draw_staven(staven, breed, letter, " ".join(zinnen_gezien(beeld)))


def draw_groepen(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """A bar for how many could join each group; of too few only that."""
    staven = [Staaf(stand.les.naam, stand.aantal or 0, kunnen_in_words(stand)) for stand in beeld.groepen]
    return draw_staven(staven, breed, letter, zin_groepen(beeld))


def draw_bleek(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """A bar for how many followed each leerroute."""
    staven = [Staaf(route_in_words(rij), rij.aantal, str(rij.aantal)) for rij in bleek(beeld.bleek)]
    return draw_staven(staven, breed, letter, " ".join(zinnen_bleek(beeld)))


def draw_later(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """A bar for each startpositie of which something came up later."""
    found = later_verteld(beeld.bleek)
    staven = [Staaf(beeld.onderwerpen.get(deel, deel), n, str(n)) for deel, n in found.items()]
    return draw_staven(staven, breed, letter, " ".join(zinnen_later(beeld)))


def draw_standen(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """A bar for each stage."""
    staven = [Staaf(text(f"dossiers.stand_{stand}"), n, str(n)) for stand, n in beeld.per_stand.items()]
    return draw_staven(staven, breed, letter, zin_standen(beeld))


def draw_uren(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """A bar for each class of hours; those of the pilots stand out."""
    staven = [_staaf(klasse, "uren", PILOT_UREN) for klasse in klassen(beeld.uren, UREN_GRENZEN)]
    return draw_staven(staven, breed, letter, " ".join(zinnen_uren(beeld)))


def draw_weken(beeld: Teambeeld, breed: float, letter: Letter) -> Tekening:
    """The same of the weeks."""
    staven = [_staaf(klasse, "weken", PILOT_WEKEN) for klasse in klassen(beeld.weken, WEKEN_GRENZEN)]
    return draw_staven(staven, breed, letter, " ".join(zinnen_weken(beeld)))


def _staaf(klasse: Klasse, wat: str, pilot: tuple[int, int]) -> Staaf:
    is_pilot = klasse.van is not None and klasse.tot is not None and pilot[0] <= klasse.van < pilot[1]
    return Staaf(klasse_in_words(klasse, wat, pilot), klasse.aantal, str(klasse.aantal), is_pilot)


def tijdas(banen: Banen, breed: float) -> Tijdas:
    """The axis of the lanes at a width."""
    return Tijdas(banen.eerste, len(banen.weken), banen.op, months_in_short(), breed)


def loopbaan(baan: Baan, vandaag: date) -> Loopbaan:
    """One lane; what is late or nearly so has a colour, and says so in words too."""
    return Loopbaan(
        baan.begin, baan.uiterlijk, baan.gespreksdagen, _kleur(baan, vandaag), baan_kort(baan, vandaag)
    )


def _kleur(baan: Baan, vandaag: date) -> Kleurrol:
    if baan.uiterlijk is None:
        return "zacht"
    over = (baan.uiterlijk - vandaag).days
    return "fout" if over < 0 else "let_op" if over <= BINNENKORT else "accent"
