"""Two people of one household beside each other: children and childcare once, and the weeks of both."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.huishouden.samen import (
    GEZIEN,
    are_samen,
    gezien_van,
    huisgenoten_of,
    samen_met,
    toestemming_voor,
)
from intake_assistant.domain.inburgeraar import inburgeraar_of
from intake_assistant.domain.recht.uitvoering.weekpassing import lesdelen_of
from intake_assistant.domain.recht.uitvoering.weekplan import DAGEN, blokken_of, current_week, weken_of
from intake_assistant.domain.subject import in_row
from intake_assistant.operations.views.antwoord import antwoord_of, rijen_of
from intake_assistant.operations.views.overzicht import Overzicht
from intake_assistant.operations.words.naam import lijstnaam
from intake_assistant.operations.words.waarde import in_words
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

_KINDEREN: Final = "gezinssituatie.kinderen"
_DAGEN: Final = "randvoorwaarden.les_dagen"
_MOMENTEN: Final = "randvoorwaarden.les_momenten"
_OPVANG: Final = "randvoorwaarden.kinderopvang_uren"
_ZORG: Final = "gezinssituatie.zorgtaken_uren"
_NODIG: Final = "randvoorwaarden.kinderopvang_nodig"
_WIJKT: Final = 2
"""So many times fewer parts of a week for lessons than the other has, and one gives way for both."""


@dataclass(frozen=True, slots=True)
class Huisgenoot:
    """One of both, by what may be seen: the parts of the week for lessons, and the hours of care."""

    dossier: str
    naam: str
    gezien: tuple[str, ...]
    dagen: tuple[str, ...]
    momenten: tuple[str, ...]
    zorg: str
    weekplan: Mapping[str, tuple[str, ...]]
    """The days with lessons, by the part of the day in which these are planned; nothing while none are."""

    @property
    def can_have(self) -> int:
        """In how many parts of the week lessons can be."""
        return len(self.dagen) * len(self.momenten)

    @property
    def planned(self) -> int:
        """In how many they are planned."""
        return sum(map(len, self.weekplan.values()))


@dataclass(frozen=True, slots=True)
class Huishoudbeeld:
    """What stands of a household, seen from one dossier."""

    zelf: Huisgenoot
    ander: Huisgenoot
    kinderen: tuple[str, ...]
    kinderen_van: str
    """In whose dossier the children stand: they are asked for once."""
    opvang: tuple[str, ...]
    """The hours of childcare: one, or two when it was told otherwise."""
    dagdelen: Mapping[str, int]
    """In how many parts of the week each has lessons; can have, while not of both these are planned."""
    wijkt: str
    """Whose lessons alone give way; empty when nobody's do, or nothing is known."""


def huisgenoot_of(work: Workspace, dossier: Dossier) -> Dossier | None:
    """With whom a dossier is of one household today; None when a consent of either stands no more."""
    formulieren, vandaag = work.data.formulieren, work.clock.today()
    met = samen_met(dossier, formulieren, vandaag)
    if not met or met not in work.vault.dossiers():
        return None
    other = work.vault.dossier(met)
    return other if are_samen(dossier, other, formulieren, vandaag) else None


def huishouden_of(work: Workspace, dossier: Dossier) -> Huishoudbeeld | None:
    """The household of a dossier; None when there is none, or a consent of either stands no more."""
    other = huisgenoot_of(work, dossier)
    if other is None:
        return None
    rust_op = huisgenoten_of(other)[dossier.id]
    mag = gezien_van(other, work.data.formulieren, rust_op, work.clock.today())
    zelf, ander = _genoot(work, dossier, GEZIEN), _genoot(work, other, mag)
    eigen = _kinderen(work, dossier, GEZIEN)
    samen = eigen or _kinderen(work, other, mag)
    opvang = [_said(work, one, _OPVANG, mogelijk) for one, mogelijk in ((dossier, GEZIEN), (other, mag))]
    nodig = "ja" in (_answer(work, dossier, _NODIG, GEZIEN), _answer(work, other, _NODIG, mag)) or samen
    dagdelen = _dagdelen(zelf, ander)
    return Huishoudbeeld(
        zelf=zelf,
        ander=ander,
        kinderen=samen,
        kinderen_van=(dossier.id if eigen else other.id) if samen else "",
        opvang=tuple(dict.fromkeys(filter(None, opvang))),
        dagdelen=dagdelen,
        wijkt=_wijkt(dagdelen) if nodig else "",
    )


def candidates_for(
    work: Workspace, dossier: Dossier, lines: Callable[[], list[Overzicht]]
) -> list[tuple[str, str]]:
    """With whom a dossier can be joined, id and name: who said yes to it too; few dossiers read the list."""
    formulieren, vandaag = work.data.formulieren, work.clock.today()
    if huisgenoot_of(work, dossier) or not toestemming_voor(dossier, formulieren, vandaag):
        return []
    return [
        (line.dossier, lijstnaam(line.naam))
        for line in lines()
        if line.dossier != dossier.id
        and not line.is_beschadigd
        and line.team.mag_huishouden
        and _may_be_asked(work, work.vault.dossier(line.dossier))
    ]


def _may_be_asked(work: Workspace, other: Dossier) -> bool:
    """Whether a consent of theirs stands today, and they are with nobody; a line tells of neither."""
    may = toestemming_voor(other, work.data.formulieren, work.clock.today())
    return bool(may) and huisgenoot_of(work, other) is None


def huishouden_shown(work: Workspace, dossier: Dossier) -> dict[str, Any] | None:
    """The household as JSON: with whom, what may be seen, and what stands once for both."""
    beeld = huishouden_of(work, dossier)
    if beeld is None:
        return None
    return {
        "met": beeld.ander.dossier,
        "gezien": list(beeld.ander.gezien),
        "kinderen": list(beeld.kinderen),
        "kinderen_in": beeld.kinderen_van,
        "opvang_uren": list(beeld.opvang),
        "dagdelen": dict(beeld.dagdelen),
        "let_op": wijkt_in_words(beeld),
    }


def wijkt_in_words(beeld: Huishoudbeeld) -> str:
    """That one gives way for both, quietly: a thing to talk about, and of nobody a fault."""
    if not beeld.wijkt:
        return ""
    minder, meer = sorted((beeld.zelf, beeld.ander), key=lambda een: beeld.dagdelen[een.dossier])
    kort, lang = (beeld.dagdelen[een.dossier] for een in (minder, meer))
    return text("dossier.huishouden.wijkt", minder=minder.naam, kort=kort, meer=meer.naam, lang=lang)


def week_in_words(beeld: Huishoudbeeld, genoot: Huisgenoot) -> dict[str, str]:
    """What one of both told; below that the lessons that are planned, as soon as there are any of either."""
    nog_niet, nergens = text("dossier.huishouden.onbekend"), text("dossier.huishouden.niet_gedeeld")

    def said(delen: Collection[str], *vragen: str, leeg: str = nog_niet) -> str:
        return ", ".join(delen) or (leeg if set(vragen) <= set(genoot.gezien) else nergens)

    found = {
        text("dossier.huishouden.dagen"): said(genoot.dagen, _DAGEN),
        text("dossier.huishouden.momenten"): said(genoot.momenten, _MOMENTEN),
        text("dossier.huishouden.zorg"): said([genoot.zorg] if genoot.zorg else [], _ZORG),
    }
    if beeld.zelf.weekplan or beeld.ander.weekplan:
        rijen = (f"{moment}: {', '.join(dagen)}" for moment, dagen in genoot.weekplan.items())
        leeg = said((), _DAGEN, _MOMENTEN, leeg=text("dossier.huishouden.geen_weekplan"))
        found[text("dossier.huishouden.weekplan")] = "\n".join(rijen) or leeg
    return found


def _dagdelen(een: Huisgenoot, ander: Huisgenoot) -> dict[str, int]:
    """As planned when that is so of both: what is planned says nothing beside what can be."""
    is_planned = bool(een.weekplan and ander.weekplan)
    return {g.dossier: g.planned if is_planned else g.can_have for g in (een, ander)}


def _wijkt(dagdelen: Mapping[str, int]) -> str:
    (minder, kort), (_, lang) = sorted(dagdelen.items(), key=lambda een: een[1])
    # Of who was not asked yet nothing is known.
    return minder if kort and kort * _WIJKT <= lang else ""


def _genoot(work: Workspace, dossier: Dossier, mag: Collection[str]) -> Huisgenoot:
    persoon: Mapping[str, str] = inburgeraar_of(dossier)
    return Huisgenoot(
        dossier=dossier.id,
        naam=persoon.get("voornamen") or persoon.get("achternaam", ""),
        gezien=tuple(mag),
        dagen=_choices(work, dossier, _DAGEN, mag),
        momenten=_choices(work, dossier, _MOMENTEN, mag),
        zorg=_said(work, dossier, _ZORG, mag),
        weekplan=_planned(work, dossier) if {_DAGEN, _MOMENTEN} <= set(mag) else {},
    )


def _planned(work: Workspace, dossier: Dossier) -> dict[str, tuple[str, ...]]:
    """The lessons of the week by the part of the day; the hours themselves are named by no consent."""
    week = current_week(weken_of(blokken_of(dossier), ()), work.clock.today())
    moment, found = work.data.formulieren.vragen[_MOMENTEN].keuzelabel, dict[str, tuple[str, ...]]()
    for dag, code in lesdelen_of(week) if week else ():
        dagnaam = text(f"uitvoering.week.dag.{DAGEN[dag]}")
        found[moment(code)] = (*found.get(moment(code), ()), dagnaam)
    return found


def _kinderen(work: Workspace, dossier: Dossier, mag: Collection[str]) -> tuple[str, ...]:
    """A line for each child, of the fields that may be seen."""
    vragen = [v for v in work.data.formulieren.velden_van(_KINDEREN) if v.naam in mag]
    rijen = (
        [(v, dossier.antwoord(in_row(_KINDEREN, rij, v.naam))) for v in vragen]
        for rij in rijen_of(dossier, _KINDEREN)
    )
    lines = (", ".join(in_words(v, a.waarde) for v, a in rij if a.beantwoord) for rij in rijen)
    return tuple(line for line in lines if line)


def _choices(work: Workspace, dossier: Dossier, naam: str, mag: Collection[str]) -> tuple[str, ...]:
    codes, keuzes = _answer(work, dossier, naam, mag) or [], work.data.formulieren.vragen[naam].keuzes
    return tuple(keuze.label for keuze in keuzes if keuze.naam in codes)


def _said(work: Workspace, dossier: Dossier, naam: str, mag: Collection[str]) -> str:
    return in_words(work.data.formulieren.vragen[naam], _answer(work, dossier, naam, mag))


def _answer(work: Workspace, dossier: Dossier, naam: str, mag: Collection[str]) -> Any:
    """The answer to a question that may be seen; None of any other."""
    antwoord = antwoord_of(work.data.formulieren, dossier, naam)
    return antwoord.waarde if naam in mag and antwoord.beantwoord else None
