"""Our own reading of a catalogue, beside that of Babel."""

import io

import pytest
from babel.messages import pofile
from babel.messages.catalog import Catalog
from hypothesis import given
from hypothesis import strategies as st

from intake_assistant.paths import translations_dir
from intake_assistant.po import read_po

Seen = tuple[str, str, str, tuple[str, ...], list[str], bool]


def ours(raw: bytes) -> list[Seen]:
    found = read_po(raw)
    return [(m.context, m.id, m.plural, tuple(m.texts), m.comments, m.is_fuzzy) for m in found]


def theirs(raw: bytes) -> list[Seen]:
    seen = list[Seen]()
    for m in pofile.read_po(io.BytesIO(raw), ignore_obsolete=True, abort_invalid=True):
        ids = (m.id, "") if isinstance(m.id, str) else m.id
        found = m.string or ""
        forms = (found,) if isinstance(found, str) else tuple(found)
        if ids[0]:
            seen.append((m.context or "", ids[0], ids[1], forms, list(m.user_comments), m.fuzzy))
    return seen


# One language stands for the others: the program wrote them all, with the same writer.
@pytest.mark.parametrize("name", ["nl/*/fout", "nl/*/recht", "ar/*/taalniveau", "ar/*/recht", "en/*/plan"])
def test_a_catalogue_of_the_program_reads_as_with_babel(name: str) -> None:
    (file,) = translations_dir().glob(f"{name}.po")
    found = ours(file.read_bytes())
    assert found == theirs(file.read_bytes())
    assert found


WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('\n\t"\\'), min_size=1)
NAMES = st.text("abc.[]/é", min_size=1)


@given(st.dictionaries(NAMES, st.tuples(WORDS, WORDS | st.none(), st.text("abc é"), st.booleans())))
def test_what_babel_writes_is_read_as_it_was_meant(
    messages: dict[str, tuple[str, str | None, str, bool]],
) -> None:
    catalogue = Catalog("nl")
    for context, (words, plural, comment, is_fuzzy) in messages.items():
        ids = (words, plural) if plural else words
        texts = (words, words) if plural else words
        comments = [comment] if comment.strip() else []
        flags = {"fuzzy"} if is_fuzzy else set()
        catalogue.add(ids, texts, context=context, user_comments=comments, flags=flags)
    written = io.BytesIO()
    pofile.write_po(written, catalogue)
    assert ours(written.getvalue()) == theirs(written.getvalue())
    assert len(ours(written.getvalue())) == len(messages)


HEAD = 'msgctxt "a"\nmsgid "Een"\nmsgstr "One"\n'


@pytest.mark.parametrize(
    ("raw", "line"),
    [
        (b'msgctxt "a"\nmsgid "open', "2"),
        (b'msgctxt "a"\nmsgid "Een" los\nmsgstr ""\n', "2"),
        (b'msgctxt "a"\nmsgid "Ee"n"\nmsgstr ""\n', "2"),
        (b'"los"\n', "1"),
        (b'msgid "a"\nmsgid "b"\nmsgstr ""\n', "2"),
        (b'\nmsgctxt "a"\nmsgstr "zonder"\n', "2"),
        (HEAD.encode() + b'msgctxt "b"\nmsgid "zonder vertaling"\n', "4"),
        (b'msgwat "a"\nmsgid "b"\nmsgstr ""\n', "1"),
    ],
)
def test_a_slip_is_told_with_its_line(raw: bytes, line: str) -> None:
    with pytest.raises(ValueError, match=rf"^{line}:"):
        read_po(raw)


def test_other_letters_than_utf_8_are_refused() -> None:
    with pytest.raises(ValueError, match="utf-8"):
        read_po(HEAD.replace("Een", "Eén").encode("latin-1"))


def test_windows_line_ends_and_a_mark_in_front_are_read_over() -> None:
    assert ours(b"\xef\xbb\xbf" + HEAD.replace("\n", "\r\n").encode()) == ours(HEAD.encode())
