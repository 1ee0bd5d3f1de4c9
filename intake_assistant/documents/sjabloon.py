"""Checks a Word template that a municipality made, before it is used."""

from datetime import date
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
)
from intake_assistant.documents.word import FIELDS, open_template, sandbox, write_docx
from intake_assistant.errors import KnownError

if TYPE_CHECKING:
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # the wheel carries no types


def check_sjabloon(sjabloon: bytes) -> None:
    """Refuse a template that does not work: KnownError template.unknown_field, .unsafe, .invalid."""
    unknown = sorted(_fields(open_template(sjabloon)) - FIELDS)
    if unknown:
        raise KnownError("template.unknown_field", veld=", ".join(unknown))
    # A field of a block only shows when something is printed with it.
    for concept in (True, False):
        write_docx(_sample(concept=concept), sjabloon)


def _fields(template: "DocxTemplate") -> set[str]:
    from jinja2 import TemplateError

    try:
        return set(template.get_undeclared_template_variables(sandbox()))
    except TemplateError as error:
        raise KnownError("template.invalid", reden=str(error)) from error


def _sample(*, concept: bool) -> Stuk:
    alineas: list[Blok] = [Alinea(stijl, stijl) for stijl in get_args(Stijl)]
    tabellen: list[Blok] = [
        Tabel(vorm, tuple("k" * len(parts)), (tuple("c" * len(parts)),), "b")
        for vorm, parts in KOLOMMEN.items()
    ]
    others = (Kop(1, "a"), Kop(2, "b"), Opsomming(("c", "d")), Handtekening(("e:", "")))
    return Stuk(
        titel="t",
        soort="beschikking",
        taal="nl-NL",
        concept=concept,
        gemeente="g",
        kenmerk="k",
        datum=date(2026, 1, 1),
        randen=Randen("p", "v", "k", "c", "w"),
        blokken=(*others, *alineas, *tabellen),
    )
