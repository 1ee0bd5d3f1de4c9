"""A slice of what tests.stress.live does by the thousand: by chance, with real events, in a real window."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.stress.acts import Act, Look
from tests.stress.judging import Judge

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]
VELD = {"name": "veld", "shown": True, "in_bar": False, "in_box": False, "writes": False, "holds": ""}
STIL: Look = {
    "screen": "gesprek tijdens", "open": True, "over": False, "active": True, "focus": VELD,
    "fields": {"1 keuze": "0 Arabisch"}, "new": [], "names": [],
}  # fmt: skip
WHEEL, TAB, WORDS = Act("wheel", ["click", "4"]), Act("leave", ["key", "Tab"]), Act("words", ["x"], "de tuin")


def test_forty_acts_break_nothing() -> None:
    asked = [sys.executable, "-m", "tests.stress.live", "--acts", "40", "--seed", "7"]
    made = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True)
    assert (made.returncode, made.stderr) == (0, ""), made.stdout
    assert "0 crashes, 0 changed values, 0 names" in made.stdout


@pytest.mark.parametrize(
    ("act", "seen", "kinds"),
    [
        (WHEEL, {}, []),
        (WHEEL, {"fields": {"1 keuze": "1 Blin"}}, ["values"]),
        (WHEEL, {"new": [["taal@inburgeraar", "blin"]]}, ["values"]),
        (TAB, {"new": [["taal@inburgeraar", "blin"]]}, ["values"]),
        (WORDS, {"new": [["taal@inburgeraar", "blin"]]}, []),
        (WHEEL, {"names": ["Haddad: QLabel"]}, ["names"]),
        (WHEEL, {"focus": None}, ["focus"]),
        (WHEEL, {"focus": {**VELD, "shown": False}}, ["focus"]),
        (WORDS, {"focus": {**VELD, "in_bar": True}}, ["focus"]),
        (TAB, {"focus": {**VELD, "in_bar": True}}, []),
    ],
)
def test_what_may_not_be_is_told(act: Act, seen: Look, kinds: list[str]) -> None:
    assert [kind for kind, _ in Judge(STIL).judge(act, {**STIL, **seen})] == kinds


def test_where_nothing_had_the_keyboard_nothing_was_left_to_record() -> None:
    judge = Judge({**STIL, "focus": None})
    seen = {**STIL, "new": [["taal@inburgeraar", "blin"]]}
    assert [kind for kind, _ in judge.judge(TAB, seen)] == ["values"]


def test_what_was_typed_may_be_recorded_by_what_comes_after_it() -> None:
    judge = Judge(STIL)
    late = {**STIL, "new": [["verhaal@inburgeraar", "in de tuin"]]}
    other = {**STIL, "new": [["taal@inburgeraar", "blin"]]}
    assert list(judge.judge(WORDS, STIL)) == []
    assert list(judge.judge(TAB, other)) == []
    assert list(judge.judge(TAB, late)) == []
    assert [kind for kind, _ in judge.judge(TAB, other)] == ["values"]


def test_what_stands_in_the_line_that_is_left_may_be_recorded() -> None:
    written = {**STIL, "focus": {**VELD, "writes": True, "holds": "3"}}
    judge = Judge(written)
    reden = {**STIL, "new": [["spreken@inburgeraar", '{"reden":"3"}']]}
    assert list(judge.judge(TAB, reden)) == []
    assert [kind for kind, _ in judge.judge(TAB, reden)] == ["values"]
