"""Forms that a municipality changed by hand: each is read or refused with its mistakes, in no time."""

import datetime
import math
import os
import random
import shutil
import tomllib
from collections.abc import Callable, Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
import tomli_w

from intake_assistant.errors import KnownError
from intake_assistant.forms.engine import Engine
from intake_assistant.forms.informatie import load_informatie
from intake_assistant.forms.keuzelijsten import load_keuzelijsten
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.forms.regels import load_regels
from intake_assistant.forms.teksten import load_teksten
from intake_assistant.forms.toestemmingstekst import load_toestemmingsteksten
from intake_assistant.operations.workspace import Data
from intake_assistant.paths import forms_dir
from tests.forms.kleine_formulieren import goed, write_forms

Load = Callable[[Path], object]
KINDS: dict[str, tuple[str, Load]] = {
    "form": ("startposities/01_taal.toml", lambda folder: Engine(load_formulieren(folder))),
    "lists": ("keuzelijsten.toml", load_keuzelijsten),
    "topics": ("informatie.toml", load_informatie),
    "rules": ("regels/wet_inburgering_2021.toml", lambda folder: load_regels(folder / "regels")),
    "texts": ("pip/teksten/beschikking.toml", lambda folder: load_teksten(folder / "pip" / "teksten")),
    "consent": ("toestemming.toml", load_toestemmingsteksten),
}


def forms(folder: Path) -> Path:
    """The forms of the program, with one small startpositie."""
    shutil.copytree(forms_dir(), folder, ignore=shutil.ignore_patterns("startposities"))
    lists = (folder / "keuzelijsten.toml").read_bytes()
    write_forms(folder, goed())
    (folder / "keuzelijsten.toml").write_bytes(lists)
    return folder


def outcome(load: Load, folder: Path) -> str:
    found, told = "read", "-"
    try:
        load(folder)
    except KnownError as error:
        found, told = error.code, str(error.facts["fouten"])
    assert told
    return found


# -- conditions

CONDITIONS = (
    " ",
    "\0",
    "\x01",
    "count('x')",
    "sum('a')",
    "1 div 0",
    "((((",
    "(" * 2000,
    "not(" * 600,
    "//",
    "..",
    "selected(1,2)",
    "selected(today(), today())",
    "coalesce(1)",
    "if(1,2,3",
    "today(1)",
    "${",
    "${}",
    "${ }",
    "${" + " " * 20_000,
    "${" * 1000,
    "'" * 1999,
    "x" * 1_000_000,
    "string-length(count(1))",
    "$x",
    "-" * 1999,
    "count-selected(count(/data))",
    "concat(1,2,3,4,5,6,7,8,9,10)",
    "${taal.leest} = ${taal.leest",
    "id('x')",
)


@pytest.mark.parametrize("where", ["relevant", "constraint"])
@pytest.mark.parametrize("condition", CONDITIONS, ids=[repr(c[:20]) for c in CONDITIONS])
def test_no_condition_ends_in_something_else(condition: str, where: str, tmp_path: Path) -> None:
    form = goed()
    form["survey"][1] |= {where: condition, "constraint_message": "Dat kan niet."}
    folder = forms(tmp_path / "forms")
    write = folder / KINDS["form"][0]
    write.write_text(tomli_w.dumps(form), encoding="utf-8")
    assert outcome(KINDS["form"][1], folder) in ("read", "form.invalid")


def test_a_condition_that_only_fails_when_it_is_judged_is_refused(tmp_path: Path) -> None:
    form = goed()
    form["survey"][2]["relevant"] = "count('x') > 1"
    with pytest.raises(KnownError) as refused:
        load_formulieren(write_forms(tmp_path, form))
    assert "count('x') > 1" in str(refused.value.facts["fouten"])


def test_a_reference_may_have_blanks_around_its_name(tmp_path: Path) -> None:
    form = goed()
    form["survey"][2]["relevant"] = "${ taal.leest } = 'ja'"
    engine = Engine(load_formulieren(write_forms(tmp_path, form)))
    today = datetime.date(2026, 5, 4)
    assert engine.evaluate({"taal.leest": "ja"}, today).relevant("taal.blad")
    assert not engine.evaluate({"taal.leest": "nee"}, today).relevant("taal.blad")


@pytest.mark.parametrize("scale", ["start=1 end=99999999999 step=1", f"start=1 end={'9' * 5000} step=1"])
def test_a_scale_without_end_is_refused(scale: str, tmp_path: Path) -> None:
    form = goed()
    form["survey"][5]["parameters"] = scale
    assert outcome(load_formulieren, write_forms(tmp_path, form)) == "form.invalid"


# -- files

SOURCES: dict[str, bytes] = {
    "a number without end": b"x = " + b"9" * 5000,
    "a hexadecimal one": b"x = 0x" + b"f" * 5000,
    "brackets": b"x = " + b"[" * 100_000,
    "dots": b"a" + b".a" * 100_000 + b" = 1",
    "no UTF-8": b"x = '\xff'",
    "nothing": b"",
    "more than five MB": b"#" * 5_000_001,
    "tables for lists": b"[survey]\n[settings]\n[choices]\n[lijst]\n[onderwerp]\n[regel]\n[tekst]\n[woorden]",
    "numbers for all": b"survey = 1\nsettings = 1\nlijst = 1\nonderwerp = 1\nregel = 1\ntekst = 1",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("source", SOURCES.values(), ids=SOURCES)
def test_a_file_that_cannot_be_is_refused(source: bytes, kind: str, tmp_path: Path) -> None:
    naam, load = KINDS[kind]
    folder = forms(tmp_path / "forms")
    (folder / naam).write_bytes(source)
    assert outcome(load, folder) in ("read", "form.invalid")


MKFIFO = getattr(os, "mkfifo", Path.mkdir)  # not on Windows


@pytest.mark.skipif(os.name == "nt", reason="pipes and links as Unix knows them")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("make", [Path.mkdir, MKFIFO, lambda path: path.symlink_to(path)])
def test_what_is_no_file_is_refused_and_not_waited_for(
    make: Callable[[Path], object], kind: str, tmp_path: Path
) -> None:
    naam, load = KINDS[kind]
    folder = forms(tmp_path / "forms")
    (folder / naam).unlink()
    make(folder / naam)
    if kind != "lists":  # no lists of their own is no mistake
        assert outcome(load, folder) == "form.invalid"
    assert outcome(lambda where: Data(where).versie, folder) == "form.invalid"


# -- anything anywhere

ODD: tuple[object, ...] = (
    0,
    -1,
    2**62,
    True,
    1.5,
    math.nan,
    math.inf,
    "",
    " ",
    "\0",
    "x" * 3000,
    "${",
    "{",
    "}",
    "{x.y}",
    "{0}",
    "{waarde}",
    "count('x')",
    [],
    [[]],
    [1, "a", {}],
    {},
    {"a": {"b": 1}},
    datetime.date(2020, 1, 1),
    datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC),
    datetime.time(1, 1),
    "ja: x\nnee: y",
    "select_one landen",
    "begin_group",
    "end_group",
    "end_repeat",
    "begin_repeat",
    "../../x",
    "9" * 5000,
    "²",
    "１",
    "\u202e",
)


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    inside = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, part in inside:
        yield (*path, key)
        yield from places(part, (*path, key))


def changed(document: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    made = deepcopy(document)
    path = chance.choice(list(places(made)))
    here: Any = made
    for key in path[:-1]:
        here = here[key]
    if chance.random() < 0.2:
        del here[path[-1]]
    else:
        here[path[-1]] = chance.choice(ODD)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_anything_in_any_place_is_read_or_refused(kind: str, tmp_path: Path) -> None:
    naam, load = KINDS[kind]
    folder = forms(tmp_path / "forms")
    document = tomllib.loads((folder / naam).read_text(encoding="utf-8"))
    for seed in range(60):
        source = tomli_w.dumps(changed(document, random.Random(seed)))
        (folder / naam).write_text(source, encoding="utf-8")
        assert outcome(load, folder) in ("read", "form.invalid"), seed
