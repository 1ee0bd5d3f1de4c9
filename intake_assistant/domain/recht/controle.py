"""The checklist per article: what a PIP must hold before it can be set (Wet 14 and 15, Besl 5.2 and 5.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation

from intake_assistant.domain.kinds import BESCHIKKING
from intake_assistant.domain.recht.leerroute import (
    Leerroute,
    find_waarde,
    has_intensiteit,
    has_map,
    has_participatie_uren,
    has_waarde,
    wijkt_af_van_lbt,
)
from intake_assistant.domain.recht.procedure import Oproep

# A question that was not asked, or never touched, was not investigated.
ONDERZOCHT = frozenset({"beantwoord", "onbekend", "wil_niet_zeggen"})

# What the brede intake must cover: article, code, startposities of which one touched answer is enough, field.
INTAKEDELEN = (
    ("Wet 14(3)(b)", "gevolgd_onderwijs", ("opleiding",), "opleiding.hoogste_niveau"),
    ("Wet 14(3)(b)", "werkervaring", ("werkervaring",), "werkervaring.banen"),
    ("Wet 14(3)(c)", "persoonlijke_omstandigheden",
     ("gezinssituatie", "sociaal_netwerk", "financien", "randvoorwaarden"),
     "gezinssituatie.gezin_verhaal"),
    ("Wet 14(3)(c)", "fysieke_gezondheid", ("fysieke_gezondheid",), "fysieke_gezondheid.ervaren"),
    ("Wet 14(3)(c)", "mentale_gezondheid", ("mentale_gezondheid",), "mentale_gezondheid.welbevinden"),
    ("Besl 5.2(1)(a)", "taalniveau", ("taalniveau",), "taalniveau.nl_spreken"),
    ("Besl 5.2(1)(b)", "arbeidsparticipatie",
     ("werknemersvaardigheden", "praktische_competenties", "motivatie"), "motivatie.hoofddoel"),
    ("Besl 5.2(1)(c)", "zelfredzaamheid",
     ("zelfredzaamheid", "digitale_vaardigheden"), "zelfredzaamheid.post_en_instanties"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class ControleFeiten:
    """What the checklist looks at outside the beschikking.

    peildatum: the dagtekening, or today while there is none. vergeefse_oproepen: so many before the intake is
    completed in absence (Wet 14(2)). vve_leeftijden: the first and the last age (Wet 15(1)(d)).
    antwoorden: question -> staat. wegingen: leerroute -> (arguments for, against).
    """

    doelgroep: str
    peildatum: date
    vergeefse_oproepen: int
    vve_leeftijden: tuple[int, int]
    lbt_status: str = ""
    lbt_uitslag: str = ""
    kinderen_geboortejaren_in_nl: tuple[int, ...] = ()
    antwoorden: Mapping[str, str] = field(default_factory=dict)
    wegingen: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    oproepen: tuple[Oproep, ...] = ()
    gesprekken: int = 0
    recht_op_alleen_gewezen: bool = False
    grond: str = "eerste"
    geldende_routes: tuple[str, ...] = ()
    """The leerroutes of the besluiten that hold: to stay with one is no choice to be reasoned anew."""


@dataclass(frozen=True)
class Element:
    """One element that applies: article, its code, the field it is filled in, whether it is there or excused.

    bron: the room where it is filled in - beschikking, intake or gesprek.
    """

    regel: str
    wat: str
    vraag: str
    aanwezig: bool
    bron: str = "beschikking"
    verschoond: bool = False

    @property
    def ontbreekt(self) -> bool:
        """Whether it is neither there nor excused (art. 14(2) and 15 Wet)."""
        return not (self.aanwezig or self.verschoond)


def elementen(concept: Mapping[str, object], feiten: ControleFeiten) -> tuple[Element, ...]:
    """Every element that this PIP must hold, there or not, in order of article (art. 14 and 15 Wet)."""
    verschoond = intake_excused(concept, feiten)
    return (
        *_intake(concept, feiten, verschoond),
        *_gesprek(feiten),
        *_wet_15(concept, feiten),
        *_zroute(concept, feiten),
        *_motivering(concept, feiten),
        *_ondertekenaar(concept),
    )


def niet_gewogen(wegingen: Mapping[str, tuple[int, int]]) -> tuple[Leerroute, ...]:
    """The leerroutes of which not both sides were weighed; a besluit needs all three (art. 3:46 Awb).

    Where nothing speaks for or against, that is said, with the reason: also an argument.
    """
    return tuple(route for route in Leerroute if min(wegingen.get(route.value, (0, 0))) == 0)


def intake_excused(concept: Mapping[str, object], feiten: ControleFeiten) -> bool:
    """Whether a reason counts for missing intake parts: calls in vain and a warning (art. 14(2) Wet)."""
    reden = has_waarde(concept.get("onvolledig_reden"))
    return reden and calls_in_vain(feiten.oproepen, feiten.vergeefse_oproepen, feiten.peildatum)


def calls_in_vain(oproepen: Iterable[Oproep], minst: int, dagtekening: date) -> bool:
    """Whether a person was called in vain often enough, on different days, and was warned in time.

    The warning follows the first call in vain and comes before the second one (art. 14(1) and (2) Wet). Who
    can still come within the term of a call has not stayed away.
    """
    vergeefs = [oproep for oproep in oproepen if oproep.vergeefs and oproep.is_over(dagtekening)]
    dagen = sorted({oproep.datum for oproep in vergeefs})
    if not dagen or len(dagen) < minst:
        return False
    voor = dagen[1] if len(dagen) > 1 else dagtekening
    waarschuwingen = (oproep.waarschuwing for oproep in vergeefs if oproep.waarschuwing is not None)
    return any(dagen[0] <= waarschuwing <= voor for waarschuwing in waarschuwingen)


def number_of(concept: Mapping[str, object], sleutel: str) -> Decimal:
    """The number under a key (decimals are stored as strings), -1 when there is none (art. 15(2) Wet)."""
    waarde = find_waarde(concept, sleutel)
    try:
        getal = Decimal(str(waarde).replace(",", "."))
    except InvalidOperation:
        return Decimal(-1)
    return getal if getal.is_finite() else Decimal(-1)


def has_vve_kind(feiten: ControleFeiten) -> bool:
    """Whether a child in NL has the age for VVE in the year of the dagtekening (art. 15(1)(d) Wet)."""
    jongst, oudst = feiten.vve_leeftijden
    jaren = feiten.kinderen_geboortejaren_in_nl
    return any(jongst <= feiten.peildatum.year - jaar <= oudst for jaar in jaren)


def lbt_done(feiten: ControleFeiten) -> bool:
    """Whether the leerbaarheidstoets was taken, or the person is exempt (art. 14(3)(a) and (6) Wet)."""
    return feiten.lbt_uitslag in ("haalbaar", "niet_haalbaar") or feiten.lbt_status in (
        "gedaan",
        "ontheffing",
    )


def _intake(concept: Mapping[str, object], feiten: ControleFeiten, verschoond: bool) -> Iterator[Element]:
    onderzocht = {v.split(".")[0] for v, staat in feiten.antwoorden.items() if staat in ONDERZOCHT}
    verhuisd = feiten.grond == "verhuizing"  # Wet 15(4): test, education and work are not done again
    if not verhuisd:
        status = "leerbaarheid.lbt_status"
        yield Element("Wet 14(3)(a)", "leerbaarheidstoets", status, lbt_done(feiten), "intake", verschoond)
    for regel, wat, startposities, vraag in INTAKEDELEN:
        if not (verhuisd and regel == "Wet 14(3)(b)"):
            aanwezig = not onderzocht.isdisjoint(startposities)
            yield Element(regel, wat, vraag, aanwezig, "intake", verschoond)
    if has_vve_kind(feiten):
        vragen = ("gezinssituatie.vve_wens", "gezinssituatie.vve_afspraak")
        gevraagd = any(feiten.antwoorden.get(vraag) in ONDERZOCHT for vraag in vragen)
        aanwezig = gevraagd or _has_vve_afspraken(concept)
        wat = "verkenning_vve"
        yield Element("Wet 14(3)(d)", wat, vragen[0], aanwezig, "intake", verschoond)


def _gesprek(feiten: ControleFeiten) -> Iterator[Element]:
    if feiten.gesprekken:  # nobody came: nobody could be told
        wat = "recht_op_alleen"
        vraag = "gesprek.recht_op_alleen_gewezen"
        yield Element("Besl 5.2(2)", wat, vraag, feiten.recht_op_alleen_gewezen, "gesprek")


def _wet_15(concept: Mapping[str, object], feiten: ControleFeiten) -> Iterator[Element]:
    route = str(concept.get("leerroute") or "")
    yield _element("Wet 15(1)(a)", "leerroute", "leerroute", route in set(Leerroute))
    ondersteuning = has_waarde(concept.get("ondersteuning"))
    yield _element("Wet 15(1)(b)", "ondersteuning", "ondersteuning", ondersteuning)
    yield _element("Wet 15(1)(c)", "pvt", "pvt_uren", number_of(concept, "pvt_uren") > 0)
    if has_map(route):
        yield _element("Wet 15(1)(c)", "map", "map_uren", number_of(concept, "map_uren") > 0)
    if has_vve_kind(feiten):
        wat = "vve"
        yield _element("Wet 15(1)(d)", wat, "vve", _has_vve_afspraken(concept))
    if has_intensiteit(feiten.doelgroep):
        delen = [number_of(concept, f"intensiteit.{deel}") for deel in ("uren_per_week", "weken")]
        yield _element("Wet 15(2)", "intensiteit", "intensiteit", min(delen) > 0)
    aantal = number_of(concept, "voortgangsgesprekken") >= 0
    yield _element("Besl 5.3(4)", "voortgangsgesprekken", "voortgangsgesprekken", aantal)


def _zroute(concept: Mapping[str, object], feiten: ControleFeiten) -> Iterator[Element]:
    # Hours may be 0: earlier hours and PVT and MAP are deducted (Besl 3.14(5), (9), 5.4(4)).
    route = str(concept.get("leerroute") or "")
    if route == Leerroute.Z:
        cursus = number_of(concept, "zroute.cursusuren") >= 0
        yield _element("Besl 3.14", "cursusuren", "zroute.cursusuren", cursus)
    if has_participatie_uren(route, feiten.doelgroep):
        participatie = number_of(concept, "zroute.participatie_uren") >= 0
        yield _element("Besl 3.14", "participatie_uren", "zroute.participatie_uren", participatie)


def _motivering(concept: Mapping[str, object], feiten: ControleFeiten) -> Iterator[Element]:
    yield _element("Awb 3:46", "motivering", "motivering", has_waarde(concept.get("motivering")))
    route = str(concept.get("leerroute") or "")
    if route not in feiten.geldende_routes and wijkt_af_van_lbt(route, feiten.lbt_uitslag):
        sleutel = "motivering_afwijking_lbt"
        wat = "afwijking_lbt"
        # DUO advises (Wet 14(5)); who departs from an advice says why.
        yield _element("Awb 3:50", wat, sleutel, has_waarde(concept.get(sleutel)))


def _ondertekenaar(concept: Mapping[str, object]) -> Iterator[Element]:
    for deel in ("naam", "functie", "mandaat"):
        sleutel = f"ondertekenaar.{deel}"
        aanwezig = has_waarde(find_waarde(concept, sleutel))
        yield _element("Awb 10:10", f"ondertekenaar_{deel}", sleutel, aanwezig)


def _has_vve_afspraken(concept: Mapping[str, object]) -> bool:
    return has_waarde(concept.get("vve")) or has_waarde(find_waarde(concept, "vve.nvt"))


def _element(regel: str, wat: str, sleutel: str, aanwezig: bool) -> Element:
    return Element(regel, wat, BESCHIKKING.of(sleutel), aanwezig)
