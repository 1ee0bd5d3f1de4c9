"""The commands of what leaves the municipality: documents, who has them, who is to be told (contract 1)."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake_assistant import safefile
from intake_assistant.cli.shared import (
    DONE,
    Outside,
    Run,
    WrongUse,
    opened,
    print_line,
    print_result,
    read_day,
)
from intake_assistant.domain.entry import clean_text
from intake_assistant.domain.recht.uitwisseling import Bestandssoort, Ontvangersoort
from intake_assistant.texts import text

if TYPE_CHECKING:
    from intake_assistant.operations.exchange.verstrekken import Aanvraag, Verstrekvoorstel
    from intake_assistant.operations.workspace import Workspace

_AGE = "age1"
_PARTNERS = [soort.value for soort in Ontvangersoort if soort is not Ontvangersoort.GEMEENTE]


def hand_out(args: argparse.Namespace, outside: Outside) -> int:
    """Say what would go to whom on which ground; and write it, unless that was all that was asked."""
    from intake_assistant.operations.exchange import verstrekken  # late: a quick start

    if len(args.dossier) != 1:
        raise WrongUse(text("cli.export_een_dossier"))
    with opened(args, outside, args.vault) as work:
        aanvraag = _request(args, work)
        voorstel = verstrekken.propose(work, aanvraag)
        for zin in () if args.json else _sentences(voorstel):
            print_line(zin)
        document = voorstel.as_json()
        if not args.dry_run:
            made = verstrekken.hand_out(work, aanvraag, args.out)
            document |= {
                "bestand": str(made.pad),
                "bytes": made.written.size,
                "sha256": made.written.sha256,
            }
    print_result(args, document, [] if args.dry_run else [document["bestand"]])
    return DONE


def _request(args: argparse.Namespace, work: Workspace) -> Aanvraag:
    from intake_assistant.operations.exchange import cards, verstrekken

    is_gemeente = args.soort == Bestandssoort.OVERDRACHT_GEMEENTE
    als = Ontvangersoort.GEMEENTE if is_gemeente else Ontvangersoort(args.als)
    sleutels = [
        verstrekken.key_in_text(to)
        if to.startswith(_AGE)
        else verstrekken.key_of_card(work, cards.card_in_file(Path(to)), als)
        for to in args.to
    ]
    return verstrekken.Aanvraag(
        dossier=args.dossier[0],
        ontvanger=args.partner or sleutels[0].naam,
        recipients=tuple(sleutel.recipient for sleutel in sleutels),
        als=als,
        gezondheid=args.gezondheid,
        verzoek_op=args.verzoek_op,
        verzoek_door=args.verzoek_door,
    )


def _sentences(voorstel: Verstrekvoorstel) -> Iterator[str]:
    ontvanger = voorstel.aanvraag.ontvanger
    for deel in voorstel.delen:
        yield text("cli.export_deel", ontvanger=ontvanger, titel=deel.inhoud.titel, grond=deel.inhoud.grond)
        yield from (f"  {gegeven.label}" for gegeven in deel.inhoud.gegevens)
    yield from voorstel.blijft
    if voorstel.zeg:
        yield text("cli.export_zeg", zeg=voorstel.zeg)


def verstrekkingen(args: argparse.Namespace, outside: Outside) -> int:
    """Tell what went to whom, and who is still to be told; write a letter, or note that somebody knows."""
    from intake_assistant.operations.exchange import meldingen, register

    if args.out and not args.brief:
        raise WrongUse(text("cli.verstrekkingen_samen"))
    with opened(args, outside, args.vault) as work:
        if args.brief:
            _write_letter(work, args)
        if args.gemeld:
            meldingen.note_told(work, meldingen.find_melding(work, args.gemeld))
        found = {
            "verstrekkingen": [
                file.as_json() for file in (*register.sent_files(work), *register.files_of_colleagues(work))
            ],
            "te_melden": [melding.as_json() for melding in meldingen.meldingen(work)],
        }
    if args.json:
        print_result(args, found, ())
    else:
        _print(found)
    return DONE


def _write_letter(work: Workspace, args: argparse.Namespace) -> None:
    from intake_assistant.operations.exchange import meldingen

    if not args.out:
        raise WrongUse(text("cli.verstrekkingen_samen"))
    melding = meldingen.find_melding(work, args.brief)
    safefile.write_bytes(args.out, meldingen.draw_brief(work, melding))


def _print(found: Mapping[str, Any]) -> None:
    for regel in found["verstrekkingen"]:
        print_line(
            regel["op"][:10],
            regel["naam"] or regel["ontvanger"],
            regel["soort"],
            " ".join(filter(None, regel["dossiers"])),
            regel["sha256"],
            regel["grond"],
        )
    for melding in found["te_melden"]:
        print_line(text("cli.verstrekkingen_melden"), melding["ontvanger"], melding["op"], melding["sha256"])


def export_options(command: argparse.ArgumentParser) -> None:
    """What may follow `export` beside what all kinds have."""
    command.add_argument("--partner", type=clean_text, default="", help=text("cli.export_partner"))
    command.add_argument(
        "--als", choices=_PARTNERS, default=Ontvangersoort.ANDER.value, help=text("cli.export_als")
    )
    command.add_argument(
        "--verzoek-op", type=read_day, metavar="JJJJ-MM-DD", help=text("cli.export_verzoek_op")
    )
    command.add_argument(
        "--verzoek-door", type=clean_text, default="", metavar="NAAM", help=text("cli.export_verzoek_door")
    )


def _verstrekkingen_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--gemeld", type=clean_text, default="", metavar="SHA256", help=text("cli.verstrekkingen_gemeld")
    )
    command.add_argument(
        "--brief", type=clean_text, default="", metavar="SHA256", help=text("cli.verstrekkingen_brief")
    )
    command.add_argument("--out", type=Path, metavar="FILE.pdf", help=text("cli.verstrekkingen_out"))


def document(args: argparse.Namespace, outside: Outside) -> int:
    """Hold a document of somebody else against its signature, and keep it to read."""
    from intake_assistant.operations.exchange import ontvangen

    with opened(args, outside, args.vault) as work:
        found = ontvangen.read_document(work, args.file)
        paths = ontvangen.keep_document(found, args.out)
    told = found.as_json() | {"bestanden": [str(path) for path in paths]}
    velden = {naam: told[naam] for naam in ("afzender", "gemeente")}
    if found.is_known:
        zin = text("cli.document_bekend", **velden)
    else:
        zin = text("cli.document_onbekend", **velden, kenmerk=told["kenmerk"])
    print_result(args, told, [zin, *told["bestanden"]])
    return DONE


def _document_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("file", type=Path, metavar="FILE")
    command.add_argument("--out", type=Path, required=True, metavar="DIR")


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "document": (document, _document_options),
    "verstrekkingen": (verstrekkingen, _verstrekkingen_options),
}
"""The commands on what went to whom, and on what came from elsewhere."""
