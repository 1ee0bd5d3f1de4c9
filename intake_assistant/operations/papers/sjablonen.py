"""Drawing a document with the templates of the municipality where it has its own, else with ours."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from intake_assistant.documents.model import Stuk
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.sjabloon import check_sjabloon, sample_stuk
from intake_assistant.documents.sjabloonmap import MOST_BYTES
from intake_assistant.documents.word import write_docx
from intake_assistant.errors import KnownError
from intake_assistant.operations.workspace import Workspace
from intake_assistant.policy import PDF_SJABLOON, WORD_SJABLOON, Policy
from intake_assistant.safefile import read_bytes
from intake_assistant.staftaal import dutch


@dutch
def draw_pdf(work: Workspace, stuk: Stuk) -> bytes:
    """The document as PDF; KnownErrors `template.`."""
    # A template of a municipality was made for one language.
    own = None if stuk.vertaling else _own(work.policy, PDF_SJABLOON)
    return write_pdf(stuk) if own is None else write_pdf(stuk, own)


@dutch
def draw_docx(work: Workspace, stuk: Stuk) -> bytes:
    """The document as Word; KnownErrors `template.`, also of a template that leaves a sentence out."""
    own = _own(work.policy, WORD_SJABLOON)
    if own is None:
        return write_docx(stuk)
    sjabloon = _read(own)
    _check_once(sjabloon)
    return write_docx(stuk, sjabloon)


def check_own(policy: Policy) -> None:
    """Try the templates of the municipality; KnownErrors `template.` of the first that does not work."""
    word, pdf = _own(policy, WORD_SJABLOON), _own(policy, PDF_SJABLOON)
    if word is not None:
        check_sjabloon(_read(word))
    if pdf is not None:
        write_pdf(sample_stuk(concept=True), pdf)


def _own(policy: Policy, naam: str) -> Path | None:
    folder = policy.sjablonen
    path = folder / naam if folder else None
    return path if path is not None and path.is_file() else None


def _read(path: Path) -> bytes:
    try:
        return read_bytes(path, MOST_BYTES)
    except OSError as error:
        raise KnownError("template.invalid", reden=str(path)) from error


@lru_cache(maxsize=2)
def _check_once(sjabloon: bytes) -> None:
    check_sjabloon(sjabloon)
