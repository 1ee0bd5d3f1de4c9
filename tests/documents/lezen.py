"""Reads back what was written, as a reader of the file would."""

import re
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO

import pikepdf
import pypdfium2  # type: ignore[import-untyped]  # the wheel carries no types
from docx import Document
from docx.table import Table
from docx.text.paragraph import Paragraph

from intake_assistant.documents.model import Stuk, texts_of

_INVISIBLE = re.compile("[\u2022\u200b-\u200f\u2060\u2066-\u2069\ufeff]")
_BLANKS = re.compile(r"\s+")


def plain(text: str) -> str:
    """Without blanks, bullets and signs that only steer direction: what is left is the text itself."""
    return _BLANKS.sub("", _INVISIBLE.sub("", text))


def model_text(stuk: Stuk) -> str:
    return plain("".join(texts_of(stuk)))


def word_text(content: bytes) -> str:
    parts = []
    for element in Document(BytesIO(content)).iter_inner_content():
        if isinstance(element, Paragraph):
            parts.append(element.text)
        elif isinstance(element, Table):
            parts.extend(cell.text for row in element.rows for cell in row.cells)
    return plain("".join(parts))


def pdf_pages(content: bytes) -> list[str]:
    with pypdfium2.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def tagged_text(content: bytes) -> str:
    """The text of the real content in the order of the page, without header, footer and watermark."""
    with pikepdf.open(BytesIO(content)) as pdf:
        return plain("".join(_page_text(page) for page in pdf.pages))


def _page_text(page: pikepdf.Page) -> str:
    reader = _PageReader(page)
    for instruction in pikepdf.parse_content_stream(page, "BDC BMC EMC Tf Tj TJ"):
        reader.read(list(instruction.operands), str(instruction.operator))
    return "".join(reader.parts)


class _PageReader:
    """Collects the text that is shown outside artifacts."""

    def __init__(self, page: pikepdf.Page) -> None:
        self.parts: list[str] = []
        self._fonts = page.resources["/Font"]
        self._codes: dict[str, dict[int, str]] = {}
        self._font = ""
        self._spans: list[bool] = []

    def read(self, operands: list[pikepdf.Object], operator: str) -> None:
        match operator:
            case "BDC" | "BMC":
                self._begin(operands)
            case "EMC":
                self._spans.pop()
            case "Tf":
                self._font = str(operands[0])
                if self._font not in self._codes:
                    self._codes[self._font] = _to_unicode(self._fonts[self._font]["/ToUnicode"].read_bytes())
            case "Tj" | "TJ" if not any(self._spans):
                self.parts.append(_shown(operands[0], self._codes[self._font]))

    def _begin(self, operands: list[pikepdf.Object]) -> None:
        actual = ""
        if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary):
            actual = str(operands[1].get("/ActualText", ""))
        if actual and not any(self._spans):
            self.parts.append(actual)
        # An artifact is not the text; a span with its own words was just read.
        self._spans.append(str(operands[0]) == "/Artifact" or bool(actual))


def _shown(operand: pikepdf.Object, codes: dict[int, str]) -> str:
    pieces = [operand] if isinstance(operand, pikepdf.String) else list(operand.as_list())
    raw = b"".join(bytes(piece) for piece in pieces if isinstance(piece, pikepdf.String))
    return "".join(codes.get(int.from_bytes(raw[i : i + 2], "big"), "") for i in range(0, len(raw), 2))


@lru_cache(maxsize=32)
def _to_unicode(table: bytes) -> dict[int, str]:
    content = table.decode("ascii")
    result = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", content, re.DOTALL):
        for code, target in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block):
            result[int(code, 16)] = bytes.fromhex(target).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", content, re.DOTALL):
        for first, last, target in re.findall(
            r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>", block
        ):
            begin = bytes.fromhex(target).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                result[int(first, 16) + step] = begin[:-1] + chr(ord(begin[-1]) + step)
    return result


def elements(content: bytes) -> Iterator[tuple[str, dict[str, object]]]:
    """Every structure element: its kind and its attributes."""
    with pikepdf.open(BytesIO(content)) as pdf:
        yield from _walk(pdf.Root.StructTreeRoot.K)


def _walk(node: pikepdf.Object) -> Iterator[tuple[str, dict[str, object]]]:
    if isinstance(node, pikepdf.Array):
        for child in node:
            yield from _walk(child)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        named = {"lang": "/Lang", "id": "/ID", "alt": "/Alt"}
        facts: dict[str, object] = {name: str(node.get(key, "")) for name, key in named.items()}
        attributes = node.get("/A", pikepdf.Array())
        for item in attributes if isinstance(attributes, pikepdf.Array) else [attributes]:
            if isinstance(item, pikepdf.Dictionary):
                facts |= {
                    key: value if isinstance(value, pikepdf.Array) else str(value)
                    for key, value in item.items()
                }
        yield str(node.S), {key: list(v) if isinstance(v, pikepdf.Array) else v for key, v in facts.items()}
        if "/K" in node:
            yield from _walk(node.K)
