"""Overleg in files that travel, in any order, and what the person sees of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from intake_assistant.domain.dossier import fold
from intake_assistant.domain.overleg.feiten import overlegfeiten, wacht_op
from intake_assistant.domain.overleg.opmerking import draden_of
from intake_assistant.domain.overleg.overdracht import Collega, overdrachten_of, regievoerder_of
from intake_assistant.domain.overleg.voorlegging import voorleggingen_of
from intake_assistant.domain.overleg.waarneming import waarnemingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.overleg.opmerking import (
    add_opmerking,
    answer_opmerking,
    settle_opmerking,
)
from intake_assistant.operations.acts.overleg.overdracht import (
    accept_overdracht,
    hand_over,
    refuse_overdracht,
    take_back_overdracht,
)
from intake_assistant.operations.acts.overleg.voorlegging import agree, lay_before, send_back, take_back
from intake_assistant.operations.acts.overleg.waarneming import add_waarneming, end_waarneming
from intake_assistant.operations.papers.inzage import gather
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.workspace import Data, Workspace
from tests.operations.overleg.laptops import leider
from tests.operations.samen import exchange, give
from tests.storage.hulp import CLOCK, copied, quick, seeded

NAMEN = ("an", "bo", "tea")


def remark(work: Workspace, dossier: str) -> None:
    add_opmerking(work, dossier, "beschikking.map_uren", f"Vraag van {work.author}")


def answer(work: Workspace, dossier: str) -> None:
    for draad in draden_of(work.vault.dossier(dossier))[:1]:
        answer_opmerking(work, dossier, draad.eerste, f"Antwoord van {work.author}")


def settle(work: Workspace, dossier: str) -> None:
    for draad in draden_of(work.vault.dossier(dossier))[:1]:
        settle_opmerking(work, dossier, draad.eerste)


def lay(work: Workspace, dossier: str) -> None:
    lay_before(work, dossier, "beschikking")


def judge(act: Callable[[Workspace, str, str], object]) -> Callable[[Workspace, str], None]:
    def acting(work: Workspace, dossier: str) -> None:
        for voorlegging in voorleggingen_of(work.vault.dossier(dossier))[-1:]:
            act(work, dossier, voorlegging.id)

    return acting


def offer(work: Workspace, dossier: str) -> None:
    aan = NAMEN[(NAMEN.index(work.author) + 1) % len(NAMEN)]
    hand_over(work, [dossier], Collega(aan))


def respond(act: Callable[[Workspace, str, str], object]) -> Callable[[Workspace, str], None]:
    def acting(work: Workspace, dossier: str) -> None:
        for overdracht in overdrachten_of(work.vault.dossier(dossier))[-1:]:
            act(work, dossier, overdracht.id)

    return acting


def stand_in(work: Workspace, dossier: str) -> None:
    add_waarneming(work, [dossier], Collega("cas"), work.clock.today(), work.clock.today())


def end(work: Workspace, dossier: str) -> None:
    for waarneming in waarnemingen_of(work.vault.dossier(dossier))[:1]:
        end_waarneming(work, dossier, waarneming.id)


ACTS: tuple[Callable[[Workspace, str], None], ...] = (
    remark, answer, settle, lay, judge(agree), judge(lambda w, d, r: send_back(w, d, r, "nog niet")),
    judge(take_back), offer, respond(accept_overdracht), respond(take_back_overdracht),
    respond(lambda w, d, r: refuse_overdracht(w, d, r, "te druk")), stand_in, end,
)  # fmt: skip


@contextmanager
def team(data: Data) -> Iterator[list[Workspace]]:
    """Three laptops, one of them of the team lead."""
    with TemporaryDirectory() as folder:
        made: list[Workspace] = []

        def laptop(naam: str) -> Workspace:
            vault = quick(copied(Path(folder), naam))
            return Workspace(vault, data, CLOCK, seeded(sum(naam.encode())))

        try:
            made += [laptop("an"), laptop("bo"), leider(laptop, "tea")]
            yield made
        finally:
            for work in made:
                work.vault.close()


@contextmanager
def suppress_refusals() -> Iterator[None]:
    """What may not be done now is not done; anything else that goes wrong is a mistake."""
    try:
        yield
    except KnownError as error:
        if not error.code.startswith("overleg."):
            raise


def state(work: Workspace, dossier: str) -> str:
    """All that is seen of the overleg, and for whom something waits."""
    found = work.vault.dossier(dossier)
    waits = {
        n: list(wacht_op(overlegfeiten(found), Collega(n), leest=n == "tea", waarnemer=False)) for n in NAMEN
    }
    return str((
        draden_of(found), voorleggingen_of(found), overdrachten_of(found), waarnemingen_of(found),
        regievoerder_of(found), waits, found.conflicts(),
    ))  # fmt: skip


STEPS = st.lists(st.tuples(st.integers(0, 2), st.integers(0, len(ACTS) - 1), st.booleans()), max_size=14)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whatever_the_team_does_apart_it_sees_the_same_together(
    steps: list[tuple[int, int, bool]], data: Data
) -> None:
    with team(data) as laptops:
        dossier = create_dossier(laptops[0], {"voornamen": "Selam"}).made
        exchange(*laptops)
        for who, act, send in steps:
            with suppress_refusals():
                ACTS[act](laptops[who], dossier)
            if send:
                give(laptops[who], laptops[(who + 1) % 3])
        exchange(*laptops)
        exchange(*laptops)
        assert len({state(work, dossier) for work in laptops}) == 1
        assert len({digest(work) for work in laptops}) == 1
        entries = laptops[0].vault.entries(dossier)
        assert str(overlegfeiten(fold(dossier, reversed(entries)))) == str(
            overlegfeiten(fold(dossier, entries))
        )


def test_the_person_sees_what_was_remarked_and_no_name_of_a_colleague(
    work: Workspace, dossier: str, laptop: Callable[[str], Workspace]
) -> None:
    tea = leider(laptop, "tea")
    give(work, tea)
    add_opmerking(tea, dossier, "taalniveau.nl_lezen", "Vraag dit nog eens.")
    rij = lay_before(work, dossier, "beschikking", "Graag lezen").made
    give(work, tea)
    send_back(tea, dossier, rij, "De motivering is te kort.")
    hand_over(tea, [dossier], Collega("Willemijn"), "andere baan")
    add_waarneming(tea, [dossier], Collega("Willemijn"), tea.clock.today(), tea.clock.today())
    give(tea, work)
    inzage = gather(work, work.vault.dossier(dossier))
    chapters = {h.id: str(h.onderdelen) for h in inzage.hoofdstukken}
    assert "Vraag dit nog eens." in chapters["taalniveau"]
    assert "De motivering is te kort." in chapters["besluit"]
    assert "andere baan" in chapters["procedure"]
    said = str(inzage)
    at = said.find("Willemijn")
    assert at < 0, said[max(at - 300, 0) : at + 60]
