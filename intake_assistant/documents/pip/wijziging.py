"""What a later besluit says of its ground: whose power, what it rests on, what it was and is now."""

from intake_assistant.documents.bouw import Bouwer, getal
from intake_assistant.documents.pip.gegevens import PipGegevens
from intake_assistant.domain.recht.besluit import (
    AFSCHALEN,
    BEROEP,
    EERSTE,
    HERZIENING,
    KENNELIJKE_FOUT,
    SCHAKELEN,
    rechtsmiddel,
)
from intake_assistant.domain.recht.leerroute import Leerroute, Niveau, Uitzondering
from intake_assistant.domain.recht.oordeel.niveau import alle_niveaus


def is_eerste(gegevens: PipGegevens) -> bool:
    """Whether it is the first besluit about this person."""
    return gegevens.grond == EERSTE or not gegevens.dagtekening_eerste_pip


def met_eerder_pip(gegevens: PipGegevens) -> bool:
    """Whether the first besluit here follows a PIP of another gemeente (Wet 11(3), 15(4))."""
    return gegevens.grond == EERSTE and gegevens.dagtekening_eerste_pip is not None


def grondcode(gegevens: PipGegevens) -> str:
    """The code of the texts of this ground: looking again has its own per cause (Awb 7:11(2), 8:72)."""
    if gegevens.grond != HERZIENING:
        return gegevens.grond
    return f"{HERZIENING}.{gegevens.wijziging.herzien_na or 'eigen'}"


def in_beroep(gegevens: PipGegevens) -> bool:
    """Whether one goes to court against it at once: a bezwaar was looked at already (Awb 7:1(1)(a))."""
    herzien_na = "" if is_eerste(gegevens) else gegevens.wijziging.herzien_na
    return rechtsmiddel(gegevens.grond, herzien_na, gegevens.wijziging.vorig_rechtsmiddel) == BEROEP


def niveaus_in_words(bouw: Bouwer, gegevens: PipGegevens) -> str:
    """Each part with its level, as one reads it aloud; empty when all are at B1 (Wet 7(1)(a), 17(3))."""
    besluit = gegevens.beschikking
    alle = alle_niveaus({"niveau": besluit.niveau, "niveau_per_onderdeel": besluit.niveau_per_onderdeel})
    delen = {deel: niveau for deel, niveau in alle.items() if deel not in gegevens.ontheven}
    if Niveau.A2 not in delen.values():
        return ""
    return bouw.som(
        [
            bouw.label("op_niveau", wat=bouw.woord("onderdeel", deel).lower(), niveau=niveau)
            for deel, niveau in delen.items()
        ]
    )


def add_ontheven(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Say in which parts no exam is asked any more (Besl 2.7(3)); the Z-route has none."""
    if gegevens.ontheven and gegevens.beschikking.leerroute != Leerroute.Z:
        delen = [bouw.woord("onderdeel", deel).lower() for deel in gegevens.ontheven]
        bouw.add("besluit.ontheven", delen=bouw.som(delen))


def chosen_leerroute(gegevens: PipGegevens) -> str:
    """The code of the leerroute that is set; schakelen to the same one chooses none (Wet 17(2))."""
    blijft = gegevens.grond == SCHAKELEN and not gegevens.wijziging.kiest_route
    return "" if blijft and not is_eerste(gegevens) else gegevens.beschikking.leerroute


def add_grond(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Add what the ground rests on: hours and effort, an exception, a mistake that is put right."""
    if is_eerste(gegevens):
        return
    if gegevens.grond == AFSCHALEN:
        _add_afschalen(bouw, gegevens)
    if gegevens.grond == SCHAKELEN:
        _add_vorderingen(bouw, gegevens)
    if gegevens.wijziging.uitzondering:
        bouw.section("besluit.uitzondering")
        if gegevens.wijziging.uitzondering_soort in set(Uitzondering):
            bouw.add(f"besluit.uitzondering.{gegevens.wijziging.uitzondering_soort}")
        bouw.free(gegevens.wijziging.uitzondering)


def add_anders(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Say on the first page what changes: what it was, and what it is now (Awb 3:46)."""
    if is_eerste(gegevens):
        return
    if gegevens.grond == KENNELIJKE_FOUT:
        _add_verbeteringen(bouw, gegevens)
        return
    if not gegevens.wijziging.anders:
        return
    bouw.section("besluit.anders")
    niets = bouw.label("niets")
    rijen = [
        (wat, bouw.getypt(was) or niets, bouw.getypt(nu) or niets)
        for wat, was, nu in gegevens.wijziging.anders
    ]
    bouw.table("verschil", [bouw.label(code) for code in ("onderdeel", "was", "wordt")], rijen)


def add_weging_van(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """Say of which besluit the weighing is, unless it was made anew (Awb 3:46)."""
    dag = gegevens.wijziging.weging_van
    if dag is not None:
        bouw.add("besluit.weging.eerder", weging_van=bouw.dag(dag))


def _add_afschalen(bouw: Bouwer, gegevens: PipGegevens) -> None:
    wijziging, leeg = gegevens.wijziging, bouw.label("puntjes")
    delen = [bouw.woord("onderdeel", deel).lower() for deel in wijziging.lagere_delen]
    bouw.section(
        "besluit.afschalen",
        uren=getal(wijziging.lesuren),
        scholen=bouw.som(wijziging.scholen) or leeg,
        delen=bouw.som(delen) or leeg,
    )
    if not delen:
        bouw.missing("lagere_delen")
    bouw.free_or_missing(wijziging.inspanning, "inspanning")


def _add_vorderingen(bouw: Bouwer, gegevens: PipGegevens) -> None:
    """What was seen since: hours in the ledger, and talks (Wet 17(2))."""
    wijziging = gegevens.wijziging
    if not (wijziging.gevolgd or wijziging.gesproken):
        return
    bouw.section("besluit.vorderingen")
    if wijziging.gevolgd:
        scholen = bouw.som(wijziging.scholen) or bouw.label("school")
        bouw.add("besluit.vorderingen.uren", uren=getal(wijziging.gevolgd), scholen=scholen)
        if gegevens.beschikking.leerroute == Leerroute.Z:
            bouw.add("besluit.vorderingen.aftrek")
    if wijziging.gesproken:
        dagen = bouw.som([bouw.dag(dag) for dag in wijziging.gesproken])
        bouw.add("besluit.vorderingen.gesprek", datum=dagen)


def _add_verbeteringen(bouw: Bouwer, gegevens: PipGegevens) -> None:
    if not gegevens.wijziging.verbeteringen:
        return
    bouw.section("besluit.verbetering")
    rijen = [
        (bouw.woord("verbetering", veld), bouw.getypt(was), bouw.getypt(nu))
        for veld, (was, nu) in gegevens.wijziging.verbeteringen.items()
    ]
    bouw.table("verschil", [bouw.label(code) for code in ("onderdeel", "stond_er", "staat_er")], rijen)
