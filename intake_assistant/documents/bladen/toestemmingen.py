"""What somebody said yes or no to, as it was read to them, to keep (AVG 7(1), 7(3))."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from intake_assistant.documents.bouw import Bouwer
from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pip.gegevens import Gemeente
from intake_assistant.domain.teksten import Teksten


@dataclass(frozen=True, slots=True, kw_only=True)
class Toestemmingregel:
    """One consent: for whom, what was read and in which language, and what the answer was."""

    partij: str
    datum: date | None
    gegeven: bool
    gelezen: tuple[str, ...]
    taal: str = ""
    tolk: bool = False
    geldig_tot: date | None = None
    ingetrokken_op: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToestemmingenGegevens:
    """All of one person, on one day."""

    gemeente: Gemeente
    peildatum: date
    kenmerk: str
    naam: str
    contact: str
    regels: tuple[Toestemmingregel, ...]


def build_toestemmingen(gegevens: ToestemmingenGegevens, teksten: Teksten) -> Stuk:
    """Return the record; each consent with the whole of what was read."""
    bouw = Bouwer(teksten, gegevens.peildatum)
    bouw.add("ja_of_nee.titel")
    for regel in gegevens.regels:
        bouw.plain_words(regel.partij)
        bouw.facts("", _facts(bouw, regel))
        for alinea in regel.gelezen:
            bouw.free(alinea)
    bouw.finish_section()
    bouw.plain("ja_of_nee.intrekken")
    bouw.add("ja_of_nee.intrekken")
    bouw.contact("besluit.contact", gegevens.contact, gegevens.gemeente)
    return bouw.document(
        "toestemmingen",
        bouw.fixed("ja_of_nee.titel").kop,
        concept=False,
        gemeente=gegevens.gemeente.naam,
        kenmerk=gegevens.kenmerk,
        dag=gegevens.peildatum,
        huisstijl=gegevens.gemeente.huisstijl,
    )


def _facts(bouw: Bouwer, regel: Toestemmingregel) -> Iterator[tuple[str, object]]:
    yield bouw.woord("ja_of_nee", "antwoord"), bouw.woord("bekend", "ja" if regel.gegeven else "nee")
    yield bouw.label("datum"), regel.datum and bouw.dag(regel.datum)
    yield bouw.woord("bekend", "taal"), regel.taal
    yield bouw.woord("bekend", "tolk"), regel.tolk and bouw.woord("bekend", "ja")
    yield bouw.woord("ja_of_nee", "geldig_tot"), regel.geldig_tot and bouw.dag(regel.geldig_tot)
    yield bouw.woord("ja_of_nee", "ingetrokken"), regel.ingetrokken_op and bouw.dag(regel.ingetrokken_op)
