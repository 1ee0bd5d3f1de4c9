"""Long acts tell how far they are, and called off at any step they leave everything as it was."""

from __future__ import annotations

import gc
import shutil
import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from pathlib import Path

import pytest

from intake_assistant.domain.recht.wissen import ANDERS
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts import wissen
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.vault import kluis, kluiscontrole, redding, reservekopie, sleutels
from intake_assistant.operations.views.overzicht import refresh_overviews
from intake_assistant.operations.views.wissen.voorstel import propose
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.policy import NO_POLICY
from intake_assistant.progress import CANCELLED, Progress, Watch
from intake_assistant.storage.backup.backup import list_backups
from tests.storage.hulp import AROUND, CLOCK, PASSPHRASE, copied, quick, seeded

MANY = 24
FEW, MOST = 30, 150
BACKUPS = "backups"


@dataclass
class Place:
    """An open vault, and beside it a folder for whatever is made."""

    work: Workspace
    beside: Path

    @property
    def path(self) -> Path:
        return self.work.vault.path


def filled(path: Path, data: Data, dossiers: int) -> Workspace:
    """A vault with so many dossiers, two documents and a backup of before the last of these."""
    work = Workspace(quick(path), data, CLOCK, seeded(1))
    for number in range(dossiers):
        if number == dossiers - 1:
            reservekopie.back_up(work)
        made = create_dossier(work, {"voornamen": "Selam", "achternaam": f"Naam{number:03}"}).made
        record_antwoord(work, made, "taalniveau.moedertaal", "ti", gesprek="")
    for content in (b"een", b"twee"):
        work.vault.blobs.put(content)
    refresh_overviews(work)
    return work


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory, data: Data) -> Path:
    path = copied(tmp_path_factory.mktemp("voortgang"))
    filled(path, data, MANY).vault.close()
    return path


@pytest.fixture
def place(template: Path, tmp_path: Path, data: Data) -> Iterator[Place]:
    path = tmp_path / "an.intake"
    shutil.copytree(template, path)
    with quick(path) as vault:
        yield Place(Workspace(vault, data, CLOCK, seeded(2)), tmp_path)


def newest(place: Place) -> Path:
    return list_backups(place.path / BACKUPS)[0].path


def check(place: Place, progress: Progress) -> None:
    kluiscontrole.check_open(place.work, progress)


def compare(place: Place, progress: Progress) -> None:
    reservekopie.compare(place.work, newest(place), progress)


def rebuild(place: Place, progress: Progress) -> None:
    place.work.vault.rebuild(progress)


def back_up(place: Place, progress: Progress) -> None:
    (place.beside / "stick").mkdir(exist_ok=True)
    reservekopie.back_up(place.work, extra=place.beside / "stick", progress=progress)


def put_back(place: Place, progress: Progress) -> None:
    reservekopie.put_back(place.work, newest(place), progress)


def erase(place: Place, progress: Progress) -> None:
    dossier = place.work.vault.dossiers()[0]
    kenmerk = propose(place.work, dossier).kenmerk
    wissen.erase(place.work, dossier, kenmerk, ANDERS, "op verzoek", progress=progress)


def rekey(place: Place, progress: Progress) -> None:
    groups = sleutels.draw_recovery_key(place.work.random)
    sleutels.rekey_vault(place.work, PASSPHRASE, groups, progress=progress)


STOPPABLE = [check, compare, rebuild, back_up, put_back]
WRITING = [erase, rekey]
type Act = Callable[[Place, Progress], None]


@pytest.mark.parametrize("act", [*STOPPABLE, *WRITING])
def test_it_tells_how_far_it_is_and_ends_at_all_of_it(place: Place, act: Act) -> None:
    seen: list[float] = []
    watch = Watch(lambda told: seen.append(told.share))
    act(place, watch.progress)
    assert all(before <= after for before, after in pairwise(seen))
    assert len(set(seen)) > 2
    assert watch.share == pytest.approx(1)


class Stopping(Progress):
    """Called off at a step; counts the steps at which it might have been."""

    def __init__(self, at: int) -> None:
        self.at, self.steps, self.is_committed = at, 0, False

    def go_on(self) -> None:
        if not self.is_committed:
            self.steps += 1
            if self.steps > self.at:
                raise KnownError(CANCELLED)

    def commit(self) -> None:
        self.go_on()
        self.is_committed = True


def was_stopped(act: Callable[[], None]) -> bool:
    try:
        act()
    except KnownError as error:
        if error.code != CANCELLED:
            raise
        return True
    return False


def opened(place: Place, progress: Progress) -> redding.Redding:
    return redding.open_damaged(place.path, PASSPHRASE, AROUND, NO_POLICY, progress=progress)


def rescued(found: list[redding.Redding], place: Place, progress: Progress) -> None:
    found.append(opened(place, progress))


def content(place: Place) -> tuple[object, ...]:
    vault = place.work.vault
    files = {p.relative_to(place.path): p.read_bytes() for p in place.path.rglob("*.blob")}
    return kluis.digest(place.work), vault.projections(), vault.ways(), files


def halves(place: Place) -> list[Path]:
    return [*place.beside.rglob(".half-*")]


@pytest.mark.parametrize("act", [*STOPPABLE, *WRITING])
def test_called_off_at_any_step_all_is_as_it_was(place: Place, act: Act) -> None:
    before, step = content(place), 0
    while True:
        stopping = Stopping(step)
        if not was_stopped(partial(act, place, stopping)):
            break
        assert content(place) == before
        assert halves(place) == []
        # Each of the first, then ever fewer: they are of the same kind.
        step += 1 + step // 4
    assert stopping.steps > 0
    assert kluiscontrole.check_open(place.work) == []


def test_erasing_and_rekeying_cannot_be_stopped_once_they_write(place: Place) -> None:
    for act in WRITING:
        stood: list[bool] = []

        def note(watch: Watch, stood: list[bool] = stood) -> None:
            stood.append(watch.cancel())

        act(place, Watch(note).progress)
        assert stood
        assert not any(stood)
    assert kluiscontrole.check_open(place.work) == []


def test_a_rescue_that_is_called_off_leaves_the_vault_and_nothing_beside_it(
    place: Place, tmp_path_factory: pytest.TempPathFactory
) -> None:
    place.work.vault.close()
    before = {p: p.read_bytes() for p in place.path.rglob("*") if p.is_file() and p.suffix == ".db"}
    step, found = 0, list[redding.Redding]()
    while True:
        stopping = Stopping(step)
        if not was_stopped(partial(rescued, found, place, stopping)):
            break
        step += 1 + step // 2
    new = place.beside / "gered.intake"
    with pytest.raises(KnownError):
        redding.save(found[0], new, PASSPHRASE, Stopping(MANY // 2))
    assert not new.exists()
    assert halves(place) == []
    watch = Watch()
    redding.save(found[0], new, PASSPHRASE, watch.progress)
    found[0].close()
    assert watch.share == pytest.approx(1)
    assert step > MANY
    assert {p: p.read_bytes() for p in before} == before
    assert len(found[0].dossiers) == MANY


# -- memory --------------------------------------------------------------------------------------------------


def rescue(place: Place, progress: Progress) -> None:
    found = opened(place, progress)
    redding.save(found, place.beside / "gered.intake", PASSPHRASE, progress)
    found.close()


class Sweeping(Progress):
    """Now and then what hangs together only with itself goes: else it is chance how much of it there is."""

    def __init__(self) -> None:
        self.steps = 0

    def go_on(self) -> None:
        self.steps += 1
        if self.steps % 20 == 0:
            gc.collect()


def most_taken(act: Act, place: Place) -> int:
    """Bytes at most beyond those of before: what Python holds, which is where lists and sets lie."""
    gc.collect()
    gc.freeze()  # what was there before is not looked through again at each sweep
    tracemalloc.start()
    try:
        act(place, Sweeping())
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.slow
@pytest.mark.parametrize("act", [check, compare, erase, rescue])
def test_memory_does_not_grow_with_the_number_of_dossiers(
    tmp_path: Path, data: Data, sized: dict[int, Path], act: Act
) -> None:
    taken = {}
    for dossiers, template in sized.items():
        path = tmp_path / str(dossiers) / "an.intake"
        shutil.copytree(template, path)
        with quick(path) as vault:
            place = Place(Workspace(vault, data, CLOCK, seeded(3)), path.parent)
            if act is rescue:
                vault.close()
            taken[dossiers] = most_taken(act, place)
    few, many = taken.values()
    # A name and a count of each may stay; its entries, or its pages, may not.
    assert many - few < (MOST - FEW) * 1500, taken


@pytest.fixture(scope="module")
def sized(tmp_path_factory: pytest.TempPathFactory, data: Data) -> dict[int, Path]:
    made = {}
    for dossiers in (FEW, MOST):
        made[dossiers] = copied(tmp_path_factory.mktemp(f"k{dossiers}"))
        filled(made[dossiers], data, dossiers).vault.close()
    return made
