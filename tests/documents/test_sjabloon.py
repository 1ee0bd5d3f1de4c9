"""Templates of a municipality are checked before use, and cannot reach our Python."""

from io import BytesIO

import pytest
from docx import Document

from intake_assistant import paths
from intake_assistant.documents.make_template import NAME, make_template
from intake_assistant.documents.sjabloon import check_sjabloon
from intake_assistant.documents.word import write_docx
from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text
from tests.documents.test_pdf import BESLUIT


def template(*lines: str) -> bytes:
    word = Document(BytesIO(make_template()))
    for line in lines:
        word.add_paragraph(line)
    stream = BytesIO()
    word.save(stream)
    return stream.getvalue()


def test_our_own_template_is_fine() -> None:
    check_sjabloon((paths.templates_dir() / NAME).read_bytes())


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("{{ gemeentenaam }}", "gemeentenaam"),
        ("{% for blok in blokken %}{{ blok.inhoud }}{% endfor %}", "inhoud"),
    ],
)
def test_an_unknown_field_is_refused_by_name(line: str, field: str) -> None:
    with pytest.raises(KnownError) as caught:
        check_sjabloon(template(line))
    assert caught.value.code == "template.unknown_field"
    assert field in known_error_text(caught.value)


@pytest.mark.parametrize(
    "line",
    [
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ titel.__class__.__base__.__subclasses__() }}",
        "{{ blokken.__init__.__globals__ }}",
        "{{ ('{0.__class__}').format(titel) }}",
        "{% for x in cycler.__init__.__globals__ %}{{ x }}{% endfor %}",
    ],
)
def test_a_template_cannot_run_python(line: str) -> None:
    with pytest.raises(KnownError) as caught:
        write_docx(BESLUIT, template(line))
    assert caught.value.code == "template.unsafe"


@pytest.mark.parametrize("content", [b"", b"geen Word", template("{% if titel %}nooit dicht")])
def test_what_is_no_template_is_refused(content: bytes) -> None:
    with pytest.raises(KnownError) as caught:
        check_sjabloon(content)
    assert caught.value.code == "template.invalid"
    assert "sjabloon" in known_error_text(caught.value)


def test_a_template_that_leaves_out_the_clauses_is_refused() -> None:
    word = Document(BytesIO(make_template()))
    clauses = [p for p in word.paragraphs if p.style and p.style.name == "Clausule"]
    for paragraph in clauses:
        word.element.body.remove(paragraph._p)
    stream = BytesIO()
    word.save(stream)
    with pytest.raises(KnownError) as caught:
        check_sjabloon(stream.getvalue())
    assert caught.value.code == "template.invalid"
    assert "alinea clausule" in known_error_text(caught.value)
