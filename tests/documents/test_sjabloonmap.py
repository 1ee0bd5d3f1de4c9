"""A typst template of a municipality reaches nothing: no network, and no file outside its own folder."""

import os
import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
import typst

from intake_assistant.documents import sjabloonmap
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.errors import KnownError
from tests.documents.lezen import pdf_pages
from tests.documents.test_pdf import small

STUK = replace(small("tekst"), titel="Cetz: proef")
EIGEN = "Rivierdal"
KOP = '#set document(title: "Proef")\n'  # PDF/UA wants one


class Listener:
    """A proxy of our own, to which everything is led that would go outside."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(0.2)
        self.address = f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def heard(self) -> bytes:
        """What somebody asked for; empty when nobody came."""
        try:
            with self._socket.accept()[0] as came:
                return came.recv(1000)
        except TimeoutError:
            return b""

    def close(self) -> None:
        self._socket.close()


@pytest.fixture
def listener(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listener]:
    made = Listener()
    for naam in ("http_proxy", "https_proxy", "all_proxy"):
        monkeypatch.setenv(naam, made.address)
        monkeypatch.setenv(naam.upper(), made.address)
    monkeypatch.setenv("no_proxy", "*")
    yield made
    made.close()


def template(folder: Path, source: str, **others: str) -> Path:
    for naam, content in {"stuk": f"{KOP}{source}", **others}.items():
        (folder / f"{naam}.typ").write_text(content, encoding="utf-8")
    return folder / "stuk.typ"


def refusal(path: Path) -> KnownError:
    with pytest.raises(KnownError) as refused:
        write_pdf(STUK, path)
    return refused.value


PLAIN = '#import "@preview/cetz:0.3.0": *'
DATA = "#let stuk = json(bytes(sys.inputs.stuk))\n"
WAYS = {
    "in the template itself": (PLAIN, {}),
    "in a second file": ('#import "huisstijl.typ": *', {"huisstijl": PLAIN}),
    "in a third file": ('#include "a.typ"', {"a": '#include "b.typ"', "b": PLAIN}),
    "by include": ('#include "@preview/cetz:0.3.0"', {}),
    "with an escape": ('#import "\\u{40}preview/cetz:0.3.0": *', {}),
    "with a longer escape": ('#import "\\u{000040}preview/cetz:0.3.0": *', {}),
    "with escapes for letters": ('#import "@\\u{70}review/cetz:0.3.0": *', {}),
    "by a computed name": (DATA + '#import "\\u{40}preview/" + lower(stuk.titel_kort) + ":0.1.0"', {}),
    "by a joined name": ('#let a = "@"\n#import a + "preview/cetz" + ":0.3.0": *', {}),
    "by eval": ('#eval("import \\"@" + "preview/cetz:0.3.0\\"")', {}),
    "inside a function": ('#context { import str.from-unicode(64) + "preview/cetz:0.3.0" }', {}),
    "of this computer": ('#import "@" + "local/huis:1.0.0": *', {}),
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_a_package_is_asked_for_nowhere(way: str, listener: Listener, tmp_path: Path) -> None:
    source, others = WAYS[way]
    refused = refusal(template(tmp_path, source, **others))
    assert (refused.code, listener.heard()) == ("template.unsafe", b"")


def test_the_listener_would_hear_it(listener: Listener) -> None:
    os.environ.pop("no_proxy")
    listener._socket.settimeout(20)
    heard: list[bytes] = []
    ear = Thread(target=lambda: heard.append(listener.heard()))
    ear.start()
    with pytest.raises(typst.TypstError):
        typst.compile(PLAIN.encode(), format="pdf")
    ear.join()
    assert heard[0].startswith(b"CONNECT packages.")


def test_what_is_written_in_a_text_is_no_package(tmp_path: Path) -> None:
    assert write_pdf(STUK, template(tmp_path, '#"@gemeente" #"info@gemeente.example"')).startswith(b"%PDF")


OUTSIDE = {
    "absolute": '#read("/etc/passwd")',
    "upwards": '#read("../geheim.txt")',
    "by a detour": '#read("map/../../geheim.txt")',
    "as a picture": '#image("../geheim.txt")',
    "of this program": '#read("../pdf.py")',
    "of the folder one stands in": '#read("main.py")',
}


@pytest.mark.parametrize("way", OUTSIDE)
def test_a_file_outside_the_folder_is_not_read(way: str, tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text(EIGEN, encoding="utf-8")
    (tmp_path / "map").mkdir()
    own = tmp_path / "sjabloon"
    own.mkdir()
    assert refusal(template(own, OUTSIDE[way])).code == "template.invalid"


@pytest.mark.skipif(os.name == "nt", reason="a plain user of Windows makes no links")
def test_a_link_that_leaves_the_folder_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "geheim.txt").write_text(EIGEN, encoding="utf-8")
    own = tmp_path / "sjabloon"
    own.mkdir()
    path = template(own, '#read("erin.txt")')
    link = own / "erin.txt"
    for target in (tmp_path / "geheim.txt", Path("..") / "geheim.txt", tmp_path):
        link.symlink_to(target)
        refused = refusal(path)
        assert refused.code == "template.unsafe"
        assert "erin.txt" in str(refused.facts["reden"])
        link.unlink()
    link.symlink_to(link)
    assert refusal(path).code == "template.invalid"
    link.unlink()
    (own / "echt.txt").write_text(EIGEN, encoding="utf-8")
    link.symlink_to("echt.txt")
    assert EIGEN in "".join(pdf_pages(write_pdf(STUK, path)))


def test_the_folder_may_hold_more_than_the_template(tmp_path: Path) -> None:
    (tmp_path / "beeld").mkdir()
    (tmp_path / "beeld" / "wapen.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>', encoding="utf-8"
    )
    (tmp_path / "stuk.docx").write_bytes(b"\xff\xfe")
    source = '#import "main.typ": kop\n#kop\n#image("beeld/wapen.svg", alt: "wapen")'
    path = template(tmp_path, source, main=f'#let kop = "{EIGEN}"')
    assert EIGEN in "".join(pdf_pages(write_pdf(STUK, path)))


def test_a_folder_with_enormous_files_is_refused(tmp_path: Path) -> None:
    path = template(tmp_path, "tekst")
    with (tmp_path / "film.mp4").open("wb") as file:
        file.truncate(sjabloonmap.MOST_BYTES)
    assert refusal(path).code == "template.invalid"


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in a folder")
def test_a_pipe_in_the_folder_is_not_waited_for(tmp_path: Path) -> None:
    path = template(tmp_path, "tekst")
    os.mkfifo(tmp_path / "pijp")
    assert refusal(path).code == "template.invalid"
