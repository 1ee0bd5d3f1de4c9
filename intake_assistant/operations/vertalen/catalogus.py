"""A catalogue as Babel reads and writes it, with every mark that a translator's program puts in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Final

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, generate_po, read_po, unescape

from intake_assistant.errors import KnownError
from intake_assistant.paths import translations_dir
from intake_assistant.texts import Taal

FUZZY: Final = "fuzzy"
GECONTROLEERD: Final = "gecontroleerd:"
"""Before who checked a text, when, and in what capacity."""
# Babel folds comments to a width, also where that breaks the string of a previous text in two.
_NOOIT_VOUWEN: Final = 1_000_000
_VORIG: Final = "|"
_KOP: Final = re.compile(r'(?:(?:#.*)?\n)*msgid ""\nmsgstr ""\n(?:".*"\n)+')


def cataloguspad(taal: Taal, catalogus: str) -> Path:
    """Where a catalogue of a language lies."""
    return translations_dir() / taal.code / "LC_MESSAGES" / f"{catalogus}.po"


def catalogusbestanden(taal: Taal) -> list[Path]:
    """The catalogues that a language has, by name."""
    return sorted((translations_dir() / taal.code / "LC_MESSAGES").glob("*.po"))


def read_catalogus(raw: bytes, pad: Path) -> Catalog:
    """All messages, also what is obsolete; KnownError translation.invalid."""
    try:
        catalogus = read_po(BytesIO(raw), abort_invalid=True)
    except (PoFileError, ValueError) as error:
        raise KnownError("translation.invalid", pad=str(pad), fout=str(error)) from error
    for message in catalogus:
        _lift_previous(message)
    return catalogus


def _lift_previous(message: Message) -> None:
    """Babel takes the previous text for a comment of the translator."""
    vorig = [line[1:].strip() for line in message.user_comments if line.startswith(_VORIG)]
    if vorig:
        message.previous_id = [tekst for sleutel, tekst in _strings(vorig) if sleutel != "msgctxt"]
        message.user_comments = [line for line in message.user_comments if not line.startswith(_VORIG)]


def _strings(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Each keyword with its string, which may go on over several lines, or stand in pieces on one."""
    sleutel, tekst = "", ""
    for line in lines:
        woord, _, rest = line.partition(" ")
        if not line.startswith('"'):
            if sleutel:
                yield sleutel, tekst
            sleutel, tekst, line = woord, "", rest.strip()
        tekst += "".join(unescape(deel) for deel in _pieces(line))
    if sleutel:
        yield sleutel, tekst


def _pieces(line: str) -> Iterator[str]:
    begin = 0
    while (gevonden := line.find('" "', begin)) >= 0:
        yield line[begin : gevonden + 1]
        begin = gevonden + 2
    yield line[begin:]


def catalogus_bytes(kop: str, catalogus: Catalog) -> bytes:
    """A catalogue under its own heading; nothing in it depends on the day or the computer."""
    regels = generate_po(
        catalogus, include_previous=True, include_lineno=False, omit_header=True, width=_NOOIT_VOUWEN
    )
    return (f"{kop}\n\n{''.join(regels)}".rstrip("\n") + "\n").encode()


def kop_van(raw: bytes, taal: Taal) -> str:
    """The heading of a catalogue as its translator left it, else a new one."""
    kop = _KOP.match(raw.decode("utf-8-sig", errors="replace").replace("\r\n", "\n"))
    if kop and "Plural-Forms" in kop[0]:
        return kop[0].strip("\n")
    return kop_of(taal.code, taal.meervoud)


def kop_of(code: str, meervoud: str) -> str:
    """The heading of a new catalogue."""
    regels = (
        "Project-Id-Version: intake-assistant",
        f"Language: {code}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {meervoud}",
    )
    return "\n".join(['msgid ""', 'msgstr ""', *(f'"{regel}\\n"' for regel in regels)])
