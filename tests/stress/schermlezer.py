"""What a screen reader hears of each screen, by keys: python -m tests.stress.schermlezer [--program X].

The program runs in a process of its own, in a real window; nothing is pressed but keys. Each screen is gone
to with Ctrl+K; what is said on arriving is waited for, and then Tab goes round.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from tests.stress.bewegen import moves, watch
from tests.stress.gesprek_met_toetsen import MADE, converse, kept
from tests.stress.lezer import CONTROLS, Lezer

ROOT = Path(__file__).parents[2]
MOST_TABS, MOST_SILENT = 250, 5
WIE = "Haddad"


@dataclass
class Gehoord:
    """What was heard of one screen."""

    scherm: str
    gezegd: bool = True
    dingen: int = 0
    bedienbaar: int = 0
    zonder_naam: list[str] = field(default_factory=list)
    begin: str = ""
    met_tab: int = 0
    stil: int = 0
    beweegt: bool = False
    rond: bool = False

    @property
    def is_good(self) -> bool:
        """Told on arriving, all of it named, nothing moves, and Tab comes round and says where."""
        return self.gezegd and self.rond and not (self.zonder_naam or self.stil or self.beweegt)


def hear(lezer: Lezer, scherm: str, *, gezegd: bool = True) -> Gehoord:
    """All of the screen that is shown."""
    heard = Gehoord(scherm, gezegd)
    heard.begin = f"{lezer.plek.rol} {lezer.plek.naam}" if lezer.plek else ""
    for one in lezer.shown():
        heard.dingen += 1
        if (rol := one.get_role_name()) in CONTROLS and lezer.has(one, "FOCUSABLE"):
            heard.bedienbaar += 1
            if not lezer.name_of(one):
                heard.zonder_naam.append(f"{rol} {one.get_name()} ({one.get_accessible_id()})")
    heard.beweegt = moves(watch())
    _go_round(lezer, heard)
    return heard


def _go_round(lezer: Lezer, heard: Gehoord) -> None:
    seen: list[str] = []
    while len(seen) < MOST_TABS and heard.stil < MOST_SILENT:
        where = lezer.move("Tab")
        if where is None:
            heard.stil += 1
        elif seen and where.pad == seen[0]:
            heard.rond = True
            break
        elif where.pad not in seen:
            seen.append(where.pad)
    heard.met_tab = len(seen)


def go(lezer: Lezer, woord: str, zin: str = "") -> bool:
    """To what Ctrl+K finds first; whether it is said on arriving."""
    from intake_assistant.domain.letters import plain

    lezer.move("ctrl+k")
    lezer.settle()
    sinds = len(lezer.gezegd)
    # A letter that is on no key makes xdotool change the keyboard, which takes as long as it likes.
    lezer.type(plain(woord))
    lezer.key("Return")
    return lezer.hears(zin or woord, sinds)


def screens() -> tuple[list[str], list[str]]:
    """The word of each screen: of everybody, and of one person; the conversation last: it leads nowhere."""
    from intake_assistant.texts import text
    from intake_assistant.ui.window.screens import SCHERMEN

    of_one = sorted((e for e in SCHERMEN if not e.over_alle), key=lambda e: e.naam == "gesprek")
    alle = [e for e in SCHERMEN if e.over_alle]
    return [text(f"venster.naar_{e.naam}") for e in alle], [text(f"venster.naar_{e.naam}") for e in of_one]


def unlock(lezer: Lezer) -> list[Gehoord]:
    """Hear the lock, and open it."""
    from tests.ui.gevuld import WACHTZIN

    lezer.find("password text")
    lezer.settle()
    heard = [hear(lezer, "Ontgrendelen")]
    while lezer.plek and lezer.plek.rol != "password text":
        lezer.key("Tab")
    lezer.type("niet de wachtzin")
    lezer.key("Return")
    heard.append(Gehoord("een verkeerde wachtzin", lezer.hears("wachtzin", 0), rond=True))
    lezer.key("ctrl+a")
    lezer.type(WACHTZIN)
    lezer.key("Return")
    heard[0].gezegd = lezer.hears("Vandaag", 0)
    return heard


def walk(lezer: Lezer) -> list[Gehoord]:
    """Unlock, hear each screen, and hold a conversation."""
    heard = unlock(lezer)
    heard.append(arrows(lezer))
    _tell(heard[-1])
    lezer.move("F1")
    heard.append(hear(lezer, "Hulp"))
    _tell(heard[-1])
    lezer.move("Escape")
    van_alle, van_een = screens()
    for naam in van_alle:
        heard.append(hear(lezer, naam, gezegd=go(lezer, naam)))
        _tell(heard[-1])
    converse(lezer)
    go(lezer, WIE, "Overzicht")
    for naam in van_een:
        heard.append(hear(lezer, naam, gezegd=go(lezer, naam)))
        _tell(heard[-1])
    return heard


def arrows(lezer: Lezer) -> Gehoord:
    """What the arrows find with Ctrl+K is said, though the keyboard stays in the field."""
    lezer.move("ctrl+k")
    lezer.type("gesprek")
    sinds = len(lezer.gezegd)
    lezer.key("Down")
    said = lezer.hears("", sinds)
    lezer.move("Escape")
    return Gehoord("de pijlen bij Ctrl+K", said, rond=True)


def _tell(heard: Gehoord) -> None:
    sys.stdout.write(json.dumps(heard.__dict__, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def listen(program: list[str], home: Path, around: dict[str, str]) -> list[Gehoord]:
    """Start the program on the vault in this home, and walk through it."""
    lezer = Lezer(around)
    inside = {**around, "HOME": str(home), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "NO_AT_BRIDGE": "0"}
    window = subprocess.Popen(program, env=inside, cwd=ROOT, stderr=(home / "stderr").open("wb"))
    lezer.pid = window.pid
    try:
        return walk(lezer)
    finally:
        window.terminate()
        window.wait()
        sys.stdout.write((home / "stderr").read_text(errors="replace"))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", help="another than the source: /usr/bin/intake-assistant")
    parser.add_argument("--schaal", type=int, default=100)
    parser.add_argument("--kleuren", default="licht")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


def main() -> int:
    """Hear it all; 1 when something is not said, has no name, or Tab does not come round."""
    args = _arguments()
    if not args.inside:
        # A bus of its own: nothing of this desktop is heard, and nothing is left behind.
        return subprocess.call(
            ["dbus-run-session", "--", sys.executable, "-m", __spec__.name, *sys.argv[1:], "--inside"]
        )
    from tests.stress.live import begin_with, fill_vault
    from tests.stress.screen import screen

    program = [args.program] if args.program else [sys.executable, str(ROOT / "main.py")]
    with tempfile.TemporaryDirectory(prefix="intake-lezer-") as folder, screen() as around:
        os.environ.update({name: around[name] for name in ("DISPLAY", "QT_QPA_PLATFORM")})
        fill_vault(Path(folder))
        begin_with(Path(folder), schaal=args.schaal, kleuren=args.kleuren)
        heard = listen(program, Path(folder), around)
        soorten = kept(Path(folder))
        heard.append(Gehoord("een gesprek met toetsen", soorten >= MADE, rond=True))
        _tell(heard[-1])
    bad = [one for one in heard if not one.is_good]
    sys.stdout.write(f"{len(heard) - len(bad)} of {len(heard)} good\n")
    return 1 if bad else 0


if __name__ == "__main__":
    raise SystemExit(main())
