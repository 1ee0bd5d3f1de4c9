"""The clocks of an intake: each to the day, with its rule, and the code and facts of why (contract.md 4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from intake_assistant.domain.recht.besluit import BEROEP
from intake_assistant.domain.recht.bezwaar import (
    INGETROKKEN,
    Tijdigheid,
    beslis_uiterlijk,
    bezwaar_uiterlijk,
    tijdigheid_of,
)
from intake_assistant.domain.recht.feiten import BesluitFeit, BezwaarFeit, KlokFeiten
from intake_assistant.domain.recht.inburgeringstermijn import (
    Inburgeringstermijn,
    eerste_dagtekening,
    inburgeringstermijn,
    op_volgorde,
)
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER, Leerroute, is_vergunninghouder
from intake_assistant.domain.recht.procedure import InformatieDerde
from intake_assistant.domain.recht.termijn import (
    Anker,
    Dagtelling,
    Klokfeit,
    RegelsOp,
    Regelwaarden,
    plus_dagen,
    stand_of,
    termijn_dagen,
    termijn_maanden,
    why_of,
)


@dataclass(frozen=True)
class Klok:
    """One clock as contract.md 3 shows it; besluit is the number of the besluit that a bezwaar is against.

    `reden` is the code of the sentence that says why, and `feiten` are what that sentence names.
    """

    klok: str
    begin: date | None
    uiterlijk: date | None
    stand: str
    regel: str
    reden: str
    feiten: Mapping[str, Klokfeit] = field(default_factory=dict)
    gehaald_op: date | None = None
    dagen_over: int | None = None
    aangenomen: bool = False
    norm_70_dagen: date | None = None
    besluit: int | None = None
    in_beroep: bool = False
    """Of a bezwaar: on which was decided already, so that who does not agree goes to court (Awb 7:1)."""

    @property
    def naam(self) -> str:
        """What it is called in words."""
        return BEROEP if self.in_beroep else self.klok

    @property
    def soort(self) -> Kloksoort:
        """Its row."""
        return KLOKSOORTEN[self.klok]


@dataclass(frozen=True, kw_only=True)
class Kloksoort:
    """One kind of clock, in the order in which they are shown; its words are `recht.klok.<naam>`.

    `tel` counts those that apply. `na_einde`: it goes on when the plicht has ended (art. 3 and 11 Wet).
    `dwingt`: who is late must still act, so it is seen first. `vanzelf`: when it is over it asks nothing of
    anybody. `bij_besluit`: it stands beside a besluit that was set.
    """

    naam: str
    tel: Callable[[KlokFeiten, date, RegelsOp], tuple[Klok, ...]]
    na_einde: bool = False
    dwingt: bool = False
    vanzelf: bool = False
    bij_besluit: bool = False


# --- pip -------------------------------------------------------------------------------------------


def suspending(feiten: KlokFeiten, normaal: date) -> tuple[InformatieDerde, ...]:
    """Requests that move the term: necessary, and asked before its normal last day (art. 5.3(2) Besl)."""
    return tuple(
        derde
        for derde in feiten.informatie_derden
        if derde.noodzakelijk_omdat.strip() and derde.gevraagd_op is not None and derde.gevraagd_op < normaal
    )


def _pip_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """The ten weeks for the first PIP, with third parties awaited (art. 5.3(1) and (2) Besl)."""
    return (_pip_klok(feiten, vandaag, _regels_of_begin(feiten, vandaag, regels_op)),)


def _pip_klok(feiten: KlokFeiten, vandaag: date, regels: Regelwaarden) -> Klok:
    begin, gedaan = feiten.pip_begin(regels.pip_anker), eerste_dagtekening(feiten)
    if begin is None:
        ontbreekt: dict[str, Klokfeit] = {"ontbreekt": _unknown(feiten, regels)}
        return Klok("pip", None, None, "wacht", "Besl 5.3(1)", *why_of("wacht", gedaan, ontbreekt), gedaan)
    norm = plus_dagen(begin, regels.pip_dagen)
    normaal = termijn_dagen(begin, regels.pip_dagen, regels.gelijkgesteld)
    derden = suspending(feiten, normaal)
    wacht_op = tuple(f"{d.wat} ({d.van})" if d.van else d.wat for d in derden if d.ontvangen_op is None)
    if wacht_op and (gedaan is None or gedaan > normaal):
        # A PIP set while the term stands still is in time, and has no last day to show.
        stand = "opgeschort" if gedaan is None else "gehaald"
        nog: dict[str, Klokfeit] = {} if gedaan else {"dagen": regels.derde_dagen}
        why = why_of("opgeschort", gedaan, {"wacht_op": wacht_op, **nog})
        return Klok("pip", begin, None, stand, "Besl 5.3(2)", *why, gedaan, norm_70_dagen=norm)
    uiterlijk, regel, telling = _pip_last_day(feiten, begin, derden, regels)
    stand, over = stand_of(uiterlijk, gedaan, vandaag)
    why = why_of(stand, gedaan, {"uiterlijk": uiterlijk, "telling": telling})
    return Klok("pip", begin, uiterlijk, stand, regel, *why, gedaan, over, norm_70_dagen=norm)


def _pip_last_day(
    feiten: KlokFeiten, begin: date, derden: tuple[InformatieDerde, ...], regels: Regelwaarden
) -> tuple[date, str, Dagtelling]:
    """The later of the normal day and the latest receipt + 2 weeks; with its rule and how it was counted."""
    normaal = termijn_dagen(begin, regels.pip_dagen, regels.gelijkgesteld)
    ontvangst = max((d.ontvangen_op for d in derden if d.ontvangen_op is not None), default=None)
    if ontvangst is not None:
        door_derde = termijn_dagen(ontvangst, regels.derde_dagen, regels.gelijkgesteld)
        if door_derde > normaal:
            telling = Dagtelling(regels.derde_dagen, "dagen", ontvangst, "informatie_derde")
            return door_derde, "Besl 5.3(2)", telling
    op_duo = feiten.anker_of(regels) != "inschrijving_brp" and begin == feiten.kennisgeving_duo
    anker: Anker = "kennisgeving_duo" if op_duo else "inschrijving_brp"
    return normaal, feiten.regel_tien_weken, Dagtelling(regels.pip_dagen, "dagen", begin, anker)


def _unknown(feiten: KlokFeiten, regels: Regelwaarden) -> tuple[str, ...]:
    """What is still needed to know the begin of the ten weeks."""
    if feiten.anker_of(regels) == "inschrijving_brp":
        return ("inschrijving_brp",)
    telt = not feiten.doelgroep or is_vergunninghouder(feiten.doelgroep, feiten.verblijfstitel)
    brp_nodig = telt and feiten.inschrijving_brp is None
    nodig = (
        (feiten.kennisgeving_duo is None, "kennisgeving_duo"),
        (not feiten.doelgroep, "doelgroep"),
        (brp_nodig, "inschrijving_brp"),
    )
    return tuple(feit for ontbreekt, feit in nodig if ontbreekt)


def _verhuizing_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """The ten weeks of a new gemeente after the latest move, none without a move (art. 5.3(3) Besl)."""
    verhuisd = [b for b in op_volgorde(feiten) if b.grond == "verhuizing"]
    begin, gedaan = feiten.verhuizing_inschrijving_brp, None
    if verhuisd and (begin is None or begin <= verhuisd[-1].dagtekening):
        begin, gedaan = verhuisd[-1].inschrijving_brp or begin, verhuisd[-1].dagtekening
    if begin is None:
        wacht = Klok(PIP_VERHUIZING, None, None, "wacht", "Besl 5.3(3)", "wacht", {}, gedaan)
        return (wacht,) if verhuisd else ()
    regels = regels_op(begin)
    uiterlijk = termijn_dagen(begin, regels.verhuizing_dagen, regels.gelijkgesteld)
    norm = plus_dagen(begin, regels.verhuizing_dagen)
    stand, over = stand_of(uiterlijk, gedaan, vandaag)
    telling = Dagtelling(regels.verhuizing_dagen, "dagen", begin, "verhuizing")
    why = why_of(stand, gedaan, {"uiterlijk": uiterlijk, "telling": telling})
    regel = "Besl 5.3(3)"
    return (Klok(PIP_VERHUIZING, begin, uiterlijk, stand, regel, *why, gedaan, over, norm_70_dagen=norm),)


# --- bezwaar ---------------------------------------------------------------------------------------


def _bezwaar_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """Six weeks for bezwaar: the latest besluit, then earlier ones still running (art. 6:7 and 6:8 Awb)."""
    alle = [_bezwaar_klok(besluit, feiten, vandaag, regels_op) for besluit in reversed(op_volgorde(feiten))]
    return tuple(klok for plaats, klok in enumerate(alle) if plaats == 0 or klok.stand == "loopt")


def _bezwaar_klok(besluit: BesluitFeit, feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> Klok:
    aangenomen = besluit.bekendgemaakt_op is None
    bekend = besluit.bekendgemaakt_op or besluit.dagtekening
    uiterlijk = bezwaar_uiterlijk(bekend, besluit.dagtekening, regels_op)
    eerste = min(
        (b for b in feiten.bezwaren if b.besluit == besluit.nummer),
        key=lambda b: b.ontvangen_op,
        default=None,
    )
    gedaan = eerste.ontvangen_op if eerste else feiten.beroep_op(besluit)
    anker: Anker = "dagtekening" if aangenomen else "bekendgemaakt_op"
    regels = regels_op(besluit.dagtekening)
    telling = Dagtelling(regels.bezwaar_dagen, "dagen", bekend, anker)
    stand, over = stand_of(uiterlijk, gedaan, vandaag)
    reden, feit = why_of(stand, gedaan, {"uiterlijk": uiterlijk, "telling": telling})
    if eerste is not None:
        tijdig = tijdigheid_of(bekend, uiterlijk, eerste.verzonden_op, eerste.ontvangen_op, regels)
        if tijdig in (Tijdigheid.PER_POST, Tijdigheid.VOORTIJDIG):
            stand, over, reden = "gehaald", None, f"gehaald_{tijdig}"
    return Klok(
        "bezwaar", plus_dagen(bekend, 1), uiterlijk, stand, "Awb 6:7", reden, feit, gedaan, over, aangenomen,
        besluit=besluit.nummer, in_beroep=besluit.rechtsmiddel == BEROEP,
    )  # fmt: skip


def _beslis_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """Six weeks to decide on a bezwaar, twelve with a committee, six more when extended (art. 7:10 Awb)."""
    per = {besluit.nummer: besluit for besluit in op_volgorde(feiten)}
    return tuple(
        _beslis_klok(bezwaar, per[bezwaar.besluit], vandaag, regels_op)
        for bezwaar in feiten.bezwaren
        if bezwaar.besluit in per
    )


def _beslis_klok(bezwaar: BezwaarFeit, besluit: BesluitFeit, vandaag: date, regels_op: RegelsOp) -> Klok:
    aangenomen = besluit.bekendgemaakt_op is None
    bekend = besluit.bekendgemaakt_op or besluit.dagtekening
    einde = bezwaar_uiterlijk(bekend, besluit.dagtekening, regels_op)
    uiterlijk, dagen = beslis_uiterlijk(einde, bezwaar.commissie, bezwaar.verlengd_op, regels_op(einde))
    if bezwaar.beslissing == INGETROKKEN and bezwaar.beslist_op:
        # Nothing is left to decide on, so nothing is late (art. 6:21 Awb).
        feit: dict[str, Klokfeit] = {"gehaald_op": bezwaar.beslist_op}
        return Klok(
            BESLISSING_BEZWAAR, plus_dagen(einde, 1), uiterlijk, "gehaald", "Awb 6:21", INGETROKKEN, feit,
            bezwaar.beslist_op, besluit=besluit.nummer,
        )  # fmt: skip
    op = bezwaar.beslist_op
    # A slip of the pen ends no term: nobody decides before it came in, or tomorrow.
    gedaan = op if op is not None and bezwaar.ontvangen_op <= op <= vandaag else None
    stand, over = stand_of(uiterlijk, gedaan, vandaag)
    telling = Dagtelling(dagen, "dagen", einde, "einde_bezwaar")
    why = why_of(stand, gedaan, {"uiterlijk": uiterlijk, "telling": telling})
    return Klok(
        BESLISSING_BEZWAAR, plus_dagen(einde, 1), uiterlijk, stand, "Awb 7:10", *why, gedaan, over,
        aangenomen, besluit=besluit.nummer,
    )  # fmt: skip


# --- aanbod ----------------------------------------------------------------------------------------


def _aanbod_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """The months within which an asielstatushouder gets an offer; never moved (art. 4.1(1)(g) Reg)."""
    besluiten = op_volgorde(feiten)
    if not besluiten or feiten.doelgroep != ASIELSTATUSHOUDER:
        return ()
    eerste, gedaan = besluiten[0], feiten.aanbod_op
    regels = regels_op(eerste.dagtekening)
    onderwijs = eerste.leerroute == Leerroute.O
    maanden = regels.aanbod_maanden_onderwijs if onderwijs else regels.aanbod_maanden
    begin = plus_dagen(eerste.dagtekening, 1)
    uiterlijk = termijn_maanden(begin, maanden)
    stand, over = stand_of(uiterlijk, gedaan, vandaag)
    anker: Anker = "eerste_pip_hier" if feiten.eerder_pip_op else "eerste_pip"
    telling = Dagtelling(maanden, "maanden", begin, anker)
    why = why_of(stand, gedaan, {"uiterlijk": uiterlijk, "telling": telling})
    return (Klok("aanbod", begin, uiterlijk, stand, "Reg 4.1(1)(g)", *why, gedaan, over),)


# --- inburgeringstermijn, leerroute wijzigen --------------------------------------------------------


def _termijn_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """The inburgeringstermijn, by the rules of the first PIP (art. 11 Wet)."""
    regels = _regels_of_pip(feiten, vandaag, regels_op)
    termijn, gedaan = inburgeringstermijn(feiten, regels), feiten.ingeburgerd_op
    if termijn is None or termijn.einde is None:
        return ()
    stand, over = stand_of(termijn.einde, gedaan, vandaag)
    why = _why_termijn(termijn, termijn.einde, gedaan, regels)
    return (Klok("inburgeringstermijn", termijn.begin, termijn.einde, stand, "Wet 11", *why, gedaan, over),)


def _why_termijn(
    termijn: Inburgeringstermijn, einde: date, gedaan: date | None, regels: Regelwaarden
) -> tuple[str, Mapping[str, Klokfeit]]:
    if gedaan is not None:
        return "klaar", {"uiterlijk": einde, "gehaald_op": gedaan}
    if termijn.bron == "duo" or termijn.begin is None:
        return "duo", {"uiterlijk": einde}
    telling = Dagtelling(regels.inburgering_maanden, "maanden", termijn.begin, "eerste_pip")
    return "berekend", {"uiterlijk": einde, "telling": telling}


def _wijzigen_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """The months to change route, from the begin of the inburgeringstermijn (art. 5.4 Besl)."""
    regels = _regels_of_pip(feiten, vandaag, regels_op)
    termijn = inburgeringstermijn(feiten, regels)
    if termijn is None or termijn.begin is None:
        return ()
    begin, uiterlijk = termijn.begin, termijn_maanden(termijn.begin, regels.wijzigen_maanden)
    stand, over = stand_of(uiterlijk, None, vandaag)
    onderwijsroute = any(b.leerroute == Leerroute.O for b in op_volgorde(feiten)[-1:])
    telling = Dagtelling(regels.wijzigen_maanden, "maanden", begin, "begin_termijn")
    reden = f"{stand}_onderwijsroute" if onderwijsroute else stand
    feit: dict[str, Klokfeit] = {"uiterlijk": uiterlijk, "telling": telling}
    return (Klok("leerroute_wijzigen", begin, uiterlijk, stand, "Besl 5.4", reden, feit, None, over),)


# --- ontzorgen -------------------------------------------------------------------------------------


def _ontzorgen_klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """Six months of paying fixed costs, for an asylum permit with bijstand only (art. 56a Pw)."""
    if feiten.verblijfstitel != "asiel" or feiten.inkomen != "bijstand":
        return ()
    begin = feiten.begin_bijstand
    if begin is None:
        return (Klok("ontzorgen", None, None, "wacht", "Pw 56a", "wacht"),)
    regels = regels_op(begin)
    einde = termijn_maanden(begin, regels.ontzorgen_maanden)
    uiterlijk = max(einde, feiten.ontzorgen_verlengd_tot or einde)
    stand, over = stand_of(uiterlijk, None, vandaag)
    telling = Dagtelling(regels.ontzorgen_maanden, "maanden", begin, "begin_bijstand")
    reden = f"{stand}_verlengd" if uiterlijk > einde else stand
    feit: dict[str, Klokfeit] = {"uiterlijk": uiterlijk, "telling": telling}
    return (Klok("ontzorgen", begin, uiterlijk, stand, "Pw 56a", reden, feit, None, over),)


# --- shared ----------------------------------------------------------------------------------------


def _regels_of_begin(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> Regelwaarden:
    return regels_op(feiten.kennisgeving_duo or feiten.inschrijving_brp or vandaag)


def _regels_of_pip(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> Regelwaarden:
    return regels_op(eerste_dagtekening(feiten) or feiten.kennisgeving_duo or vandaag)


# --- all -------------------------------------------------------------------------------------------

PIP: Final = "pip"
PIP_VERHUIZING: Final = "pip_verhuizing"
TIEN_WEKEN: Final = (PIP, PIP_VERHUIZING)
"""The clocks of art. 5.3 Besl: the last days for a plan."""
BESLISSING_BEZWAAR: Final = "beslissing_bezwaar"
_ALLE: Final = (
    Kloksoort(naam=PIP, tel=_pip_klokken, dwingt=True),
    Kloksoort(naam=PIP_VERHUIZING, tel=_verhuizing_klokken, dwingt=True),
    Kloksoort(naam="bezwaar", tel=_bezwaar_klokken, na_einde=True, vanzelf=True, bij_besluit=True),
    Kloksoort(naam=BESLISSING_BEZWAAR, tel=_beslis_klokken, na_einde=True, dwingt=True),
    Kloksoort(naam="aanbod", tel=_aanbod_klokken, dwingt=True),
    Kloksoort(naam="inburgeringstermijn", tel=_termijn_klokken, bij_besluit=True),
    Kloksoort(naam="leerroute_wijzigen", tel=_wijzigen_klokken, vanzelf=True),
    Kloksoort(naam="ontzorgen", tel=_ontzorgen_klokken, na_einde=True, vanzelf=True),
)
KLOKSOORTEN: Final[Mapping[str, Kloksoort]] = {soort.naam: soort for soort in _ALLE}


def klokken(feiten: KlokFeiten, vandaag: date, regels_op: RegelsOp) -> tuple[Klok, ...]:
    """Every clock that applies, always in the same order (art. 5.3 and 5.4 Besl, 11 Wet)."""
    alle = tuple(klok for soort in _ALLE for klok in soort.tel(feiten, vandaag, regels_op))
    einde = feiten.einde_plicht_op
    # Up to and including its last day (duo.md 1).
    if einde is None or einde >= vandaag:
        return alle
    # Who need no longer inburgeren has no PIP to wait for and no term to keep (art. 3 and 11 Wet).
    return tuple(klok for klok in alle if klok.gehaald_op is not None or klok.soort.na_einde)


def eerste_klok(alle: tuple[Klok, ...]) -> Klok | None:
    """The clock a regievoerder should see first: the earliest day not done yet (art. 5.3 Besl)."""
    open_ = [k for k in alle if k.gehaald_op is None and k.uiterlijk is not None]
    # What lapsed by itself (bezwaar, wijzigen, ontzorgen) asks nothing of anybody; a late PIP does.
    open_ = [k for k in open_ if k.stand == "loopt" or k.soort.dwingt]
    if open_:
        return min(open_, key=lambda k: k.uiterlijk or date.max)
    return next((k for k in alle if k.stand in ("opgeschort", "wacht") and k.gehaald_op is None), None)
