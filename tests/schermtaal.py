"""A screen in another language: every sentence of the staff with a mark, so that none is missed elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import pytest

from intake_assistant import texts
from intake_assistant.paths import translations_dir
from intake_assistant.po import Message, read_po
from intake_assistant.staftaal import speak

MERK: Final = "¤"
_CODE: Final = "xx"
_KOP: Final = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def make_marked(folder: Path) -> None:
    """A folder of languages as it is, and one more: the Dutch between marks, with the months of English."""
    folder.mkdir(exist_ok=True)
    for file in translations_dir().iterdir():
        (folder / file.name).symlink_to(file)
    (folder / _CODE / "LC_MESSAGES").mkdir(parents=True)
    taal = (translations_dir() / "en/taal.toml").read_text(encoding="utf-8")
    (folder / _CODE / "taal.toml").write_text(taal, encoding="utf-8")
    for file in (translations_dir() / texts.SOURCE / "LC_MESSAGES").glob("*.po"):
        messages = "\n".join(_marked(message, file.stem) for message in read_po(file.read_bytes()))
        (folder / _CODE / "LC_MESSAGES" / file.name).write_text(_KOP + messages, encoding="utf-8")


def _marked(message: Message, naam: str) -> str:
    key = f"fout.{message.context}" if naam == "fout" else message.context
    lines = [f"msgctxt {_quoted(key)}", f"msgid {_quoted(message.id)}"]
    if message.plural:
        lines.append(f"msgid_plural {_quoted(message.plural)}")
        forms = enumerate((message.id, message.plural))
        lines += [f"msgstr[{nummer}] {_quoted(MERK + form)}" for nummer, form in forms]
    else:
        lines.append(f"msgstr {_quoted(MERK + message.id)}")
    return "\n".join(lines) + "\n"


def _quoted(tekst: str) -> str:
    return '"' + tekst.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


@contextmanager
def marked_screen(monkeypatch: pytest.MonkeyPatch, folder: Path) -> Iterator[None]:
    """Have the screen speak that language for as long as this lasts."""
    with monkeypatch.context() as patched:
        patched.setattr(texts, "translations_dir", lambda: folder)
        texts.speak_to_staff(_CODE)
        try:
            yield
        finally:
            speak()
