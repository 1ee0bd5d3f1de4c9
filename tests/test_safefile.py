"""A file is written whole or not at all."""

import errno
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from intake_assistant import safefile
from intake_assistant.errors import KnownError
from intake_assistant.safefile import make_folder, read_bytes, write_bytes
from tests.bestandsgrens import no_file_beyond


def code_of(path: Path, data: bytes = b"nieuw", *, overwrite: bool = False) -> str:
    with pytest.raises(KnownError) as refused:
        write_bytes(path, data, overwrite=overwrite)
    assert list(refused.value.facts.values()) == [str(path)]
    return refused.value.code


def test_writes_the_whole_file_for_its_owner_only(tmp_path: Path) -> None:
    write_bytes(tmp_path / "plan.pdf", b"x" * 100_000)
    assert (tmp_path / "plan.pdf").read_bytes() == b"x" * 100_000
    if os.name != "nt":  # rights come from the folder there
        assert stat.S_IMODE((tmp_path / "plan.pdf").stat().st_mode) == 0o600
    assert os.listdir(tmp_path) == ["plan.pdf"]


def test_never_overwrites_unasked(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"oud")
    assert code_of(tmp_path / "plan.pdf") == "output.exists"
    assert (tmp_path / "plan.pdf").read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["plan.pdf"]


@pytest.mark.skipif(os.name == "nt", reason="a plain user of Windows makes no links")
def test_a_link_to_nowhere_also_exists(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").symlink_to(tmp_path / "weg")
    assert code_of(tmp_path / "plan.pdf") == "output.exists"


def test_overwrites_when_asked(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"oud")
    write_bytes(tmp_path / "plan.pdf", b"nieuw", overwrite=True)
    assert (tmp_path / "plan.pdf").read_bytes() == b"nieuw"
    assert os.listdir(tmp_path) == ["plan.pdf"]


@pytest.mark.parametrize("name", ["weg/plan.pdf", "bestand/plan.pdf", "x" * 300, "a\0b"])
def test_a_place_that_cannot_be(tmp_path: Path, name: str) -> None:
    (tmp_path / "bestand").write_bytes(b"")
    assert code_of(tmp_path / name) == "output.not_writable"


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    assert code_of(tmp_path / "map") == "output.exists"
    assert code_of(tmp_path / "map", overwrite=True) == "output.not_writable"
    assert os.listdir(tmp_path) == ["map"]


def test_a_read_only_folder(tmp_path: Path) -> None:
    # The administrator may write anywhere; /proc refuses everyone.
    assert code_of(Path("/proc/plan.pdf")) == "output.not_writable"


def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    (tmp_path / "plan.pdf").write_bytes(b"oud")
    with no_file_beyond(1000):
        code = code_of(tmp_path / "plan.pdf", b"x" * 5000, overwrite=True)
    assert code == "disk.full"
    assert (tmp_path / "plan.pdf").read_bytes() == b"oud"
    assert os.listdir(tmp_path) == ["plan.pdf"]


def test_a_process_that_is_killed_leaves_old_or_new(tmp_path: Path) -> None:
    plan = tmp_path / "plan.pdf"
    plan.write_bytes(b"0" * 200_000)
    child = (
        "import sys; from pathlib import Path; from intake_assistant.safefile import write_bytes\n"
        "print('ready', flush=True)\n"
        "for n in range(100000): write_bytes(Path(sys.argv[1]), b'%d' % (n % 10) * 200000, overwrite=True)"
    )
    for wait in (0.0, 0.003, 0.01):
        root = Path(__file__).parents[1]
        process = subprocess.Popen([sys.executable, "-c", child, str(plan)], cwd=root, stdout=subprocess.PIPE)
        with process:
            assert process.stdout is not None
            process.stdout.readline()
            try:
                process.wait(wait)
            except subprocess.TimeoutExpired:
                process.kill()
        found = plan.read_bytes()
        assert len(found) == 200_000
        assert len(set(found)) == 1


def test_no_hard_links_on_this_file_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", refuse)
    write_bytes(tmp_path / "plan.pdf", b"eerste")
    assert (tmp_path / "plan.pdf").read_bytes() == b"eerste"
    assert code_of(tmp_path / "plan.pdf") == "output.exists"
    assert os.listdir(tmp_path) == ["plan.pdf"]


def test_makes_a_folder_or_says_why_not(tmp_path: Path) -> None:
    make_folder(tmp_path / "a" / "b")
    make_folder(tmp_path / "a" / "b")
    assert (tmp_path / "a" / "b").is_dir()
    (tmp_path / "bestand").write_bytes(b"")
    with pytest.raises(KnownError, match=r"output\.not_writable"):
        make_folder(tmp_path / "bestand" / "b")
    with pytest.raises(KnownError, match=r"output\.exists"):
        make_folder(tmp_path / "bestand")


# -- reading what others may have put there


def test_a_file_is_read_whole_and_no_bigger_one_is(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"12345")
    assert read_bytes(path, 5) == b"12345"
    with pytest.raises(OSError):
        read_bytes(path, 4)
    with path.open("r+b") as file:
        file.truncate(1 << 40)
    with pytest.raises(OSError):
        read_bytes(path, 5)


def test_what_is_no_file_is_not_read_and_not_waited_for(tmp_path: Path) -> None:
    for naam in (tmp_path, tmp_path / "weg", Path("n" * 300), Path("a\0b")):
        with pytest.raises(OSError):
            read_bytes(naam, 5)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no named pipes in a folder")
def test_a_pipe_is_only_read_when_asked_for(tmp_path: Path) -> None:
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    with pytest.raises(OSError):
        read_bytes(pipe, 5)
    # Read and write, so that opening it waits for nobody.
    held = os.open(pipe, os.O_RDWR)
    os.write(held, b"123456")
    with pytest.raises(OSError):
        read_bytes(pipe, 5, pipes=True)
    os.close(held)
    with pytest.raises(OSError):
        read_bytes(Path("/dev/zero"), 5, pipes=True)


@pytest.mark.skipif(os.name == "nt", reason="Windows makes no link or pipe without rights")
@pytest.mark.parametrize("wat", ["link", "pipe", "file"])
def test_what_lies_where_a_half_comes_is_not_written_through(tmp_path: Path, wat: str) -> None:
    """In a shared folder somebody may know its name: a link would lead elsewhere, a pipe would wait."""
    target, other = tmp_path / "week.age", tmp_path / "brief.txt"
    other.write_bytes(b"een brief")
    half = safefile.half_of(target, "an-")
    match wat:
        case "link":
            half.symlink_to(other)
        case "pipe":
            os.mkfifo(half)
        case _:
            half.write_bytes(b"van eerder")
    with safefile.made_beside(target, "an-") as made:
        made.file.write(b"alles")
    assert (target.read_bytes(), target.is_symlink()) == (b"alles", False)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert other.read_bytes() == b"een brief"


def test_two_who_write_one_name_do_not_write_into_each_other(tmp_path: Path) -> None:
    target = tmp_path / "week.age"
    with (
        pytest.raises(KnownError, match=r"output\.exists"),
        safefile.made_beside(target, "an-") as een,
    ):
        een.file.write(b"een ")
        with safefile.made_beside(target, "bo-") as ander:
            ander.file.write(b"ander")
        een.file.write(b"later")
    assert target.read_bytes() == b"ander"
    assert [path.name for path in tmp_path.iterdir()] == ["week.age"]
