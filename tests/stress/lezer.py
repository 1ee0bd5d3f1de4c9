"""What a screen reader asks of a program and is told by it: from outside, through AT-SPI, with real keys.

Needs Debian's at-spi2-core, gir1.2-atspi-2.0 and python3-gi, and the Python of Debian they are made for.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

sys.path.append("/usr/lib/python3/dist-packages")
PATIENCE = 90.0
_QUIET, _LONGEST, _MOVES = 0.35, 4.0, 5.0
_AGAIN = 3
CONTROLS = (
    "button", "check box", "radio button", "combo box", "text", "password text", "list", "table", "tree",
    "spin button", "slider", "toggle button", "link", "page tab", "menu item",
)  # fmt: skip
"""Roles of what somebody can do something with: each needs a name."""


class Plek(NamedTuple):
    """Where the keyboard is: which thing, and what is said of it."""

    pad: str
    rol: str
    naam: str


class Lezer:
    """Listens to one program; what it says and where the keyboard goes is kept."""

    def __init__(self, around: dict[str, str]) -> None:
        import gi  # type: ignore[import-not-found]  # of Debian, without types

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib  # type: ignore[import-not-found]  # as above

        Atspi.init()
        self._atspi, self._around, self.pid = Atspi, around, 0
        self._glib = GLib
        self._loop = GLib.MainContext.default()
        self.gezegd: list[str] = []
        self.plek: Plek | None = None
        self._last = time.monotonic()
        # Held: a listener that is let go hears nothing more.
        self._ears = [Atspi.EventListener.new(self._say), Atspi.EventListener.new(self._focus)]
        self._ears[0].register("object:announcement")
        self._ears[1].register("object:state-changed:focused")

    # -- what is told -------------------------------------------------------------------------------------

    def _say(self, event: Any, *_: Any) -> None:
        self._last = time.monotonic()
        self.gezegd.append(str(event.any_data))

    def _focus(self, event: Any, *_: Any) -> None:
        self._last = time.monotonic()
        if event.detail1:
            source = event.source
            self.plek = Plek(
                str(source.path), *self._asked(lambda: (source.get_role_name(), source.get_name()))
            )

    def _asked(self, ask: Callable[[], tuple[str, str]]) -> tuple[str, str]:
        """A program that is busy answers later."""
        said = ""
        for _ in range(_AGAIN):
            try:
                return ask()
            except self._glib.Error as error:
                said = str(error)
        return "", said

    def listen(self, seconds: float) -> None:
        """Take in what comes, for so long."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            while self._loop.iteration(False):
                pass
            time.sleep(0.01)

    def settle(self) -> None:
        """Take in what comes until nothing does."""
        end = time.monotonic() + _LONGEST
        while time.monotonic() < end:
            self.listen(0.1)
            if time.monotonic() - self._last > _QUIET:
                return

    def hears(self, zin: str, sinds: int, patience: float = PATIENCE) -> bool:
        """Whether this is said after so many other things; waited for."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if any(zin in one for one in self.gezegd[sinds:]):
                return True
            self.listen(0.1)
        return False

    # -- what is asked ------------------------------------------------------------------------------------

    def program(self) -> Any:
        """The program among all that is on the bus."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            desk = self._atspi.get_desktop(0)
            for number in range(desk.get_child_count()):
                found = desk.get_child_at_index(number)
                if found is not None and found.get_process_id() == self.pid:
                    return found
            self.listen(0.2)
        raise RuntimeError("the program does not speak to screen readers")

    def shown(self, at: Any = None) -> Iterator[Any]:
        """All that is in sight, from the top."""
        for number in range((at := at or self.program()).get_child_count()):
            inside = at.get_child_at_index(number)
            if inside is None:
                continue
            if inside.get_role_name() in ("frame", "dialog") or self.has(inside, "SHOWING"):
                yield inside
                yield from self.shown(inside)

    def has(self, what: Any, state: str) -> bool:
        """Whether a thing is in a state."""
        return bool(what.get_state_set().contains(getattr(self._atspi.StateType, state)))

    def name_of(self, one: Any) -> str:
        """What a reader calls it: a box of choices says its value, and is called by its label."""
        if one.get_role_name() != "combo box":
            return str(one.get_name()).strip()
        kind = self._atspi.RelationType.LABELLED_BY
        labels = [r.get_target(0) for r in one.get_relation_set() if r.get_relation_type() == kind]
        return (" ".join(str(label.get_name()) for label in labels) or str(one.get_description())).strip()

    def find(self, rol: str, naam: str = "", patience: float = PATIENCE) -> Any:
        """What is in sight with this role and name; waited for."""
        end = time.monotonic() + patience
        heard: set[str] = set()
        while time.monotonic() < end:
            for one in self.shown():
                if one.get_role_name() == rol and naam in ("", one.get_name()):
                    return one
                heard.add(f"{one.get_role_name()}: {one.get_name()}")
            self.listen(0.3)
        raise RuntimeError(f"not heard of {rol} {naam}, but of " + "; ".join(sorted(heard)))

    # -- what is done -------------------------------------------------------------------------------------

    def key(self, *names: str) -> None:
        """Real keys, and what comes of them."""
        for name in names:
            self._press(name)
            self.settle()

    def move(self, name: str) -> Plek | None:
        """A key that moves the keyboard, and where it went; None when nobody is told."""
        self.plek = None
        self._press(name)
        end = time.monotonic() + _MOVES
        while not self._is_told() and time.monotonic() < end:
            self.listen(0.03)
        return self.plek

    def _is_told(self) -> bool:
        return self.plek is not None

    def _press(self, name: str) -> None:
        subprocess.run(["xdotool", "key", name], env=self._around, check=True, timeout=PATIENCE)
        self._last = time.monotonic()

    def type(self, tekst: str) -> None:
        """Real letters."""
        words = ["xdotool", "type", "--delay", "20", tekst]
        subprocess.run(words, env=self._around, check=True, timeout=PATIENCE)
        self._last = time.monotonic()
        self.settle()
