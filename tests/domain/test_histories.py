"""Random histories of two to five laptops: whatever they do apart, joined they all show the same."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from hypothesis import example, given, settings
from hypothesis import strategies as st

from intake_assistant.domain.dossier import Conflict, Dossier
from intake_assistant.domain.entry import Entry
from intake_assistant.domain.recht.besluit import besluiten_of, geldende, samenloop_of
from intake_assistant.domain.recht.ontwikkelplan import doelen_of
from tests.domain.schrijver import Schrijver

DOEL, AFSPRAAK = "doel[aa]", "afspraak[bb]"
SUBJECTS = (
    "taalniveau.nl_lezen@inburgeraar", "taalniveau.nl_lezen@toets", "inburgeraar.achternaam",
    f"{DOEL}.naam", "doel[cc].naam", f"{AFSPRAAK}.wat", f"{AFSPRAAK}.doel",
)  # fmt: skip
ACTS = ("record", "record", "record", "remove", "restore", "settle", "besluit", "exchange", "exchange", "old")


class Step(NamedTuple):
    """Who does what, about what, with which value or whom, and the year that the clock says."""

    who: int
    act: str
    subject: str
    value: int
    year: int


STEPS = st.lists(
    st.builds(
        Step,
        st.integers(0, 4),
        st.sampled_from(ACTS),
        st.sampled_from(SUBJECTS),
        st.integers(0, 4),
        st.integers(1970, 2099),
    ),
    max_size=30,
)
LAPTOPS = st.integers(2, 5)


class Laptop(Schrijver):
    """Does what people do, and has one old copy of what it knew once."""

    old: tuple[Entry, ...] = ()

    def take(self, found: Iterable[Entry]) -> set[str]:
        """Join; returns the ids that are new."""
        before = set(self.known)
        self.known |= {entry.id: entry for entry in found}
        return set(self.known) - before

    def do(self, step: Step, other: "Laptop") -> None:
        self.op = f"{step.year}-01-01T12:00:00.000Z"
        match step.act:
            case "remove":
                self.remove(DOEL if step.value % 2 else AFSPRAAK)
            case "restore":
                self.record(DOEL, {"staat": "aanwezig"})
            case "settle":
                for conflict in self.dossier.conflicts()[:1]:
                    self.settle(conflict, step.value)
            case "besluit":
                self.set_besluit()
            case "exchange":
                self.take(other.known.values())
            case "old":
                self.old = self.old or tuple(self.known.values())
            case _:
                waarde = ("aa", "cc")[step.value % 2] if step.subject.endswith(".doel") else step.value
                self.record(step.subject, {"waarde": waarde})

    def settle(self, conflict: Conflict, which: int) -> None:
        """Keep one side, as `operations.acts.conflict` does."""
        sides = sorted(conflict.leaves, key=lambda leaf: leaf.says)
        kept = sides[which % len(sides)]
        seen = [leaf.id for leaf in conflict.leaves]
        if (kept.value or {}).get("staat") == "verwijderd":
            seen += self.dossier.known_beneath(conflict.subject)
            self.record(conflict.subject, {"staat": "verwijderd"}, seen=seen)
        elif kept in self.dossier.leaves(conflict.subject):
            self.record(conflict.subject, dict(kept.value or {}), seen=seen)
        else:
            self.record(conflict.subject, {"staat": "aanwezig"}, seen=seen)

    def set_besluit(self) -> None:
        known = besluiten_of(self.dossier)
        nummer = max((b.nummer for b in known), default=0) + 1
        waarde: dict[str, Any] = {
            "nummer": nummer, "grond": "schakelen" if known else "eerste", "dagtekening": "2026-05-11",
            "inhoud": {}, "bestanden": {}, "vervangt": sorted(b.id for b in geldende(known)),
        }  # fmt: skip
        self.record(f"besluit[{self.naam}{len(self.known)}]", {"waarde": waarde})


def played(steps: list[Step], aantal: int) -> list[Laptop]:
    laptops = [Laptop(f"laptop{n}") for n in range(aantal)]
    for step in steps:
        laptops[step.who % aantal].do(step, laptops[step.value % aantal])
    return laptops


def joined(*parts: Iterable[Entry]) -> Laptop:
    made = Laptop("samen")
    for part in parts:
        made.take(part)
    return made


def all_of(laptop: Laptop) -> list[Entry]:
    return list(laptop.known.values())


def picture(dossier: Dossier) -> dict[str, Any]:
    """All that a person sees, without what tells entries apart."""
    samenloop = samenloop_of(besluiten_of(dossier))
    return {
        "conflicten": [(c.subject, sorted(leaf.says for leaf in c.leaves)) for c in dossier.conflicts()],
        "waarden": {subject: dossier.current(subject) for subject in sorted(dossier.subjects)},
        "antwoord": dossier.antwoord("taalniveau.nl_lezen"),
        "plan": sorted((doel.id, doel.naam, len(doel.afspraken)) for doel in doelen_of(dossier)),
        "samenloop": samenloop and sorted(b.id for b in samenloop.besluiten),
        "onvolledig": dossier.onvolledig,
    }


@settings(max_examples=60, deadline=None)
@given(STEPS, LAPTOPS, st.randoms(use_true_random=False))
def test_in_whatever_order_and_grouping_files_come_all_show_the_same(
    steps: list[Step], aantal: int, chance: Any
) -> None:
    parts = [all_of(laptop) for laptop in played(steps, aantal)]
    whole = picture(joined(*parts).dossier)
    assert picture(joined(*reversed(parts)).dossier) == whole
    assert picture(joined(parts[0], all_of(joined(*parts[1:])), parts[0]).dossier) == whole
    loose = [[entry] for part in parts for entry in part]
    chance.shuffle(loose)
    assert picture(joined(*loose, *loose[:3]).dossier) == whole


@settings(max_examples=60, deadline=None)
@given(STEPS, LAPTOPS)
def test_the_same_file_twice_and_an_older_one_add_nothing(steps: list[Step], aantal: int) -> None:
    laptops = played(steps, aantal)
    together = joined(*(all_of(laptop) for laptop in laptops))
    before = picture(together.dossier)
    for laptop in laptops:
        assert together.take(laptop.known.values()) == set()
        assert together.take(laptop.old) == set()
    assert picture(together.dossier) == before


@settings(max_examples=60, deadline=None)
@given(STEPS, LAPTOPS)
def test_an_older_file_adds_only_what_is_missing(steps: list[Step], aantal: int) -> None:
    for laptop in played(steps, aantal):
        other = played(steps, aantal)[-1]
        had = set(other.known)
        assert other.take(laptop.old) == {entry.id for entry in laptop.old} - had
        assert had <= set(other.known)


@settings(max_examples=60, deadline=None)
@given(STEPS, LAPTOPS)
def test_nothing_of_anybody_is_lost(steps: list[Step], aantal: int) -> None:
    laptops = played(steps, aantal)
    together = joined(*(all_of(laptop) for laptop in laptops))
    assert together.known == {id: e for laptop in laptops for id, e in laptop.known.items()}


@settings(max_examples=60, deadline=None)
@given(STEPS, LAPTOPS, st.integers(0, 4), st.integers(0, 4))
def test_what_one_settles_is_settled_for_everybody_once(
    steps: list[Step], aantal: int, who: int, which: int
) -> None:
    laptops = played(steps, aantal)
    one = laptops[who % aantal]
    for laptop in laptops:
        one.take(laptop.known.values())
    for _ in range(len(SUBJECTS) * 2):
        for conflict in one.dossier.conflicts()[:1]:
            one.settle(conflict, which)
    assert one.dossier.conflicts() == []
    if samenloop_of(besluiten_of(one.dossier)):
        one.set_besluit()
    for laptop in laptops:
        laptop.take(one.known.values())
        assert laptop.dossier.conflicts() == []
        assert picture(laptop.dossier) == picture(one.dossier)
        assert picture(laptop.dossier)["samenloop"] is None


@settings(max_examples=60, deadline=None)
@example(
    [
        Step(0, "record", f"{AFSPRAAK}.doel", 0, 1970),
        *[Step(0, "record", SUBJECTS[0], 0, 1970)] * 5,
        Step(0, "remove", SUBJECTS[0], 1, 1970),
        Step(1, "record", f"{AFSPRAAK}.doel", 1, 1970),
    ],
    2,
)
@given(STEPS, LAPTOPS)
def test_clocks_that_are_years_wrong_change_nothing(steps: list[Step], aantal: int) -> None:
    right = [step._replace(year=2026) for step in steps]
    found = [joined(*map(all_of, played(each, aantal))).dossier for each in (steps, right)]
    assert picture(found[0]) == picture(found[1])
