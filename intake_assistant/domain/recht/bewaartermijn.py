"""What of a dossier must go, from which day, and by which rule; or why not yet (Besl 9.9; AVG 5(1)(e)).

The laptop keeps nothing of the restset of Besl 9.9(2): what may stay longer stays in the zaaksysteem.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal

from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.formulier import KORT_BEWAARD, Formulieren
from intake_assistant.domain.kinds import BEZWAAR, kind_of, vraag_of
from intake_assistant.domain.recht import einde
from intake_assistant.domain.recht.besluit import HERZIENING, ONTWIKKELPLAN
from intake_assistant.domain.recht.bezwaar import GEGROND, INGETROKKEN, bezwaar_uiterlijk, post_tot
from intake_assistant.domain.recht.feiten import BesluitFeit, BezwaarFeit, klokfeiten, regelwaarden
from intake_assistant.domain.recht.gezien import after_transfer
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.termijn import plus_dagen, termijn_dagen, termijn_maanden
from intake_assistant.domain.recht.verzoek import verzoeken_of
from intake_assistant.domain.subject import question_of

Bewaarstand = Literal["te_wissen", "loopt", "wacht"]
Feitwaarde = date | int | str

DOSSIER: Final = "dossier"
LAPTOPKOPIE: Final = "laptopkopie"
HEEL: Final = (DOSSIER, LAPTOPKOPIE)
"""What ends with the whole dossier; the kinds of KORT_BEWAARD end with the answers to some questions."""


@dataclass(frozen=True, kw_only=True)
class BewaartermijnFeiten:
    """What retention looks at; None, "" or () is not known. `na_overdracht` counts what came after it.

    `bezwaar_onbekend`: a bezwaar was recorded of which the day is not known, or two laptops say another.
    """

    einde_op: date | None = None
    einde_reden: str = ""
    overgedragen_op: date | None = None
    zaaknummer: str = ""
    na_overdracht: int = 0
    besluiten: tuple[BesluitFeit, ...] = ()
    bezwaren: tuple[BezwaarFeit, ...] = ()
    bezwaar_onbekend: bool = False
    beperkt: bool = False
    kort_bewaard: tuple[str, ...] = ()


@dataclass(frozen=True)
class Bewaartermijn:
    """One thing that ends: `vanaf` is the first day on which it must go, None while that cannot be said.

    `reden` is the code of the sentence that says why, and `feiten` are what that sentence names.
    """

    wat: str
    vanaf: date | None
    stand: Bewaarstand
    regel: str
    reden: str
    feiten: Mapping[str, Feitwaarde] = field(default_factory=dict)


@dataclass(frozen=True)
class _Dag:
    """The last day on which something is kept with what it follows from, or why there is none yet."""

    laatste: date | None
    reden: str
    feiten: Mapping[str, Feitwaarde] = field(default_factory=dict)


def bewaartermijnen(feiten: BewaartermijnFeiten, vandaag: date, regels: Regels) -> tuple[Bewaartermijn, ...]:
    """All that ends one day, in the same order; parts are left out once the whole must go (art. 9.9 Besl)."""
    heel = (_dossier(feiten, vandaag, regels), _laptopkopie(feiten, vandaag, regels))
    if any(t.stand == "te_wissen" for t in heel):
        return heel
    deel = _definitief(feiten, regels)
    return (*heel, *(_term(wat, deel, vandaag, "AVG 5(1)(e)", feiten.beperkt) for wat in feiten.kort_bewaard))


def verweertermijn(feiten: BewaartermijnFeiten, vandaag: date, regels: Regels) -> Bewaartermijn:
    """Until when the PIP can be contested, and so what it rests on is needed in law (art. 17(3)(e) AVG)."""
    return _term(DOSSIER, _definitief(feiten, regels), vandaag, "AVG 17(3)(e)", feiten.beperkt)


def bewaarfeiten(dossier: Dossier, formulieren: Formulieren) -> BewaartermijnFeiten:
    """What retention looks at."""
    klok = klokfeiten(dossier)
    return BewaartermijnFeiten(
        einde_op=einde.einde_op(dossier),
        einde_reden=einde.einde_reden(dossier),
        overgedragen_op=einde.overgedragen_op(dossier),
        zaaknummer=str(dossier.get(einde.ZAAKNUMMER)),
        na_overdracht=after_transfer(dossier),
        besluiten=klok.besluiten,
        bezwaren=klok.bezwaren,
        bezwaar_onbekend=len(klok.bezwaren) < len(dossier.row_ids(BEZWAAR.lijst())),
        beperkt=any(verzoek.houdt_tegen for verzoek in verzoeken_of(dossier)),
        kort_bewaard=_kept_shortly(dossier, formulieren),
    )


def kort_bewaard(formulieren: Formulieren, subject: str) -> str:
    """The kind of detail that a subject holds (KORT_BEWAARD): an answer or a note on such a question."""
    if kind_of(subject).bewaren != "vraag":
        return ""
    vraag = formulieren.vragen.get(formulieren.heet_nu(question_of(vraag_of(subject))))
    return vraag.bewaren if vraag else ""


# --- the whole ---------------------------------------------------------------------------------------


def _dossier(feiten: BewaartermijnFeiten, vandaag: date, regels: Regels) -> Bewaartermijn:
    """Five years after the end of the plicht, or once a life ended (art. 9.9(1)(a) and (b) Besl)."""
    if feiten.einde_op is None:
        return _term(DOSSIER, _Dag(None, "geen_einde"), vandaag, "Besl 9.9(1)", False)
    overleden = feiten.einde_reden == einde.OVERLIJDEN
    sleutel = "bewaartermijn.overlijden" if overleden else "bewaartermijn"
    jaren = _number(regels, sleutel, feiten.einde_op)
    # A term that follows on an event runs from the day after it.
    laatste = termijn_maanden(plus_dagen(feiten.einde_op, 1), 12 * jaren) if jaren else feiten.einde_op
    reden = ("overlijden" if jaren else "overlijden_meteen") if overleden else "einde_plicht"
    dag = _Dag(laatste, reden, {"einde_op": feiten.einde_op} | ({"aantal": jaren} if jaren else {}))
    if overleden:
        dag = _after_bezwaar(feiten, regels, dag)
    elif laatste < vandaag:
        dag = next(_undecided(feiten), dag)
    return _term(DOSSIER, dag, vandaag, "Besl 9.9(1)", feiten.beperkt)


def _after_bezwaar(feiten: BewaartermijnFeiten, regels: Regels, dag: _Dag) -> _Dag:
    """Bezwaar and beroep come first: heirs may go on with them (art. 8:1 Awb; art. 17(3)(e) AVG)."""
    verweer = _definitief(feiten, regels)
    if verweer.laatste is None:
        return verweer
    if dag.laatste is None or verweer.laatste <= dag.laatste:
        return dag
    feit: dict[str, Feitwaarde] = {"einde_op": dag.feiten["einde_op"], "laatste": verweer.laatste}
    return _Dag(verweer.laatste, "overlijden_bezwaar", feit)


def reached_zaaksysteem(feiten: BewaartermijnFeiten) -> bool:
    """Whether every besluit stands in the zaaksysteem: one that is nowhere else may not go (Archiefwet 3)."""
    op = feiten.overgedragen_op
    besluiten = [b for b in feiten.besluiten if b.grond != ONTWIKKELPLAN]
    if not besluiten:
        return True
    return op is not None and bool(feiten.zaaknummer.strip()) and all(b.dagtekening <= op for b in besluiten)


def _laptopkopie(feiten: BewaartermijnFeiten, vandaag: date, regels: Regels) -> Bewaartermijn:
    """A number of days after the dossier stood in the zaaksysteem: the gemeente's choice (BIO2 8.01.01)."""
    return _term(LAPTOPKOPIE, _transfer(feiten, regels), vandaag, "BIO2 8.01.01", feiten.beperkt)


def _transfer(feiten: BewaartermijnFeiten, regels: Regels) -> _Dag:
    op = feiten.overgedragen_op
    if op is None:
        return _Dag(None, "niet_overgedragen")
    if not feiten.zaaknummer.strip():
        return _Dag(None, "geen_zaaknummer", {"overgedragen_op": op})
    if feiten.na_overdracht:
        return _Dag(None, "na_overdracht", {"overgedragen_op": op, "aantal": feiten.na_overdracht})
    dagen = _number(regels, "bewaartermijn.laptopkopie", op)
    feit: dict[str, Feitwaarde] = {"overgedragen_op": op, "zaaknummer": feiten.zaaknummer, "aantal": dagen}
    return _Dag(plus_dagen(op, dagen), "overgedragen", feit)


# --- K10 and the leerbaarheidstoets -------------------------------------------------------------------


def _definitief(feiten: BewaartermijnFeiten, regels: Regels) -> _Dag:
    """The last day on which the PIP can still be contested, or why there is none (art. 6:7 Awb)."""
    besluiten = [b for b in feiten.besluiten if b.grond != ONTWIKKELPLAN]
    if not besluiten and feiten.einde_op is not None:
        return _Dag(feiten.einde_op, "einde_zonder_pip", {"einde_op": feiten.einde_op})
    if not besluiten:
        return _Dag(None, "geen_pip")
    for wachten in (*_undecided(feiten), *_unrepaired(feiten, besluiten)):
        return wachten
    laatste = max((*_bezwaar_days(besluiten, regels), *_beroep_days(feiten, regels)))
    aangenomen = any(b.bekendgemaakt_op is None for b in besluiten)
    return _Dag(laatste, "definitief_aangenomen" if aangenomen else "definitief", {"laatste": laatste})


def _undecided(feiten: BewaartermijnFeiten) -> Iterator[_Dag]:
    if feiten.bezwaar_onbekend:
        yield _Dag(None, "bezwaar_onbekend")
    for bezwaar in feiten.bezwaren:
        if bezwaar.beslist_op is None:
            yield _Dag(None, "bezwaar_loopt", {"ontvangen_op": bezwaar.ontvangen_op})
        elif (beroep := _running(bezwaar)) is not None:
            yield _Dag(None, "beroep_loopt", {"beroep_op": beroep})


def _running(bezwaar: BezwaarFeit) -> date | None:
    """The day of the beroep or hoger beroep on which no judgment came yet."""
    if bezwaar.beroep_op is not None and bezwaar.uitspraak_op is None:
        return bezwaar.beroep_op
    return bezwaar.hoger_beroep_op if bezwaar.uitspraak_hoger_beroep_op is None else None


def _unrepaired(feiten: BewaartermijnFeiten, besluiten: list[BesluitFeit]) -> Iterator[_Dag]:
    """A bezwaar that was right asks for a new besluit (art. 7:11(2) Awb); an unknown outcome may."""
    for bezwaar in feiten.bezwaren:
        if bezwaar.beslist_op is not None and not bezwaar.beslissing:
            yield _Dag(None, "beslissing_onbekend", {"beslist_op": bezwaar.beslist_op})
        if bezwaar.beslist_op is not None and needs_herziening(bezwaar, besluiten):
            yield _Dag(None, "nieuw_besluit_nodig", {"beslist_op": bezwaar.beslist_op})


def needs_herziening(bezwaar: BezwaarFeit, besluiten: Iterable[BesluitFeit]) -> bool:
    """Whether a bezwaar was right and nothing was decided anew since it came in (art. 7:11(2) Awb).

    What mends a slip or came of itself meanwhile is no answer to it.
    """
    later = any(
        b.grond == HERZIENING and b.nummer > bezwaar.besluit and b.dagtekening >= bezwaar.ontvangen_op
        for b in besluiten
    )
    return bezwaar.beslist_op is not None and bezwaar.beslissing in GEGROND and not later


def _bezwaar_days(besluiten: list[BesluitFeit], regels: Regels) -> Iterator[date]:
    """With the week in which what was posted in time may still come (art. 6:9(2) Awb)."""
    for besluit in besluiten:
        bekend = besluit.bekendgemaakt_op or besluit.dagtekening
        uiterlijk = bezwaar_uiterlijk(bekend, besluit.dagtekening, lambda op: regelwaarden(regels, op))
        yield post_tot(uiterlijk, regelwaarden(regels, besluit.dagtekening))


def _beroep_days(feiten: BewaartermijnFeiten, regels: Regels) -> Iterator[date]:
    """Six weeks for beroep after a decision, and for hoger beroep after a judgment (art. 6:7, 6:24 Awb)."""
    for bezwaar in feiten.bezwaren:
        if bezwaar.beslist_op is not None and bezwaar.beslissing == INGETROKKEN:
            yield bezwaar.beslist_op
        elif bezwaar.beslist_op is not None:
            if bezwaar.uitspraak_hoger_beroep_op is not None:
                yield bezwaar.uitspraak_hoger_beroep_op  # nobody judges after the Afdeling
                continue
            dag = bezwaar.uitspraak_op or bezwaar.beslist_op
            waarden = regelwaarden(regels, dag)
            uiterlijk = termijn_dagen(dag, waarden.beroep_dagen, waarden.gelijkgesteld)
            yield post_tot(uiterlijk, waarden)


# --- shared ------------------------------------------------------------------------------------------


def _term(wat: str, dag: _Dag, vandaag: date, regel: str, beperkt: bool) -> Bewaartermijn:
    if dag.laatste is None:
        return Bewaartermijn(wat, None, "wacht", regel, dag.reden, dag.feiten)
    vanaf = plus_dagen(dag.laatste, 1)
    if vanaf > vandaag or dag.laatste == date.max:
        return Bewaartermijn(wat, vanaf, "loopt", regel, dag.reden, dag.feiten)
    if beperkt:
        # While processing is restricted nothing is done but keeping it (art. 18(2) AVG).
        return Bewaartermijn(wat, vanaf, "wacht", "AVG 18(2)", "beperking", {"vanaf": vanaf})
    return Bewaartermijn(wat, vanaf, "te_wissen", regel, dag.reden, dag.feiten)


def _number(regels: Regels, sleutel: str, op: date) -> int:
    """The value on the day that counts in law; before the rule began, its first one."""
    return int(str(regels.waarde(sleutel, op=max(op, regels.geldt_vanaf(sleutel)))))


def _kept_shortly(dossier: Dossier, formulieren: Formulieren) -> tuple[str, ...]:
    held = {kort_bewaard(formulieren, subject) for subject in dossier.subjects if dossier.is_here(subject)}
    return tuple(wat for wat in KORT_BEWAARD if wat in held)
