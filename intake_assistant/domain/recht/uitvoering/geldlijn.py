"""The geldlijn: month by month what comes in, what is paid first, and what is left to live on (Pw 56a).

Amounts are those that somebody typed; what is enough to live on the municipality chooses, for no law names
it. It is of the plan alone: no besluit rests on it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import GELDPOST, GELDTAAK, ONTZORGEN
from intake_assistant.domain.recht.controle import number_of
from intake_assistant.domain.recht.grenzen import GELDBEDRAG, getalgebrek
from intake_assistant.domain.recht.termijn import termijn_maanden
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen

INKOMSTEN: Final = (
    "bijstand",
    "voorschot",
    "huurtoeslag",
    "zorgtoeslag",
    "kindgebonden_budget",
    "kinderbijslag",
    "kinderopvangtoeslag",
    "werk",
    "ander_inkomen",
)
KOSTEN: Final = ("huur", "gas", "water", "stroom", "zorgverzekering", "andere_kosten")
TAKEN: Final = ("tekort", "machtiging", "te_laat", "dubbel", "kwijtschelding", "anders")
"""What somebody has to do something about."""


class Geldsignaal(StrEnum):
    """What of a month asks for somebody who acts."""

    TEKORT = "tekort"
    DUBBEL = "dubbel"
    ZONDER_BEDRAG = "zonder_bedrag"


@dataclass(frozen=True, slots=True)
class Geldpost:
    """An amount that comes in or goes out each month, from the month of one day up to that of another."""

    post: str
    bedrag: Decimal
    van: date | None
    tot: date | None
    wat: str = ""

    def is_in(self, maand: date) -> bool:
        """Whether it is paid in the month that begins on this day."""
        begonnen = self.van is None or _maand_van(self.van) <= maand
        return begonnen and (self.tot is None or maand <= self.tot)


@dataclass(frozen=True, slots=True)
class Geldtaak:
    """What somebody does about it, by when, and when that was done."""

    soort: str
    wat: str
    wie: str
    uiterlijk: date | None
    geregeld_op: date | None


@dataclass(frozen=True, slots=True)
class Geldmaand:
    """One month: what comes in, what the municipality pays first, and what somebody pays alone."""

    begin: date
    binnen: tuple[Geldpost, ...]
    eerst: tuple[Geldpost, ...]
    zelf: tuple[Geldpost, ...]
    zonder_bedrag: tuple[str, ...]
    genoeg: Decimal | None

    @property
    def over(self) -> Decimal:
        """What is left to live on; below nothing when more is paid than comes in."""
        return som(self.binnen) - som(self.eerst) - som(self.zelf)

    @property
    def is_tekort(self) -> bool:
        """Whether that is less than the municipality says is needed; of no amount, whether nothing is."""
        return self.over <= 0 if self.genoeg is None else self.over < self.genoeg


@dataclass(frozen=True, slots=True)
class Geldmelding:
    """What is the matter in a month, and with which post."""

    soort: Geldsignaal
    maand: date
    post: str = ""


def som(posten: tuple[Geldpost, ...]) -> Decimal:
    """The amounts together."""
    return sum((post.bedrag for post in posten), Decimal(0))


def geldposten_of(dossier: Dossier) -> tuple[Geldpost, ...]:
    """Each amount that was typed and can be; one that cannot be is shown where it was typed."""
    rijen = (rij for _, rij in gevulde_rijen(dossier, GELDPOST))
    return tuple(_post(rij) for rij in rijen if _can_be(rij))


def buiten_de_maanden(dossier: Dossier, maanden: Sequence[Geldmaand]) -> list[str]:
    """The rows with an amount that is paid in none of these months, and so counts nowhere."""
    rijen = [(rij, _post(velden)) for rij, velden in gevulde_rijen(dossier, GELDPOST) if _can_be(velden)]
    return [rij for rij, post in rijen if not any(post.is_in(maand.begin) for maand in maanden)]


def geldtaken_of(dossier: Dossier) -> tuple[Geldtaak, ...]:
    """Each thing to do, what is done last."""
    taken = [_taak(rij) for _, rij in gevulde_rijen(dossier, GELDTAAK)]
    return tuple(sorted(taken, key=lambda t: (t.geregeld_op is not None, t.uiterlijk or date.max)))


def geldmaanden(dossier: Dossier, begin: date, aantal: int, genoeg: Decimal | None) -> tuple[Geldmaand, ...]:
    """So many calendar months, the first that in which the right to bijstand begins."""
    posten = geldposten_of(dossier)
    perioden = [rij for _, rij in gevulde_rijen(dossier, ONTZORGEN)]
    return tuple(_maand(maand, posten, perioden, aantal, genoeg) for maand in _maanden(begin, aantal))


def signalen_in(maanden: tuple[Geldmaand, ...]) -> Iterator[Geldmelding]:
    """What is the matter, in order of month."""
    for maand in maanden:
        if maand.is_tekort:
            yield Geldmelding(Geldsignaal.TEKORT, maand.begin)
        betaald = [post.post for post in (*maand.eerst, *maand.zelf) if post.post != KOSTEN[-1]]
        for post in sorted({post for post in betaald if betaald.count(post) > 1}):
            yield Geldmelding(Geldsignaal.DUBBEL, maand.begin, post)
        for post in maand.zonder_bedrag:
            yield Geldmelding(Geldsignaal.ZONDER_BEDRAG, maand.begin, post)


def _maand(
    begin: date,
    posten: tuple[Geldpost, ...],
    perioden: list[dict[str, Any]],
    aantal: int,
    genoeg: Decimal | None,
) -> Geldmaand:
    nu = [post for post in posten if post.is_in(begin)]
    betaalt = {naam for periode in perioden for naam in _betaald_in(begin, periode, aantal)}
    kosten = [post for post in nu if post.post in KOSTEN]
    return Geldmaand(
        begin=begin,
        binnen=tuple(post for post in nu if post.post in INKOMSTEN),
        eerst=tuple(post for post in kosten if post.post in betaalt),
        zelf=tuple(post for post in kosten if post.post not in betaalt),
        zonder_bedrag=tuple(sorted(betaalt & set(KOSTEN) - {post.post for post in kosten})),
        genoeg=genoeg,
    )


def _betaald_in(maand: date, periode: Mapping[str, Any], aantal: int) -> Iterator[str]:
    """The costs that the municipality pays in a month, until somebody pays them alone (Pw 56a, 57)."""
    van, zelf = read_date(periode.get("van")), periode.get("zelf_sinds")
    if van is None:
        return
    einde = max(termijn_maanden(van, aantal), read_date(periode.get("verlengd_tot")) or van)
    if not _maand_van(van) <= maand <= einde:
        return
    posten = periode.get("posten")
    for post in posten if isinstance(posten, list) else ():
        sinds = read_date(zelf.get(post)) if isinstance(zelf, Mapping) else None
        if sinds is None or maand < _maand_van(sinds):
            yield str(post)


def _maanden(begin: date, aantal: int) -> Iterator[date]:
    for nummer in range(aantal):
        jaar, maand = divmod(begin.year * 12 + begin.month - 1 + nummer, 12)
        yield date(jaar, maand + 1, 1)


def _maand_van(dag: date) -> date:
    return dag.replace(day=1)


def _can_be(rij: Mapping[str, Any]) -> bool:
    bedrag = rij.get("bedrag")
    is_known = rij.get("post") in (*INKOMSTEN, *KOSTEN)
    return is_known and bedrag is not None and not getalgebrek(bedrag, GELDBEDRAG)


def _post(rij: Mapping[str, Any]) -> Geldpost:
    van, tot = read_date(rij.get("van")), read_date(rij.get("tot"))
    return Geldpost(str(rij.get("post", "")), _getal(rij), van, tot, str(rij.get("wat", "")))


def _getal(rij: Mapping[str, Any]) -> Decimal:
    # Somebody may have typed 12,50.
    return number_of({"bedrag": str(rij["bedrag"]).replace(",", ".")}, "bedrag")


def _taak(rij: Mapping[str, Any]) -> Geldtaak:
    soort, wat, wie = (str(rij.get(veld, "")) for veld in ("soort", "wat", "wie"))
    return Geldtaak(soort, wat, wie, read_date(rij.get("uiterlijk")), read_date(rij.get("geregeld_op")))
