"""`translations`: make, renew and look over the catalogues."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

from intake_assistant.cli.gebruik import DutchParser
from intake_assistant.cli.shared import DONE, Outside, print_result
from intake_assistant.errors import KnownError
from intake_assistant.operations.vertalen.dekking import STANDEN, Dekking, Keuring
from intake_assistant.texts import text


def add_options(parser: argparse.ArgumentParser, common: DutchParser) -> None:
    """`main.py translations extract|update|check|coverage|contact-sheet`."""
    actions = parser.add_subparsers(dest="action", required=True, parser_class=DutchParser)
    for naam, run in (("extract", extract), ("update", update), ("check", check), ("coverage", coverage)):
        command = actions.add_parser(naam, help=text(f"cli.translations_{naam}"), parents=[common])
        command.set_defaults(run=run)
    blad = actions.add_parser("contact-sheet", help=text("cli.translations_contact_sheet"), parents=[common])
    blad.add_argument("--out", type=Path, required=True, metavar="FILE.pdf")
    blad.set_defaults(run=contact_sheet)


def extract(args: argparse.Namespace, _: Outside) -> int:
    """Write an empty catalogue for each subject, for the program of a translator."""
    from intake_assistant.operations.vertalen.talen import extract_sjablonen  # late: brings Babel

    return _print_changed(args, extract_sjablonen())


def update(args: argparse.Namespace, _: Outside) -> int:
    """Bring the catalogues of every language up to date with the Dutch."""
    from intake_assistant.operations.vertalen.talen import update_alles  # late: brings Babel

    return _print_changed(args, update_alles())


def _print_changed(args: argparse.Namespace, paden: list[Path]) -> int:
    gevonden = [str(pad) for pad in paden]
    print_result(args, {"bestanden": gevonden}, gevonden or [text("cli.translations_niets")])
    return DONE


def check(args: argparse.Namespace, _: Outside) -> int:
    """Look over every language; refused when something is wrong in one."""
    from intake_assistant.operations.vertalen.talen import check_alles  # late: brings Babel and the fonts

    keuringen = check_alles()
    regels = [regel for keuring in keuringen for regel in (*_summed(keuring), *keuring.fouten)]
    print_result(args, {"talen": {keuring.code: _counted(keuring) for keuring in keuringen}}, regels)
    if mis := [keuring.code for keuring in keuringen if keuring.fouten]:
        raise KnownError("translation.faults", talen=", ".join(mis))
    return DONE


def coverage(args: argparse.Namespace, _: Outside) -> int:
    """Print how far each language is, by subject, and who checked it."""
    from intake_assistant.operations.vertalen.talen import dekking_van_alles  # late, as above

    gevonden = dekking_van_alles()
    print_result(
        args, {"talen": {dekking.taal.code: _covered(dekking) for dekking in gevonden}}, _lines(gevonden)
    )
    return DONE


def contact_sheet(args: argparse.Namespace, outside: Outside) -> int:
    """Write the same five questions in every language, to look at."""
    from intake_assistant.operations.vertalen.talen import write_contactblad  # late: brings typst

    return _print_changed(args, [write_contactblad(args.out, outside.clock.today())])


def _counted(keuring: Keuring) -> dict[str, object]:
    staf = {"staf": _standen(keuring.staf)} if keuring.staf else {}
    return {**_standen(keuring.dekking), **staf, "fouten": list(keuring.fouten)}


def _standen(dekking: Dekking | None) -> dict[str, int]:
    aantal: Mapping[str, int] = dekking.totaal if dekking else {}
    return {
        "vertaald": dekking.vertaald if dekking else 0,
        **{stand: aantal.get(stand, 0) for stand in STANDEN},
    }


def _summed(keuring: Keuring) -> Iterator[str]:
    """How far it is for the person, and for the staff where it serves them."""
    tellingen = _standen(keuring.dekking)
    yield text("cli.translations_regel", taal=keuring.code, fouten=len(keuring.fouten), **tellingen)
    if keuring.staf:
        yield text("cli.translations_staf", taal=keuring.code, **_standen(keuring.staf))


def _covered(dekking: Dekking) -> dict[str, object]:
    door = [{**asdict(nazicht), "aantal": aantal} for nazicht, aantal in dekking.nagezien.items()]
    return {"onderwerpen": dekking.onderwerpen, "nagezien": door}


def _lines(gevonden: Iterable[Dekking]) -> Iterator[str]:
    for dekking in gevonden:
        for onderwerp, aantal in dekking.onderwerpen.items():
            standen = {stand: aantal[stand] for stand in STANDEN}
            yield text("cli.translations_dekking", taal=dekking.taal.code, onderwerp=onderwerp, **standen)
        for nazicht, teksten in dekking.nagezien.items():
            yield text("cli.translations_door", taal=dekking.taal.code, aantal=teksten, **asdict(nazicht))
