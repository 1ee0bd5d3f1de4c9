"""The plan for the wall: one page in large letters with what counts now, and nothing of a sealed answer."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.gegevens import WandplanGegevens
from intake_assistant.documents.tekens import isoleer
from intake_assistant.domain.recht.ontwikkelplan import Afspraak
from intake_assistant.domain.teksten import Teksten

# One page is all there is: a longer text says how it begins, the ontwikkelplan says it whole.
LANGSTE: Final = 140


def build_wandplan(gegevens: WandplanGegevens, teksten: Teksten) -> Stuk:
    """Return the plan for the wall; it is no besluit and always says how the plan stands."""
    bouw = Bouwer(teksten, gegevens.peildatum)
    _add_doel(bouw, gegevens)
    bouw.plain("wand.stappen")
    add_stappen(bouw, gegevens, "wand.geen_stappen")
    _add_helpers(bouw, gegevens)
    add_gesprek(bouw, gegevens)
    return bouw.document(
        "wandplan",
        bouw.fixed("wand.titel").kop,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        kenmerk="",
        dag=gegevens.peildatum,
    )


def shorten(text: str, most: int = LANGSTE) -> str:
    """Return a text of at most so many signs, cut between words where that can be."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    begin = text[: most - 1]
    return f"{begin.rpartition(' ')[0] or begin}\u2026"


def _add_doel(bouw: Bouwer, gegevens: WandplanGegevens) -> None:
    bouw.plain("wand.doel")
    if gegevens.doel:
        bouw.large(isoleer(shorten(bouw.eigen(gegevens.doel))))
    else:
        bouw.add("wand.geen_doel")


def add_stappen(bouw: Bouwer, gegevens: WandplanGegevens, anders: str) -> None:
    """Add the steps that come next with their day; without any, the fixed text `anders`."""
    rijen = [_stap(bouw, stap, gegevens.peildatum) for stap in gegevens.stappen]
    if rijen:
        bouw.table("feiten", [bouw.woord("wand", code) for code in ("wanneer", "wat")], rijen)
    else:
        bouw.add(anders)


def _stap(bouw: Bouwer, stap: Afspraak, vandaag: date) -> tuple[str, str]:
    wat = _wie(bouw, stap, vandaag)
    dag = stap.laatste_dag
    if dag is None:
        return bouw.woord("wand", "geen_dag"), wat
    # A day that has passed tells nobody on the wall when.
    return (isoleer(bouw.dag(dag)) if dag >= vandaag else bouw.woord("wand", "snel")), wat


def _wie(bouw: Bouwer, stap: Afspraak, vandaag: date) -> str:
    """What is done, and by whom: where help was agreed, the step of the stairs that counts now."""
    wat = shorten(bouw.eigen(stap.wat))
    if stap.hulp.is_afgesproken:
        return bouw.woord("wand_hulp", stap.hulp.is_nu(vandaag), wat=wat)
    return bouw.woord("wand_wie", stap.wie or "inburgeraar", wat=wat)


def _add_helpers(bouw: Bouwer, gegevens: WandplanGegevens) -> None:
    rijen = list(_helpers(bouw, gegevens))
    if rijen:
        bouw.plain("wand.helpers")
        bouw.table("feiten", [bouw.woord("wand", code) for code in ("wie", "telefoon")], rijen)


def _helpers(bouw: Bouwer, gegevens: WandplanGegevens) -> Iterator[tuple[str, str]]:
    gemeente = gegevens.gemeente
    if gegevens.contact:
        naam = bouw.woord("wand", "contact", naam=shorten(gegevens.contact, 60))
        yield naam, isoleer(shorten(gemeente.contact_telefoon or gemeente.telefoon, 40))
    if gemeente.telefoon and gemeente.contact_telefoon:
        naam = bouw.woord("wand", "gemeente", gemeente=shorten(gemeente.naam, 60))
        yield naam, isoleer(shorten(gemeente.telefoon, 40))


def add_gesprek(bouw: Bouwer, gegevens: WandplanGegevens) -> None:
    """Add when and where people meet again."""
    bouw.plain("wand.gesprek")
    if gegevens.gesprek_op is None:
        bouw.add("wand.geen_gesprek")
        return
    dag = bouw.weekdag(gegevens.gesprek_op)
    uur = gegevens.gesprek_uur
    bouw.strong(bouw.woord("wand", "uur", datum=dag, wat=uur) if uur else isoleer(dag))
    bouw.free(shorten(bouw.eigen(gegevens.gesprek_hoe)))
