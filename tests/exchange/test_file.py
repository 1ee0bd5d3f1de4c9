"""A file that travels: what was written is read back just so, by whom it is for and by public tools."""

import os
import shutil
import subprocess
import tarfile
import threading
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant.domain.entry import Entry, Presence
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.errors import KnownError
from intake_assistant.exchange import limits, reader
from intake_assistant.exchange.manifest import Aantallen
from intake_assistant.exchange.writer import Content
from tests.bestandsgrens import no_file_beyond
from tests.exchange.hulp import (
    FOTO,
    STONE,
    A,
    B,
    blob,
    content,
    in_order,
    letterhead,
    made,
    person,
    read,
    withheld,
    write,
)

AN, BO, COR = person("an"), person("bo"), person("cor")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "an.intake.age"


def test_what_was_written_is_read_back(path: Path) -> None:
    entries = made(), made(2), made(1, dossier=B)
    written = write(path, letterhead(AN, BO), content(*entries), AN.keys)
    found = read(path, BO)
    assert found.dossiers == {A: sorted(entries[:2], key=lambda e: e.header.counter), B: [entries[2]]}
    assert found.gewist == [STONE]
    assert found.blobs == {blob(FOTO).sha256: FOTO}
    assert found.incoming.manifest == written.manifest
    assert written.manifest.aantallen == Aantallen(dossiers=2, entries=3, gewist=1, blobs=1)
    assert found.incoming.gelezen == found.incoming.size == written.size == path.stat().st_size


def test_what_is_not_there_travels_as_what_it_is(path: Path) -> None:
    states = [Presence.WITHHELD, Presence.LOST, Presence.ERASED]
    entries = [withheld(made(n + 1), state) for n, state in enumerate(states)]
    write(path, letterhead(AN, BO), content(*entries), AN.keys)
    assert read(path, BO).dossiers[A] == entries


def test_it_may_be_empty(path: Path) -> None:
    write(path, letterhead(AN, BO), Content(), AN.keys)
    assert read(path, BO).dossiers == {}


def test_each_receiver_and_the_sender_can_read_it(path: Path) -> None:
    write(path, letterhead(AN, BO, COR), content(), AN.keys)
    assert [len(read(path, who).dossiers) for who in (AN, BO, COR)] == [2, 2, 2]


def test_who_reads_only_the_manifest_still_has_all_of_it_proved(path: Path) -> None:
    write(path, letterhead(AN, BO), content(), AN.keys)
    with reader.opened(path, BO.identity, BO.recipient) as incoming:
        assert incoming.manifest.afzender == AN.card
    assert incoming.gelezen == incoming.size


def test_a_document_has_no_entries(path: Path) -> None:
    documents = {"document.json": b"{}", "document.pdf": b"%PDF"}
    head = letterhead(AN, BO, soort=Bestandssoort.PARTNER)
    write(path, head, Content(documenten=documents), AN.keys)
    with reader.opened(path, BO.identity, BO.recipient) as incoming:
        assert [*incoming.dossiers(), *incoming.gewist(), *incoming.blobs()] == []
        assert incoming.documenten() == documents


def test_public_tools_open_it(path: Path, tmp_path: Path) -> None:
    entry = made()
    write(path, letterhead(AN, BO), content(entry), AN.keys)
    plain = pyrage.decrypt(path.read_bytes(), [pyrage.x25519.Identity.from_str(BO.identity)])
    with tarfile.open(fileobj=BytesIO(plain), mode="r:gz") as tar:
        names = tar.getnames()
        lines = tar.extractfile("entries.tsv")
        assert lines is not None
        raw, salt, body = lines.read().removesuffix(b"\n").split(b"\t")
    assert names == [
        "manifest.json", "manifest.sig", "entries.tsv", "gewist.tsv", f"blobs/{blob(FOTO).sha256}"
    ]  # fmt: skip
    assert (raw, salt.decode(), body) == (entry.raw, entry.salt.hex(), entry.body)
    age = shutil.which("age")
    if age is not None:
        # Where Debian's own is installed it says the same.
        (tmp_path / "key").write_text(BO.identity)
        told = subprocess.run([age, "-d", "-i", tmp_path / "key", path], capture_output=True, check=True)
        assert told.stdout == plain


def test_the_same_content_is_the_same_but_for_the_encryption(path: Path, tmp_path: Path) -> None:
    def plain(file: Path) -> bytes:
        write(file, letterhead(AN, BO), content(), AN.keys)
        return bytes(pyrage.decrypt(file.read_bytes(), [pyrage.x25519.Identity.from_str(BO.identity)]))

    assert plain(path) == plain(tmp_path / "nog.intake.age")


# -- whole or not at all -------------------------------------------------------------------------------------


def test_a_name_that_is_taken_is_refused(path: Path) -> None:
    path.write_bytes(b"van iemand")
    with pytest.raises(KnownError) as refused:
        write(path, letterhead(AN, BO), content(), AN.keys)
    assert refused.value.code == "output.exists"
    assert path.read_bytes() == b"van iemand"


def test_content_that_changed_meanwhile_makes_no_file(path: Path) -> None:
    passes = iter([[made()], [made(), made(2)]])
    with pytest.raises(KnownError) as refused:
        write(path, letterhead(AN, BO), Content(lambda: next(passes)), AN.keys)
    assert refused.value.code == "exchange.changed"
    assert list(path.parent.iterdir()) == []


def test_what_the_receivers_could_not_read_makes_no_file(path: Path) -> None:
    other = person("an")  # the same card with another identity: what is written could not be read back
    with pytest.raises(KnownError) as refused:
        write(path, letterhead(AN, BO), content(), other.keys)
    assert refused.value.code == "exchange.not_for_you"
    assert list(path.parent.iterdir()) == []


def test_entries_in_another_order_are_a_mistake_of_ours(path: Path) -> None:
    with pytest.raises(ValueError):
        write(path, letterhead(AN, BO), Content(lambda: [made(2), made()]), AN.keys)
    assert in_order(made(2), made())() == [made(), made(2)]
    assert list(path.parent.iterdir()) == []


def test_on_a_full_disk_there_is_no_file(path: Path) -> None:
    with no_file_beyond(1000), pytest.raises(KnownError) as refused:
        write(path, letterhead(AN, BO), content(), AN.keys)
    assert refused.value.code == "disk.full"
    assert list(path.parent.iterdir()) == []


def test_what_is_too_much_for_one_file_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MEMBER", 1000)
    with pytest.raises(KnownError) as refused:
        write(path, letterhead(AN, BO), content(), AN.keys)
    assert refused.value.code == "exchange.too_large"


# -- nothing stays behind ------------------------------------------------------------------------------------


def test_who_stops_reading_leaves_no_thread_and_no_pipe(path: Path) -> None:
    many = Content(in_order(*(made(n) for n in range(1, 900))))
    write(path, letterhead(AN, BO), many, AN.keys)
    threads, files = threading.active_count(), len(os.listdir("/proc/self/fd"))
    for _ in range(20):
        with pytest.raises(KeyError), reader.opened(path, BO.identity, BO.recipient) as incoming:
            next(iter(incoming.dossiers()))
            raise KeyError
    assert threading.active_count() == threads
    assert len(os.listdir("/proc/self/fd")) == files


def test_the_memory_it_takes_does_not_grow_with_the_file(tmp_path: Path) -> None:
    def peak(dossiers: int) -> int:
        def entries() -> Iterator[Entry]:
            for nr in range(dossiers):
                yield from (made(n, dossier=f"{nr:032x}") for n in range(1, 200))

        file = tmp_path / f"{dossiers}.intake.age"
        tracemalloc.start()
        try:
            write(file, letterhead(AN, BO), Content(entries), AN.keys)
            with reader.opened(file, BO.identity, BO.recipient) as incoming:
                assert sum(1 for _ in incoming.dossiers()) == dossiers
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    few, many = peak(2), peak(20)
    assert many < few * 1.5
