"""Writes a document as Word, from a template that a municipality can edit."""

import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, time
from functools import cache, lru_cache
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from intake_assistant import paths
from intake_assistant.documents.huisstijl import dress_word
from intake_assistant.documents.model import (
    WAND,
    Alinea,
    Handtekening,
    Kop,
    Lijst,
    Naast,
    Opsomming,
    Stuk,
    Tabel,
    Tekstblok,
    stijl_of,
)
from intake_assistant.documents.tweetalig.word import cel_of, for_word, set_languages, vorm_of
from intake_assistant.documents.wand import enlarge
from intake_assistant.errors import KnownError
from intake_assistant.safefile import unpacked_size
from intake_assistant.texts import text

if TYPE_CHECKING:
    from docx.document import Document as Word
    from docxtpl import DocxTemplate  # type: ignore[import-untyped]  # the wheel carries no types
    from jinja2.sandbox import SandboxedEnvironment


MOST_UNPACKED = 100_000_000
# What a template may name; a block `b` of `blokken` has soort, tekst, niveau, stijl, punten, regels, ...
FIELDS = frozenset(
    """
    titel titel_kort soort taal concept concept_regel gemeente kenmerk_label kenmerk pagina van datum brief
    blokken
    """.split()
)


def write_docx(stuk: Stuk, sjabloon: bytes | None = None) -> bytes:
    """Return the document as .docx, from the given template or ours.

    Raises KnownError template.unknown_field, template.unsafe or template.invalid.
    """
    template = open_template(sjabloon if sjabloon is not None else _packaged())
    stream = BytesIO()
    with faults_of_template():
        template.render(_data(stuk), jinja_env=sandbox(), autoescape=True)
        _set_properties(template, stuk)
        if sjabloon is None:
            # A template of a municipality has its own style.
            dress_word(template.docx, stuk)
            _keep_two_rows(template.docx)
        if stuk.soort in WAND:
            enlarge(template.docx, stuk)
        set_languages(template.docx, stuk)
        template.save(stream)
    return stream.getvalue()


def _packaged() -> bytes:
    return (paths.templates_dir() / "stuk.docx").read_bytes()


def open_template(sjabloon: bytes) -> "DocxTemplate":
    """Return an opened template; KnownError template.invalid when it is no Word file."""
    # Imported here: docxtpl costs a tenth of a second, and starting the program needs no Word.
    from docxtpl import DocxTemplate

    with faults_of_template():
        if unpacked_size(sjabloon) > MOST_UNPACKED:
            reden = text("stukken.sjabloon_te_groot", megabyte=MOST_UNPACKED // 1_000_000)
            raise KnownError("template.invalid", reden=reden)
        template = DocxTemplate(BytesIO(sjabloon))
        template.init_docx()
    return template


@cache
def sandbox() -> "SandboxedEnvironment":
    """Return the place where a template runs: no Python of ours in reach, an unknown field is an error."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    made = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)
    # Else each document compiles all parts of its template anew, which is a third of the time that it takes.
    made.compile = lru_cache(made.compile)  # type: ignore[assignment]  # of this one alone
    return made


@contextmanager
def faults_of_template() -> Iterator[None]:
    """Tell whatever goes wrong with a template as its maker needs it, without what stands in the dossier."""
    from jinja2 import TemplateError, UndefinedError
    from jinja2.exceptions import SecurityError

    try:
        yield
    except KnownError:
        raise
    except SecurityError as error:
        raise KnownError("template.unsafe", reden=str(error)) from error
    except UndefinedError as error:
        raise KnownError("template.unknown_field", veld=str(error)) from error
    except (TemplateError, BadZipFile) as error:
        raise KnownError("template.invalid", reden=str(error)) from error
    except _faults() as error:
        reden = text("stukken.sjabloon_fout", fout=type(error).__name__)
        raise KnownError("template.invalid", reden=reden) from error


def _faults() -> tuple[type[Exception], ...]:
    """A template is a small program: it divides by zero, adds a word to a number, is no XML any more."""
    from docx.exceptions import PythonDocxError
    from lxml.etree import LxmlError

    of_program = ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError
    return (*of_program, SyntaxError, EOFError, zlib.error, PythonDocxError, LxmlError)


def _set_properties(template: "DocxTemplate", stuk: Stuk) -> None:
    properties = template.docx.core_properties
    properties.title, properties.author, properties.language = stuk.titel, stuk.gemeente, stuk.taal
    properties.subject, properties.comments, properties.last_modified_by = stuk.kenmerk, "", ""
    moment = datetime.combine(stuk.datum, time(), tzinfo=UTC)
    properties.created = properties.modified = moment


def _keep_two_rows(word: "Word") -> None:
    """At the foot of a page a table begins with two rows at least, or on the next page."""
    for table in word.tables:
        for cell in table.rows[1].cells if len(table.rows) > 2 else ():
            for alinea in cell.paragraphs:
                alinea.paragraph_format.keep_with_next = True


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
        "brief": stuk.brief and asdict(stuk.brief),
        # What a drawing shows is said in words beside it: a template of one's own need not know of it.
        "blokken": [_blok(blok) for blok in for_word(stuk, text("tolkblad.nederlands"))],
    }


def _blok(blok: Tekstblok) -> dict[str, object]:
    match blok:
        case Kop():
            return {"soort": "kop", "niveau": blok.niveau, "tekst": blok.tekst}
        case Alinea():
            return {"soort": "alinea", **stijl_of(blok), "tekst": cel_of([blok])}
        case Opsomming():
            return {"soort": "opsomming", "punten": list(blok.items)}
        case Handtekening():
            regels = [{"tekst": regel, "lijn": regel.endswith(":")} for regel in blok.regels]
            return {"soort": "handtekening", "regels": regels}
        case Tabel():
            return _tabel(blok.vorm, blok.koppen, [list(rij) for rij in blok.rijen], blok.bijschrift)
        case Lijst():
            koppen = [kop if isinstance(kop, str) else cel_of(kop) for kop in blok.koppen]
            rijen = [[cel_of(cel) for cel in rij] for rij in blok.rijen]
            return _tabel(vorm_of(blok), koppen, rijen, blok.bijschrift)
        case Naast():
            # Nothing stands side by side here: `for_word` made a table of it.
            raise TypeError(type(blok).__name__)


def _tabel(vorm: str, koppen: Sequence[str], rijen: list[list[str]], bijschrift: str) -> dict[str, object]:
    return {
        "soort": "tabel",
        "vorm": vorm,
        "koppen": list(koppen),
        "rijen": rijen,
        "bijschrift": bijschrift,
    }
