"""From a dossier to the facts that the rules of law look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, Final

from intake_assistant.dates import read_date
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.kinds import (
    BESLUIT,
    BEZWAAR,
    INFORMATIE_DERDE,
    ONTZORGEN,
    OPROEP,
    PERSOON,
    WIJZIGING,
    of_soort,
)
from intake_assistant.domain.recht.besluit import (
    BEROEP,
    VERHUIZING,
    Besluit,
    besluiten_of,
    eerder_pip_op,
    eerdere_leerroute,
    geldende,
)
from intake_assistant.domain.recht.bezwaar import bezwaren_of
from intake_assistant.domain.recht.controle import ControleFeiten
from intake_assistant.domain.recht.einde import einde_op, ingeburgerd_op
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.leerroute import is_vergunninghouder
from intake_assistant.domain.recht.oordeel.duoregels import DuoFeiten
from intake_assistant.domain.recht.oordeel.niveau import laagste_niveau
from intake_assistant.domain.recht.oordeel.wijziging.concept import open_wijziging
from intake_assistant.domain.recht.procedure import InformatieDerde, Oproep
from intake_assistant.domain.recht.regels import Regels
from intake_assistant.domain.recht.termijn import Regelwaarden
from intake_assistant.domain.recht.uitvoering.rijen import gevulde_rijen
from intake_assistant.domain.recht.weging import wegingen_of
from intake_assistant.domain.subject import row, rows_in

NEDERLAND = "NLD"


@dataclass(frozen=True)
class BesluitFeit:
    """A besluit that was set; inschrijving_brp is the new registration, with grond verhuizing only."""

    nummer: int
    grond: str
    dagtekening: date
    bekendgemaakt_op: date | None
    leerroute: str
    inschrijving_brp: date | None = None
    rechtsmiddel: str = "bezwaar"


@dataclass(frozen=True)
class BezwaarFeit:
    """A bezwaar that came in against one besluit, how it was decided, and the beroep after it."""

    besluit: int
    ontvangen_op: date
    beslissing: str = ""
    beslist_op: date | None = None
    beroep_op: date | None = None
    uitspraak_op: date | None = None
    verzonden_op: date | None = None
    commissie: bool = False
    verlengd_op: date | None = None
    hoger_beroep_op: date | None = None
    uitspraak_hoger_beroep_op: date | None = None


@dataclass(frozen=True)
class KlokFeiten:
    """What the clocks look at; None, "" or () is not known; duo_termijn_einde is the last day inside."""

    doelgroep: str = ""
    verblijfstitel: str = ""
    kennisgeving_duo: date | None = None
    inschrijving_brp: date | None = None
    informatie_derden: tuple[InformatieDerde, ...] = ()
    besluiten: tuple[BesluitFeit, ...] = ()
    eerder_pip_op: date | None = None
    """The dagtekening of the first PIP where another gemeente set it (Wet 11(2), 15(4))."""
    bezwaren: tuple[BezwaarFeit, ...] = ()
    aanbod_op: date | None = None
    verhuizing_inschrijving_brp: date | None = None
    duo_termijn_begin: date | None = None
    duo_termijn_einde: date | None = None
    ingeburgerd_op: date | None = None
    einde_plicht_op: date | None = None
    inkomen: str = ""
    begin_bijstand: date | None = None
    ontzorgen_verlengd_tot: date | None = None

    @property
    def regel_tien_weken(self) -> str:
        """By which rule the ten weeks run: of a first PIP, or after a move (Besl 5.3)."""
        return "Besl 5.3(1)" if self.eerder_pip_op is None else "Besl 5.3(3)"

    def anker_of(self, regels: Regelwaarden) -> str:
        """Which day starts the ten weeks; after a PIP elsewhere it is the move (Besl 5.3(1), (3))."""
        return regels.pip_anker if self.eerder_pip_op is None else "inschrijving_brp"

    def pip_begin(self, anker: str) -> date | None:
        """Day from which the ten weeks count, None while it is not known (art. 5.3(1), (3) Besl).

        anker: the day that the text of then names; the registration for everybody of 2022 and who moved.
        """
        if anker == "inschrijving_brp" or self.eerder_pip_op is not None:
            return self.inschrijving_brp
        kennisgeving, inschrijving = self.kennisgeving_duo, self.inschrijving_brp
        groep, titel = self.doelgroep, self.verblijfstitel
        if kennisgeving is None or (groep and not is_vergunninghouder(groep, titel)):
            return kennisgeving
        if inschrijving is None:
            return None
        if not groep and inschrijving > kennisgeving:
            return None  # which of the two counts depends on the doelgroep
        return max(kennisgeving, inschrijving)

    def beroep_op(self, besluit: BesluitFeit) -> date | None:
        """When beroep came in against what was decided on a bezwaar: kept with that bezwaar (Awb 8:1)."""
        if besluit.rechtsmiddel != BEROEP:
            return None
        na = (b.beroep_op for b in self.bezwaren if b.beroep_op and b.beroep_op >= besluit.dagtekening)
        return min(na, default=None)


def regelwaarden(regels: Regels, op: date) -> Regelwaarden:
    """The numbers that the clocks count with on a legal date; before a rule began, its first value."""

    def value(sleutel: str, **voor: str) -> object:
        # A mistyped year must show as an absurd date, not as a crash of the list of dossiers.
        return regels.waarde(sleutel, op=max(op, regels.geldt_vanaf(sleutel)), **voor)

    gelijkgesteld = value("kalender.gelijkgesteld")
    dagen = gelijkgesteld if isinstance(gelijkgesteld, list | tuple) else ()
    getallen = {
        veld.name: int(str(value(veld.metadata["sleutel"], **veld.metadata["voor"])))
        for veld in fields(Regelwaarden)
        if veld.metadata
    }
    return Regelwaarden(
        **getallen,
        gelijkgesteld=tuple(d for d in map(read_date, dagen) if d),
        pip_anker=str(value("pip.termijn.anker")),
    )


KLOKSOORTEN: Final = (PERSOON, *of_soort("procedure"), BESLUIT, BEZWAAR, ONTZORGEN, WIJZIGING)
KLOKVRAGEN: Final = ("financien.inkomen", "financien.begin_bijstand")
"""The kinds of subjects and the questions that `klokfeiten` reads."""


def klokfeiten(dossier: Dossier) -> KlokFeiten:
    """What the clocks look at."""
    ontzorgen = (read_date(rij.get("verlengd_tot")) for _, rij in gevulde_rijen(dossier, ONTZORGEN))
    verlengd = [dag for dag in ontzorgen if dag]
    return KlokFeiten(
        doelgroep=str(dossier.get("inburgeraar.doelgroep")),
        verblijfstitel=str(dossier.get("inburgeraar.verblijfstitel")),
        kennisgeving_duo=read_date(dossier.get("procedure.kennisgeving_duo")),
        inschrijving_brp=read_date(dossier.get("procedure.inschrijving_brp")),
        informatie_derden=informatie_derden(dossier),
        besluiten=_besluitfeiten(dossier),
        eerder_pip_op=eerder_pip_op(dossier),
        bezwaren=_bezwaren(dossier),
        aanbod_op=read_date(dossier.get("procedure.aanbod_op")),
        verhuizing_inschrijving_brp=_verhuisd_op(dossier),
        duo_termijn_begin=read_date(dossier.get("procedure.duo_termijn_begin")),
        duo_termijn_einde=read_date(dossier.get("procedure.duo_termijn_einde")),
        ingeburgerd_op=ingeburgerd_op(dossier),
        einde_plicht_op=einde_op(dossier),
        inkomen=_answer(dossier, "financien.inkomen"),
        begin_bijstand=read_date(_answer(dossier, "financien.begin_bijstand")),
        ontzorgen_verlengd_tot=max(verlengd, default=None),
    )


def _verhuisd_op(dossier: Dossier) -> date | None:
    """The new registration of a move of which the besluit is still in the making (Besl 5.3(3))."""
    wijziging = open_wijziging(dossier)
    if wijziging is None or wijziging.grond != VERHUIZING:
        return None
    return read_date(wijziging.velden.get("inschrijving_brp"))


def controlefeiten(
    dossier: Dossier, regels: Regels, peildatum: date, grond: str = "eerste"
) -> ControleFeiten:
    """What the checklist per article looks at outside the beschikking."""
    van_tot = regels.waarde("vve.leeftijd", op=max(peildatum, regels.geldt_vanaf("vve.leeftijd")))
    leeftijden = [int(str(jaar)) for jaar in van_tot] if isinstance(van_tot, list | tuple) else []
    gesprekken = gesprekken_of(dossier)
    return ControleFeiten(
        doelgroep=str(dossier.get("inburgeraar.doelgroep")),
        peildatum=peildatum,
        vergeefse_oproepen=int(
            str(
                regels.waarde(
                    "intake.max_oproepen", op=max(peildatum, regels.geldt_vanaf("intake.max_oproepen"))
                )
            )
        ),
        vve_leeftijden=(min(leeftijden), max(leeftijden)) if leeftijden else (0, -1),
        lbt_status=_answer(dossier, "leerbaarheid.lbt_status"),
        lbt_uitslag=_answer(dossier, "leerbaarheid.lbt_uitslag"),
        kinderen_geboortejaren_in_nl=kinderen_in_nl(dossier),
        antwoorden=_staten(dossier),
        wegingen=wegingen_of(dossier),
        oproepen=oproepen(dossier),
        gesprekken=len(gesprekken),
        recht_op_alleen_gewezen=any(g.recht_op_alleen_gewezen == "ja" for g in gesprekken),
        grond=grond,
        geldende_routes=tuple(besluit.leerroute for besluit in geldende(besluiten_of(dossier)))
        or (eerdere_leerroute(dossier),),
    )


def duofeiten(dossier: Dossier, concept: Mapping[str, Any], dagtekening: date) -> DuoFeiten:
    """What DUO's rules look at (duo.md 2)."""
    besluiten = besluiten_of(dossier)
    uren = concept.get("geschatte_intensiteit_b1_route")
    eerder = read_date(dossier.get("procedure.eerder_pip.dagtekening"))
    return DuoFeiten(
        dagtekening=dagtekening,
        leerroute=str(concept.get("leerroute", "")),
        doelgroep=str(dossier.get("inburgeraar.doelgroep")),
        niveau=laagste_niveau(concept),
        geschatte_intensiteit_b1_route=uren if isinstance(uren, int) else None,
        begin_inburgeringsplicht=_latest(dossier, "inburgeraar.begin_inburgeringsplicht"),
        inschrijving_brp=_latest(dossier, "procedure.inschrijving_brp"),
        dagtekening_eerste_pip=read_date(besluiten[0].dagtekening) if besluiten else eerder,
        dagtekening_huidige_pip=read_date(besluiten[-1].dagtekening) if besluiten else None,
    )


def _latest(dossier: Dossier, subject: str) -> date | None:
    """The day that stands; while two stand the later one, by which DUO may refuse."""
    return max((dag for dag in map(read_date, dossier.sides(subject)) if dag), default=None)


def duofeiten_van(dossier: Dossier, besluit: Besluit) -> DuoFeiten:
    """The same of a besluit that was set: a fact that came later may make DUO refuse it."""
    eerder = [b for b in besluiten_of(dossier) if b.nummer < besluit.nummer]
    elders = read_date(dossier.get("procedure.eerder_pip.dagtekening"))
    dag = read_date(besluit.dagtekening) or date.min
    return replace(
        duofeiten(dossier, besluit.inhoud, dag),
        dagtekening_eerste_pip=read_date(eerder[0].dagtekening) if eerder else elders,
        dagtekening_huidige_pip=read_date(eerder[-1].dagtekening) if eerder else None,
    )


def kinderen_in_nl(dossier: Dossier) -> tuple[int, ...]:
    """The years of birth of the children who live in the Netherlands."""
    lijst = "gezinssituatie.kinderen"
    rijen = [row(lijst, rij) for rij in dossier.row_ids(lijst)]
    in_nl = [rij for rij in rijen if dossier.antwoord(f"{rij}.woont_in").waarde in (NEDERLAND, None)]
    jaren = [dossier.antwoord(f"{rij}.geboortejaar").waarde for rij in in_nl]
    return tuple(jaar for jaar in jaren if isinstance(jaar, int))


def oproepen(dossier: Dossier) -> tuple[Oproep, ...]:
    """The calls to the intake (Wet 14(1)-(2))."""
    found = []
    for rij in dossier.row_ids(OPROEP.lijst()):
        velden = dossier.fields(OPROEP.of(rij))
        datum = read_date(velden.get("datum"))
        if datum:
            found.append(
                Oproep(
                    datum=datum,
                    verschenen=velden.get("verschenen") == "ja",
                    meegewerkt=velden.get("meegewerkt") != "nee",
                    waarschuwing=read_date(velden.get("waarschuwing")),
                    termijn_tot=read_date(velden.get("termijn_tot")),
                )
            )
    return tuple(found)


def informatie_derden(dossier: Dossier) -> tuple[InformatieDerde, ...]:
    """The information of third parties that is or was waited for (Besl 5.3(2))."""
    found = [_met_achtergehouden(dossier, r) for r in dossier.row_ids(INFORMATIE_DERDE.lijst())]
    return tuple(
        InformatieDerde(
            wat=str(v.get("wat", "")),
            van=str(v.get("van", "")),
            gezondheid=v.get("gezondheid") == "ja",
            noodzakelijk_omdat=str(v.get("noodzakelijk_omdat", "")),
            gevraagd_op=read_date(v.get("gevraagd_op")),
            ontvangen_op=read_date(v.get("ontvangen_op")),
        )
        for v in found
    )


def _met_achtergehouden(dossier: Dossier, rij: str) -> dict[str, Any]:
    """What is said of one; that it is necessary counts also for who may not read why (AVG 9)."""
    reden = INFORMATIE_DERDE.of(rij, "noodzakelijk_omdat")
    withheld = {"noodzakelijk_omdat": Staat.ACHTERGEHOUDEN.value} if dossier.is_withheld(reden) else {}
    return dossier.fields(INFORMATIE_DERDE.of(rij)) | withheld


def _answer(dossier: Dossier, naam: str) -> str:
    antwoord = dossier.antwoord(naam)
    return str(antwoord.waarde) if antwoord.beantwoord else ""


def _staten(dossier: Dossier) -> dict[str, str]:
    """The staat of each question, of a list that of its best row: one postponed row hides no answered one."""
    staten: dict[str, str] = {}
    for naam in dossier.names_in_use():
        antwoord = dossier.antwoord(naam)
        if not antwoord.conflict:
            vraag = next((lijst for lijst, _ in rows_in(naam)), naam)
            staten[vraag] = min(staten.get(vraag, Staat.OPEN), antwoord.staat, key=_STATEN.index)
    return staten


_STATEN = tuple(Staat)


def _besluitfeiten(dossier: Dossier) -> tuple[BesluitFeit, ...]:
    feiten = []
    for besluit in besluiten_of(dossier):
        dagtekening = read_date(besluit.dagtekening)
        if dagtekening:
            bekend = None if besluit.aangenomen else read_date(besluit.bekendgemaakt_op)
            brp = read_date(besluit.inhoud.get("inschrijving_brp"))
            feiten.append(
                BesluitFeit(
                    besluit.nummer,
                    besluit.grond,
                    dagtekening,
                    bekend,
                    besluit.leerroute,
                    brp,
                    besluit.rechtsmiddel,
                )  # fmt: skip
            )
    return tuple(feiten)


def _bezwaren(dossier: Dossier) -> tuple[BezwaarFeit, ...]:
    feiten = [(b, read_date(b.get("ontvangen_op"))) for _, b in bezwaren_of(dossier)]
    return tuple(_bezwaarfeit(b, op) for b, op in feiten if op)


def _bezwaarfeit(velden: Mapping[str, Any], ontvangen_op: date) -> BezwaarFeit:
    nummer = velden.get("besluit", 1)
    return BezwaarFeit(
        besluit=nummer if isinstance(nummer, int) else 1,
        ontvangen_op=ontvangen_op,
        beslissing=str(velden.get("beslissing", "")),
        commissie=velden.get("commissie") == "ja",
        **{naam: read_date(velden.get(naam)) for naam in _BEZWAARDAGEN},
    )


_BEZWAARDAGEN: Final = (
    "verzonden_op",
    "verlengd_op",
    "beslist_op",
    "beroep_op",
    "uitspraak_op",
    "hoger_beroep_op",
    "uitspraak_hoger_beroep_op",
)
