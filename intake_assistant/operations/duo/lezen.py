"""Reading what DUO answered: kept as it came, its facts taken as DUO's, and none of them over another."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Final

from intake_assistant import safefile
from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.duo.antwoord import DUO, Duobericht, Duofeit, feiten_in, read_berichten
from intake_assistant.domain.kinds import ANTWOORD, DUOBERICHT, read_subject
from intake_assistant.domain.recht.einde import EINDE_OP, EINDE_REDEN
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.record import record, record_beside, record_waarde
from intake_assistant.operations.changed import Changed, together
from intake_assistant.operations.duo.sturen import duoberichten
from intake_assistant.operations.duo.woorden import gebrek_in_words
from intake_assistant.operations.views.antwoord import form_of
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.workspace import Workspace

_MOST_BYTES: Final = 1_000_000
GENOMEN, GELIJK, VERVANGEN, TEGENSPRAAK, BESLIST, ERNAAST = (
    "genomen", "gelijk", "vervangen", "tegenspraak", "beslist", "ernaast",
)  # fmt: skip
"""What became of a fact: a contradiction stands beside what stood, an answer of another source as well."""


@dataclass(frozen=True, slots=True)
class Genomen:
    """One fact of DUO and what became of it; `stond` is what stood before."""

    subject: str
    waarde: str | int
    uitkomst: str
    stond: object = ""


@dataclass(frozen=True, slots=True)
class Duoantwoord:
    """What was read from a file of DUO."""

    changed: Changed
    soorten: tuple[str, ...]
    feiten: tuple[Genomen, ...]


def read_duo_file(work: Workspace, dossier: str, path: Path) -> Duoantwoord:
    """Take a file of DUO into a dossier; KnownError `duo.shape`, and nothing changed."""
    return take_berichten(work, dossier, read_answer(path))


def read_answer(path: Path) -> object:
    """What stands in a file of DUO; KnownError `duo.shape` when it is no JSON."""
    try:
        return json.loads(safefile.read_bytes(path, _MOST_BYTES).decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise KnownError("duo.shape", fouten=[str(path.name)]) from error


def take_berichten(work: Workspace, dossier: str, found: object) -> Duoantwoord:
    """Take the messages in what DUO answered; KnownError `duo.shape`, and nothing changed."""
    berichten = _read(found)
    with work.vault.transaction():
        taken = [een for bericht in berichten for een in _take(work, dossier, bericht)]
    changes, genomen = [c for c, _ in taken], tuple(g for _, g in taken if g is not None)
    work.vault.log_access("duo_read", dossier)
    return Duoantwoord(together(changes), tuple(b.soort for b in berichten), genomen)


def foresee_berichten(work: Workspace, dossier: str, found: object) -> tuple[Genomen, ...]:
    """What would become of each fact, before anything is taken; KnownError `duo.shape`."""
    dossier_nu = work.vault.dossier(dossier)
    return tuple(genomen for bericht in _read(found) for genomen, _ in _judge(work, dossier_nu, bericht))


def _read(found: object) -> tuple[Duobericht, ...]:
    berichten, gebreken = read_berichten(found)
    if gebreken:
        raise KnownError("duo.shape", fouten=[gebrek_in_words(gebrek) for gebrek in gebreken])
    return berichten


def _take(work: Workspace, dossier: str, bericht: Duobericht) -> Iterator[tuple[Changed, Genomen | None]]:
    found = work.vault.dossier(dossier)
    if _as_kept(bericht) not in [_without_day(b) for b in duoberichten(found)]:
        gelezen = {"gelezen_op": work.clock.today().isoformat()}
        rij = DUOBERICHT.of(work.new_id())
        yield record_waarde(work, dossier, rij, {**_as_kept(bericht), **gelezen}), None
    for genomen, act in _judge(work, found, bericht):
        yield act(), genomen


_Act = Callable[[], Changed]


def _judge(work: Workspace, found: Dossier, bericht: Duobericht) -> Iterator[tuple[Genomen, _Act]]:
    """What becomes of each fact of a message, and the act by which it does."""
    order = _order(found, bericht)
    for feit in feiten_in(bericht, str(found.get("inburgeraar.doelgroep"))):
        yield _judge_fact(work, found, feit, order)
    if bericht.velden.get("indicatorInburgeringsplicht") is True and "einddatum" not in bericht.velden:
        yield from _judge_runs_again(work, found, bericht, order)


def _as_kept(bericht: Duobericht) -> dict[str, object]:
    velden = {naam: _YES_NO.get(waarde, waarde) if isinstance(waarde, bool) else waarde
              for naam, waarde in bericht.velden.items()}  # fmt: skip
    return {"soort": bericht.soort, "van": DUO, **velden}


_YES_NO: Final = {True: "ja", False: "nee"}


def _without_day(bericht: Mapping[str, object]) -> dict[str, object]:
    return {naam: waarde for naam, waarde in bericht.items() if naam != "gelezen_op"}


class _Order(IntEnum):
    """When a message was sent, beside what DUO told of the same before."""

    OLDER = -1
    UNKNOWN = 0
    """On the same day, or one of the two is not dated."""
    NEWER = 1


def _order(dossier: Dossier, bericht: Duobericht) -> _Order:
    """An old file never takes the place of a new one."""
    dag = read_date(bericht.velden.get("wijzigingsdatum"))
    eerder = [
        read_date(b.get("wijzigingsdatum"))
        for b in duoberichten(dossier)
        if b.get("soort") == bericht.soort and b.get("van") == DUO
    ]
    gedateerd = [ander for ander in eerder if ander is not None]
    if dag is None or not gedateerd or max(gedateerd) == dag:
        return _Order.UNKNOWN
    return _Order.NEWER if max(gedateerd) < dag else _Order.OLDER


def _judge_runs_again(
    work: Workspace, dossier: Dossier, bericht: Duobericht, order: _Order
) -> Iterator[tuple[Genomen, _Act]]:
    """DUO tells that the plicht is there, after it ended: an end of DUO goes, a typed one is doubted."""
    einde, dag = read_date(dossier.get(EINDE_OP)), read_date(bericht.velden.get("wijzigingsdatum"))
    value = {"waarde": "", "van": DUO}
    for subject in (EINDE_OP, EINDE_REDEN):
        stond = dossier.get(subject)
        if not stond:
            continue
        if order is _Order.NEWER and _is_of_duo(dossier, subject):
            yield Genomen(subject, "", VERVANGEN, stond), partial(record, work, dossier.id, subject, value)
        elif _was_told(work, dossier.id, subject, value):
            yield Genomen(subject, "", BESLIST, stond), Changed
        elif einde is not None and dag is not None and dag > einde:
            act = partial(record_beside, work, dossier.id, subject, value)
            yield Genomen(subject, "", TEGENSPRAAK, stond), act


def _is_of_duo(dossier: Dossier, subject: str) -> bool:
    return (dossier.current(subject) or {}).get("van") == DUO


def _judge_fact(work: Workspace, dossier: Dossier, feit: Duofeit, order: _Order) -> tuple[Genomen, _Act]:
    kind, delen = read_subject(feit.subject)
    if kind is ANTWOORD:
        return _judge_answer(work, dossier, delen[0], feit)
    subject, value = feit.subject, {"waarde": feit.waarde, "van": DUO}
    sides = [waarde for waarde in dossier.sides(subject) if waarde not in ("", None)]
    if feit.waarde in sides:
        return Genomen(subject, feit.waarde, GELIJK, feit.waarde), Changed
    if not sides:
        return Genomen(subject, feit.waarde, GENOMEN), partial(record, work, dossier.id, subject, value)
    stond = dossier.get(subject)
    was_told, of_duo = _was_told(work, dossier.id, subject, value), _is_of_duo(dossier, subject)
    if was_told and not (of_duo and order is _Order.NEWER):
        # Somebody chose between the two before: the same file does not ask it again.
        return Genomen(subject, feit.waarde, BESLIST, stond), Changed
    if of_duo and order is not _Order.OLDER:
        genomen = Genomen(subject, feit.waarde, VERVANGEN, stond)
        return genomen, partial(record, work, dossier.id, subject, value)
    genomen = Genomen(subject, feit.waarde, TEGENSPRAAK, stond)
    return genomen, partial(record_beside, work, dossier.id, subject, value)


def _judge_answer(work: Workspace, dossier: Dossier, naam: str, feit: Duofeit) -> tuple[Genomen, _Act]:
    """Beside what others say: two sources never conflict; what somebody typed as DUO's own word may."""
    before = dossier.antwoord(naam)
    stond = before.waarde if before.beantwoord else ""
    sides = [waarde for waarde in dossier.sides(feit.subject) if waarde not in ("", None)]
    if sides and feit.waarde not in sides:
        value = {"staat": "beantwoord", "form": form_of(work, naam), "waarde": feit.waarde}
        if _was_told(work, dossier.id, feit.subject, {**value, "van": DUO}):
            return Genomen(feit.subject, feit.waarde, BESLIST, stond), Changed
        act = partial(record_beside, work, dossier.id, feit.subject, {**value, "van": DUO})
        return Genomen(feit.subject, feit.waarde, TEGENSPRAAK, stond), act
    if sides:
        return Genomen(feit.subject, feit.waarde, GELIJK, stond), Changed
    uitkomst = GELIJK if stond == feit.waarde else GENOMEN if stond == "" else ERNAAST
    act = partial(record_antwoord, work, dossier.id, naam, feit.waarde, bron=DUO, extra={"van": DUO})
    return Genomen(feit.subject, feit.waarde, uitkomst, stond), act


def _was_told(work: Workspace, dossier: str, subject: str, value: Mapping[str, object]) -> bool:
    told = (entry.value or {} for entry in history(work, dossier, subject))
    return any(one.get("van") == DUO and one.get("waarde") == value["waarde"] for one in told)
