"""Before a conversation: what is open, lightest first, with the reason; what to tell (design 6)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Set
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum, auto

from intake_assistant.dates import in_words
from intake_assistant.domain.antwoord import Antwoord, Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import GESPREKKEN, HERHALING, NOTITIE, Pagina, Startpositie, Vraag
from intake_assistant.domain.formulier import MET_VERTROUWEN as GEVOELIG
from intake_assistant.domain.recht.feiten import klokfeiten
from intake_assistant.domain.recht.gesprek import TUSSENTIJDS, gesprekken_of
from intake_assistant.domain.recht.klokken import TIEN_WEKEN, klokken
from intake_assistant.domain.recht.tussen.herkijken import Herkijkdag
from intake_assistant.domain.subject import question_of
from intake_assistant.forms.checking.minutes import question_minutes, topic_minutes
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.views.antwoord import Geteld, antwoord_of, count, gehoord_van, rijen_of
from intake_assistant.operations.views.dossier.azc import te_bevestigen
from intake_assistant.operations.views.vertellen import TeVertellen, te_vertellen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# With trust only: not in a first conversation, whatever a form says (questions.md, *Order*).
EERSTE_GEVOELIGE_GESPREK = 2
# With less time than this for the PIP, what the law asks waits no longer for a later conversation.
HAAST = 28
# People meet every three weeks: with so little left there is most likely no other conversation before it.
TUSSENPOOS = 21
# At most this share of a conversation is telling: what was left untold is spread over those that come.
VERTELLEN = 1 / 3
# What somebody must be asked before there can be a PIP (Wet 14(3), Besl 5.2).
ONDERZOEK = ("Wet 14(3)", "Besl 5.2")
# Who has no money for food hears nothing else (and these codes say so, of old and of now).
GELD_NU, TE_WEINIG = "financien.overbrugging", ("te_weinig", "ja")
# So few pages of a topic that was begun are a loose end.
LOS = 2


class Aanleiding(IntEnum):
    """Why a startpositie is proposed, the most pressing first."""

    NOOD = auto()
    OPNIEUW = auto()
    BELOOFD = auto()
    WET = auto()
    REST = auto()
    LOS = auto()


@dataclass(frozen=True, slots=True)
class Voorsteldeel:
    """One startpositie in the proposal: how much is open, how long it takes, whether now, and why."""

    id: str
    titel: str
    klaar: int
    van: int
    gevoelig: bool
    voorgesteld: bool
    reden: str
    paginas: tuple[str, ...]
    uitgesteld: bool = False
    soort: Aanleiding = Aanleiding.REST
    vragen: int = 0
    minuten: float = 0.0

    @property
    def is_los(self) -> bool:
        """Whether little is left of it, so that it goes with other loose ends in one line."""
        return bool(self.paginas) and self.soort is Aanleiding.LOS


@dataclass(frozen=True, slots=True)
class Gespreksvoorstel:
    """The proposal for conversation `nummer`."""

    nummer: int
    onderdelen: tuple[Voorsteldeel, ...]
    vertellen: tuple[TeVertellen, ...]
    vaste_minuten: float = 0.0
    meeste_minuten: float = 0.0
    termijn: date | None = None
    dagen_over: int | None = None

    @property
    def heeft_haast(self) -> bool:
        """Whether the PIP is due so soon that nothing the law asks may wait."""
        return self.dagen_over is not None and self.dagen_over < HAAST

    @property
    def is_laatste(self) -> bool:
        """Whether there is most likely no other conversation before the PIP is due."""
        return self.dagen_over is not None and 0 <= self.dagen_over <= TUSSENPOOS

    @property
    def losse_eindjes(self) -> tuple[Voorsteldeel, ...]:
        """The startposities of which little is left."""
        return tuple(deel for deel in self.onderdelen if deel.is_los)

    def minutes_with(self, gekozen: Collection[str]) -> int:
        """How long the conversation takes with these startposities, in whole minutes."""
        delen = sum(deel.minuten for deel in self.onderdelen if deel.id in gekozen)
        return round(self.vaste_minuten + delen)

    @property
    def voorgesteld(self) -> tuple[str, ...]:
        """Return the ids of the startposities that are proposed now, in order."""
        return tuple(deel.id for deel in self.onderdelen if deel.voorgesteld)


@dataclass(frozen=True, slots=True)
class _Open:
    """What is open on one page: how sensitive, from which conversation, and what was put off."""

    pagina: Pagina
    zwaarte: int
    vanaf: int
    uitgesteld: tuple[str, ...]
    vragen: tuple[Vraag, ...]
    opnieuw: tuple[tuple[date, str], ...] = ()
    bevestigen: int = 0
    """How many of them the COA answered: they are not asked anew, but whether it is right."""

    def is_nu(self, nummer: int) -> bool:
        if self.opnieuw:
            return True  # it was agreed with the person
        grens = EERSTE_GEVOELIGE_GESPREK if self.zwaarte >= GEVOELIG else 1
        return nummer >= max(self.vanaf, grens)


def nummer_van(dossier: Dossier, gesprek: str = "") -> int:
    """Return which conversation this is; a contact in between does not count as one."""
    echt = [g for g in gesprekken_of(dossier) if g.vorm != TUSSENTIJDS or g.id == gesprek]
    ids = [g.id for g in echt]
    return ids.index(gesprek) + 1 if gesprek in ids else len(ids) + 1


def is_gevoelig(deel: Startpositie) -> bool:
    """Say whether a startpositie holds questions for which trust is needed first."""
    zwaar = [vraag for vraag in deel.velden if vraag.is_vertrouwelijk]
    return 3 * len(zwaar) >= len(deel.velden)


def is_aan_de_beurt(deel: Startpositie, pagina: Pagina, nummer: int) -> bool:
    """Say whether a page may come by itself in this conversation; one that needs trust waits for it."""
    vragen = [vraag for vraag in _velden(deel, pagina) if vraag.sensitivity >= GEVOELIG]
    vanaf = max((vraag.from_gesprek for vraag in vragen), default=1)
    return not vragen or nummer >= max(vanaf, EERSTE_GEVOELIGE_GESPREK)


def _velden(deel: Startpositie, pagina: Pagina) -> list[Vraag]:
    return [deel.vragen[naam] for naam in pagina.vragen if deel.vragen[naam].is_veld]


def counts_as(work: Workspace, dossier: Dossier, gesprek: str = "") -> int:
    """As which conversation this one counts for what may come up: near the term as the last."""
    _, over = _termijn(work, dossier)
    return GESPREKKEN[-1] if _is_haast(over) else nummer_van(dossier, gesprek)


def _is_haast(over: int | None) -> bool:
    return over is not None and over < HAAST


def propose(
    work: Workspace, dossier: Dossier, gesprek: str = "", geteld: Geteld | None = None
) -> Gespreksvoorstel:
    """Propose what to ask and what to tell in the conversation that comes, or in this one."""
    nummer, aannamen = nummer_van(dossier, gesprek), work.data.aannamen
    vertellen = te_vertellen(work, dossier, nummer, gesprek)
    zeggen = topic_minutes(aannamen) * sum(te.nu for te in vertellen)
    vast = aannamen.rondom + min(zeggen, aannamen.meeste * VERTELLEN)
    termijn, over = _termijn(work, dossier)
    als = GESPREKKEN[-1] if _is_haast(over) else nummer
    onderdelen = _onderdelen(work, dossier, als, geteld or count(work, dossier))
    onderdelen = _that_fit(onderdelen, aannamen.meeste - vast)
    if _is_haast(over):
        onderdelen = [_with_haast(deel) for deel in onderdelen]
    return Gespreksvoorstel(nummer, tuple(onderdelen), vertellen, vast, aannamen.meeste, termijn, over)


def _termijn(work: Workspace, dossier: Dossier) -> tuple[date | None, int | None]:
    """The last day for the PIP and how many days that leaves; None while it is not known, or is set."""
    alle = klokken(klokfeiten(dossier), work.clock.today(), work.data.regelwaarden)
    van_plan = [klok for klok in alle if klok.klok in TIEN_WEKEN and klok.gehaald_op is None]
    lopend = [klok for klok in van_plan if klok.dagen_over is not None and klok.uiterlijk]
    eerst = min(lopend, key=lambda klok: klok.uiterlijk or date.max, default=None)
    return (eerst.uiterlijk, eerst.dagen_over) if eerst else (None, None)


def _onderdelen(work: Workspace, dossier: Dossier, nummer: int, geteld: Geteld) -> list[Voorsteldeel]:
    judged, telling, dagen = geteld
    opnieuw, nood = _opnieuw(work, dagen), _nood(work, dossier)
    gehoord = gehoord_van(work.data.formulieren, dossier)
    gevonden: list[tuple[tuple[object, ...], Voorsteldeel]] = []
    for deel in work.data.formulieren.startposities:
        opens = _open_paginas(work, dossier, deel, judged, opnieuw, gehoord=gehoord)
        nu = [o for o in opens if o.is_nu(nummer)]
        begonnen = telling[deel.id].is_begonnen
        onderdeel = Voorsteldeel(
            id=deel.id,
            titel=deel.titel,
            klaar=telling[deel.id].klaar,
            van=telling[deel.id].van,
            gevoelig=is_gevoelig(deel),
            voorgesteld=bool(nu),
            reden=_reden(opens, nu, begonnen=begonnen),
            paginas=tuple(o.pagina.naam for o in nu),
            uitgesteld=any(o.uitgesteld for o in nu),
            soort=_soort(nu, begonnen=begonnen),
            vragen=sum(len(o.vragen) for o in nu),
            minuten=sum(_minutes(work, deel, o) for o in nu),
        )
        if nu and nood and deel.id == nood:
            reden = text("gesprek.voorbereiden.reden.nood", reden=onderdeel.reden)
            onderdeel = replace(onderdeel, soort=Aanleiding.NOOD, reden=reden)
        gevonden.append((_volgorde(onderdeel, nu, deel.volgorde), onderdeel))
    gevonden.sort(key=lambda paar: paar[0])
    return [onderdeel for _, onderdeel in gevonden]


def _nood(work: Workspace, dossier: Dossier) -> str:
    """The startpositie that goes before all others, because there was no money for food."""
    antwoord = antwoord_of(work.data.formulieren, dossier, GELD_NU)
    return GELD_NU.partition(".")[0] if antwoord.beantwoord and antwoord.waarde in TE_WEINIG else ""


def _minutes(work: Workspace, deel: Startpositie, blad: _Open) -> float:
    """What the open questions of a page take, with what is said before them."""
    eerst = [v for naam in blad.pagina.vragen if (v := deel.vragen[naam]).type == NOTITIE]
    velden = [v for vraag in blad.vragen for v in _fields(deel, vraag)]
    return sum(question_minutes(vraag, deel, work.data.aannamen) for vraag in (*eerst, *velden))


def _fields(deel: Startpositie, vraag: Vraag) -> Iterable[Vraag]:
    if vraag.type != HERHALING:
        return (vraag,)
    return (veld for veld in deel.velden if veld.herhaling == vraag.naam)


def _opnieuw(work: Workspace, dagen: Iterable[Herkijkdag]) -> dict[str, Herkijkdag]:
    """By its question, what to look at again before there is most likely another conversation."""
    grens = work.clock.today() + timedelta(days=TUSSENPOOS)
    found: dict[str, Herkijkdag] = {}
    for dag in dagen:
        vraag = work.data.formulieren.vragen[work.data.formulieren.heet_nu(question_of(dag.vraag))]
        if dag.op <= grens:
            found.setdefault(vraag.herhaling or vraag.naam, dag)
    return found


def _soort(nu: list[_Open], *, begonnen: bool) -> Aanleiding:
    if any(o.opnieuw for o in nu):
        return Aanleiding.OPNIEUW
    if any(o.uitgesteld for o in nu):
        return Aanleiding.BELOOFD
    if not begonnen:
        gevraagd = [vraag for o in nu for vraag in o.vragen]
        return Aanleiding.WET if any(v.grondslag.startswith(ONDERZOEK) for v in gevraagd) else Aanleiding.REST
    return Aanleiding.LOS if len(nu) <= LOS else Aanleiding.REST


def _with_haast(deel: Voorsteldeel) -> Voorsteldeel:
    """What the law asks and is sensitive waits no longer, even if the conversation becomes long; and why."""
    if deel.soort is not Aanleiding.WET or not deel.gevoelig or not deel.paginas:
        return deel
    reden = text("gesprek.voorbereiden.reden.haast", reden=deel.reden)
    return replace(deel, reden=reden, voorgesteld=True)


def _that_fit(onderdelen: list[Voorsteldeel], ruimte: float) -> list[Voorsteldeel]:
    """Tick what was promised, and the first; the rest while there is time; loose ends together."""
    los = [deel for deel in onderdelen if deel.is_los]
    gekozen: set[str] = set()
    for deel in onderdelen:
        past = deel.minuten <= ruimte or not gekozen
        beloofd = deel.uitgesteld or deel.soort is Aanleiding.OPNIEUW
        if deel.voorgesteld and not deel.is_los and (past or beloofd):
            gekozen.add(deel.id)
            ruimte -= deel.minuten
    if sum(deel.minuten for deel in los) <= ruimte:
        gekozen.update(deel.id for deel in los)
    return [replace(deel, voorgesteld=deel.id in gekozen) for deel in onderdelen]


def _volgorde(deel: Voorsteldeel, nu: list[_Open], plaats: int) -> tuple[object, ...]:
    """What is not due comes last; then by why, what needs trust later, and as the form says."""
    return (not nu, deel.soort, deel.gevoelig, plaats)


def _open_paginas(
    work: Workspace,
    dossier: Dossier,
    deel: Startpositie,
    judged: Relevantie,
    opnieuw: Mapping[str, Herkijkdag],
    *,
    gehoord: Set[str],
) -> list[_Open]:
    opens = []
    for pagina in deel.paginas:
        vragen = [v for v in deel.per_pagina[pagina.naam] if judged.relevant(v.naam)]
        gehoorde = [v for v in vragen if v.naam in gehoord or v.type == HERHALING]
        antwoorden = {v.naam: antwoord_of(work.data.formulieren, dossier, v.naam) for v in gehoorde}
        coa = set(_te_bevestigen(work, dossier, gehoorde))
        weer = coa | opnieuw.keys()
        dicht = {
            v.naam for v in gehoorde if v.naam not in weer and not _is_open(dossier, v, antwoorden[v.naam])
        }
        open_ = [v for v in vragen if v.naam not in dicht]
        if open_:
            zwaarte, vanaf = max(v.sensitivity for v in open_), min(v.from_gesprek for v in open_)
            eerder = (antwoorden[v.naam] for v in open_ if v.naam in antwoorden)
            uitgesteld = [antwoord for antwoord in eerder if _is_uitgesteld(antwoord)]
            redenen = tuple(str(antwoord.extra.get("reden", "")) for antwoord in uitgesteld)
            dagen = tuple((opnieuw[v.naam].op, v.label) for v in open_ if v.naam in opnieuw)
            opens.append(_Open(pagina, zwaarte, vanaf, redenen, tuple(open_), dagen, len(coa)))
    return opens


def _te_bevestigen(work: Workspace, dossier: Dossier, vragen: Iterable[Vraag]) -> Iterable[str]:
    """Of these questions those that the COA alone answered; of a list when it did in any row."""
    for vraag in vragen:
        if any(True for _ in te_bevestigen(work, dossier, vraag)):
            yield vraag.naam


def _is_open(dossier: Dossier, vraag: Vraag, antwoord: Antwoord) -> bool:
    if vraag.type == HERHALING:
        return not rijen_of(dossier, vraag.naam) and antwoord.open
    return antwoord.open or antwoord.staat == Staat.NIET_GEVRAAGD


def _is_uitgesteld(antwoord: Antwoord) -> bool:
    return antwoord.staat == Staat.NIET_GEVRAAGD and antwoord.extra.get("volgende_keer") == "ja"


def _reden(opens: list[_Open], nu: list[_Open], *, begonnen: bool) -> str:
    if not opens:
        return text("gesprek.voorbereiden.reden.klaar")
    if not nu:
        vanaf = min(_vanaf(o) for o in opens)
        gevoelig = max(o.zwaarte for o in opens) >= GEVOELIG
        sleutel = (
            "gesprek.voorbereiden.reden.later_gevoelig" if gevoelig else "gesprek.voorbereiden.reden.later"
        )
        return text(sleutel, gesprek=vanaf)
    zinnen = [_waarom_nu(nu, begonnen=begonnen)]
    if max(o.zwaarte for o in nu) >= GEVOELIG:
        heel = all(o.zwaarte >= GEVOELIG for o in nu)
        zinnen.append(
            text(
                "gesprek.voorbereiden.reden.gevoelig" if heel else "gesprek.voorbereiden.reden.deels_gevoelig"
            )
        )
    elif len(opens) > len(nu):
        vanaf = min(_vanaf(o) for o in opens if o not in nu)
        zinnen.append(text("gesprek.voorbereiden.reden.rest_later", gesprek=vanaf))
    return " ".join(zinnen)


def _waarom_nu(nu: list[_Open], *, begonnen: bool) -> str:
    if dagen := sorted(dag for o in nu for dag in o.opnieuw):
        op, wat = dagen[0]
        return text("gesprek.voorbereiden.reden.opnieuw", datum=in_words(op), wat=wat.rstrip("?:. "))
    redenen = [reden for o in nu for reden in o.uitgesteld]
    if redenen:
        waarom = next((reden for reden in redenen if reden), "")
        if not waarom:
            return text("gesprek.voorbereiden.reden.uitgesteld")
        return text("gesprek.voorbereiden.reden.uitgesteld_om", reden=waarom)
    if van_coa := sum(o.bevestigen for o in nu):
        return text("gesprek.voorbereiden.reden.bevestigen", aantal=van_coa)
    if begonnen:
        return text("gesprek.voorbereiden.reden.begonnen", aantal=len(nu))
    licht = max(o.zwaarte for o in nu) == 0
    return text("gesprek.voorbereiden.reden.licht" if licht else "gesprek.voorbereiden.reden.nieuw")


def _vanaf(opened: _Open) -> int:
    return max(opened.vanaf, EERSTE_GEVOELIGE_GESPREK if opened.zwaarte >= GEVOELIG else 1)
