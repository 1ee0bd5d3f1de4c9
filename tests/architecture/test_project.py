"""The papers of the project agree with each other, and with no one computer."""

import argparse
import re
import tomllib
from collections.abc import Iterator

from intake_assistant import VERSIE
from intake_assistant.cli.options import build_parser
from tests.architecture.source import PACKAGE, ROOT, project_files, python_files

# In pieces, so that this file does not find itself.
HOSTS = ["pypi" + ".org", "python" + "hosted", "npmjs" + ".", "deb.debian" + ".org", "proxy.golang" + "."]
# Of the lists of publiccode.yml: what can be said of a program like this.
CATEGORIES = {"compliance-management", "data-collection", "document-management", "workflow-management"}
SCOPE = {"education", "employment", "government", "local-authorities", "society", "welfare"}
MANUALS = ["uitrol", "dpia", "ondernemingsraad"]
PLACES = ["/wo" + "rk/", "/ro" + "ot/", "/ho" + "me/"]


def project() -> dict[str, object]:
    found: dict[str, object] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def test_the_version_stands_in_the_changelog() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## {re.escape(str(project()['version']))}\b", changelog, flags=re.MULTILINE)


def test_the_program_tells_its_version() -> None:
    assert project()["version"] == VERSIE


def test_the_version_stands_in_publiccode() -> None:
    publiccode = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    assert f'softwareVersion: "{project()["version"]}"' in publiccode
    assert f"license: {project()['license']}" in publiccode


def _commands(parser: argparse.ArgumentParser, *path: str) -> Iterator[tuple[tuple[str, ...], set[str]]]:
    """Each command by its words, with the options that it cannot do without."""
    branches = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not branches:
        needed = {a.option_strings[0] for a in parser._actions if a.required and a.option_strings}
        yield path, needed
    for branch in branches:
        for word, below in branch.choices.items():
            yield from _commands(below, *path, word)


def _lines_of_readme() -> Iterator[list[str]]:
    """The words of each line that can be typed; of `a | b` on one line each by itself."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    block = readme.split("\nmain.py --self-test", 1)[1].split("```", 1)[0]
    for line in re.sub(r"\n +(?=[\[-])", " ", block).splitlines():
        for part in re.split(r" \| (?=[a-z])", line.partition("  #")[0].removeprefix("main.py ")):
            yield part.split()


def test_the_readme_names_all_that_a_command_cannot_do_without() -> None:
    lines = list(_lines_of_readme())
    wrong = []
    for path, needed in _commands(build_parser()):
        named = [
            words
            for words in lines
            if len(words) >= len(path)
            and all(word in typed.split("|") for word, typed in zip(path, words, strict=False))
            and "..." not in words
        ]
        wrong += [f"{' '.join(path)}: {option}" for words in named for option in needed - set(words)]
    assert wrong == []
    reports = [words[words.index("--out") + 1] for words in lines if words[:1] == ["report"]]
    assert set(reports) == {"BESTAND.xlsx|BESTAND.pdf"}


def _plain(woorden: str) -> str:
    return woorden.rstrip(" …:.").casefold()


def _listed(key: str) -> list[str]:
    """The rows below a key of publiccode.yml."""
    publiccode = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    rows = re.search(rf"^( *){key}:\n((?:\1 +- .+\n)+)", publiccode, flags=re.MULTILINE)
    return re.findall(r"- (.+)", rows[2]) if rows else []


def test_publiccode_has_what_its_standard_asks() -> None:
    publiccode = (ROOT / "publiccode.yml").read_text(encoding="utf-8")
    keys = re.findall(r"^(\w+):", publiccode, flags=re.MULTILINE)
    assert set(keys) >= {
        "publiccodeYmlVersion", "name", "url", "releaseDate", "platforms", "categories", "developmentStatus",
        "softwareType", "description", "legal", "maintenance", "localisation",
    }  # fmt: skip
    # Where a municipality keeps the source is its own to fill in: no host of anybody is named here.
    assert re.search(r'^url: "https://[\w.-]+\.example/\S+"$', publiccode, flags=re.MULTILINE)
    assert _listed("countries") == ["nl"], "ISO 3166-1; languages stand at localisation"
    assert set(_listed("categories")) <= CATEGORIES
    assert set(_listed("scope")) <= SCOPE
    assert max(map(len, _listed("features"))) <= 100
    for naam, least, most in (("short", 1, 150), ("long", 500, 10_000)):
        told = re.search(rf"^    {naam}Description: >-\n((?:      .+\n)+)", publiccode, flags=re.MULTILINE)
        assert told is not None
        assert least <= len(" ".join(told[1].split())) <= most, naam


def test_what_a_manual_names_is_called_so_on_the_screen() -> None:
    said = {
        _plain(sentence)
        for catalogue in (ROOT / "translations/nl/LC_MESSAGES").glob("*.po")
        for sentence in re.findall(
            r'^msgid(?:_plural)? "(.*)"$', catalogue.read_text(encoding="utf-8"), flags=re.MULTILINE
        )
    }
    wrong = []
    for paper in [*(ROOT / "docs/handleiding").glob("*.md"), *(ROOT / f"docs/{naam}.md" for naam in MANUALS)]:
        written = re.sub(r"`[^`]*`", "", paper.read_text(encoding="utf-8"))
        headings = {_plain(heading) for heading in re.findall(r"^#+ (.+)$", written, flags=re.MULTILINE)}
        for named in re.findall(r"(?<![*\w])\*([^*\n]+)\*(?!\*)", written):
            # A way through the program is named as *Instellingen, Logboek*.
            parts = [named] if _plain(named) in said else named.split(", ")
            wrong += [f"{paper.name}: {part}" for part in parts if _plain(part) not in said | headings]
    assert wrong == []


def test_no_registry_and_no_place_of_one_computer_in_any_file() -> None:
    found = []
    for file in project_files():
        content = file.read_bytes().decode("utf-8", "replace")
        found += [f"{file.relative_to(ROOT)}: {word}" for word in HOSTS + PLACES if word in content]
    assert not found


def test_each_dependency_says_why() -> None:
    section = (
        (ROOT / "pyproject.toml")
        .read_text(encoding="utf-8")
        .split("dependencies = [", 1)[1]
        .split("\n]", 1)[0]
    )
    bare = [line.strip() for line in section.splitlines() if line.strip().startswith('"') and "#" not in line]
    assert not bare


def test_each_dependency_is_locked_with_hashes() -> None:
    for name in ("requirements.txt", "requirements-dev.txt"):
        lock = (ROOT / "installer" / name).read_text(encoding="utf-8")
        locked = set(re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE))
        wanted = project()["dependencies"]
        assert isinstance(wanted, list)
        for dependency in wanted:
            assert re.split(r"[=<>]", dependency)[0].replace("_", "-").lower() in locked, (name, dependency)
        assert all(
            "--hash=sha256:" in block
            for block in re.split(r"^(?=[a-z0-9-]+==)", lock, flags=re.MULTILINE)[1:]
        )


def test_run_installs_the_same_versions_as_test() -> None:
    run, test = (
        set(re.findall(r"^([a-z0-9-]+==\S+)", (ROOT / "installer" / name).read_text(), flags=re.MULTILINE))
        for name in ("requirements.txt", "requirements-dev.txt")
    )
    assert run <= test


def test_each_room_is_a_package() -> None:
    # Without this file import-linter walks past the whole room.
    rooms = {file.parent for file in python_files("intake_assistant")}
    assert PACKAGE in rooms
    assert [
        str(room.relative_to(ROOT)) for room in sorted(rooms) if not (room / "__init__.py").is_file()
    ] == []
