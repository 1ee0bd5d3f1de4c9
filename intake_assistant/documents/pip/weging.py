"""The part of the beschikking with the reasons: findings, the three leerroutes weighed, the choice."""

from collections.abc import Iterable, Iterator

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.pip.gegevens import Argument, PipGegevens, Weging
from intake_assistant.documents.pip.wijziging import add_grond, add_weging_van, is_eerste, met_eerder_pip
from intake_assistant.domain.recht.besluit import KENNELIJKE_FOUT, VERHUIZING
from intake_assistant.domain.recht.leerroute import Leerroute


def add_motivering(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Add findings, weighing, reasons and the view of the inburgeraar (Awb 3:46)."""
    _add_bevindingen(bouw, gegevens)
    _add_weging(bouw, gegevens)
    besluit = gegevens.beschikking
    kiest_route = gegevens.wijziging.kiest_route
    bouw.section("besluit.motivering" if kiest_route else "besluit.motivering.wijziging")
    bouw.free_or_missing(besluit.motivering, "motivering")
    add_grond(bouw, gegevens)
    _add_afwijkingen(bouw, gegevens)
    _add_zienswijze(bouw, gegevens)


def _add_weging(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """The three leerroutes; where the plan of another municipality binds nothing is weighed (Wet 15(4))."""
    elders = met_eerder_pip(gegevens) or gegevens.grond == VERHUIZING
    if elders and not gegevens.wijziging.kiest_route:
        bouw.section("besluit.weging.staat_vast")
        return
    bouw.section("besluit.weging")
    add_weging_van(bouw, gegevens)
    weging = {row.leerroute: row for row in gegevens.weging}
    for leerroute in Leerroute:
        _add_leerroute(bouw, weging.get(leerroute, Weging(leerroute=leerroute)))


def _add_afwijkingen(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Why not as the law or the test points: each has a reason of its own (Wet 8(1), 14(5); Awb 3:50)."""
    besluit = gegevens.beschikking
    if besluit.motivering_onderwijsroute:
        gekozen = besluit.leerroute == Leerroute.O
        bouw.section(f"besluit.onderwijsroute.{'wel' if gekozen else 'niet'}")
        bouw.free(besluit.motivering_onderwijsroute)
    if gegevens.afwijking_lbt or besluit.motivering_afwijking_lbt:
        bouw.section("besluit.afwijking_lbt")
        bouw.free_or_missing(besluit.motivering_afwijking_lbt, "motivering_afwijking_lbt")


def _add_zienswijze(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """What the person says of it, or why that is not known; a slip of the pen touches nobody (Awb 4:8)."""
    besluit = gegevens.beschikking
    if besluit.zienswijze or not besluit.geen_zienswijze:
        if besluit.zienswijze or gegevens.grond != KENNELIJKE_FOUT:
            bouw.section("besluit.zienswijze")
            bouw.free_or_missing(besluit.zienswijze, "zienswijze")
        return
    bouw.section("besluit.zienswijze.geen")
    bouw.free(besluit.geen_zienswijze)


def _add_bevindingen(bouw: Bouwer, gegevens: PipGegevens) -> None:
    if not gegevens.bevindingen and gegevens.beschikking.onvolledig_reden:
        return
    if is_eerste(gegevens):
        # Of a PIP of elsewhere another municipality heard it.
        bouw.section("besluit.bevindingen.later" if met_eerder_pip(gegevens) else "besluit.bevindingen")
        if not gegevens.bevindingen:
            bouw.missing("bevindingen")
        _tell(bouw, [(b.startpositie, (*b.zinnen, *b.eerder)) for b in gegevens.bevindingen])
        return
    vorig = bouw.dag(gegevens.wijziging.vorig) if gegevens.wijziging.vorig else bouw.label("puntjes")
    bouw.section("besluit.bevindingen.later")
    nieuw = [(b.startpositie, b.zinnen) for b in gegevens.bevindingen if b.zinnen]
    if nieuw:
        bouw.add("besluit.bevindingen.sinds", datum=vorig)
        _tell(bouw, nieuw)
    eerder = [(b.startpositie, b.eerder) for b in gegevens.bevindingen if b.eerder]
    if eerder:
        bouw.add("besluit.bevindingen.eerder", datum=vorig)
        _tell(bouw, eerder)


def _tell(bouw: Bouwer, bevindingen: Iterable[tuple[str, Iterable[str]]]) -> None:
    for startpositie, zinnen in bevindingen:
        bouw.subsection(bouw.eigen(startpositie))
        bouw.free(" ".join(map(bouw.eigen, zinnen)))


def _add_leerroute(bouw: Bouwer, weging: Weging) -> None:
    leerroute = bouw.woord("leerroute", weging.leerroute)
    bouw.subsection(leerroute[:1].upper() + leerroute[1:])
    rijen = [*_rows(bouw, "voor", weging.voor), *_rows(bouw, "tegen", weging.tegen)]
    if rijen:
        koppen = [bouw.label(code) for code in ("voor_tegen", "argument", "herkomst")]
        bouw.table("weging", koppen, rijen)
    else:
        bouw.missing("weging", leerroute=leerroute)
    if weging.niet_afgedrukt:
        bouw.add("besluit.weging.niet_afgedrukt")


def _rows(bouw: Bouwer, kant: str, argumenten: tuple[Argument, ...]) -> Iterator[tuple[str, ...]]:
    for argument in argumenten:
        yield bouw.label(kant), bouw.getypt(argument.tekst), _herkomst(bouw, argument)


def _herkomst(bouw: Bouwer, argument: Argument) -> str:
    if argument.rust_op_bijzonder:
        return bouw.label("niet_afgedrukt")
    bron = bouw.woord("bron", argument.bron) if argument.bron else ""
    gesprek = bouw.label("gesprek_van", datum=bouw.dag(argument.gesprek)) if argument.gesprek else ""
    details = ", ".join(part for part in (bron, gesprek) if part)
    if argument.vraag:
        return f"{bouw.getypt(argument.vraag)} ({details})" if details else bouw.getypt(argument.vraag)
    return details or bouw.label("afweging_gemeente")
