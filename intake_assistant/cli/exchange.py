"""The commands of files that travel: cards, sending, merging, settling conflicts (contract 1)."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from intake_assistant.cli import verstrekken
from intake_assistant.cli.shared import (
    DONE,
    REFUSED,
    Outside,
    Run,
    WrongUse,
    opened,
    print_json,
    print_line,
    print_result,
    tell,
)
from intake_assistant.domain.entry import clean_text
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.errors import KnownError
from intake_assistant.texts import text

if TYPE_CHECKING:
    from intake_assistant.exchange.card import Card
    from intake_assistant.operations.exchange.export import Zending
    from intake_assistant.operations.exchange.merge import Samenvoeging
    from intake_assistant.operations.workspace import Workspace

_AGE = "age1"
_SOORTEN = [soort.value for soort in Bestandssoort]


def card(args: argparse.Namespace, outside: Outside) -> int:
    """Tell who this vault is for others and whom it knows; or add or withdraw somebody."""
    from intake_assistant.operations.exchange import cards  # late: a quick start

    if bool(args.add) != bool(args.fingerprint):
        raise WrongUse(text("cli.card_samen"))
    if args.withdraw is not None and not args.withdraw.strip():
        # An empty variable in a script would leave a stolen laptop as it was.
        raise WrongUse(text("cli.card_withdraw_leeg"))
    with opened(args, outside, args.path) as work:
        if args.add:
            cards.add_card(work, cards.card_in_file(args.add), args.fingerprint)
        if args.withdraw is not None:
            cards.withdraw(work, args.withdraw)
        if args.out:
            cards.write_card(work, args.out)
        document = _as_json(work)
    print_result(args, document, _card_lines(document))
    return DONE


def _as_json(work: Workspace) -> dict[str, Any]:
    from intake_assistant.operations.exchange import cards

    own = cards.own_card(work)
    bekend = [
        {
            **cards.card_of(known).as_json(),
            "kenmerk": cards.card_of(known).fingerprint,
            "vergeleken_op": known.vergeleken_op,
            "ingetrokken_op": known.ingetrokken_op,
        }
        for known in cards.known_devices(work)
    ]
    return {"kaart": own.as_json(), "kenmerk": own.fingerprint, "bekend": bekend}


def _card_lines(document: Mapping[str, Any]) -> Iterator[str]:
    own = document["kaart"]
    for key in ("naam", "rol", "gemeente", "device", "recipient"):
        yield f"{text(f'cli.card_{key}')}: {own[key]}"
    yield f"{text('cli.card_kenmerk')}: {document['kenmerk']}"
    for known in document["bekend"]:
        stand = "ingetrokken" if known["ingetrokken_op"] else "bekend"
        told = {k: known[k] for k in ("naam", "gemeente", "device", "kenmerk")}
        yield text(f"cli.card_{stand}", **told, op=known["ingetrokken_op"] or known["vergeleken_op"])


def export(args: argparse.Namespace, outside: Outside) -> int:
    """Write a file for one or more receivers, and say what went to whom on which ground."""
    from intake_assistant.operations.exchange import uitgaand  # late: a quick start
    from intake_assistant.operations.exchange.export import (
        Zending,
        refuse_without_right,
    )
    from intake_assistant.operations.exchange.export import export as write

    if not Bestandssoort(args.soort).has_entries:
        return verstrekken.hand_out(args, outside)
    is_to_one = args.sinds_vorige or args.soort == Bestandssoort.OVERDRACHT_COLLEGA
    if is_to_one and len(args.to) != 1:
        raise WrongUse(text("cli.export_een_ontvanger"))
    with opened(args, outside, args.vault) as work:
        uitgaand.settle(work)
        zending = Zending(
            Bestandssoort(args.soort),
            tuple(_receiver(work, to) for to in args.to),
            tuple(args.dossier),
            args.gezondheid,
            args.sinds_vorige,
        )
        strangers = _not_compared(work, zending)
        if not args.json:
            _print_grounds(zending, strangers)
        if args.dry_run:
            refuse_without_right(work, zending)
            print_result(args, _planned(zending) | {"niet_vergeleken": strangers}, ())
            return DONE
        made = write(work, zending, args.out)
    told = made.written.manifest
    document = {
        "bestand": str(made.pad),
        "soort": told.soort.value,
        "ontvangers": [one.naam for one in zending.ontvangers],
        "niet_vergeleken": strangers,
        "dossiers": told.aantallen.dossiers,
        "entries": told.aantallen.entries,
        "gewist": told.aantallen.gewist,
        "bijlagen": told.aantallen.blobs,
        "bytes": made.written.size,
        "sha256": made.written.sha256,
        "gronden": [{"wat": deel.wat, "grond": deel.grond} for deel in made.gronden],
    }
    print_result(args, document, [str(made.pad)])
    return DONE


def _print_grounds(zending: Zending, strangers: Iterable[Mapping[str, str]]) -> None:
    """What goes to whom on which ground, before anything is written; and who may be somebody else."""
    for one in strangers:
        print_line(text("cli.export_onbekend", **one))
    for ontvanger in zending.ontvangers:
        for deel in zending.gronden:
            print_line(text("cli.export_deel", ontvanger=ontvanger.naam, titel=deel.wat, grond=deel.grond))


def _not_compared(work: Workspace, zending: Zending) -> list[dict[str, str]]:
    """The receivers of whom nobody had the fingerprint read out: a card may have come from anybody."""
    from intake_assistant.operations.exchange import cards

    strangers = [card for card in zending.ontvangers if not cards.is_compared(work, card)]
    return [{"naam": card.naam, "kenmerk": card.fingerprint} for card in strangers]


def _planned(zending: Zending) -> dict[str, Any]:
    return {
        "soort": zending.soort.value,
        "ontvangers": [one.naam for one in zending.ontvangers],
        "dossiers": list(zending.dossiers),
        "gronden": [{"wat": deel.wat, "grond": deel.grond} for deel in zending.gronden],
    }


def _receiver(work: Workspace, to: str) -> Card:
    """The card in a file, or the known one of an age recipient."""
    from intake_assistant.operations.exchange import cards

    if to.startswith(_AGE):
        return cards.card_of_recipient(work, to)
    return cards.card_in_file(Path(to))


def merge(args: argparse.Namespace, outside: Outside) -> int:
    """Join files of others; a refused one keeps no other from being joined."""
    from intake_assistant.operations.exchange.merge import CHANGED, merge_files  # late: a quick start
    from intake_assistant.operations.views.dubbel.zoeken import doubles_among

    with opened(args, outside, args.vault) as work:
        done = merge_files(
            work, args.files, trust=args.trust, accept_erase=args.accept_erase, dry_run=args.dry_run
        )
        changed = {one.dossier for one in done.dossiers if one.verandering in CHANGED}
        doubles = 0
        # All was stored: that nothing more fits on the disk is no reason to say that it was not.
        with suppress(KnownError):
            if not (args.dry_run or args.json):
                doubles = sum(one.is_open for one in doubles_among(work, changed))
    if args.json:
        print_json(done.as_json())
    else:
        _print_merge(done, doubles)
    for one in done.bestanden:
        if one.fout:
            tell(one.fout)
    return REFUSED if any(one.fout for one in done.bestanden) else DONE


def _print_merge(done: Samenvoeging, doubles: int) -> None:
    found = done.as_json()
    for one in found["bestanden"]:
        print_line(one["bestand"], one["stand"], one["afzender"])
        if one["mist_eerder"]:
            print_line(text("cli.merge_mist_eerder", afzender=one["afzender"]))
    told = {key: found[key] for key in ("nieuw", "gewijzigd", "gelijk", "gewist", "onvolledig")}
    print_line(text("cli.merge_telling", **told, conflicten=len(found["conflicten"])))
    if doubles:
        print_line(text("cli.merge_dubbel", aantal=doubles))
    for stone in done.wacht:
        print_line(text("cli.merge_wacht", dossier=stone.dossier, op=stone.op))


def resolve(args: argparse.Namespace, outside: Outside) -> int:
    """Settle one conflict; without a choice tell which there are and what each side says."""
    from intake_assistant.operations.acts import conflict  # late: a quick start

    _refuse_half(args)
    with opened(args, outside, args.vault) as work:
        if args.besluit:
            _settle_samenloop(work, args)
            print_result(args, {"dossier": args.dossier, "onderwerp": ""}, [])
            return DONE
        if args.keep is None and args.value is None:
            found = _conflicts_in(work, args.dossier, args.subject)
            print_result(args, found, _conflict_lines(found))
            return DONE
        if args.value is not None:
            waarde = _new_value(work, args)
            conflict.resolve_anew(work, args.dossier, args.subject, waarde, args.reason)
        elif args.beside:
            conflict.resolve_beside(
                work, args.dossier, args.subject, args.keep, args.beside, reden=args.reason
            )
        else:
            conflict.resolve_conflict(work, args.dossier, args.subject, args.keep, args.reason)
    print_result(args, {"dossier": args.dossier, "onderwerp": args.subject}, [])
    return DONE


def _refuse_half(args: argparse.Namespace) -> None:
    """A choice is about one subject, and another source gets what is beside the side that is kept."""
    chosen = args.keep is not None or args.value is not None
    if chosen and not args.subject or args.beside and args.keep is None:
        raise WrongUse(text("cli.resolve_samen"))
    if args.besluit and (chosen or not args.reason):
        raise WrongUse(text("cli.resolve_besluit_samen"))


def _settle_samenloop(work: Workspace, args: argparse.Namespace) -> None:
    """Begin the besluit that takes the place of all that hold at once; the one to go on from by its id."""
    from intake_assistant.operations.acts.besluit.wijziging import begin_samenloop  # late: a quick start

    found = _conflicts_in(work, args.dossier, "")["juridisch_probleem"] or {"besluiten": []}
    ids = [one["id"] for one in found["besluiten"] if one["id"].startswith(args.besluit)]
    besluit = ids[0] if len(ids) == 1 else args.besluit
    begin_samenloop(work, args.dossier, besluit, args.reason)


def _conflicts_in(work: Workspace, dossier: str, subject: str) -> dict[str, Any]:
    from intake_assistant.operations.views.show import show_dossier  # late: a quick start

    shown = show_dossier(work, dossier)
    found = [one for one in shown["conflicten"] if subject in ("", one["onderwerp"])]
    return {"dossier": dossier, "conflicten": found, "juridisch_probleem": shown["juridisch_probleem"]}


def _conflict_lines(found: Mapping[str, Any]) -> Iterator[str]:
    if found["juridisch_probleem"]:
        yield found["juridisch_probleem"]["uitleg"]
        for besluit in found["juridisch_probleem"]["besluiten"]:
            yield f"  {besluit['id'][:12]}  {besluit['nummer']}  {besluit['dagtekening']}"
    for conflict in found["conflicten"]:
        yield conflict["onderwerp"]
        for nummer, kant in enumerate(conflict["waarden"], start=1):
            waarde = kant["staat"] if kant["waarde"] is None else kant["waarde"]
            yield f"  {nummer}  {kant['entry'][:12]}  {kant['vastgelegd_op']}  {kant['wie']}  {waarde}"


def _new_value(work: Workspace, args: argparse.Namespace) -> object:
    """The new value: a text where the sides are texts, else as JSON writes it."""
    found = _conflicts_in(work, args.dossier, args.subject)["conflicten"]
    sides = [kant["waarde"] for conflict in found for kant in conflict["waarden"]]
    if all(side is None or isinstance(side, str) for side in sides):
        return args.value
    try:
        return json.loads(args.value)
    except ValueError as error:
        raise WrongUse(text("cli.resolve_waarde", getypt=args.value)) from error


def card_options(command: argparse.ArgumentParser) -> None:
    """What may follow `vault card PATH`."""
    command.add_argument("--out", type=Path, metavar="FILE", help=text("cli.card_out"))
    command.add_argument("--add", type=Path, metavar="FILE", help=text("cli.card_add"))
    command.add_argument("--fingerprint", type=clean_text, default="", metavar="F", help=text("cli.card_f"))
    command.add_argument("--withdraw", type=clean_text, metavar="DEVICE", help=text("cli.card_withdraw"))


def _export_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("--to", action="append", required=True, metavar="CARD|age1...")
    command.add_argument("--out", type=Path, required=True, metavar="FILE.intake.age")
    command.add_argument("--soort", choices=_SOORTEN, default=Bestandssoort.TEAM.value)
    command.add_argument("--dossier", action="append", type=clean_text, default=[], metavar="ID")
    command.add_argument(
        "--gezondheid", type=clean_text, default="", metavar="GROND", help=text("cli.export_gezondheid")
    )
    command.add_argument("--dry-run", action="store_true", help=text("cli.export_dry_run"))
    verstrekken.export_options(command)
    command.add_argument("--sinds-vorige", action="store_true", help=text("cli.export_sinds"))


def _merge_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("files", type=Path, nargs="+", metavar="FILE")
    command.add_argument("--dry-run", action="store_true", help=text("cli.merge_dry_run"))
    command.add_argument("--trust", action="append", type=clean_text, default=[], metavar="FINGERPRINT")
    command.add_argument("--accept-erase", action="append", type=clean_text, default=[], metavar="ID")


def _resolve_options(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", type=clean_text, metavar="DOSSIER")
    command.add_argument("subject", type=clean_text, nargs="?", default="", metavar="SUBJECT")
    way = command.add_mutually_exclusive_group()
    way.add_argument("--keep", type=clean_text, metavar="N|ENTRY|beide", help=text("cli.resolve_keep"))
    way.add_argument("--besluit", type=clean_text, default="", metavar="ID", help=text("cli.resolve_besluit"))
    way.add_argument("--value", type=clean_text, metavar="VALUE", help=text("cli.resolve_value"))
    command.add_argument(
        "--beside", type=clean_text, default="", metavar="BRON", help=text("cli.resolve_beside")
    )
    command.add_argument("--reason", type=clean_text, default="", metavar="TEXT")


COMMANDS: Mapping[str, tuple[Run, Callable[[argparse.ArgumentParser], None]]] = {
    "export": (export, _export_options),
    "merge": (merge, _merge_options),
    "resolve": (resolve, _resolve_options),
}
"""The commands on a vault; `vault card` is `card`."""
