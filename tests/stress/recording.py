"""Stories of recording: typing, moving on, keeping documents, setting the besluit."""

from __future__ import annotations

import datetime
import random
from collections.abc import Callable
from typing import ClassVar

from intake_assistant.operations.acts.antwoord import (
    add_rij,
    mark_geldt,
    record_antwoord,
    record_notitie,
    remove_rij,
)
from intake_assistant.operations.acts.beschikking import maak_planversie, stel_vast
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field, settle_concepten
from intake_assistant.operations.acts.dossier import create_dossier, look_into
from intake_assistant.operations.acts.record import erase_values, record_waarde, undo
from intake_assistant.operations.acts.wissen import catch_up
from intake_assistant.operations.views.concepttekst import to_settle
from intake_assistant.operations.views.geschiedenis import history
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import COMPLEET, changed, on, play
from tests.stress.twin import VaultStory

WORDS = "ik kookte vroeger voor dertig mensen en dat wil ik hier ook weer gaan doen".split()
VELDEN = ["taalniveau.verhaal", "leerbaarheid.leerverhaal", "motivatie.trots", "sociaal_netwerk.verhaal"]
VERHAAL, ERVARING = "taalniveau.verhaal", "werkervaring.banen"


def words(number: int, most: int = 40) -> str:
    """A text that differs by its number, of one word or many."""
    chance = random.Random(number)
    return " ".join([*chance.choices(WORDS, k=chance.randint(1, most)), str(number)])


def dossier_of(work: Workspace, number: int) -> str:
    """One of the dossiers, by turns."""
    known = work.vault.dossiers()
    return known[number % len(known)]


def said(tekst: str) -> dict[str, str]:
    """A value as the screen keeps it."""
    return {"staat": "beantwoord", "waarde": tekst}


def begin_dossiers(work: Workspace) -> None:
    """Three people."""
    for naam in ("Tesfay", "Haddad", "Rahimi"):
        create_dossier(work, {"voornamen": "A.", "achternaam": naam})


class Typing(VaultStory):
    """Somebody types: each keeping of a field overwrites the one before."""

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)

    def act(self, work: Workspace, number: int) -> None:
        field = number // 30
        tekst = words(field, 200)[: 8 * (number % 30 + 1)]
        subject = f"{VELDEN[field % 4]}@inburgeraar"
        keep_concepttekst(
            work, dossier_of(work, field), subject, said(tekst), gesprek="g1", cursor=len(tekst)
        )

    def finish(self) -> list[str]:
        with self.open(self.path) as vault:
            work = self.workspace(vault, 0)
            kept = {(c.dossier, c.subject): c.value for c in to_settle(work)}
            settle_concepten(work)
            entries = {key: vault.dossier(key[0]).leaves(key[1])[0].value for key in kept}
            if entries != kept or vault.concepttekst():
                return [f"settled otherwise than typed: {len(kept)}"]
        return super().finish()


def _leave(work: Workspace, dossier: str, number: int) -> None:
    leave_field(work, dossier, f"{VERHAAL}@inburgeraar", said(words(number - 1)))


def _remove(work: Workspace, dossier: str, number: int) -> None:
    rijen = work.vault.dossier(dossier).row_ids(ERVARING)
    if len(rijen) > 2:
        remove_rij(work, dossier, ERVARING, rijen[0])


def _erase(work: Workspace, dossier: str, number: int) -> None:
    known = [e for e in history(work, dossier, f"{VERHAAL}@inburgeraar") if e.value is not None]
    if len(known) > 3:
        erase_values(work, dossier, [known[0].id], "verkeerde persoon")


def _begin(work: Workspace, dossier: str, number: int) -> None:
    create_dossier(work, {"voornamen": "B.", "achternaam": words(number, 1), "spreektaal": "ti"})


class MovingOn(VaultStory):
    """Somebody moves on: answers, rows, notes, undo, erasing, choosing; each act is one transaction."""

    ACTS: ClassVar[list[Callable[[Workspace, str, int], object]]] = [
        lambda w, d, n: keep_concepttekst(w, d, f"{VERHAAL}@inburgeraar", said(words(n))),
        _leave,
        lambda w, d, n: record_antwoord(w, d, "taalniveau.nl_lezen", ("a1", "a2", "b1")[n // 13 % 3]),
        lambda w, d, n: add_rij(
            w, d, ERVARING, {"beroep": words(n, 3), "land": "ERI", "taken": words(n, 300)}
        ),
        lambda w, d, n: record_notitie(w, d, VERHAAL, words(n)),
        _remove,
        lambda w, d, n: undo(w, d, f"{VERHAAL}@inburgeraar"),
        lambda w, d, n: mark_geldt(w, d, "taalniveau.nl_lezen", ("toets", "school")[n // 13 % 2]),
        lambda w, d, n: look_into(w, d),
        _erase,
        lambda w, d, n: settle_concepten(w),
        lambda w, d, n: refresh_overviews(w),
        _begin,
    ]

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)

    def act(self, work: Workspace, number: int) -> None:
        self.ACTS[number % len(self.ACTS)](work, dossier_of(work, number // len(self.ACTS)), number)

    def settle(self, work: Workspace) -> None:
        """What was erased goes from the backups at the next opening."""
        catch_up(work)


class LongSession(MovingOn):
    """The same for hours: the engine writes its log into the pages in between, by itself."""

    lives = 3
    ahead = 400
    acts_per_opening = 100_000


class Documents(VaultStory):
    """Documents are kept beside the database, and one entry names them."""

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        begin_dossiers(work)

    def act(self, work: Workspace, number: int) -> None:
        content = [random.Random(f"{number} {part}").randbytes(20_000 * part) for part in (1, 3)]
        with work.vault.transaction():
            bestanden = dict(zip(("model", "pdf"), map(work.vault.blobs.put, content), strict=True))
            dossier = dossier_of(work, number)
            record_waarde(
                work, dossier, f"planversie[{work.new_id()}]", {"nummer": number, "bestanden": bestanden}
            )


DAG = "2026-12-28"
CONCEPT = changed(COMPLEET, (f"dagtekening = {DAG}\n", ""))


class Vaststellen(VaultStory):
    """The besluit is set: documents, the besluit and the first version of the plan, all or nothing."""

    pace = 0.25
    lives = 9
    ahead = 1
    PEOPLE = 4

    @classmethod
    def prepare(cls, work: Workspace) -> None:
        for _ in range(cls.PEOPLE):
            play(work, CONCEPT)

    def act(self, work: Workspace, number: int) -> None:
        dossier = dossier_of(work, number)
        if number <= self.PEOPLE:
            stel_vast(on(work, DAG), dossier, {"dagtekening": datetime.date.fromisoformat(DAG)})
        else:
            maak_planversie(on(work, DAG), dossier, f"reden {number}")
