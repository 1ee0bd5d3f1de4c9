"""What somebody may do at the window, by chance: keys, wheel, clicks, words; real ones, by xdotool."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.stress.screen import HEIGHT, WIDTH

Look = dict[str, Any]

ZINNEN = (
    "hij werkt graag in de tuin", "zij zoekt een rustige school", "morgen om tien uur bellen",
    "de bus gaat elk half uur", "de kinderen gaan graag naar zwemles", "dat was een lange reis",
    "12", "3-4-2026", "7", "-5", "zes",
)  # fmt: skip
_KEYS = (
    "Tab", "Tab", "Tab", "shift+Tab", "space", "Return", "Up", "Down", "Left", "Right", "Home", "End",
    "Prior", "Next", "Delete", "BackSpace", "1", "2", "3", "4", "ctrl+z", "F1",
)  # fmt: skip
_IN_TALK = (
    "alt+Down", "alt+Down", "alt+Down", "alt+Up", "alt+w", "alt+z", "alt+n", "alt+o", "alt+g", "alt+t",
    "alt+v", "alt+p", "ctrl+t", "F6", "F6", "F7", "F8", "alt+s", "alt+e", "alt+j", "alt+j", "alt+k", "alt+r",
    "alt+r", "alt+i", "alt+b", "alt+l",
)  # fmt: skip
_NAVS = (
    "gesprek", "gesprek", "gesprek", "dossier", "dossiers", "te_regelen", "beschikking", "ontwikkelplan",
    "weging", "rechten", "documenten", "geschiedenis", "toestemmingen", "instellingen", "conflicten",
    "backups",
)  # fmt: skip
_TABLE = "dossiers_tabel"
_SCALES = (80, 100, 100, 125, 150, 200)

STILL = frozenset({"wheel", "move", "resize", "rest"})
"""Nothing that a field in sight holds may change by these."""
QUIET = STILL | {"cover", "scale", "search", "walk", "lock", "unlock", "free", "leave", "escape", "back"}
"""Nothing may be recorded by these but what was typed or chosen before."""


@dataclass
class Act:
    """One thing that is done: what kind, how xdotool does it, and what is typed by it."""

    kind: str
    does: list[str]
    typed: str = ""
    asks: dict[str, int] = field(default_factory=dict)
    """What is asked of the one inside instead: a size, or an end to the waiting."""


def next_act(chance: random.Random, look: Look, wachtzin: str) -> Act:
    """Something that can be done where one is."""
    page, screen = look["page"], look["screen"]
    if look["over"] and chance.random() < 0.4:
        return Act("escape", ["key", "Escape"])
    if page == "Ontgrendelen" and look["busy"]:
        return _rest(chance, look)
    if page == "Ontgrendelen" and not look["over"]:
        return _unlock(chance, look, wachtzin)
    if page == "Privacy" and chance.random() < 0.7:
        return Act("cover", ["key", "F9"])
    if screen == "poort" and chance.random() < 0.7:
        return _write_in(chance, look, wachtzin)
    kinds = _TALKING if screen == "gesprek tijdens" else _ELSEWHERE
    names = list(kinds)
    chosen = chance.choices(names, [kinds[name] for name in names])[0]
    return _MAKERS[chosen](chance, look)


def _unlock(chance: random.Random, look: Look, wachtzin: str) -> Act:
    if chance.random() < 0.25:
        return chance.choice((_wheel, _resize, _cover))(chance, look)
    if look["waits"]:
        # After three wrong ones: nobody sits that out.
        return Act("free", [], asks={"free": 1})
    return _write_in(chance, look, wachtzin)


def _write_in(chance: random.Random, look: Look, wachtzin: str) -> Act:
    """The passphrase, where it is asked."""
    x, y = next(((s[0], s[1]) for s in look["spots"] if s[2].endswith("wachtzin")), (0, 0))
    go_there = ["mousemove", str(x), str(y), "click", "1"] if x else []
    writes = ["key", "ctrl+a", "type", "--delay", "1", "--args", "1", wachtzin]
    return Act("unlock", [*go_there, *writes, "key", "Return"])


def _point(chance: random.Random, look: Look) -> list[str]:
    """Mostly something to press, else anywhere."""
    if look["spots"] and chance.random() < 0.8:
        x, y, _ = chance.choice(look["spots"])
    else:
        left, top, width, height = look["rect"]
        x, y = left + chance.randrange(max(width, 1)), top + chance.randrange(max(height, 1))
    return ["mousemove", str(min(max(x, 0), WIDTH - 1)), str(min(max(y, 0), HEIGHT - 1))]


def _wheel(chance: random.Random, look: Look) -> Act:
    button = chance.choice("4555")
    return Act("wheel", [*_point(chance, look), "click", "--repeat", str(chance.randint(1, 4)), button])


def _move(chance: random.Random, look: Look) -> Act:
    return Act("move", _point(chance, look))


def _rest(chance: random.Random, look: Look) -> Act:
    """What was put off until the hands rest is done."""
    return Act("rest", ["sleep", "0.3"])


def _click(chance: random.Random, look: Look) -> Act:
    return Act("click", [*_point(chance, look), "click", chance.choice("1111113")])


def _key(chance: random.Random, look: Look) -> Act:
    key = chance.choice(_KEYS)
    return Act("leave" if key in ("Tab", "shift+Tab") else "key", ["key", key])


def _talk_key(chance: random.Random, look: Look) -> Act:
    key = chance.choice(_IN_TALK)
    return Act("walk" if key in ("alt+Down", "alt+Up", "F6") else "key", ["key", key])


def _resize(chance: random.Random, look: Look) -> Act:
    width, height = chance.choice(((1366, 720), (1100, 700), (960, 600), (1280, 740)))
    return Act("resize", ["getactivewindow", "windowsize", str(width), str(height)])


def _scale(chance: random.Random, look: Look) -> Act:
    return Act("scale", [], asks={"scale": chance.choice(_SCALES)})


def _cover(chance: random.Random, look: Look) -> Act:
    return Act("cover", ["key", "F9"])


def _lock(chance: random.Random, look: Look) -> Act:
    return Act("lock", ["key", chance.choice(("ctrl+l", "F12"))])


def _back(chance: random.Random, look: Look) -> Act:
    return Act("back", ["key", "alt+Left"])


def _search(chance: random.Random, look: Look) -> Act:
    word = chance.choice(("les", "werk", "taal", "school", "gesprek", "a"))
    ends = chance.choice((["key", "Escape"], ["key", "Escape"], ["key", "Return"], []))
    # What is chosen there may be an act.
    kind = "go" if "Return" in ends else "search"
    return Act(kind, ["key", "ctrl+k", "type", "--delay", "1", "--args", "1", word, *ends])


def _words(chance: random.Random, look: Look) -> Act:
    zin = chance.choice(ZINNEN)
    ends = chance.choice(([], [], ["key", "Return"], ["key", "Escape"], ["key", "Tab"]))
    return Act("words", ["type", "--delay", "1", "--args", "1", zin, *ends], typed=zin)


def _go(chance: random.Random, look: Look) -> Act:
    """By the bar; or from the list into the dossier of somebody."""
    if look["screen"] == "dossiers" and chance.random() < 0.7:
        below = ["key", "--repeat", str(chance.randint(1, 5)), "Down"]
        table = [spot for spot in look["spots"] if spot[2] == _TABLE]
        there = ["mousemove", str(table[0][0]), str(table[0][1]), "click", "1"] if table else []
        return Act("go", [*there, "key", "Home", *below, "key", "Return"])
    naar = f"naar_{chance.choice(_NAVS)}"
    for x, y, name in look["spots"]:
        if name == naar:
            return Act("go", ["mousemove", str(x), str(y), "click", "1"])
    return _click(chance, look)


_MAKERS: dict[str, Callable[[random.Random, Look], Act]] = {
    "wheel": _wheel, "move": _move, "click": _click, "key": _key, "talk": _talk_key, "resize": _resize,
    "scale": _scale, "rest": _rest, "cover": _cover, "lock": _lock, "back": _back, "search": _search,
    "words": _words, "go": _go,
}  # fmt: skip
_ELSEWHERE = {
    "wheel": 16, "move": 2, "click": 24, "key": 18, "resize": 2, "scale": 1, "cover": 2, "lock": 1,
    "back": 4, "search": 3, "words": 8, "go": 12, "talk": 1, "rest": 2,
}  # fmt: skip
_TALKING = {
    "wheel": 18, "move": 2, "click": 14, "key": 18, "resize": 3, "scale": 1, "cover": 3, "lock": 2,
    "back": 1, "search": 4, "words": 16, "go": 1, "talk": 24, "rest": 3,
}  # fmt: skip
