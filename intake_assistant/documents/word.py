"""Writes a document as Word, from a template that a municipality can edit."""

from collections.abc import Sequence
from datetime import UTC, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from intake_assistant import paths
from intake_assistant.documents.model import Alinea, Blok, Handtekening, Kop, Lijst, Opsomming, Stuk, Tabel
from intake_assistant.errors import KnownError

if TYPE_CHECKING:
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # the wheel carries no types
    from jinja2.sandbox import SandboxedEnvironment


# What a template may name; a block `b` of `blokken` has soort, tekst, niveau, stijl, punten, regels, ...
FIELDS = frozenset(
    """
    titel titel_kort soort taal concept concept_regel gemeente kenmerk_label kenmerk pagina van datum blokken
    """.split()
)


def write_docx(stuk: Stuk, sjabloon: bytes | None = None) -> bytes:
    """Return the document as .docx, from the given template or ours.

    Raises KnownError template.unknown_field, template.unsafe or template.invalid.
    """
    template = open_template(sjabloon if sjabloon is not None else _packaged())
    _render(template, _data(stuk))
    _set_properties(template, stuk)
    stream = BytesIO()
    template.save(stream)
    return stream.getvalue()


def _packaged() -> bytes:
    return (paths.templates_dir() / "stuk.docx").read_bytes()


def open_template(sjabloon: bytes) -> "DocxTemplate":
    """Return an opened template; KnownError template.invalid when it is no Word file."""
    # Imported here: docxtpl costs a tenth of a second, and starting the program needs no Word.
    from docxtpl import DocxTemplate

    template = DocxTemplate(BytesIO(sjabloon))
    try:
        template.init_docx()
    except (BadZipFile, KeyError, ValueError) as error:
        raise KnownError("template.invalid", reden=str(error)) from error
    return template


def sandbox() -> "SandboxedEnvironment":
    """Return the place where a template runs: no Python of ours in reach, an unknown field is an error."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    return SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


def _render(template: "DocxTemplate", data: dict[str, object]) -> None:
    from jinja2 import TemplateError, UndefinedError
    from jinja2.exceptions import SecurityError

    try:
        template.render(data, jinja_env=sandbox(), autoescape=True)
    except SecurityError as error:
        raise KnownError("template.unsafe", reden=str(error)) from error
    except UndefinedError as error:
        raise KnownError("template.unknown_field", veld=str(error)) from error
    except TemplateError as error:
        raise KnownError("template.invalid", reden=str(error)) from error


def _set_properties(template: "DocxTemplate", stuk: Stuk) -> None:
    properties = template.docx.core_properties
    properties.title, properties.author, properties.language = stuk.titel, stuk.gemeente, stuk.taal
    properties.subject, properties.comments, properties.last_modified_by = stuk.kenmerk, "", ""
    moment = datetime.combine(stuk.datum, time(), tzinfo=UTC)
    properties.created = properties.modified = moment


def _data(stuk: Stuk) -> dict[str, object]:
    return {
        "titel": stuk.titel,
        "titel_kort": stuk.titel.partition(":")[0],
        "soort": stuk.soort,
        "taal": stuk.taal,
        "concept": stuk.concept,
        "concept_regel": stuk.randen.concept,
        "gemeente": stuk.gemeente,
        "kenmerk_label": stuk.randen.kenmerk,
        "kenmerk": stuk.kenmerk,
        "pagina": stuk.randen.pagina,
        "van": stuk.randen.van,
        "datum": stuk.datum.isoformat(),
        "blokken": [_blok(blok) for blok in stuk.blokken],
    }


def _blok(blok: Blok) -> dict[str, object]:
    match blok:
        case Kop():
            return {"soort": "kop", "niveau": blok.niveau, "tekst": blok.tekst}
        case Alinea():
            return {"soort": "alinea", "stijl": blok.stijl, "tekst": blok.tekst}
        case Opsomming():
            return {"soort": "opsomming", "punten": list(blok.items)}
        case Handtekening():
            regels = [{"tekst": regel, "lijn": regel.endswith(":")} for regel in blok.regels]
            return {"soort": "handtekening", "regels": regels}
        case Tabel():
            return _tabel(blok.vorm, blok.koppen, [list(rij) for rij in blok.rijen], blok.bijschrift)
        case Lijst():
            rijen = [["\n".join(alinea.tekst for alinea in cel) for cel in rij] for rij in blok.rijen]
            return _tabel("feiten", blok.koppen, rijen, blok.bijschrift)


def _tabel(vorm: str, koppen: Sequence[str], rijen: list[list[str]], bijschrift: str) -> dict[str, object]:
    return {
        "soort": "tabel",
        "vorm": vorm,
        "koppen": list(koppen),
        "rijen": rijen,
        "bijschrift": bijschrift,
    }
