"""The command line: the same operations as the window (contract 1)."""

from __future__ import annotations

import argparse
import datetime
import getpass
import json
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from intake_assistant import crypto
from intake_assistant.domain.ports import Clock, Randomness
from intake_assistant.errors import KnownError
from intake_assistant.operations import kluis
from intake_assistant.operations.workspace import FixedClock, Workspace
from intake_assistant.texts import known_error_text, text

DONE, REFUSED, WRONG_USE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Outside:
    """What the composition root passes in."""

    clock: Clock
    random: Randomness
    cost: crypto.Argon2Cost = crypto.TUNED


class WrongUse(Exception):  # noqa: N818 - it is no error of the program
    """The command was not understood."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise WrongUse(f"{self.prog}: {message}")


def main(argv: Sequence[str], outside: Outside) -> int:
    """Run one command; returns the exit code: 0 done, 1 refused, 2 wrong use."""
    try:
        with suppress(AttributeError):
            # A Windows console in an old code page cannot show every name.
            sys.stdout.reconfigure(errors="replace")  # type: ignore[union-attr]  # a redirected stream may lack it
        args = build_parser().parse_args(argv)
        if args.now:
            outside = Outside(FixedClock(args.now), outside.random, outside.cost)
        run: Callable[[argparse.Namespace, Outside], int] = args.run
        return run(args, outside)
    except WrongUse as error:
        print(error, file=sys.stderr)
        return WRONG_USE
    except KnownError as error:
        tell(error)
        return REFUSED
    except BrokenPipeError:
        # The reader (head, less) has what it wanted.
        sys.stderr.close()
        return DONE


def tell(error: KnownError) -> None:
    """Write an error on stderr: its code first, then what happened and what to do."""
    print(f"{error.code} {known_error_text(error)}", file=sys.stderr)
    if error.code == "form.invalid":
        print(error.facts.get("fouten", ""), file=sys.stderr)


def build_parser() -> _Parser:
    """All commands with their options."""
    parser = _Parser(prog="main.py", description=text("cli.beschrijving"))
    parser.set_defaults(now=None, json=False, passphrase_file=None, run=_self_test_or_help)
    common = _common_options()
    _add_common(parser)
    parser.add_argument("--self-test", action="store_true", help=text("cli.self_test"))
    commands = parser.add_subparsers(dest="command", metavar="OPDRACHT", parser_class=_Parser)
    _add_vault(commands.add_parser("vault", help=text("cli.vault")), common)
    for naam, run in (("play", _play), ("list", _list), ("show", _show), ("pip", _pip), ("digest", _digest),
                      ("resolve", _resolve)):  # fmt: skip
        command = commands.add_parser(naam, help=text(f"cli.{naam}"), parents=[common])
        command.set_defaults(run=run)
        _OPTIONS[naam](command)
        command.add_argument("--vault", type=Path, required=True, metavar="PATH")
    _add_forms(commands.add_parser("forms", help=text("cli.forms")), common)
    return parser


def _common_options() -> _Parser:
    common = _Parser(add_help=False)
    _add_common(common)
    return common


def _add_common(parser: argparse.ArgumentParser) -> None:
    # Suppressed defaults: an option given before the command is not undone by the command's own default.
    absent: Any = argparse.SUPPRESS
    parser.add_argument("--now", type=_read_day, default=absent, metavar="JJJJ-MM-DD", help=text("cli.now"))
    parser.add_argument("--json", action="store_true", default=absent, help=text("cli.json"))
    parser.add_argument("--passphrase-file", type=Path, default=absent, metavar="FILE", help=text("cli.passphrase"))


def _read_day(typed: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(typed)
    except ValueError as error:
        raise argparse.ArgumentTypeError(text("cli.geen_datum", gevonden=typed)) from error


def _add_vault(parser: argparse.ArgumentParser, common: _Parser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, parser_class=_Parser)
    create = actions.add_parser("create", help=text("cli.vault_create"), parents=[common])
    create.add_argument("--naam", default="")
    create.add_argument("--gemeente", default="")
    create.add_argument("--rol", choices=kluis.ROLLEN, default=kluis.ROLLEN[0])
    create.add_argument("--recovery-sheet", type=Path, metavar="FILE.pdf")
    runs = {"check": _check, "rebuild": _rebuild, "open-with-recovery": _recover}
    parsers = {naam: actions.add_parser(naam, help=text(f"cli.vault_{naam}"), parents=[common]) for naam in runs}
    for naam, action in {"create": create, **parsers}.items():
        action.add_argument("path", type=Path, metavar="PATH")
        action.set_defaults(run=runs.get(naam, _create))


def _add_forms(parser: argparse.ArgumentParser, common: _Parser) -> None:
    actions = parser.add_subparsers(dest="action", required=True, parser_class=_Parser)
    check = actions.add_parser("check", help=text("cli.forms_check"), parents=[common])
    check.set_defaults(run=_forms_check)
    out = actions.add_parser("to-xlsform", help=text("cli.forms_to"), parents=[common])
    out.add_argument("out", type=Path, metavar="OUT.xlsx")
    out.set_defaults(run=_forms_out)
    back = actions.add_parser("from-xlsform", help=text("cli.forms_from"), parents=[common])
    back.add_argument("workbook", type=Path, metavar="IN.xlsx")
    back.add_argument("--out", type=Path, required=True, metavar="DIR")
    back.set_defaults(run=_forms_in)


def _play_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("cases", type=Path, nargs="+", metavar="CASE.toml")


def _show_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", metavar="DOSSIER")
    command.add_argument("--bsn", action="store_true", help=text("cli.bsn"))


def _pip_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", metavar="DOSSIER")
    command.add_argument("--deel", choices=("beschikking", "ontwikkelplan", "beide"), required=True)
    command.add_argument("--formaat", choices=("docx", "pdf", "beide"), required=True)
    command.add_argument("--taal", default="nl", metavar="ti")
    command.add_argument("--ongecontroleerd", action="store_true", help=text("cli.ongecontroleerd"))
    command.add_argument("--out", type=Path, required=True, metavar="DIR")


def _resolve_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", metavar="DOSSIER")
    command.add_argument("subject", metavar="SUBJECT")
    command.add_argument("--keep", required=True, metavar="N|ENTRY|beide")
    command.add_argument("--reason", default="", metavar="TEXT")


_OPTIONS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "play": _play_options,
    "list": lambda _: None,
    "show": _show_options,
    "pip": _pip_options,
    "digest": lambda _: None,
    "resolve": _resolve_options,
}


# -- commands --------------------------------------------------------------------------------------------------


def _self_test_or_help(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.selftest import self_test  # late: it touches every part

    if not args.self_test:
        raise WrongUse(build_parser().format_help())
    outcomes = self_test(outside.clock, outside.random)
    for outcome in outcomes:
        print(f"{'ok  ' if outcome.goed else 'FOUT'} {outcome.onderdeel}: {outcome.uitleg}")
    return DONE if all(outcome.goed for outcome in outcomes) else REFUSED


def _create(args: argparse.Namespace, outside: Outside) -> int:
    if args.path.exists():
        raise KnownError("vault.exists", pad=str(args.path))
    if args.recovery_sheet and args.recovery_sheet.exists():
        raise KnownError("output.exists", bestand=str(args.recovery_sheet))
    settings = {"naam": args.naam, "gemeente": args.gemeente, "rol": args.rol}
    passphrase = read_passphrase(args)
    groups = kluis.create(args.path, passphrase, outside.clock, outside.random, settings, cost=outside.cost)
    if args.json:
        print_json({"kluis": str(args.path), "herstelsleutel": "-".join(groups)})
    else:
        print("-".join(groups))
    if args.recovery_sheet:
        kluis.write_recovery_sheet(args.recovery_sheet, groups, args.path, outside.clock.today())
    return DONE


def _recover(args: argparse.Namespace, outside: Outside) -> int:
    typed = os.environ.get("INTAKE_RECOVERY_KEY") or _prompt(text("cli.vraag_herstelsleutel"))
    new = read_passphrase(args)
    kluis.open_with_recovery(args.path, typed, new, outside.clock, outside.random, cost=outside.cost).vault.close()
    print(text("cli.nieuwe_wachtwoordzin"))
    return DONE


def _check(args: argparse.Namespace, outside: Outside) -> int:
    with _open(args, outside, args.path) as work:
        findings = kluis.check(work)
    if args.json:
        print_json({"bevindingen": [{"code": f.code, "waar": f.waar} for f in findings]})
    else:
        for finding in findings:
            print(f"{finding.code} {finding.waar}")
        if not findings:
            print(text("cli.kluis_in_orde"))
    return REFUSED if findings else DONE


def _rebuild(args: argparse.Namespace, outside: Outside) -> int:
    with _open(args, outside, args.path) as work:
        kluis.rebuild(work)
    return DONE


def _play(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.case import play_case  # late: it brings the writers of documents

    results: list[dict[str, str]] = []
    with _open(args, outside, args.vault) as work:
        for path in args.cases:
            result = {"bestand": str(path)}
            try:
                result["dossier"] = play_case(work, _read_file(path), path.name)
                if not args.json:
                    print(result["dossier"], flush=True)
            except KnownError as error:
                tell(error)
                result["fout"] = error.code
            results.append(result)
    if args.json:
        print_json({"dossiers": results})
    return REFUSED if any("fout" in result for result in results) else DONE


def _read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise KnownError("case.invalid", pad=str(path), fouten=error.strerror or "") from error


def _list(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.show import show_list  # late: a quick start for the other commands

    with _open(args, outside, args.vault) as work:
        lines = show_list(work)
    if args.json:
        print_json(lines)
    else:
        for line in lines:
            klok = line["eerste_klok"]
            print(line["dossier"], line["naam"], line["stand"], klok["uitleg"] if klok else "", sep="\t")
    return DONE


def _show(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.show import show_dossier  # late: a quick start for the other commands

    with _open(args, outside, args.vault) as work:
        work.vault.log_access("show", args.dossier)
        found = show_dossier(work, args.dossier, bsn=args.bsn)
    print_json(found, indent=None if args.json else 1)
    return DONE


def _pip(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.documenten import DELEN, FORMATEN, write_documents  # late: writers are heavy

    with _open(args, outside, args.vault) as work:
        paths = write_documents(
            work,
            args.dossier,
            args.out,
            delen=DELEN if args.deel == "beide" else (args.deel,),
            formaten=FORMATEN if args.formaat == "beide" else (args.formaat,),
            taal=args.taal,
            ongecontroleerd=args.ongecontroleerd,
        )
    if args.json:
        print_json({"bestanden": [str(path) for path in paths]})
    else:
        for path in paths:
            print(path)
    return DONE


def _digest(args: argparse.Namespace, outside: Outside) -> int:
    with _open(args, outside, args.vault) as work:
        found = kluis.digest(work)
    if args.json:
        print_json({"digest": found})
    else:
        print(found)
    return DONE


def _resolve(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.conflict import resolve_conflict  # late: a quick start for the other commands

    with _open(args, outside, args.vault) as work:
        resolve_conflict(work, args.dossier, args.subject, args.keep, args.reason)
    return DONE


def _forms_check(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.formulieren import check_all_forms  # late: brings pyxform

    report = check_all_forms()
    if args.json:
        per = {s.id: {"versie": s.versie, "velden": s.velden, "gesproken": s.gesproken} for s in report.startposities}
        waarschuwingen = [w.tekst for w in report.waarschuwingen]
        print_json({"startposities": per, "waarschuwingen": waarschuwingen, "regels": report.regels_versie})
        return DONE
    for deel in report.startposities:
        print(text("cli.forms_regel", id=deel.id, versie=deel.versie, velden=deel.velden, gesproken=deel.gesproken))
    for waarschuwing in report.waarschuwingen:
        print(text("cli.forms_let_op", tekst=waarschuwing.tekst))
    print(
        text(
            "cli.forms_totaal",
            velden=report.velden,
            gesproken=report.gesproken,
            onderwerpen=report.onderwerpen,
            regels=report.regels,
        )
    )
    return DONE


def _forms_out(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.formulieren import export_forms  # late: brings openpyxl

    export_forms(args.out)
    return DONE


def _forms_in(args: argparse.Namespace, outside: Outside) -> int:
    from intake_assistant.operations.formulieren import import_forms  # late: brings openpyxl

    for path in import_forms(args.workbook, args.out):
        print(path)
    return DONE


# -- shared ----------------------------------------------------------------------------------------------------


@contextmanager
def _open(args: argparse.Namespace, outside: Outside, path: Path) -> Iterator[Workspace]:
    """The workspace of a vault, closed at the end whatever happens."""
    work = kluis.open_workspace(path, read_passphrase(args), outside.clock, outside.random)
    try:
        yield work
    finally:
        work.vault.close()


def read_passphrase(args: argparse.Namespace) -> str:
    """From INTAKE_PASSPHRASE, else the file, else a prompt."""
    given = os.environ.get("INTAKE_PASSPHRASE")
    if given:
        return given
    if args.passphrase_file:
        try:
            return str(args.passphrase_file.read_text(encoding="utf-8")).rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            raise WrongUse(text("cli.geen_wachtwoordbestand", bestand=args.passphrase_file)) from error
    return _prompt(text("cli.vraag_wachtwoordzin"))


def _prompt(vraag: str) -> str:
    if sys.stdin is None or not sys.stdin.isatty():
        raise WrongUse(text("cli.geen_wachtwoordzin"))
    return getpass.getpass(vraag)


def print_json(found: Any, indent: int | None = None) -> None:
    """Print exactly one JSON document."""
    print(json.dumps(found, ensure_ascii=False, indent=indent))
