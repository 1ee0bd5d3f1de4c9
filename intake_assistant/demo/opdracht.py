"""The command `demo`: what was asked, where it goes, and what came of it."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.casus.check import read_case, read_case_file
from intake_assistant.cli.gebruik import DutchParser, speak_dutch
from intake_assistant.cli.shared import DONE, REFUSED, WRONG_USE, WrongUse, print_json, tell
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.errors import KnownError
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.workspace import packaged_data
from intake_assistant.texts import SOURCE, text

KLUIS = "demo"
VERPAKT = Path(__file__).with_name("casus.toml")
ADEM = 0.06
"""How long the window stands still after each act when somebody looks, in seconds."""


class Uitvoer:
    """The folder of the demonstration, and where what is made in it stands."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.kluis = folder, folder / f"{KLUIS}.intake"
        self.herstelblad, self.schermen = folder / "herstelblad.pdf", folder / "schermen"
        self.verslag = folder / "verslag.md"

    def make(self) -> None:
        """Make the folders; KnownError `output.exists` when something of an earlier run is there."""
        there = [self.kluis, self.herstelblad, self.verslag, self.schermen]
        there += sorted(self.folder.glob("*.docx")) + sorted(self.folder.glob("*.pdf"))
        for pad in there:
            if os.path.lexists(pad):
                raise KnownError("output.exists", bestand=str(pad))
        safefile.make_folder(self.schermen)

    def files(self) -> list[tuple[str, int]]:
        """Everything that was made, the vault as one."""
        paths = [
            pad for pad in sorted(self.folder.rglob("*")) if pad.is_file() and self.kluis not in pad.parents
        ]
        found = [(pad.relative_to(self.folder).as_posix(), pad.stat().st_size) for pad in paths]
        size = sum(pad.stat().st_size for pad in self.kluis.rglob("*") if pad.is_file())
        return [(f"{self.kluis.name}/", size), *found]


def _parser() -> DutchParser:
    speak_dutch()
    parser = DutchParser(prog="main.py demo", description=text("casus.demo.beschrijving"))
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help=text("casus.demo.out"))
    parser.add_argument("--case", type=Path, metavar="FILE", help=text("casus.demo.case"))
    parser.add_argument("--taal", metavar="ti", help=text("casus.demo.taal"))
    parser.add_argument("--snel", action="store_true", help=text("casus.demo.snel"))
    parser.add_argument("--json", action="store_true", help=text("casus.demo.json"))
    return parser


def run(argv: Sequence[str], clock: Clock, random: Randomness) -> int:
    """Play the demonstration; 0 seen and right, 1 refused or not right, 2 wrong use."""
    try:
        args = _parser().parse_args(argv)
        uit = Uitvoer(args.out.resolve())
        return _play(args, uit, random)
    except WrongUse as error:
        print(error, file=sys.stderr)  # noqa: T201  # a command speaks
        return WRONG_USE
    except KnownError as error:
        tell(error)
        if "fouten" in error.facts:
            print(error.facts["fouten"], file=sys.stderr)  # noqa: T201
        return REFUSED


def _play(args: argparse.Namespace, uit: Uitvoer, random: Randomness) -> int:
    bestand = args.case or VERPAKT
    _refuse_unknown(args.taal)
    casus = read_case(read_case_file(bestand), bestand.name, packaged_data())
    uit.make()
    has_screen = _find_screen()
    from intake_assistant.demo.toneel import Toneel  # late: Qt must know its platform first

    with tempfile.TemporaryDirectory(prefix="intake-demo-") as own:
        pauze = ADEM if has_screen and not args.snel else 0.0
        toneel = Toneel(casus, uit, random, taal=args.taal, pauze=pauze, kort=args.snel)
        verslag = toneel.play(Path(own))
    verslag.bestanden = uit.files()
    verslag.write(uit.verslag)
    _report(args.json, verslag.goed, uit, verslag.controles)
    return DONE if verslag.goed else REFUSED


def _refuse_unknown(taal: str | None) -> None:
    if taal and taal != SOURCE and taal_van(taal).code == SOURCE:
        raise KnownError("taal.onbekend", taal=taal)


def _report(as_json: bool, goed: bool, uit: Uitvoer, controles: list[tuple[bool, str]]) -> None:
    wrong = [tekst for is_goed, tekst in controles if not is_goed]
    if as_json:
        print_json(
            {"goed": goed, "uit": str(uit.folder), "fouten": wrong, "bestanden": [n for n, _ in uit.files()]}
        )
        return
    for tekst in wrong:
        print(tekst, file=sys.stderr)  # noqa: T201
    print(uit.verslag)  # noqa: T201


def _find_screen() -> bool:
    """Whether somebody can look; without a screen Qt is told to draw in memory."""
    platform = os.environ.get("QT_QPA_PLATFORM", "")
    if not platform and sys.platform.startswith("linux"):
        if not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
            platform = os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return platform not in ("offscreen", "minimal")
