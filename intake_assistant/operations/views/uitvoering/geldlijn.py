"""The geldlijn in words, as a drawing with its table, and as JSON: what is left, and what is the matter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Final

from intake_assistant.dates import months_in_short
from intake_assistant.documents.tekening.geldlijn import Geldbalk, draw_geldlijn
from intake_assistant.documents.tekening.vormen import Letter, Tekening
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.uitvoering.geldlijn import (
    Geldmaand,
    Geldmelding,
    Geldpost,
    Geldsignaal,
    Geldtaak,
    geldmaanden,
    geldposten_of,
    geldtaken_of,
    signalen_in,
    som,
)
from intake_assistant.operations.vault.instellingen import LEEFGELD, leefgeld_of
from intake_assistant.operations.views.dossier.portret import Gezin, portret_of
from intake_assistant.operations.words.gezegd import opsomming
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import in_figures
from intake_assistant.texts import text

KOLOMMEN: Final = ("maand", "binnen", "over", "betaald")


@dataclass(frozen=True, slots=True)
class Geldlijn:
    """The months with what is the matter in them and what somebody does about it."""

    maanden: tuple[Geldmaand, ...]
    signalen: tuple[Geldmelding, ...]
    taken: tuple[Geldtaak, ...]

    def draw(self, breed: float, letter: Letter) -> Tekening:
        """A bar for each month."""
        woorden = text("uitvoering.geld.eerst"), text("uitvoering.geld.zelf"), text("uitvoering.geld.over")
        return draw_geldlijn([_balk(m) for m in self.maanden], woorden, breed, letter, self.zin)

    @property
    def zin(self) -> str:
        """What the drawing shows."""
        return " ".join(
            text("uitvoering.geld.maandzin", maand=maand_in_words(m.begin), over=euro(m.over))
            for m in self.maanden
        )

    @property
    def tabel(self) -> tuple[tuple[str, ...], ...]:
        """The same in columns."""
        return tuple(
            (maand_in_words(m.begin), euro(som(m.binnen)), euro(m.over), _betaald(m)) for m in self.maanden
        )


def geldlijn_in(work: Workspace, dossier: Dossier) -> Geldlijn | None:
    """None while nothing was typed, or nobody knows from when there is bijstand."""
    begin = klokfeiten(dossier).begin_bijstand
    if begin is None or not geldposten_of(dossier):
        return None
    aantal = work.data.regelwaarden(begin).ontzorgen_maanden
    maanden = geldmaanden(dossier, begin, aantal, _genoeg(work, dossier))
    return Geldlijn(maanden, tuple(signalen_in(maanden)), geldtaken_of(dossier))


def geldlijn_shown(work: Workspace, dossier: Dossier) -> dict[str, Any] | None:
    """The same as JSON (contract 3); amounts as they are stored."""
    found = geldlijn_in(work, dossier)
    if found is None:
        return None
    return {
        "genoeg": None if found.maanden[0].genoeg is None else _stored(found.maanden[0].genoeg),
        "maanden": [_shown(maand) for maand in found.maanden],
        "signalen": [
            {"soort": s.soort.value, "maand": _code(s.maand), "post": s.post} for s in found.signalen
        ],
    }


def signalen_in_words(lijn: Geldlijn) -> tuple[str, ...]:
    """What is the matter, each with whether somebody does something about it; equal ones in one sentence."""
    maanden: dict[tuple[Geldsignaal, str], list[date]] = {}
    for signaal in lijn.signalen:
        maanden.setdefault((signaal.soort, signaal.post), []).append(signaal.maand)
    posten: dict[tuple[Geldsignaal, tuple[date, ...], str], list[str]] = {}
    for (soort, post), wanneer in maanden.items():
        # Amounts that are still to be typed are one thing to do; what is paid twice is a case of its own.
        apart = "" if soort is Geldsignaal.ZONDER_BEDRAG else post
        posten.setdefault((soort, tuple(wanneer), apart), []).append(post)
    return tuple(_signaal(lijn, soort, wanneer, samen) for (soort, wanneer, _), samen in posten.items())


def genoeg_in_words(lijn: Geldlijn) -> str:
    """From which amount on a month falls short, and who chooses that."""
    genoeg = lijn.maanden[0].genoeg
    if genoeg is None:
        return text("uitvoering.geld.genoeg_geen")
    return text("uitvoering.geld.genoeg", euro=euro(genoeg))


def maand_in_words(maand: date) -> str:
    """A month with its year, short."""
    return f"{months_in_short()[maand.month - 1]} {maand.year}"


def euro(bedrag: Decimal) -> str:
    """An amount as people write it, without cents that are none."""
    cijfers = f"{bedrag:,.0f}" if bedrag == bedrag.to_integral_value() else f"{bedrag:,.2f}"
    if in_figures(".") == ",":
        cijfers = cijfers.translate(_NEDERLANDS)
    return text("uitvoering.geld.euro", bedrag=cijfers.replace("-", "−"))


_NEDERLANDS: Final = str.maketrans(",.", ".,")


def _genoeg(work: Workspace, dossier: Dossier) -> Decimal | None:
    """What is needed to live on each month, for all who live here; None while the municipality chose none."""
    eerste, volgende = (leefgeld_of(work, wie) for wie in LEEFGELD)
    if eerste is None:
        return None
    return eerste + (volgende or 0) * _anderen(portret_of(work, dossier).gezin)


def _anderen(gezin: Gezin) -> int:
    leden = [*gezin.kinderen, *([gezin.partner] if gezin.partner else [])]
    return sum(lid.is_hier is not False for lid in leden)


def _balk(maand: Geldmaand) -> Geldbalk:
    return Geldbalk(
        maand_in_words(maand.begin),
        float(som(maand.binnen)),
        float(som(maand.eerst)),
        float(som(maand.zelf)),
        euro(maand.over),
        maand.is_tekort,
    )


def _betaald(maand: Geldmaand) -> str:
    """What goes out, and who pays it."""
    delen = [("door_gemeente", maand.eerst), ("door_persoon", maand.zelf)]
    return " ".join(
        text(f"uitvoering.geld.{code}", posten=opsomming([_post(p) for p in posten]))
        for code, posten in delen
        if posten
    )


def _post(post: Geldpost) -> str:
    return f"{post_in_words(post.post)} {euro(post.bedrag)}"


def post_in_words(post: str) -> str:
    """What an amount is for."""
    return text(f"uitvoering.geld.post.{post}")


def _signaal(lijn: Geldlijn, soort: Geldsignaal, maanden: Sequence[date], posten: Sequence[str]) -> str:
    is_altijd = len(maanden) == len(lijn.maanden)
    velden = {
        "maanden": text("uitvoering.geld.elke_maand")
        if is_altijd
        else opsomming([*map(maand_in_words, maanden)])
    }
    if any(posten):
        velden["post"] = opsomming([*map(post_in_words, posten)])
    zin = text(f"uitvoering.geld.signaal.{soort}", **velden)
    later = tuple(_later(lijn)) if soort is Geldsignaal.TEKORT else ()
    if soort is not Geldsignaal.ZONDER_BEDRAG and not any(taak.soort == soort for taak in lijn.taken):
        later = (*later, text("uitvoering.geld.niemand"))
    return " ".join((zin, *later))


def _later(lijn: Geldlijn) -> Iterator[str]:
    """What comes in only after the first month: mostly why that month falls short."""
    eerder = {post.post for post in lijn.maanden[0].binnen}
    for maand in lijn.maanden[1:]:
        nieuw = [post.post for post in maand.binnen if post.post not in eerder]
        eerder.update(nieuw)
        for post in dict.fromkeys(nieuw):
            yield text(
                "uitvoering.geld.later",
                post=post_in_words(post).capitalize(),
                maand=maand_in_words(maand.begin),
            )


def _shown(maand: Geldmaand) -> dict[str, Any]:
    return {
        "maand": _code(maand.begin),
        "binnen": _stored(som(maand.binnen)),
        "eerst_betaald": _stored(som(maand.eerst)),
        "zelf_betaald": _stored(som(maand.zelf)),
        "over": _stored(maand.over),
        "tekort": maand.is_tekort,
    }


def _code(maand: date) -> str:
    return f"{maand:%Y-%m}"


def _stored(bedrag: Decimal) -> int | str:
    return int(bedrag) if bedrag == bedrag.to_integral_value() else f"{bedrag:f}"
