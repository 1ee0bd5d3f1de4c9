"""Templates of a municipality are checked before use, and cannot reach our Python."""

import random
import zipfile
from functools import cache
from io import BytesIO

import pytest
from docx import Document

from intake_assistant import paths
from intake_assistant.documents import word
from intake_assistant.documents.make_template import NAME, make_template
from intake_assistant.documents.sjabloon import check_sjabloon
from intake_assistant.documents.word import write_docx
from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text
from tests.documents.lezen import plain, word_text
from tests.documents.test_pdf import BESLUIT

# A tenth of a second each time; it is the same each time (test_word.py).
whole = cache(make_template)


@cache
def template(*lines: str) -> bytes:
    made = Document(BytesIO(whole()))
    for line in lines:
        made.add_paragraph(line)
    stream = BytesIO()
    made.save(stream)
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
    made = Document(BytesIO(whole()))
    clauses = [p for p in made.paragraphs if p.style and p.style.name == "Clausule"]
    for paragraph in clauses:
        made.element.body.remove(paragraph._p)
    stream = BytesIO()
    made.save(stream)
    with pytest.raises(KnownError) as caught:
        check_sjabloon(stream.getvalue())
    assert caught.value.code == "template.invalid"
    assert "alinea clausule" in known_error_text(caught.value)


BROKEN_LINES = (
    "{{ 1/0 }}",
    "{{ titel + 1 }}",
    "{% include 'x' %}",
    "{{ titel|round }}",
    "{{ titel() }}",
    "{{ titel % 0 }}",
    "{{ 'a' * -1 / 2 }}",
    "{{ blokken[99] }}",
    "{{ blokken|sum }}",
    "{{ titel|int(base=99) }}",
    "{% extends 'x' %}",
    "{% import 'x' as y %}",
    "{{ range(10000000) }}",
    "{{ titel|nietbestaand }}",
    "{{ titel is nietbestaand }}",
    "{{ '%d'|format(titel) }}",
    "{{ datum - 1 }}",
    "{{ '{:d}'.format(titel) }}",
    "{% for a, b in titel %}{{ a }}{% endfor %}",
    "{{ blokken|groupby('x') }}",
    "{{ titel.encode('x') }}",
    "{{ titel|batch(0)|list }}",
    "{{ ''|join(1) }}",
    "{{ titel|indent('x') }}",
    "{% if %}{% endif %}",
    "{{",
    "{{ }}",
    "{{ titel|safe }}<w:p>",
    "{% set x = titel.x %}{{ x }}",
    "{{ namespace(1, 2) }}",
    "{{ lipsum(n='x') }}",
)


@pytest.mark.parametrize("line", BROKEN_LINES)
def test_a_template_that_goes_wrong_is_told(line: str) -> None:
    for act in (lambda made: write_docx(BESLUIT, made), check_sjabloon):
        try:
            act(template(line))
        except KnownError as error:
            found = error
        else:
            continue
        assert found.code.startswith("template.")
        assert "sjabloon" in known_error_text(found)


def test_what_a_template_stumbles_over_is_not_repeated() -> None:
    with pytest.raises(KnownError) as caught:
        write_docx(BESLUIT, template("{{ '%d'|format(gemeente) }}"))
    assert BESLUIT.gemeente not in known_error_text(caught.value)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(content)) as opened:
        return {naam: opened.read(naam) for naam in opened.namelist()}


def zipped(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for naam, content in parts.items():
            opened.writestr(naam, content)
    return stream.getvalue()


BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">'
    + b"".join(b'<!ENTITY %c "%s">' % (c + 1, (b"&%c;" % c) * 10) for c in range(ord("a"), ord("k")))
    + b"]><d>&k;</d>"
)
CONTENTS = (
    b"",
    b"<a>",
    b"<a/>",
    b"\xff\xfe",
    b"geen XML",
    BOMB,
    b"<!DOCTYPE d SYSTEM 'file:///etc/passwd'><d/>",
)


@pytest.mark.parametrize("nr", range(len(CONTENTS)))
def test_a_part_that_is_damaged_is_told(nr: int) -> None:
    parts, content = parts_of(whole()), CONTENTS[nr]
    # One parser reads them all: each part is damaged in two ways or more, and what holds the words in each.
    for naam in {"word/document.xml", *list(parts)[nr % 3 :: 3]}:
        try:
            check_sjabloon(zipped({**parts, naam: content}))
        except KnownError as error:
            found = error.code
        else:
            continue
        assert found.startswith("template.")


@pytest.mark.parametrize("seed", range(12))
def test_a_template_with_a_damaged_byte_is_told_or_works(seed: int) -> None:
    chance, bent = random.Random(seed), bytearray(whole())
    for _ in range(chance.choice((1, 3, 20))):
        bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
    try:
        check_sjabloon(bytes(bent))
    except KnownError as error:
        found = error.code
    else:
        found = "template."
    assert found.startswith("template.")


def test_a_template_that_unpacks_to_gigabytes_is_not_unpacked() -> None:
    parts = {**parts_of(whole()), "word/media/x.bin": bytes(word.MOST_UNPACKED)}
    with pytest.raises(KnownError) as caught:
        check_sjabloon(zipped(parts))
    assert "100 MB" in known_error_text(caught.value)


def test_a_template_from_before_letters_had_a_head_still_says_everything() -> None:
    """One of a municipality's own knows no head of a letter and no largest line."""
    word = Document(BytesIO(whole()))
    for paragraph in list(word.paragraphs):
        if paragraph.text in ("{%p if brief %}", '{%p if b.soort == "alinea" and b.groot %}'):
            # Nothing is printed under a condition that never holds.
            paragraph.runs[0].text = "{%p if false %}"
        elif "and not b.groot" in paragraph.text:
            paragraph.runs[0].text = paragraph.text.replace(" and not b.groot", "")
        elif paragraph.text == "{%p if not brief %}":
            paragraph.runs[0].text = "{%p if true %}"
    stream = BytesIO()
    word.save(stream)
    check_sjabloon(stream.getvalue())
    told = word_text(write_docx(BESLUIT, stream.getvalue()))
    assert told.startswith(
        plain("Besluit: uw persoonlijk plan inburgering en participatie (PIP) Uw leerroute: B1-route")
    )
