"""What stands in the figures of a team, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from intake_assistant.dates import in_short, in_words
from intake_assistant.operations.views.team.banen import Baan, Banen
from intake_assistant.operations.views.team.beeld import (
    PILOT_UREN,
    PILOT_WEKEN,
    Klasse,
    Teambeeld,
    midden,
)
from intake_assistant.operations.views.team.rij import Signaal, Teamrij
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.words.klok import uitleg_of
from intake_assistant.staftaal import in_figures
from intake_assistant.texts import text


def getal(waarde: float) -> str:
    """A number with one figure behind the comma: 4,5."""
    return in_figures(f"{waarde:.1f}")


def regievoerder_of(naam: str) -> str:
    """Who has a dossier in hand, or that nobody has."""
    return naam or text("team.geen_regievoerder")


def redenen_of(rij: Teamrij) -> Iterator[tuple[Signaal, str]]:
    """Each kind of attention that a dossier asks for, with the sentence that says why."""
    for signaal in rij.signalen:
        yield from ((signaal, zin) for zin in _redenen(rij, signaal))


def zinnen_of(rij: Teamrij) -> str:
    """All that is to be said of a row: why it asks for attention, and who does the work now."""
    return " ".join([*(zin for _, zin in redenen_of(rij)), *rij.werk])


def _redenen(rij: Teamrij, signaal: Signaal) -> Iterator[str]:
    if signaal in rij.klokken:
        yield uitleg_of(rij.klokken[signaal])
    elif signaal is Signaal.TOESTEMMING:
        for t in rij.toestemmingen:
            yield text("team.reden.toestemming", partij=t.partij, datum=in_words(t.geldig_tot))
    elif signaal is Signaal.AFSPRAAK:
        yield text("team.reden.afspraak", aantal=rij.afspraken_te_laat)
    elif signaal is Signaal.OVERLEG:
        yield from rij.overleg
    elif signaal is Signaal.VERSCHIL:
        yield text("team.reden.verschil", aantal=rij.conflicten)
    else:
        yield text(f"team.uitleg.{signaal}")


def klasse_in_words(klasse: Klasse, wat: str, pilot: tuple[int, int] | None = None) -> str:
    """From which border to which, as `uren` or `weken`; of those as in the pilots (`pilot`) that too."""
    if klasse.van is None:
        return text(f"team.klasse.{wat}_tot", tot=klasse.tot)
    if klasse.tot is None:
        return text(f"team.klasse.{wat}_vanaf", van=klasse.van)
    woorden = text(f"team.klasse.{wat}", van=klasse.van, tot=klasse.tot)
    is_pilot = pilot is not None and pilot[0] <= klasse.van and klasse.tot <= pilot[1]
    return text("team.klasse.pilot", klasse=woorden) if is_pilot else woorden


def zinnen_uren(beeld: Teambeeld) -> list[str]:
    """What the hours say, what they are held against, and what they cannot say."""
    half = midden(beeld.uren)
    if half is None:
        return [text("team.zin.uren_geen")]
    zinnen = [text("team.zin.uren", aantal=len(beeld.uren), midden=text("team.uren", getal=getal(half)))]
    zinnen.append(text("team.zin.uren_pilot", van=PILOT_UREN[0], tot=PILOT_UREN[1]))
    if beeld.zonder_uren:
        zinnen.append(text("team.zin.uren_zonder", aantal=beeld.zonder_uren))
    return zinnen


def zinnen_weken(beeld: Teambeeld) -> list[str]:
    """The same of the weeks."""
    half = midden(beeld.weken)
    if half is None:
        return [text("team.zin.weken_geen")]
    woorden = text("team.weken", getal=getal(half))
    return [
        text("team.zin.weken", aantal=len(beeld.weken), midden=woorden),
        text("team.zin.weken_pilot", van=PILOT_WEKEN[0], tot=PILOT_WEKEN[1]),
    ]


def zin_werk(beeld: Teambeeld) -> str:
    """How many dossiers run, and who has how many of them."""
    delen = [deel for deel in beeld.werkdelen if deel.lopend]
    if not delen:
        return text("team.zin.werk_geen")
    namen = opsomming([f"{regievoerder_of(deel.naam)} ({deel.lopend})" for deel in delen])
    return text("team.zin.werk", aantal=len(beeld.lopend), namen=namen)


def zin_standen(beeld: Teambeeld) -> str:
    """How many dossiers are in each stage."""
    delen = [
        text("team.zin.standen_deel", stand=text(f"dossiers.stand_{stand}").lower(), aantal=aantal)
        for stand, aantal in beeld.per_stand.items()
        if aantal
    ]
    return text("team.zin.standen", standen=opsomming(delen)) if delen else text("team.zin.werk_geen")


def zinnen_banen(banen: Banen) -> list[str]:
    """Who waits, of whom it is late, and which week is a busy one."""
    if not banen.banen:
        return [text("team.zin.banen_geen")]
    zinnen = [text("team.zin.banen", aantal=len(banen.banen))]
    if banen.te_laat:
        zinnen.append(text("team.zin.te_laat", aantal=banen.te_laat))
    if banen.drukste is None:
        return [*zinnen, text("team.zin.rustig")]
    week, aantal = banen.drukste
    return [*zinnen, text("team.zin.druk", datum=in_words(week), aantal=aantal)]


def baan_kort(baan: Baan, vandaag: date) -> str:
    """The same where the axis shows the day itself."""
    if baan.uiterlijk is None or baan.uiterlijk <= vandaag:
        return baan_in_words(baan, vandaag)
    return text("team.baan.kort", aantal=(baan.uiterlijk - vandaag).days)


def baan_in_words(baan: Baan, vandaag: date) -> str:
    """Until when, in a few words."""
    if baan.uiterlijk is None:
        return text("team.baan.opgeschort" if baan.begin else "team.baan.wacht")
    over = (baan.uiterlijk - vandaag).days
    if over < 0:
        return text("team.baan.voorbij", aantal=-over)
    if over == 0:
        return text("team.baan.vandaag")
    return text("team.baan.loopt", aantal=over, datum=in_short(baan.uiterlijk))


def hoe_ver(startposities: Sequence[str]) -> str:
    """How many of the subjects have no open question."""
    return text("team.ver", klaar=startposities.count("klaar"), alle=len(startposities))
