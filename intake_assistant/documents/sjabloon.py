"""Checks a Word template that a municipality made, before it is used."""

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING, get_args

from intake_assistant.documents.model import (
    KOLOMMEN,
    Alinea,
    Blok,
    Handtekening,
    Kop,
    Opsomming,
    Randen,
    Stijl,
    Stuk,
    Tabel,
    Vorm,
    texts_of,
)
from intake_assistant.documents.word import FIELDS, faults_of_template, open_template, sandbox, write_docx
from intake_assistant.errors import KnownError
from intake_assistant.texts import text

if TYPE_CHECKING:
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # the wheel carries no types


def check_sjabloon(sjabloon: bytes) -> None:
    """Refuse a template that does not work: KnownError template.unknown_field, .unsafe, .invalid."""
    unknown = sorted(_fields(open_template(sjabloon)) - FIELDS)
    if unknown:
        raise KnownError("template.unknown_field", veld=", ".join(unknown))
    # A field of a block only shows when something is printed with it.
    for concept in (True, False):
        sample = sample_stuk(concept=concept)
        _check_complete(sample, write_docx(sample, sjabloon))


def _check_complete(sample: Stuk, content: bytes) -> None:
    from docx import Document

    # What the template leaves out would be missing in Word and stand in the PDF.
    with faults_of_template():
        made = Document(BytesIO(content)).element.body
    body = "".join(node.text or "" for node in made.iter() if _is_text(node))
    lost = [words for words in texts_of(sample) if words not in body]
    if lost:
        raise KnownError("template.invalid", reden=text("stukken.sjabloon_mist", wat=", ".join(lost)))


def _is_text(node: object) -> bool:
    return str(getattr(node, "tag", "")).endswith("}t")


def _fields(template: "DocxTemplate") -> set[str]:
    with faults_of_template():
        return set(template.get_undeclared_template_variables(sandbox()))


def sample_stuk(*, concept: bool) -> Stuk:
    """A document with every kind of block, to try a template on."""
    alineas: list[Blok] = [Alinea(f"alinea {stijl}", stijl) for stijl in get_args(Stijl)]
    tabellen: list[Blok] = [_tabel(vorm, len(parts)) for vorm, parts in KOLOMMEN.items()]
    others = (
        Kop(1, "kop 1"),
        Kop(2, "kop 2"),
        Opsomming(("punt 1", "punt 2")),
        Handtekening(("handtekening:", "")),
    )
    return Stuk(
        titel="titel van het document",
        soort="beschikking",
        taal="nl-NL",
        concept=concept,
        gemeente="g",
        kenmerk="k",
        datum=date(2026, 1, 1),
        randen=Randen("p", "v", "k", "c", "w"),
        blokken=(*others, *alineas, *tabellen),
    )


def _tabel(vorm: Vorm, count: int) -> Tabel:
    koppen = tuple(f"{vorm} kop {number}" for number in range(count))
    rij = tuple(f"{vorm} cel {number}" for number in range(count))
    return Tabel(vorm, koppen, (rij,), f"{vorm} bijschrift")
