"""What a screen reader hears of each screen, from outside: python -m tests.stress.schermlezer [--program X].

Through AT-SPI, as Orca asks: the program runs in a process of its own, in a real window. Each screen is gone
to by its button, as the reader presses it; then Tab goes round by real keys. Needs Debian's at-spi2-core,
gir1.2-atspi-2.0 and python3-gi, and the Python of Debian that these are made for.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.append("/usr/lib/python3/dist-packages")
ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
MOST_TABS = 120
CONTROLS = (
    "button", "check box", "radio button", "combo box", "text", "password text", "list", "table", "tree",
    "spin button", "slider", "toggle button", "link", "page tab", "menu item",
)  # fmt: skip
"""Roles of what somebody can do something with: each needs a name."""


@dataclass
class Gehoord:
    """What was heard of one screen."""

    scherm: str
    dingen: int = 0
    bedienbaar: int = 0
    zonder_naam: list[str] = field(default_factory=list)
    met_tab: int = 0
    rond: bool = False


class Lezer:
    """Asks of the program what a screen reader asks."""

    def __init__(self, pid: int, around: dict[str, str]) -> None:
        import gi  # type: ignore[import-not-found]  # of Debian, without types

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi  # type: ignore[import-not-found]  # as above

        self._atspi, self._pid, self._around = Atspi, pid, around

    def program(self) -> Any:
        """The program among all that is on the bus."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            desk = self._atspi.get_desktop(0)
            for number in range(desk.get_child_count()):
                found = desk.get_child_at_index(number)
                if found is not None and found.get_process_id() == self._pid:
                    return found
            time.sleep(0.2)
        raise RuntimeError("the program does not speak to screen readers")

    def shown(self, at: Any = None) -> Iterator[Any]:
        """All that is in sight, from the top."""
        for number in range((at := at or self.program()).get_child_count()):
            inside = at.get_child_at_index(number)
            if inside is None:
                continue
            if inside.get_role_name() in ("frame", "dialog") or self._is(inside, "SHOWING"):
                yield inside
                yield from self.shown(inside)

    def _is(self, what: Any, state: str) -> bool:
        return bool(what.get_state_set().contains(getattr(self._atspi.StateType, state)))

    def find(self, role: str, name: str = "") -> Any:
        """What has this role (any that can be pressed, for a button) and name; waited for."""
        roles = ("button", "toggle button", "check box") if role == "button" else (role,)
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            for one in self.shown():
                if one.get_role_name() in roles and name in ("", one.get_name()):
                    return one
            time.sleep(0.3)
        heard = sorted({f"{one.get_role_name()}: {one.get_name()}" for one in self.shown()})
        raise RuntimeError(f"not heard of {role} {name}, but of " + "; ".join(heard))

    def press(self, button: Any) -> None:
        """As a screen reader presses it."""
        button.get_action_iface().do_action(0)
        time.sleep(0.7)

    def focus(self) -> str:
        """Where the keyboard is, in words."""
        for place, one in enumerate(self.shown()):
            # What is current in a list says so also while the keyboard is elsewhere.
            if self._is(one, "FOCUSED") and one.get_role_name() not in (
                "list item",
                "table cell",
                "tree item",
            ):
                # By its name where it has one: what scrolls into sight moves the places of the others.
                return f"{one.get_role_name()} {one.get_name() or place}"
        return ""

    def key(self, name: str) -> None:
        """A real key."""
        subprocess.run(["xdotool", "key", name], env=self._around, check=True, timeout=PATIENCE)
        time.sleep(0.05)

    def hear(self, scherm: str) -> Gehoord:
        """All of the screen that is shown."""
        heard = Gehoord(scherm)
        for one in self.shown():
            heard.dingen += 1
            role = one.get_role_name()
            if role in CONTROLS and self._is(one, "FOCUSABLE"):
                heard.bedienbaar += 1
                if not one.get_name().strip():
                    heard.zonder_naam.append(f"{role} ({one.get_accessible_id()})")
        seen: list[str] = []
        for _ in range(MOST_TABS):
            self.key("Tab")
            where = self.focus()
            if where and where == (seen[0] if seen else ""):
                heard.rond = True
                break
            if where not in seen:
                seen.append(where)
        heard.met_tab = len(seen)
        return heard


def listen(program: list[str], around: dict[str, str], home: Path) -> list[Gehoord]:
    """Unlock, and hear each screen of the bar."""
    from tests.ui.gevuld import WACHTZIN

    window = subprocess.Popen(program, env=around, cwd=ROOT, stderr=(home / "stderr").open("wb"))
    lezer = Lezer(window.pid, around)
    try:
        lezer.find("password text").get_component_iface().grab_focus()
        heard = [lezer.hear("Ontgrendelen")]
        lezer.find("password text").get_component_iface().grab_focus()
        subprocess.run(["xdotool", "type", WACHTZIN], env=around, check=True, timeout=PATIENCE)
        lezer.key("Return")
        return heard + _around(lezer) + _of_dossier(lezer)
    finally:
        window.terminate()
        window.wait()


def _around(lezer: Lezer) -> list[Gehoord]:
    heard = []
    for naam in ("Vandaag", "Teamoverzicht", "Te regelen", "Uitwisselen", "Instellingen", "Hulp"):
        lezer.press(lezer.find("button", naam))
        heard.append(lezer.hear(naam))
    lezer.key("Escape")
    lezer.press(lezer.find("button", "Dossiers"))
    return [*heard, lezer.hear("Dossiers")]


def _of_dossier(lezer: Lezer) -> list[Gehoord]:
    lezer.find("table").get_component_iface().grab_focus()
    lezer.key("Home")
    lezer.key("Return")
    lezer.find("button", "Toestemmingen")
    heard = [lezer.hear("Dossier")]
    screens = ("Toestemmingen", "Weging", "Beschikking", "Ontwikkelplan", "Uitvoering", "Documenten")
    # The conversation last: while it is on nothing leads elsewhere.
    for naam in (*screens, "Rechten", "Geschiedenis", "Gesprek"):
        lezer.press(lezer.find("button", naam))
        heard.append(lezer.hear(naam))
    return heard


def main() -> int:
    """Hear it all; 1 when something has no name, or Tab does not come round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", help="another than the source: /usr/bin/intake-assistant")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if not args.inside:
        # A bus of its own: nothing of this desktop is heard, and nothing is left behind.
        return subprocess.call(
            ["dbus-run-session", "--", sys.executable, "-m", __spec__.name, *sys.argv[1:], "--inside"]
        )
    from tests.stress.live import _begin_with, _fill
    from tests.stress.screen import screen

    program = [args.program] if args.program else [sys.executable, str(ROOT / "main.py")]
    with tempfile.TemporaryDirectory(prefix="intake-lezer-") as folder, screen() as around:
        home = Path(folder)
        os.environ["DISPLAY"] = around["DISPLAY"]
        _fill(home)
        _begin_with(home)
        inside = {**around, "HOME": folder, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
        heard = listen(program, inside, home)
        sys.stdout.write((home / "stderr").read_text(errors="replace"))
    for one in heard:
        sys.stdout.write(json.dumps(one.__dict__, ensure_ascii=False) + "\n")
    return 1 if any(one.zonder_naam or not one.rond for one in heard) else 0


if __name__ == "__main__":
    raise SystemExit(main())
