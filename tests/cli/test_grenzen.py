"""At the borders: whatever a user gives, a command ends with a code and a sentence, and a play goes on."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Timer

import pytest

from intake_assistant import cli, safefile
from intake_assistant.errors import KnownError
from tests.cli.conftest import Outcome, Run
from tests.operations.casussen import COMPLEET, KORT
from tests.storage.hulp import CHEAP, CLOCK, PASSPHRASE, quick

UNIX = pytest.mark.skipif(os.name == "nt", reason="pipes, links and rights as Unix knows them")
ROOT = Path(__file__).parents[2]
LONG = "n" * 300
NAMED = "geheime Selam"  # what a fault of ours may not repeat


def written(folder: Path, source: str | bytes, naam: str = "casus.toml") -> Path:
    path = folder / naam
    path.write_bytes(source if isinstance(source, bytes) else source.encode())
    return path


# -- case files

FIELD = ('vorm = "azc"', 'vorm = "azc"\nminuten = {}')
ANSWER = ('nl_lezen = "a1"', "nl_lezen = {}")
VALUES = (
    "9" * 5000, "-" + "9" * 5000, "0x" + "f" * 5000, "0b" + "1" * 20000, "1" + "0" * 19, "[" * 100_000,
    "[" * 200 + "]" * 200, "{a = " * 200 + "1" + "}" * 200, "1e400", "nan", "-inf", "99999-01-01", "25:61:61",
    "'''",
    '"\\ud800"', '"\\U00110000"', "{" + ".".join("a" * 1000) + " = 1}", "{" + ".".join("a" * 60) + " = 1}",
    '"' + "x" * 200_000 + '"', "[" + "[]," * 10_000 + "]", "{}", "[]", "[[[]]]", "0000-00-00", "true",
)  # fmt: skip


@pytest.mark.parametrize("value", VALUES, ids=[v[:20] for v in VALUES])
@pytest.mark.parametrize("place", [FIELD, ANSWER], ids=["field", "answer"])
def test_no_value_ends_the_play(
    run: Run, vault: Path, tmp_path: Path, value: str, place: tuple[str, str]
) -> None:
    bad = KORT.replace(place[0], place[1].format(value))
    assert bad != KORT
    found = run("play", written(tmp_path, bad), written(tmp_path, KORT, "b.toml"), "--vault", vault, "--json")
    first, second = found.json["dossiers"]
    assert first.get("fout", "case.bad_value") == "case.bad_value"
    assert "dossier" in second


WHOLE: dict[str, bytes] = {
    "nothing": b"",
    "one line": b"formaat = 1\n",
    "one line and a title": b'formaat = 1\ntitel = "x"\n',
    "no UTF-8": b"formaat = 1\ntitel = '\xff'\n",
    "UTF-16": "formaat = 1".encode("utf-16"),
    "a NUL": b"formaat = 1\0",
    "dots in a key": b"a" + b".a" * 100_000 + b" = 1\n",
    "dots in a quoted key": b'"a"' + b'."a"' * 100_000 + b" = 1\n",
    "dots in a table": b"[a" + b".a" * 100_000 + b"]\n",
    "dots and blanks": b"a" + b" . a" * 100_000 + b" = 1\n",
    "blanks in a table": b"[" + b" " * 200_000 + b"\n",
    "a long word": b"formaat = 1\n" + b"a" * 1_000_000,
    "many quotes": b"formaat = 1\ntitel = " + b"'" * 100_001,
    "more than five MB": b"#" * 5_000_001,
}


@pytest.mark.parametrize("source", WHOLE.values(), ids=WHOLE)
def test_a_file_that_is_no_case_is_refused_at_once(
    run: Run, vault: Path, tmp_path: Path, source: bytes
) -> None:
    found = run("play", written(tmp_path, source), "--vault", vault)
    assert found.code == 1
    assert found.error in ("case.bad_value", "case.invalid")
    assert len(found.err) < 2000


def test_a_text_with_dots_is_a_text(run: Run, vault: Path, tmp_path: Path) -> None:
    talk = "ja. nee. " * 200 + "." * 300 + " a.b" * 200
    case = KORT.replace('achternaam = "Haddad"', f'achternaam = "Haddad"\nadres = """{talk}""" # {talk}')
    assert run("play", written(tmp_path, case), "--vault", vault).code == 0


def test_what_was_told_is_of_the_known_topics(run: Run, vault: Path, tmp_path: Path) -> None:
    for naam in ("../../x", "gewist[", "inburgeringsplich", ""):
        case = KORT + f'\n    [[gesprek.verteld]]\n    onderwerp = "{naam}"\n    begrepen = "ja"\n'
        found = run("play", written(tmp_path, case), "--vault", vault)
        assert found.error == "case.bad_value"
        assert ("“inburgeringsplicht”" in found.err) == naam.startswith("inb")


# -- faults of ours, and ends by the keyboard


class Flaky:
    """Chance that fails once, at its nth call."""

    def __init__(self, error: BaseException, after: int) -> None:
        self.error, self.left = error, after

    def __call__(self, count: int) -> bytes:
        self.left -= 1
        if self.left == 0:
            raise self.error
        return os.urandom(count)


Flawed = Callable[..., Outcome]


@pytest.fixture
def flawed(run: Run, capsys: pytest.CaptureFixture[str]) -> Flawed:
    """Runs a command whose chance fails."""

    def call(error: BaseException, *words: object, after: int = 1) -> Outcome:
        capsys.readouterr()
        outside = cli.Outside(CLOCK, Flaky(error, after), CHEAP)
        code = cli.main([str(word) for word in words], outside)
        told = capsys.readouterr()
        return Outcome(code, told.out, told.err)

    return call


def test_a_fault_of_ours_is_one_line_without_data_and_the_play_goes_on(
    flawed: Flawed, vault: Path, tmp_path: Path
) -> None:
    words = (
        "play",
        written(tmp_path, KORT),
        written(tmp_path, COMPLEET, "b.toml"),
        "--vault",
        vault,
        "--json",
    )
    found = flawed(ZeroDivisionError(NAMED), *words)
    first, second = found.json["dossiers"]
    assert (found.code, first["fout"], found.error) == (1, "program.fault", "program.fault")
    assert "dossier" in second
    assert "ZeroDivisionError" in found.err
    assert NAMED not in found.err
    assert len(found.err.splitlines()) == 1


def test_a_fault_of_ours_ends_a_command_with_a_code(flawed: Flawed, tmp_path: Path) -> None:
    found = flawed(ZeroDivisionError(NAMED), "vault", "create", tmp_path / "v.intake")
    assert (found.code, found.error, found.out) == (1, "program.fault", "")
    assert NAMED not in found.err
    assert not list(tmp_path.iterdir())


def test_who_types_nothing_used_the_command_wrongly(flawed: Flawed, tmp_path: Path) -> None:
    found = flawed(EOFError(), "vault", "create", tmp_path / "v.intake")
    assert (found.code, len(found.err.splitlines())) == (2, 1)


def test_who_breaks_off_gets_no_traceback_and_no_half(flawed: Flawed, vault: Path, tmp_path: Path) -> None:
    found = flawed(KeyboardInterrupt(), "play", written(tmp_path, KORT), "--vault", vault)
    assert (found.code, found.error) == (130, "program.interrupted")
    with quick(vault) as opened:
        assert opened.dossiers() == []


# -- the first word on stderr


def test_a_note_comes_after_the_code(run: Run, vault: Path) -> None:
    (vault / "vault (2).db").write_bytes(b"x")
    found = run("show", "weg", "--vault", vault)
    assert found.error == "dossier.not_found"
    assert "vault (2).db" in found.err


# -- the terminal

STEERING = "A\u202eB\u2066C\x7fD\x9b2JE\x85F"


def test_nothing_in_a_name_turns_or_steers_the_terminal(run: Run, vault: Path, tmp_path: Path) -> None:
    escaped = "".join(c if c.isascii() and c.isprintable() else f"\\u{ord(c):04x}" for c in STEERING)
    id = run("play", written(tmp_path, KORT.replace("Haddad", escaped)), "--vault", vault).out.strip()
    outs = [
        run(*words, "--vault", vault).out
        for words in (("list",), ("list", "--json"), ("show", id), ("show", id, "--json"), ("due",))
    ]
    for out in outs:
        assert not [c for c in out if c in STEERING and not (c.isascii() and c.isprintable())]
    assert run("show", id, "--vault", vault, "--json").json["inburgeraar"]["achternaam"] == STEERING


# -- paths

PATHS = (
    ("list", "--vault", "{}"), ("digest", "--vault", "{}"), ("due", "--vault", "{}"),
    ("show", "x", "--vault", "{}"), ("vault", "create", "{}"), ("vault", "check", "{}"),
    ("vault", "rebuild", "{}"), ("vault", "backup", "{}"), ("vault", "backup", "{vault}", "--to", "{}"),
    ("vault", "restore", "{}"), ("vault", "restore", "{vault}", "--from", "{}"),
    ("vault", "restore", "{vault}", "--compare", "{}"), ("vault", "rescue", "{}"),
    ("vault", "rescue", "{vault}", "--to", "{}"), ("vault", "slots", "{}"),
    ("vault", "slots", "{vault}", "--new-recovery", "--recovery-sheet", "{}"), ("vault", "rekey", "{}"),
    ("vault", "log", "{}"), ("vault", "log", "{vault}", "--out", "{}.csv"), ("vault", "erase", "{}"),
    ("play", "{}", "--vault", "{vault}"), ("list", "--vault", "{vault}", "--passphrase-file", "{}"),
    ("forms", "from-xlsform", "{}", "--out", "{tmp}/uit"), ("forms", "to-xlsform", "{}"),
)  # fmt: skip


@UNIX
@pytest.mark.parametrize("words", PATHS, ids=[" ".join(w) for w in PATHS])
def test_a_path_that_cannot_be_is_told(
    run: Run, vault: Path, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    if "--passphrase-file" in words:
        monkeypatch.delenv("INTAKE_PASSPHRASE")
    loop = tmp_path / "kring"
    loop.symlink_to(loop)
    for path in (tmp_path / LONG, tmp_path / LONG / "x", loop / "x", tmp_path / "casus.toml" / "x"):
        typed = [word.format(path, vault=vault, tmp=tmp_path) for word in words]
        found = run(*typed)
        if found.code:
            assert found.code in (1, 2)
            assert found.code == 2 or "." in found.error, found.err
            assert found.error != "program.fault", found.err


@UNIX
def test_a_vault_whose_name_is_no_utf8_is_used_as_any_other(run: Run, tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/kl\xffuis.intake"))
    assert run("vault", "create", path).code == 0
    case = written(tmp_path, KORT)
    for words in (
        ("play", case, "--vault", path), ("list", "--vault", path), ("vault", "check", path),
        ("vault", "backup", path), ("vault", "restore", path, "--check"), ("vault", "log", path),
        ("vault", "backup", path, "--to", path.parent), ("vault", "rescue", path), ("vault", "erase", path),
    ):  # fmt: skip
        found = run(*words)
        assert found.code == 0, (words, found.err)
    odd = path.parent / os.fsdecode(b"pl\xffek")
    odd.mkdir()
    assert run("vault", "backup", path, "--to", odd).error == "path.unreachable"


@pytest.mark.skipif(sys.platform != "linux" or os.geteuid() != 0, reason="becomes another user for a moment")
def test_a_folder_that_may_not_be_entered_is_told(tmp_path: Path) -> None:
    (tmp_path / "dicht").mkdir(mode=0o700)
    os.chmod(tmp_path, 0o711)
    os.seteuid(65534)
    try:
        with pytest.raises(KnownError) as refused:
            safefile.exists(tmp_path / "dicht" / "x.intake")
    finally:
        os.seteuid(0)
    assert refused.value.code == "path.unreachable"


# -- wrong use, in Dutch

WRONG_USE = {
    ("list",): "dit ontbreekt: --vault",
    ("lijst",): "'lijst' kan hier niet; kies uit 'vault', 'play'",
    ("list", "--vault"): "hier hoort één woord achter",
    ("list", "--vault", "x", "--kleur"): "dit kent het programma niet: --kleur",
    ("list", "--json=ja", "--vault", "x"): "hier hoort geen waarde achter",
    ("play", "--vault", "x"): "dit ontbreekt: CASE.toml",
    ("vault", "slots", "x", "--new-recovery", "--remove-recovery"): "dit kan niet samen met --new-recovery",
    ("vault", "restore", "x", "--c", "y"): "kan meer betekenen",
    ("vault", "create", "x", "--rol", "baas"): "'baas' kan hier niet; kies uit 'regievoerder'",
    ("list", "--vault", "x", "--now", "morgen"): "geen datum",
    ("--now", "2026-05-04", "demo", "--out", "x"): "demo moet het eerste woord zijn",
}
ENGLISH = ("argument", "required", "invalid", "choose", "expected", "unrecognized", "ambiguous", "usage")


@pytest.mark.parametrize("words", WRONG_USE, ids=[" ".join(w) for w in WRONG_USE])
def test_wrong_use_is_told_in_dutch(run: Run, words: tuple[str, ...]) -> None:
    found = run(*words)
    assert found.code == 2
    assert WRONG_USE[words] in found.err
    assert not [word for word in ENGLISH if word in found.err]


def test_the_help_is_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["vault", "restore", "--help"], cli.Outside(CLOCK, os.urandom, CHEAP))
    assert not [word for word in ENGLISH if word in capsys.readouterr().out]


def test_the_help_names_the_demonstration_too(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        cli.main(["--help"], cli.Outside(CLOCK, os.urandom, CHEAP))
    assert "\n    demo " in capsys.readouterr().out


# -- what is typed at a prompt


@UNIX
@pytest.mark.parametrize(
    ("typed", "code"),
    [(b"\x03", 130), (b"\x04", 2), (b"\xff\xfe\n", 2), (b"\n", 1), (b"verkeerd\n", 1)],
    ids=["ctrl-c", "ctrl-d", "no UTF-8", "nothing", "wrong"],
)
def test_anything_at_a_prompt_ends_in_a_sentence(vault: Path, typed: bytes, code: int) -> None:
    told, ended = at_prompt(typed, "list", "--vault", str(vault))
    assert ended == code, told
    assert b"Traceback" not in told
    assert b"program.fault" not in told


def at_prompt(typed: bytes, *words: str) -> tuple[bytes, int]:
    """What a real main.py says in a terminal of its own, where something is typed at its first question."""
    env = {naam: waarde for naam, waarde in os.environ.items() if naam != "INTAKE_PASSPHRASE"}
    import pty  # not on Windows

    child, terminal = pty.fork()
    if child == 0:
        # Who starts the tests in the background has them ignore it.
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        os.execve(sys.executable, [sys.executable, str(ROOT / "main.py"), *words], env)
    told = b""
    while b":" not in told:
        told += os.read(terminal, 1000)
    os.write(terminal, typed)
    while more := _read(terminal):
        told += more
    os.close(terminal)
    return told, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux says so when the other side is closed
        return b""


# -- what a passphrase may come from


@UNIX
def test_a_passphrase_may_come_from_a_program_but_not_without_end(
    run: Run, vault: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("INTAKE_PASSPHRASE")
    pipe = tmp_path / "pijp"
    os.mkfifo(pipe)
    held = os.open(pipe, os.O_RDWR)
    os.write(held, f"{PASSPHRASE}\n".encode())
    # Whoever writes closes it, later.
    writer = Timer(1, os.close, [held])
    writer.start()
    assert run("list", "--vault", vault, "--passphrase-file", pipe).code == 0
    writer.join()
    assert run("list", "--vault", vault, "--passphrase-file", "/dev/zero").code == 2


# -- what others may lay in the folder of a vault


@UNIX
@pytest.mark.parametrize(
    ("naam", "code"), [("lock", "vault.read_only"), ("slots.json", "vault.not_a_vault"), ("vault.wait", "")]
)
def test_a_pipe_in_the_folder_is_not_waited_for(run: Run, vault: Path, naam: str, code: str) -> None:
    (vault / naam).unlink(missing_ok=True)
    os.mkfifo(vault / naam)
    assert run("list", "--vault", vault).error == code


def test_slots_of_more_than_a_megabyte_are_not_read(run: Run, vault: Path) -> None:
    with (vault / "slots.json").open("r+b") as file:
        file.truncate(1_000_001)
    assert run("list", "--vault", vault).error == "vault.read_only"
