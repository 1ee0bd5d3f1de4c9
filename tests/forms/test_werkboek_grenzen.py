"""A workbook comes by mail: it is read or refused, and nothing lands outside the folder."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

from intake_assistant.errors import KnownError
from intake_assistant.forms import werkboek
from intake_assistant.forms.werkboek import from_xlsform
from intake_assistant.forms.xlsform import workbook_bytes
from tests.forms.kleine_formulieren import goed, write_forms

Parts = dict[str, bytes]
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture(scope="module")
def parts(tmp_path_factory: pytest.TempPathFactory) -> Parts:
    """What is in the zip of the workbook of one good form."""
    content = workbook_bytes(write_forms(tmp_path_factory.mktemp("goed"), goed()))
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {naam: opened.read(naam) for naam in opened.namelist()}


def zipped(parts: Parts) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as opened:
        for naam, content in parts.items():
            opened.writestr(naam, content)
    return stream.getvalue()


def outcome(content: bytes, tmp_path: Path) -> str:
    """`read`, or the code of the refusal; nothing lies outside the folder, after a refusal nothing in it."""
    xlsx, out = tmp_path / "f.xlsx", tmp_path / "diep" / "uit"
    xlsx.write_bytes(content)
    out.mkdir(parents=True, exist_ok=True)
    found, told = "read", "-"
    try:
        from_xlsform(xlsx, out)
    except KnownError as error:
        found, told = error.code, str(error.facts["fouten"])
    assert told
    written = list(out.iterdir())
    assert bool(written) == (found == "read")
    for path in written:
        path.unlink()
    assert {path for path in tmp_path.rglob("*") if path.is_file()} == {xlsx}
    return found


def edited(tmp_path: Path, change: Callable[[openpyxl.Workbook], object], parts: Parts) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(zipped(parts)))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def named(book: openpyxl.Workbook, naam: str) -> None:
    """Every name of the file in the workbook is another one."""
    for blad in book.worksheets:
        for row in blad.iter_rows():
            for cel in row:
                if cel.value == "01_taal.toml":
                    cel.value = naam


def test_a_good_one_is_read(parts: Parts, tmp_path: Path) -> None:
    assert outcome(zipped(parts), tmp_path) == "read"


@pytest.mark.parametrize(
    "naam",
    ["../01_taal.toml", "../../x", "{tmp}/01_taal.toml", "C:\\x\\01_taal.toml", "..\\01_taal.toml",
     "01_taal.toml/../../x", "taal.desktop", "01_taal.toml\n", "01_ta al.toml", ".", "x" * 300],
)  # fmt: skip
def test_a_name_leads_nowhere_but_into_the_folder(naam: str, parts: Parts, tmp_path: Path) -> None:
    content = edited(tmp_path, lambda book: named(book, naam.format(tmp=tmp_path)), parts)
    assert outcome(content, tmp_path) == "form.invalid"


def test_two_files_of_one_name_are_told(parts: Parts, tmp_path: Path) -> None:
    def twice(book: openpyxl.Workbook) -> None:
        book["bestanden"].append([cel.value for cel in book["bestanden"][2]])

    assert outcome(edited(tmp_path, twice, parts), tmp_path) == "form.invalid"


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_file_is_refused_or_read(seed: int, parts: Parts, tmp_path: Path) -> None:
    chance, bent = random.Random(seed), bytearray(zipped(parts))
    for _ in range(chance.choice((1, 1, 3, 20))):
        bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
    assert outcome(bytes(bent), tmp_path) in ("read", "form.invalid")


@pytest.mark.parametrize("seed", range(60))
def test_a_damaged_part_is_refused_or_read(seed: int, parts: Parts, tmp_path: Path) -> None:
    chance = random.Random(seed)
    naam = chance.choice(sorted(parts))
    bent = bytearray(parts[naam])
    for _ in range(chance.choice((1, 2, 8))):
        at = chance.randrange(len(bent))
        bent[at : at + chance.choice((0, 1, 1, 40))] = chance.randbytes(chance.choice((0, 1, 4)))
    found = outcome(zipped({**parts, naam: bytes(bent)}), tmp_path)
    assert found in ("read", "form.invalid")


@pytest.mark.parametrize("kind", ["gone", "empty", "<a/>", "<a>", "PK\x03\x04", "<!DOCTYPE a []><a/>"])
def test_a_part_that_is_no_part_is_refused_or_read(kind: str, parts: Parts, tmp_path: Path) -> None:
    for naam in parts:
        rest = {n: c for n, c in parts.items() if n != naam}
        bent = rest if kind == "gone" else {**rest, naam: b"" if kind == "empty" else kind.encode()}
        assert outcome(zipped(bent), tmp_path) in ("read", "form.invalid")


ODD_CELLS = (
    '<c r="A2" t="s"><v>999999999</v></c>',
    '<c r="A2" t="s"><v>x</v></c>',
    '<c r="A2"><v>1e999</v></c>',
    f'<c r="A2"><v>{"9" * 5000}</v></c>',
    '<c r="A2" t="d"><v>9999-99-99</v></c>',
    '<c r="A2" t="e"><v>#REF!</v></c>',
    '<c r="A2" t="inlineStr"><is/></c>',
    '<c r="A2" s="999999"><v>1</v></c>',
    '<c r="ZZZZ2"><v>1</v></c>',
    '<c r="2A"><v>1</v></c>',
    '<c t="b"><v>maybe</v></c>',
    '<c r="A2"><f>1/0</f></c>',
)


@pytest.mark.parametrize("cell", ODD_CELLS, ids=range(len(ODD_CELLS)))
def test_an_odd_cell_is_refused_or_read(cell: str, parts: Parts, tmp_path: Path) -> None:
    before, row, after = parts[SHEET].partition(b'<row r="3"')
    assert row
    bent = before + f'<row r="3">{cell}</row>'.encode() + row + after
    assert outcome(zipped({**parts, SHEET: bent}), tmp_path) in ("read", "form.invalid")


def far(book: openpyxl.Workbook) -> None:
    book["survey"]["XFD1048576"] = "x"


def far_head(book: openpyxl.Workbook) -> None:
    book["survey"]["XFD1"] = "label"


def far_down(book: openpyxl.Workbook) -> None:
    book["survey"]["A1048576"] = "text"


@pytest.mark.parametrize(
    ("change", "expected"), [(far, "read"), (far_head, "form.invalid"), (far_down, "form.invalid")]
)
def test_a_cell_far_away_takes_no_time(
    change: Callable[[openpyxl.Workbook], object], expected: str, parts: Parts, tmp_path: Path
) -> None:
    assert outcome(edited(tmp_path, change, parts), tmp_path) == expected


def test_what_unpacks_to_gigabytes_is_not_unpacked(parts: Parts, tmp_path: Path) -> None:
    huge = {**parts, "xl/sharedStrings.xml": b" " * (werkboek.MOST_UNPACKED + 1)}
    content = zipped(huge)
    assert len(content) < 100_000
    assert outcome(content, tmp_path) == "form.invalid"


def test_a_folder_or_an_enormous_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "map.xlsx").mkdir()
    with (tmp_path / "groot.xlsx").open("wb") as file:
        file.truncate(1 << 40)
    for naam in ("map.xlsx", "groot.xlsx", "weg.xlsx", "n" * 300):
        with pytest.raises(KnownError) as refused:
            from_xlsform(tmp_path / naam, tmp_path)
        assert refused.value.code == "form.invalid"
