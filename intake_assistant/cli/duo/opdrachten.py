"""The commands of DUO: the messages for it as files, and its answers taken into a dossier (contract 1)."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.cli.gebruik import DutchParser
from intake_assistant.cli.shared import (
    DONE,
    Outside,
    WrongUse,
    opened,
    print_json,
    print_result,
    read_day,
)
from intake_assistant.domain.duo import vorm as vormen
from intake_assistant.domain.duo.vorm import Berichtveld
from intake_assistant.domain.entry import clean_text
from intake_assistant.texts import text

_OPTIES: Mapping[str, str] = {
    "naam": "--naam",
    "email": "--email",
    "telefoonnummer": "--telefoon",
    "datumInburgeringsaanbod": "--datum",
    "verwachteStartdatumOpleiding": "--start",
    "verwachteEinddatumOpleiding": "--einde",
    "indicatorAlfabetiseringsonderwijs": "--alfabetisering",
    "datumEindgesprekMap": "--datum",
    "datumOndertekeningPvt": "--datum",
    "datumAfrondingZroute": "--datum",
    "verwijtbaar": "--verwijtbaar",
}


def pip(args: argparse.Namespace, outside: Outside) -> int:
    """Write the message of the PIP that holds, or note that DUO registered it or removed it."""
    from intake_assistant.operations.duo import sturen  # late: a quick start

    if args.geregistreerd_op and args.verwijderd_op:
        raise WrongUse(text("cli.duo_een_van"))
    with opened(args, outside, args.vault) as work:
        if args.verwijderd_op:
            sturen.record_removed(work, args.dossier, args.verwijderd_op)
            print_result(args, {"verwijderd_op": args.verwijderd_op.isoformat()}, [text("cli.duo_genoteerd")])
            return DONE
        bericht = sturen.make_pip(work, args.dossier)
        if args.geregistreerd_op:
            sturen.record_registered(work, args.dossier, args.geregistreerd_op)
    _write(args, bericht)
    return DONE


def melding(args: argparse.Namespace, outside: Outside) -> int:
    """Write another message, or refuse it with the rule of DUO that it breaks."""
    from intake_assistant.operations.duo import sturen

    velden = {naam: _typed(args, naam) for naam in sturen.MELDINGEN[args.melding].namen}
    with opened(args, outside, args.vault) as work:
        instelling = getattr(args, "instelling", "")
        bericht = sturen.make_melding(work, args.dossier, args.melding, velden, instelling)
    _write(args, sturen.as_sent(args.melding, bericht))
    return DONE


def read(args: argparse.Namespace, outside: Outside) -> int:
    """Take what DUO answered into a dossier, and say what became of each fact."""
    from intake_assistant.operations.duo.lezen import read_duo_file
    from intake_assistant.operations.duo.woorden import genomen_in_words

    with opened(args, outside, args.vault) as work:
        found = read_duo_file(work, args.dossier, args.file)
        zinnen = [genomen_in_words(work, een) for een in found.feiten]
    feiten = [
        {"onderwerp": een.subject, "waarde": een.waarde, "uitkomst": een.uitkomst, "stond": een.stond}
        for een in found.feiten
    ]
    document = {"soorten": list(found.soorten), "gewijzigd": bool(found.changed), "feiten": feiten}
    print_result(args, document, zinnen or [text("recht.duo.gelezen")])
    return DONE


def _typed(args: argparse.Namespace, naam: str) -> str:
    waarde = getattr(args, _OPTIES[naam].removeprefix("--"))
    return waarde if isinstance(waarde, str) else waarde.isoformat() if waarde else ""


def _write(args: argparse.Namespace, bericht: Mapping[str, object]) -> None:
    from intake_assistant.operations.duo.sturen import as_json

    if args.out:
        safefile.write_bytes(args.out, as_json(bericht).encode())
        print_result(args, {"bestanden": [str(args.out)]}, [str(args.out)])
    elif args.json:
        print_json(bericht)
    else:
        print_json(bericht, indent=1)


def add_options(parser: argparse.ArgumentParser, common: DutchParser) -> None:
    """The messages, each with what it needs."""
    actions = parser.add_subparsers(dest="action", required=True, parser_class=DutchParser)
    een = _command(actions, "pip", common)
    een.add_argument("--geregistreerd-op", type=read_day, metavar="JJJJ-MM-DD", help=text("cli.duo_op"))
    een.add_argument("--verwijderd-op", type=read_day, metavar="JJJJ-MM-DD", help=text("cli.duo_weg"))
    een.set_defaults(run=pip)
    for vorm in (vormen.CONTACTPERSOON, vormen.AANBOD, vormen.MAP, vormen.PVT, vormen.ZROUTE):
        command = _command(actions, vorm.naam, common)
        command.set_defaults(run=melding, melding=vorm.naam)
        for veld in vorm.velden:
            _add_field(command, veld)
        if vorm is vormen.AANBOD:
            command.add_argument("--instelling", type=_instelling, required=True, metavar="NUMMER")
    lezen = actions.add_parser("read", help=text("cli.duo_read"), parents=[common])
    lezen.add_argument("file", type=Path, metavar="FILE.json")
    lezen.add_argument("--dossier", type=clean_text, required=True, metavar="DOSSIER")
    lezen.add_argument("--vault", type=Path, required=True, metavar="PATH")
    lezen.set_defaults(run=read)


def _instelling(typed: str) -> str:
    if len(typed) != vormen.INSTELLING or not typed.isascii() or not typed.isalnum():
        raise argparse.ArgumentTypeError(text("cli.duo_instelling", aantal=vormen.INSTELLING))
    return typed


def _command(
    actions: argparse._SubParsersAction[DutchParser], naam: str, common: DutchParser
) -> argparse.ArgumentParser:
    command = actions.add_parser(naam, help=text(f"cli.duo_{naam}"), parents=[common])
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument("--vault", type=Path, required=True, metavar="PATH")
    command.add_argument("--out", type=Path, metavar="FILE.json")
    return command


def _add_field(command: argparse.ArgumentParser, veld: Berichtveld) -> None:
    optie = _OPTIES[veld.naam]
    if veld.soort == "datum":
        command.add_argument(optie, type=read_day, required=veld.verplicht, metavar="JJJJ-MM-DD")
    elif veld.codes:
        command.add_argument(optie, choices=veld.codes, required=veld.verplicht, default="")
    else:
        command.add_argument(optie, type=clean_text, required=veld.verplicht, metavar="TEKST")
