"""The commands: each opens a vault, calls one operation and prints what it gave (contract 1)."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path

from intake_assistant.cli.shared import (
    DONE,
    REFUSED,
    Outside,
    WrongUse,
    fault_of,
    opened,
    print_json,
    print_line,
    print_result,
    tell,
    tell_line,
)
from intake_assistant.errors import KnownError
from intake_assistant.forms.checking.check import FormsReport, Formuliertelling
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text


def show_usage(args: argparse.Namespace, outside: Outside) -> int:
    """Refuse a line without a command, and say which there are."""
    raise WrongUse(args.usage_text())


def refuse_late_demo(args: argparse.Namespace, outside: Outside) -> int:
    """Refuse a demonstration that is not the first word on the line."""
    raise WrongUse(text("cli.demo_vooraan"))


def run_self_test(outside: Outside, *, as_json: bool) -> int:
    """Try every part of the installation."""
    from intake_assistant.operations.vault.selftest import self_test  # late: it touches every part

    outcomes = self_test(outside.clock, outside.random, outside.policy)
    if as_json:
        print_json({"onderdelen": [dataclasses.asdict(outcome) for outcome in outcomes]})
    else:
        for outcome in outcomes:
            print_line(f"{'ok  ' if outcome.goed else 'FOUT'} {outcome.onderdeel}: {outcome.uitleg}")
    return DONE if all(outcome.goed for outcome in outcomes) else REFUSED


def play(args: argparse.Namespace, outside: Outside) -> int:
    """Store each case as one dossier; a refused case does not stop the next."""
    results: list[dict[str, str]] = []
    with opened(args, outside, args.vault) as work:
        for path in args.cases:
            results.append({"bestand": str(path), **_play_one(work, path)})
            if not args.json and "dossier" in results[-1]:
                print_line(results[-1]["dossier"])
    if args.json:
        print_json({"dossiers": results})
    return REFUSED if any("fout" in result for result in results) else DONE


def _play_one(work: Workspace, path: Path) -> dict[str, str]:
    from intake_assistant.casus.check import read_case_file
    from intake_assistant.casus.play import play_case  # late: it brings the writers of documents

    try:
        return {"dossier": play_case(work, read_case_file(path), path.name)}
    except Exception as error:  # noqa: BLE001 - a fault of ours in one case keeps no other from being stored
        told = error if isinstance(error, KnownError) else fault_of(error)
    tell(told)
    if told.code.startswith("pip."):
        # Said to who is at the window, that what was written is kept is not so here.
        tell_line(text("cli.play_niets", bestand=str(path)))
    return {"fout": told.code}


def list_dossiers(args: argparse.Namespace, outside: Outside) -> int:
    """Print every dossier with its stage and first clock; one that is damaged keeps no other from it."""
    from intake_assistant.operations.views.show import show_list  # late: a quick start

    with opened(args, outside, args.vault) as work:
        work.vault.log_access("lijst")  # before the list: once damage is met nothing can be written
        lines = show_list(work)
    if args.json:
        print_json(lines)
    else:
        for line in lines:
            klok = line["eerste_klok"]
            uitleg = klok["uitleg"] if klok else line.get("fout", "")
            print_line(line["dossier"], line["naam"], line["stand"], uitleg)
    if not any("fout" in line for line in lines):
        return DONE
    tell(KnownError("vault.damaged", pad=str(args.vault)))
    return REFUSED


def show(args: argparse.Namespace, outside: Outside) -> int:
    """Print everything current about one dossier."""
    from intake_assistant.operations.views.show import show_dossier  # late: a quick start

    with opened(args, outside, args.vault) as work:
        found = show_dossier(work, args.dossier, bsn=args.bsn)
        work.vault.log_access("show", args.dossier)
    print_json(found, indent=None if args.json else 1)
    return DONE


def pip(args: argparse.Namespace, outside: Outside) -> int:
    """Write the parts of the PIP to a folder."""
    from intake_assistant.operations.papers import documenten  # late: heavy
    from intake_assistant.operations.papers.bladen.toennu import TOEN_EN_NU

    formaten = documenten.FORMATEN if args.formaat == "beide" else (args.formaat,)
    dagen = (args.toen, args.nu)
    if any(dagen) and (args.deel, args.taal) != (TOEN_EN_NU, documenten.NEDERLANDS):
        raise WrongUse(text("cli.dagen_samen"))
    with opened(args, outside, args.vault) as work:
        if any(dagen):
            paths = documenten.write_toennu(work, args.dossier, args.out, dagen, formaten)
        else:
            paths = documenten.write_documents(
                work,
                args.dossier,
                args.out,
                delen=documenten.DELEN if args.deel == "beide" else (args.deel,),
                formaten=formaten,
                taal=args.taal,
                ongecontroleerd=args.ongecontroleerd,
            )
    _print_paths(args, paths)
    return DONE


def _print_paths(args: argparse.Namespace, paths: Sequence[Path]) -> None:
    found = [str(path) for path in paths]
    print_result(args, {"bestanden": found}, found)


def digest(args: argparse.Namespace, outside: Outside) -> int:
    """Print one hash over all that the vault holds."""
    with opened(args, outside, args.vault) as work:
        found = kluis.digest(work)
    print_result(args, {"digest": found}, [found])
    return DONE


def check_forms(args: argparse.Namespace, outside: Outside) -> int:
    """Load every form, list and rule, and count them."""
    from intake_assistant.operations.vault.formulieren import check_all_forms  # late: brings pyxform

    report = check_all_forms()
    if args.json:
        print_json(_forms_json(report))
        return DONE
    for deel in report.startposities:
        velden = {"versie": deel.versie, "velden": deel.velden, "minuten": round(deel.minuten)}
        hardop = {"gesproken": deel.gesproken, "notities": deel.notities}
        print_line(text("cli.forms_regel", id=deel.id, **velden, **hardop))
    for lengte in report.gesprekken:
        minuten = {"minuten": round(lengte.minuten), "vragen": round(lengte.vragen)}
        rest = {"vertellen": round(lengte.vertellen), "rondom": round(lengte.rondom)}
        print_line(text("cli.forms_gesprek", nummer=lengte.nummer, **minuten, **rest))
    for waarschuwing in report.waarschuwingen:
        print_line(text("cli.forms_let_op", tekst=waarschuwing.tekst))
    woorden = f"{report.woorden:.1f}".replace(".", ",")
    print_line(text("cli.forms_hardop", woorden=woorden, langste_zin=report.langste_zin))
    print_line(
        text(
            "cli.forms_totaal",
            velden=report.velden,
            gesproken=report.gesproken,
            notities=report.notities,
            minuten=round(report.minuten),
            onderwerpen=report.onderwerpen,
            regels=report.regels,
        )
    )
    return DONE


def _forms_json(report: FormsReport) -> dict[str, object]:
    def numbers(deel: Formuliertelling) -> dict[str, object]:
        hardop = {"gesproken": deel.gesproken, "notities": deel.notities}
        return {"versie": deel.versie, "velden": deel.velden, **hardop, "minuten": round(deel.minuten)}

    return {
        "startposities": {deel.id: numbers(deel) for deel in report.startposities},
        "gesprekken": [{"gesprek": g.nummer, "minuten": round(g.minuten)} for g in report.gesprekken],
        "gesproken": report.gesproken,
        "notities": report.notities,
        "minuten": round(report.minuten),
        "woorden": round(report.woorden, 1),
        "langste_zin": report.langste_zin,
        "waarschuwingen": [waarschuwing.tekst for waarschuwing in report.waarschuwingen],
        "regels": report.regels_versie,
    }


def forms_to_xlsform(args: argparse.Namespace, outside: Outside) -> int:
    """Write all forms as one Excel workbook."""
    from intake_assistant.operations.vault.formulieren import export_forms  # late: brings openpyxl

    export_forms(args.out)
    _print_paths(args, [args.out])
    return DONE


def forms_from_xlsform(args: argparse.Namespace, outside: Outside) -> int:
    """Make forms of an Excel workbook."""
    from intake_assistant.operations.vault.formulieren import import_forms  # late: brings openpyxl

    _print_paths(args, import_forms(args.workbook, args.out))
    return DONE
