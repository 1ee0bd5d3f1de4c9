"""What a user can get wrong: a clear sentence with its code, nothing lost, never a traceback."""

import shutil
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from intake_assistant.casus.nodes import CaseLeaf, Either, Node, Table, Tables
from intake_assistant.casus.schema import ARGUMENT, CASE
from intake_assistant.storage.engine.session import DATABASE
from intake_assistant.storage.keys.wachttijd import WAIT_FILE
from tests.cli.conftest import Run
from tests.documents.lezen import pdf_pages, plain, tagged_text, word_text
from tests.operations.casussen import ALLES, KORT
from tests.storage.hulp import PASSPHRASE, quick

SURROGATE = "\udcff"  # what a byte that is no UTF-8 looks like in an argument


def tree(folder: Path) -> dict[str, bytes]:
    """Every file of a vault but the one that says who has it open."""
    found = {str(p.relative_to(folder)): p for p in folder.rglob("*") if p.is_file()}
    return {naam: path.read_bytes() for naam, path in found.items() if naam != "lock"}


def written(tmp_path: Path, text: str, naam: str = "casus.toml") -> Path:
    path = tmp_path / naam
    path.write_text(text, encoding="utf-8")
    return path


# -- the vault


def test_a_wrong_passphrase_changes_nothing(run: Run, vault: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = tree(vault)
    for wrong in ("verkeerd", f"{PASSPHRASE} ", SURROGATE, "x" * 10_000):
        monkeypatch.setenv("INTAKE_PASSPHRASE", wrong)
        found = run("list", "--vault", vault)
        assert (found.code, found.error, found.out) == (1, "vault.wrong_passphrase", "")
        # What is waited after three of them has tests of its own.
        (vault / WAIT_FILE).unlink()
    assert tree(vault) == before


def test_what_is_no_vault_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    for path in (tmp_path / "leeg", tmp_path / "weg", written(tmp_path, "x"), Path("/dev/null")):
        for words in (("list", "--vault", path), ("vault", "check", path), ("digest", "--vault", path)):
            assert run(*words).error == "vault.not_a_vault"
    assert list((tmp_path / "leeg").iterdir()) == []


@pytest.mark.parametrize(("form", "code"), [(1, "vault.older"), (2, "vault.older"), (99, "vault.newer")])
def test_a_vault_of_another_form_is_left_alone(run: Run, vault: Path, form: int, code: str) -> None:
    with quick(vault) as opened:
        opened._connection.execute(f"PRAGMA user_version={form}")
    before = tree(vault)
    further = [("vault", word, vault) for word in ("check", "backup", "rebuild", "rescue")]
    played = ("play", written(vault.parent, KORT), "--vault", vault)
    for words in (("list", "--vault", vault), played, *further):
        found = run(*words)
        assert (found.code, found.error, found.out) == (1, code, "")
    assert tree(vault) == before


def test_newer_keys_are_left_alone(run: Run, vault: Path) -> None:
    (slots,) = [p for p in vault.glob("*.json")]
    slots.write_text(
        slots.read_text(encoding="utf-8").replace('"formaat": 2', '"formaat": 3'), encoding="utf-8"
    )
    assert run("list", "--vault", vault).error == "vault.newer"


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\0" + b"\0" * 5000, b"x" * 5000])
def test_a_damaged_vault_is_told_and_not_touched(run: Run, vault: Path, content: bytes) -> None:
    (vault / DATABASE).write_bytes(content)
    for words in (("list", "--vault", vault), ("vault", "check", vault), ("vault", "rebuild", vault)):
        assert run(*words).error == "vault.damaged"
    assert (vault / DATABASE).read_bytes() == content


def test_a_vault_that_is_open_elsewhere_is_told(run: Run, vault: Path) -> None:
    with quick(vault):
        assert run("list", "--vault", vault).error == "vault.in_use"
    assert run("list", "--vault", vault).code == 0


def test_a_place_where_no_vault_can_be(run: Run, tmp_path: Path) -> None:
    found = run("vault", "create", written(tmp_path, "x") / "v.intake")
    assert found.error == "output.not_writable"


def test_a_copy_of_a_vault_opens(run: Run, vault: Path, tmp_path: Path) -> None:
    shutil.copytree(vault, tmp_path / "kopie.intake")
    assert run("digest", "--vault", tmp_path / "kopie.intake").out == run("digest", "--vault", vault).out


# -- arguments


def test_arguments_that_are_no_text_are_no_crash(run: Run, vault: Path, tmp_path: Path) -> None:
    for words in (
        ("show", SURROGATE),
        ("show", "\x1b[31m"),
        ("resolve", SURROGATE, SURROGATE, "--keep", SURROGATE),
    ):
        found = run(*words, "--vault", vault)
        assert found.error == "dossier.not_found"
        assert "\x1b" not in found.err
    assert run("play", tmp_path / f"{SURROGATE}.toml", "--vault", vault).error == "case.invalid"
    naam = run("vault", "create", tmp_path / "v.intake", "--naam", f"A{SURROGATE}", "--gemeente", "😀")
    assert naam.code == 0


# -- the case


def test_all_mistakes_are_told_at_once_with_line_and_suggestion(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    wrong = KORT.replace("voornamen", "voornaam").replace('"azc"', '"kantor"').replace('"a1"', '"a9"')
    found = run("play", written(tmp_path, wrong), "--vault", vault)
    assert (found.code, found.error) == (1, "case.unknown_key")
    assert [line.split(":")[1] for line in found.err.splitlines() if line.startswith("casus.toml:")] == [
        "5",
        "15",
        "18",
    ]
    assert "Bedoelt u “voornamen”?" in found.err
    assert run("list", "--vault", vault, "--json").json == []


def test_a_bsn_that_fails_the_test_is_refused_with_its_line(run: Run, vault: Path, tmp_path: Path) -> None:
    wrong = KORT.replace('achternaam = "Haddad"', 'achternaam = "Haddad"\nbsn = "111222334"')
    found = run("play", written(tmp_path, wrong), "--vault", vault)
    assert found.error == "bsn.invalid"
    assert "casus.toml:7:" in found.err


def test_what_would_steer_the_terminal_is_not_printed(run: Run, vault: Path, tmp_path: Path) -> None:
    case = KORT.replace("Haddad", "Had\\u001b[2Jdad\\nweg\\tmet").replace('"a1"', '"\\u001b[2J"')
    told = run("play", written(tmp_path, case), "--vault", vault)
    assert "\x1b" not in told.err
    run(
        "play",
        written(tmp_path, case.replace('nl_lezen = "\\u001b[2J"', 'nl_lezen = "a1"')),
        "--vault",
        vault,
    )
    listed = run("list", "--vault", vault).out
    assert "\x1b" not in listed
    assert len(listed.splitlines()) == 1
    assert listed.count("\t") == 3


# -- every text field, all the way into Word and PDF

ODD = (
    "😀 \x07\x0b NUL\x00\x1b[2J \u202eomgekeerd\u202c ሰላም سلام Ωμέγα Żółć 漢字"
    " \u200b{{ 7*7 }} #let <b> &amp; \\x"
)


def odd_texts(node: Node, value: Any, path: str) -> Any:
    """The value with each free text of the contract replaced by an odd one that names its place."""
    if isinstance(node, Either):
        return odd_texts(node.table if isinstance(value, dict) else node.plain, value, path)
    if isinstance(node, Table) and isinstance(value, dict):
        return {k: odd_texts(node.keys[k], v, f"{path}.{k}") for k, v in value.items()}
    if isinstance(node, Tables):
        return [odd_texts(Table(node.keys), item, path) for item in value]
    if isinstance(node, CaseLeaf) and node.kind == "arguments":
        return [odd_texts(ARGUMENT, i if isinstance(i, dict) else {"tekst": i}, path) for i in value]
    if node == CaseLeaf("text") or (isinstance(node, CaseLeaf) and node.kind == "text"):
        return f"{ODD} [{path}]"
    if isinstance(node, CaseLeaf) and node.kind == "texts" and not path.endswith("gegevens"):
        return [f"{ODD} [{path}]" for _ in value]
    return value


def odd_case() -> tuple[str, list[str]]:
    case = odd_texts(CASE, tomllib.loads(ALLES), "")
    for key in ("achternaam", "geboortedatum"):
        del case["inburgeraar"][key]
    case["bezwaar"][0].pop("beslissing", None)
    case["ontzorgen"][0].pop("zelf_sinds", None)  # it names what is paid, which has odd words now
    case.pop("vertaling")  # it names what was typed by its words, which are odd now
    case["overdracht_coa"][0].pop("klantprofiel")  # it bears the number of the person, which is odd now
    for rij in case["wijziging"][0]["aftrek"]:
        rij["artikel"] = f"Besl 5.4(4)(c) {ODD}"  # a deduction rests on an article
    answers = case["gesprek"][0]["antwoorden"]
    answers["opleiding"].pop("jaren_onderwijs")
    for startpositie, naam in (("motivatie", "beroepswens"), ("sociaal_netwerk", "steunfiguur")):
        answers[startpositie] = {naam: ODD + " lang " * 2000}
    return tomli_w.dumps(case), list(texts_in(case))


def texts_in(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        for deel in node.values():
            yield from texts_in(deel)
    elif isinstance(node, list):
        for deel in node:
            yield from texts_in(deel)
    elif isinstance(node, str):
        yield node


def test_any_characters_in_every_text_come_through_into_word_and_pdf(
    run: Run, vault: Path, tmp_path: Path
) -> None:
    source, texts = odd_case()
    assert sum(text.startswith(ODD) for text in texts) >= 30
    id = run("play", written(tmp_path, source), "--vault", vault).out.strip()

    shown = run("show", id, "--vault", vault, "--json")
    assert "\x00" not in shown.out
    assert shown.json["beschikking"]["motivering"].startswith(
        "😀 \x07\x0b NUL\N{REPLACEMENT CHARACTER}\x1b[2J"
    )
    assert "(zonder achternaam)" in run("list", "--vault", vault).out

    args = ("pip", id, "--vault", vault, "--deel", "beide", "--formaat", "beide", "--out", tmp_path / "uit")
    paths = [Path(path) for path in run(*args).out.splitlines()]
    assert len(paths) == 4
    for word, pdf in zip(paths[::2], paths[1::2], strict=True):
        in_word, in_pdf = word_text(word.read_bytes()), tagged_text(pdf.read_bytes())
        # Arabic letters stand in a line of a PDF in the order in which they are drawn.
        # A drawing has words of its own, in the PDF alone.
        assert not Counter(in_word) - Counter(in_pdf)
        assert "(zonderachternaam)" in in_word
        for sign in ("ሰላም", "Ωμέγα", "Żółć", "{{7*7}}", "#let<b>&amp;"):
            assert sign in in_word, sign
        assert "\x07" not in in_word
        assert "\u202e" not in in_word
        assert "None" not in in_word
    besluit = plain("".join(pdf_pages(paths[1].read_bytes())))
    # Who signed the last one; who signed the first does not sign what comes after it.
    assert "[.wijziging.ondertekenaar.naam]" in besluit
    assert "[.beschikking.ondertekenaar.naam]" not in besluit
