"""Before a conversation: what is open, lightest first, with the reason; what to tell (design 6)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from intake_assistant.domain.antwoord import Antwoord, Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import HERHALING, Pagina, Startpositie, Vraag
from intake_assistant.domain.formulier import MET_VERTROUWEN as GEVOELIG
from intake_assistant.domain.informatie import Informatieonderwerp
from intake_assistant.domain.recht.gesprek import TUSSENTIJDS, Gesprek, gesprekken_of, laatst_verteld
from intake_assistant.forms.engine import Relevantie
from intake_assistant.operations.views.antwoord import antwoord_of, relevantie, rijen_of, tellingen
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# With trust only: not in a first conversation, whatever a form says (questions.md, *Order*).
EERSTE_GEVOELIGE_GESPREK = 2
# A page comes up in a conversation that it fits in (`forms check`). What was left behind may be too much
# at once, and is then shown, not ticked.
HOOGUIT = 8


@dataclass(frozen=True, slots=True)
class Voorsteldeel:
    """One startpositie in the proposal: how much is open, whether it is due now, and why."""

    id: str
    titel: str
    klaar: int
    van: int
    gevoelig: bool
    voorgesteld: bool
    reden: str
    paginas: tuple[str, ...]
    uitgesteld: bool = False


@dataclass(frozen=True, slots=True)
class TeVertellen:
    """One topic: due now or not, and why."""

    onderwerp: Informatieonderwerp
    nu: bool
    reden: str
    eerder: bool = False


@dataclass(frozen=True, slots=True)
class Gespreksvoorstel:
    """The proposal for conversation `nummer`."""

    nummer: int
    onderdelen: tuple[Voorsteldeel, ...]
    vertellen: tuple[TeVertellen, ...]

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

    def is_nu(self, nummer: int) -> bool:
        grens = EERSTE_GEVOELIGE_GESPREK if self.zwaarte >= GEVOELIG else 1
        return nummer >= max(self.vanaf, grens)


def onderwerpen(work: Workspace, dossier: Dossier) -> tuple[Informatieonderwerp, ...]:
    """Return the topics that this person must be told, in order."""
    doelgroep = str(dossier.get("inburgeraar.doelgroep"))
    alle = alle_onderwerpen(work)
    return tuple(onderwerp for onderwerp in alle if not doelgroep or onderwerp.is_voor(doelgroep))


def alle_onderwerpen(work: Workspace) -> tuple[Informatieonderwerp, ...]:
    """Return every topic there is, in order."""
    return work.data.onderwerpen


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


def propose(work: Workspace, dossier: Dossier, gesprek: str = "") -> Gespreksvoorstel:
    """Propose what to ask and what to tell in the conversation that comes, or in this one."""
    nummer = nummer_van(dossier, gesprek)
    return Gespreksvoorstel(
        nummer, _onderdelen(work, dossier, nummer), _vertellen(work, dossier, nummer, gesprek)
    )


def _onderdelen(work: Workspace, dossier: Dossier, nummer: int) -> tuple[Voorsteldeel, ...]:
    judged = relevantie(work, dossier)
    telling = tellingen(work, dossier, judged)
    gevonden: list[tuple[tuple[object, ...], Voorsteldeel]] = []
    for deel in work.data.formulieren.startposities:
        opens = _open_paginas(work, dossier, deel, judged)
        nu = [o for o in opens if o.is_nu(nummer)]
        onderdeel = Voorsteldeel(
            id=deel.id,
            titel=deel.titel,
            klaar=telling[deel.id].klaar,
            van=telling[deel.id].van,
            gevoelig=is_gevoelig(deel),
            voorgesteld=bool(nu),
            reden=_reden(opens, nu, begonnen=telling[deel.id].is_begonnen),
            paginas=tuple(o.pagina.naam for o in nu),
            uitgesteld=any(o.uitgesteld for o in nu),
        )
        gevonden.append((_volgorde(onderdeel, nu, deel.volgorde), onderdeel))
    gevonden.sort(key=lambda paar: paar[0])
    return _ten_hoogste([onderdeel for _, onderdeel in gevonden])


def _ten_hoogste(onderdelen: list[Voorsteldeel]) -> tuple[Voorsteldeel, ...]:
    teller, uit = 0, []
    for deel in onderdelen:
        past = deel.voorgesteld and teller < HOOGUIT
        teller += past
        uit.append(deel if past else replace(deel, voorgesteld=False))
    return tuple(uit)


def _volgorde(deel: Voorsteldeel, nu: list[_Open], plaats: int) -> tuple[object, ...]:
    """What is not due comes last; what was promised first; what needs trust later; then as the form says."""
    return (not nu, not deel.uitgesteld, deel.gevoelig, plaats)


def _open_paginas(work: Workspace, dossier: Dossier, deel: Startpositie, judged: Relevantie) -> list[_Open]:
    opens = []
    for pagina in deel.paginas:
        vragen = [v for v in _counted(deel, pagina) if judged.relevant(v.naam)]
        antwoorden = {v.naam: antwoord_of(work.data.formulieren, dossier, v.naam) for v in vragen}
        open_ = [v for v in vragen if _is_open(dossier, v, antwoorden[v.naam])]
        if open_:
            zwaarte, vanaf = max(v.sensitivity for v in open_), min(v.from_gesprek for v in open_)
            uitgesteld = [antwoorden[v.naam] for v in open_ if _is_uitgesteld(antwoorden[v.naam])]
            redenen = tuple(str(antwoord.extra.get("reden", "")) for antwoord in uitgesteld)
            opens.append(_Open(pagina, zwaarte, vanaf, redenen))
    return opens


def _counted(deel: Startpositie, pagina: Pagina) -> Iterable[Vraag]:
    if pagina.herhaling:
        return [deel.vragen[pagina.herhaling]]
    return [deel.vragen[naam] for naam in pagina.vragen if deel.vragen[naam].is_veld]


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
    redenen = [reden for o in nu for reden in o.uitgesteld]
    if redenen:
        waarom = next((reden for reden in redenen if reden), "")
        if not waarom:
            return text("gesprek.voorbereiden.reden.uitgesteld")
        return text("gesprek.voorbereiden.reden.uitgesteld_om", reden=waarom)
    if begonnen:
        return text("gesprek.voorbereiden.reden.begonnen", aantal=len(nu))
    licht = max(o.zwaarte for o in nu) == 0
    return text("gesprek.voorbereiden.reden.licht" if licht else "gesprek.voorbereiden.reden.nieuw")


def _vanaf(opened: _Open) -> int:
    return max(opened.vanaf, EERSTE_GEVOELIGE_GESPREK if opened.zwaarte >= GEVOELIG else 1)


def _vertellen(work: Workspace, dossier: Dossier, nummer: int, gesprek: str) -> tuple[TeVertellen, ...]:
    eerder = [g for g in gesprekken_of(dossier) if g.id != gesprek]
    verteld = laatst_verteld(eerder)
    keren = {o.id: sum(o.id in g.verteld for g in eerder) for o in onderwerpen(work, dossier)}
    gevonden = [
        _te_vertellen(onderwerp, nummer, verteld.get(onderwerp.id), keren[onderwerp.id])
        for onderwerp in onderwerpen(work, dossier)
    ]
    return tuple(sorted(gevonden, key=lambda t: not t.nu))


def _te_vertellen(
    onderwerp: Informatieonderwerp, nummer: int, laatst: tuple[Gesprek, str] | None, keren: int
) -> TeVertellen:
    if laatst is None:
        nu = nummer >= onderwerp.from_gesprek
        later = text("gesprek.voorbereiden.vertel.later", gesprek=onderwerp.from_gesprek)
        return TeVertellen(onderwerp, nu, text("gesprek.voorbereiden.vertel.nieuw") if nu else later)
    if laatst[1] in ("nee", "deels"):
        return TeVertellen(onderwerp, True, text(f"gesprek.voorbereiden.vertel.{laatst[1]}"), eerder=True)
    if onderwerp.herhalen and keren == 1:
        return TeVertellen(onderwerp, True, text("gesprek.voorbereiden.vertel.herhalen"), eerder=True)
    return TeVertellen(onderwerp, False, text("gesprek.voorbereiden.vertel.klaar"), eerder=True)
