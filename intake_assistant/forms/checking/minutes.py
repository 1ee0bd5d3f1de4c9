"""How long the conversations take with an interpreter, by the assumptions of forms/minuten.toml."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path

from intake_assistant.domain.formulier import GESPREKKEN, NOTITIE, Formulieren, Startpositie, Vraag
from intake_assistant.domain.inburgeraar import VELDEN
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.forms.controle import ouder
from intake_assistant.forms.fouten import Fouten, Plaats, check_kolommen, read_toml

BESTAND = "minuten.toml"


@dataclass(frozen=True, kw_only=True)
class Aannamen:
    """What asking, telling and meeting takes, in minutes; `voorwaarde` and `niet_begrepen` are shares."""

    open: float
    gesloten: float
    notitie: float
    vinken: float
    vertellen: float
    opnieuw: float
    rondom: float
    voorwaarde: float
    niet_begrepen: float
    rijen: float
    meeste: float


@dataclass(frozen=True)
class Gesprekslengte:
    """One conversation in minutes: what is asked, what is told, and all that is around it."""

    nummer: int
    vragen: float
    vertellen: float
    rondom: float

    @property
    def minuten(self) -> float:
        """Return how long it takes in all."""
        return self.vragen + self.vertellen + self.rondom


def load_aannamen(forms_dir: Path) -> Aannamen:
    """Return the assumptions; KnownError form.invalid with every mistake."""
    fouten, plaats = Fouten(), Plaats(BESTAND)
    kolommen: dict[str, type | tuple[type, ...]] = {veld.name: (int, float) for veld in fields(Aannamen)}
    inhoud = check_kolommen(read_toml(forms_dir / BESTAND, fouten) or {}, kolommen, plaats, fouten)
    for kolom in sorted(kolommen.keys() - inhoud.keys()):
        fouten.meld(plaats, "ontbreekt", kolom)
    fouten.raise_if_any()
    return Aannamen(**inhoud)


def minutes_of(deel: Startpositie, aannamen: Aannamen) -> Mapping[int, float]:
    """Return what a startpositie takes, by the conversation in which each page comes up first."""
    per_gesprek = dict.fromkeys(GESPREKKEN, 0.0)
    for pagina in deel.paginas:
        vragen = [deel.vragen[naam] for naam in pagina.vragen]
        velden = [vraag for vraag in vragen if vraag.is_veld] or vragen
        vanaf = min((vraag.from_gesprek for vraag in velden), default=GESPREKKEN[0])
        per_gesprek[vanaf] += sum(question_minutes(vraag, deel, aannamen) for vraag in vragen)
    return per_gesprek


def question_minutes(vraag: Vraag, deel: Startpositie, aannamen: Aannamen) -> float:
    """Return what one row of a form takes."""
    if vraag.vervallen:
        eenmaal = 0.0
    elif vraag.type == NOTITIE:
        eenmaal = aannamen.notitie if vraag.read_aloud else 0
    elif not vraag.is_veld:
        eenmaal = 0
    elif not vraag.read_aloud:
        eenmaal = aannamen.vinken
    else:
        eenmaal = aannamen.open if vraag.type == "text" else aannamen.gesloten
    keren = aannamen.rijen if vraag.herhaling else 1
    return eenmaal * keren * _share(vraag, deel, aannamen)


def lengths(
    formulieren: Formulieren, onderwerpen: Sequence[Informatieonderwerp], aannamen: Aannamen
) -> tuple[Gesprekslengte, ...]:
    """Return the conversations that hold something, in order, for who is told most."""
    per_deel = [minutes_of(deel, aannamen) for deel in formulieren.startposities]
    alle = (
        Gesprekslengte(
            nummer=nummer,
            vragen=sum(minuten[nummer] for minuten in per_deel),
            vertellen=_telling(nummer, onderwerpen, aannamen),
            rondom=aannamen.rondom,
        )
        for nummer in GESPREKKEN
    )
    return tuple(lengte for lengte in alle if lengte.vragen or lengte.vertellen)


def topic_minutes(aannamen: Aannamen) -> float:
    """Return what telling one topic takes, now and then twice."""
    return aannamen.vertellen + aannamen.niet_begrepen * aannamen.opnieuw


def _telling(nummer: int, onderwerpen: Sequence[Informatieonderwerp], aannamen: Aannamen) -> float:
    # What follows something that happens now and then is no part of each intake.
    nu = [onderwerp for onderwerp in onderwerpen if onderwerp.from_gesprek == nummer and not onderwerp.bij]
    meest = max(sum(onderwerp.is_voor(wie) for onderwerp in nu) for wie in VELDEN["doelgroep"])
    return meest * topic_minutes(aannamen)


def _share(vraag: Vraag, deel: Startpositie, aannamen: Aannamen) -> float:
    """Return how often a question comes up: always, or sometimes."""
    voorwaarden = [vraag.relevant]
    naam = ouder(vraag)
    while naam:
        boven = deel.groepen.get(naam) or deel.vragen[naam]
        voorwaarden.append(boven.relevant)
        naam = ouder(boven)
    return aannamen.voorwaarde if any(voorwaarden) else 1
