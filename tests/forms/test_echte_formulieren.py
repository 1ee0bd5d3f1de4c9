"""The real forms, rules and topics: they load, and hold what the contract fixes."""

import datetime
import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest

from intake_assistant import demo
from intake_assistant.domain.formulier import HERHALING, Vraag
from intake_assistant.forms.checking.check import check_forms
from intake_assistant.forms.engine import Engine
from intake_assistant.forms.informatie import load_informatie
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.forms.regels import load_regels
from intake_assistant.forms.toestemmingstekst import load_toestemmingsteksten
from intake_assistant.paths import forms_dir


def test_the_real_forms_load() -> None:
    formulieren = load_formulieren(forms_dir())
    assert [deel.id for deel in formulieren.startposities] == [
        "leerbaarheid",
        "opleiding",
        "werkervaring",
        "praktische_competenties",
        "werknemersvaardigheden",
        "taalniveau",
        "motivatie",
        "zelfredzaamheid",
        "digitale_vaardigheden",
        "gezinssituatie",
        "fysieke_gezondheid",
        "mentale_gezondheid",
        "sociaal_netwerk",
        "financien",
        "randvoorwaarden",
    ]
    velden = [veld for deel in formulieren.startposities for veld in deel.velden]
    assert len(velden) >= 200
    for deel in formulieren.startposities:
        op_bladen = [naam for blad in deel.paginas for naam in blad.vragen]
        gevraagd = [v.naam for v in deel.vragen.values() if v.type != "begin_repeat" and not v.vervallen]
        assert op_bladen == gevraagd


# contract.md, section 2: names and codes that law, documents and checks rest on.
VAST = {
    "leerbaarheid.lbt_status": "niet_gedaan gepland gedaan ontheffing",
    "leerbaarheid.lbt_datum": "date",
    "leerbaarheid.lbt_uitslag": "haalbaar niet_haalbaar onbekend",
    "leerbaarheid.lbt_ontheffing_grond": "text",
    "leerbaarheid.leerbelemmering": "zicht gehoor concentratie geheugen lezen_schrijven geen",
    "opleiding.hoogste_niveau": "geen basis voortgezet mbo hbo wo",
    "opleiding.jaren_onderwijs": "integer",
    "opleiding.diploma_bezit": "ja nee",
    "opleiding.diplomawaardering": "nvt aangevraagd ontvangen",
    "opleiding.studiewens": "geen mbo hbo wo",
    "werkervaring.banen": "begin_repeat",
    "werkervaring.banen.beroep": "text",
    "werkervaring.banen.jaren": "integer",
    "werkervaring.banen.soort": "loondienst zelfstandig familie vrijwilliger",
    "werkervaring.cv": "ja nee",
    "werkervaring.werkt_nu": "ja nee",
    "werkervaring.werkt_nu_uren": "integer",
    "praktische_competenties.rijbewijs": "geen auto motor vrachtwagen bus heftruck",
    "praktische_competenties.vakvaardigheden": (
        "bouw techniek koken schoonmaak zorg textiel landbouw verkoop vervoer kantoor anders"
    ),
    "praktische_competenties.certificaten": "geen vca bhv sociale_hygiene lassen anders",
    "werknemersvaardigheden.op_tijd": "range",
    "werknemersvaardigheden.samenwerken": "range",
    "werknemersvaardigheden.zelfstandig": "range",
    "werknemersvaardigheden.belastbaar_uren_week": "integer",
    "taalniveau.geletterdheid": "latijns anders niet",
    "taalniveau.tolk_nodig": "ja nee",
    "taalniveau.nl_luisteren": "alfa_a alfa_b alfa_c pre_a1 a1 a2 b1 b2",
    "taalniveau.nl_lezen": "alfa_a alfa_b alfa_c pre_a1 a1 a2 b1 b2",
    "taalniveau.nl_spreken": "alfa_a alfa_b alfa_c pre_a1 a1 a2 b1 b2",
    "taalniveau.nl_schrijven": "alfa_a alfa_b alfa_c pre_a1 a1 a2 b1 b2",
    "motivatie.hoofddoel": "werk onderwijs participatie",
    "motivatie.beroepswens": "text",
    "motivatie.doel_drie_jaar": "text",
    "zelfredzaamheid.post_en_instanties": "range",
    "zelfredzaamheid.afspraken": "range",
    "zelfredzaamheid.reizen": "range",
    "zelfredzaamheid.digid": "ja nee",
    "zelfredzaamheid.gewenste_steun": "text",
    "digitale_vaardigheden.apparaten": "geen telefoon tablet laptop",
    "digitale_vaardigheden.niveau": "instroom basis_1 basis_2",
    "digitale_vaardigheden.internet_thuis": "ja nee",
    "gezinssituatie.burgerlijke_staat": "ongehuwd gehuwd partnerschap gescheiden verweduwd",
    "gezinssituatie.partner_in_nl": "ja nee",
    "gezinssituatie.kinderen": "begin_repeat",
    "gezinssituatie.kinderen.geboortejaar": "integer",
    "gezinssituatie.zorgtaken_uren": "integer",
    "gezinssituatie.vve_wens": "ja nee",
    "gezinssituatie.vve_afspraak": "text",
    "fysieke_gezondheid.ervaren": "range",
    "fysieke_gezondheid.beperkt": "nee licht ernstig",
    "fysieke_gezondheid.belastbaarheid_uren_dag": "integer",
    "fysieke_gezondheid.aanpassing": "text",
    "mentale_gezondheid.welbevinden": "range",
    "mentale_gezondheid.slapen": "range",
    "mentale_gezondheid.k10_band": "laag matig hoog",
    "mentale_gezondheid.oordeel_belastbaarheid": "vol beperkt tijdelijk_niet",
    "mentale_gezondheid.verwijzing": "geen huisarts ggd ggz",
    "sociaal_netwerk.contacten_nl": "range",
    "sociaal_netwerk.taalmaatje": "heeft wil nee",
    "sociaal_netwerk.eenzaamheid": "range",
    "sociaal_netwerk.steunfiguur": "text",
    "financien.inkomen": "bijstand werk geen",
    "financien.begin_bijstand": "date",
    "financien.schulden": "ja nee onbekend",
    "financien.toeslagen": (
        "geen huurtoeslag zorgtoeslag kinderbijslag kindgebonden_budget kinderopvangtoeslag"
    ),
    "randvoorwaarden.kinderopvang_uren": "integer",
    "randvoorwaarden.vervoer": "lopen fiets ov auto",
    "randvoorwaarden.reistijd_minuten": "integer",
    "randvoorwaarden.rustige_leerplek": "ja nee",
}
LIJST = {
    "opleiding.schooltaal": "talen",
    "taalniveau.moedertaal": "talen",
    "taalniveau.contacttaal": "talen",
    "werkervaring.banen.land": "landen",
    "gezinssituatie.kinderen.woont_in": "landen",
}
MEERKEUZE = {
    "leerbaarheid.leerbelemmering",
    "praktische_competenties.rijbewijs",
    "praktische_competenties.vakvaardigheden",
    "praktische_competenties.certificaten",
    "digitale_vaardigheden.apparaten",
    "financien.toeslagen",
    "randvoorwaarden.vervoer",
}


def test_no_two_startposities_have_the_same_mark() -> None:
    merken = [deel.merk for deel in load_formulieren(forms_dir()).startposities]
    assert len({*merken}) == len(merken)
    assert all(len(merk) == 2 for merk in merken)


def test_the_fixed_questions_have_their_types_and_codes() -> None:
    formulieren = load_formulieren(forms_dir())
    for naam, verwacht in VAST.items():
        vraag = formulieren.vraag(naam)
        gevonden = {keuze.naam for keuze in vraag.keuzes} or {vraag.type}
        # More may be offered, and fewer; each code of the contract is accepted.
        assert set(verwacht.split()) <= gevonden, naam
        assert not vraag.keuzes or (vraag.type == "select_multiple") == (naam in MEERKEUZE), naam
    assert {naam: formulieren.vraag(naam).lijst for naam in LIJST} == LIJST
    for naam in ("leerbaarheid.leerbelemmering", "werknemersvaardigheden.belastbaar_uren_week"):
        assert formulieren.vraag(naam).bijzonder == "gezondheid"
    for deel in ("fysieke_gezondheid", "mentale_gezondheid"):
        assert all(veld.bijzonder for veld in formulieren.startpositie(deel).velden)


PICTURE = re.compile(r"plaatje|fotokaart|gezichten|(laat|leg)[^.?]* (foto|logo|afbeelding)", re.IGNORECASE)


@pytest.mark.parametrize(
    ("naam", "code", "woorden"),
    [
        # The question was turned round: a yes of then says what it said.
        ("financien.overbrugging", "ja", "nee, te weinig geld"),
        ("financien.overbrugging", "nee", "ja, genoeg geld"),
        ("financien.schulden", "onbekend", "nog niet duidelijk"),
        ("randvoorwaarden.les_momenten", "weekend", "in het weekend"),
    ],
)
def test_what_is_offered_no_more_says_what_it_said(naam: str, code: str, woorden: str) -> None:
    vraag = load_formulieren(forms_dir()).vraag(naam)
    assert vraag.keuzelabel(code) == woorden
    assert code not in {keuze.naam for keuze in vraag.te_kiezen}


DAG = datetime.date(2026, 5, 4)


def test_no_fixed_question_is_hidden_because_another_is_still_open() -> None:
    formulieren = load_formulieren(forms_dir())
    judged = Engine(formulieren).evaluate({}, DAG)
    assert [naam for naam in [*VAST, *LIJST] if not judged.relevant(naam)] == []


def sentences(tekst: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", tekst)


def test_what_is_spoken_is_short_and_asked_once() -> None:
    spoken = [v for v in load_formulieren(forms_dir()).vragen.values() if v.read_aloud]
    told = [zin for o in load_informatie(forms_dir()) for zin in sentences(o.tekst)]
    lang = [zin for v in spoken for zin in sentences(v.label) if len(zin.split()) >= 15]
    assert lang + [zin for zin in told if len(zin.split()) >= 15] == []
    assert [label for label, keer in Counter(v.label for v in spoken).items() if keer > 1] == []


def test_what_needs_trust_is_asked_with_a_free_no() -> None:
    """Beside the question, or where its subject opens; a hint is spoken and shown as well."""
    for deel in load_formulieren(forms_dir()).startposities:
        opening = deel.vragen[f"{deel.id}.opening"].hint
        zwaar = [v for v in deel.vragen.values() if v.read_aloud and (v.sensitivity == 2 or v.bijzonder)]
        assert [v.naam for v in zwaar if "hoeft niet te antwoorden" not in opening + v.hint] == []
        # Beside a question it is said first.
        assert [v.naam for v in zwaar if v.is_veld and "antwoorden" in v.hint and not v.hint_eerst] == []


def test_a_repeat_is_as_sensitive_as_what_its_rows_ask() -> None:
    formulieren = load_formulieren(forms_dir())
    kinderen = formulieren.vraag("gezinssituatie.kinderen")
    assert (kinderen.sensitivity, kinderen.from_gesprek) == (1, 2)
    # What is said of bodies and minds waits for trust, and nothing light stands among it.
    for deel in ("fysieke_gezondheid", "mentale_gezondheid"):
        assert {v.from_gesprek for v in formulieren.startpositie(deel).velden} == {4}


def test_each_question_has_words_for_asking_consent() -> None:
    for deel in load_formulieren(forms_dir()).startposities:
        vragen = [v for v in deel.vragen.values() if v.is_veld or v.type == HERHALING]
        assert [v.naam for v in vragen if not re.search(r"\b(u|uw)\b", v.gezegd)] == []
        assert [v.naam for v in vragen if len(v.gezegd.split()) >= 12] == []
        assert [v.naam for v in vragen if re.search(r"[()\[\]/.?{}]", v.gezegd)] == []
        assert [zin for zin, keer in Counter(v.gezegd for v in vragen).items() if keer > 1] == []


def test_what_is_set_ready_for_a_kind_of_party_is_little_plain_and_still_asked() -> None:
    formulieren = load_formulieren(forms_dir())
    partijen = load_toestemmingsteksten(forms_dir()).partijen
    assert {"huisarts", "taalschool", "taalmaatje", "werkgever", "wijkteam"} <= {p.id for p in partijen}
    for partij in partijen:
        vragen = [formulieren.vragen[naam] for naam in partij.gegevens]
        assert 3 <= len(vragen) <= 5, partij.id
        assert not any(v.bijzonder or v.vervallen or v.is_vertrouwelijk for v in vragen), partij.id


def test_guidance_is_for_a_listener_and_scales_say_which_end_is_which() -> None:
    vragen = load_formulieren(forms_dir()).vragen.values()
    for vraag in vragen:
        # What to do with a picture comes on top of what to listen for.
        gids = [regel for regel in vraag.guidance_hint.splitlines() if not PICTURE.search(regel)]
        assert len(gids) <= 3, vraag.naam
        assert len("\n".join(gids)) <= 260, vraag.naam
    assert [v.naam for v in vragen if v.type == "range" and not has_both_ends(v)] == []


def has_both_ends(vraag: Vraag) -> bool:
    return all(f"{vraag.parameters[end]} = " in vraag.hint for end in ("start", "end"))


@pytest.mark.parametrize(
    ("sleutel", "op", "doelgroep", "verwacht"),
    [
        ("pip.termijn", DAG, "", 70),
        ("pip.termijn.anker", DAG, "gezinsmigrant", "kennisgeving_duo"),
        ("pip.termijn.anker", datetime.date(2022, 12, 31), "gezinsmigrant", "inschrijving_brp"),
    ],
)
def test_the_real_rules_give_their_value_on_a_day(
    sleutel: str, op: datetime.date, doelgroep: str, verwacht: object
) -> None:
    regels = load_regels(forms_dir() / "regels")
    assert regels.waarde(sleutel, op=op, doelgroep=doelgroep) == verwacht


def test_the_real_topics_load() -> None:
    onderwerpen = load_informatie(forms_dir())
    assert "inburgeringsplicht" in {onderwerp.id for onderwerp in onderwerpen}
    assert all(onderwerp.tekst and onderwerp.controlevraag for onderwerp in onderwerpen)


def test_the_report_counts_and_pyxform_has_nothing_to_say() -> None:
    rapport = check_forms(forms_dir())
    assert len(rapport.startposities) == 15
    assert rapport.velden == sum(sum(telling.per_type.values()) for telling in rapport.startposities)
    assert rapport.velden >= 200
    assert rapport.pyxform == ()


def test_an_intake_fits_in_conversations_that_somebody_can_sit_through() -> None:
    rapport = check_forms(forms_dir())
    assert rapport.gesproken <= 85
    assert rapport.notities <= 15
    assert rapport.minuten <= 300
    assert rapport.gesprekken[0].minuten <= 66
    assert rapport.woorden <= 9
    assert rapport.langste_zin <= 14
    assert [waarschuwing.tekst for waarschuwing in rapport.waarschuwingen] == []


def test_no_guidance_points_at_a_picture_that_does_not_exist() -> None:
    """A line that speaks of one names it, and is shown once it ships; what is on a phone may be shown."""
    shipped = {pad.stem for pad in (forms_dir() / "beelden").glob("*.*")}
    vragen = load_formulieren(forms_dir()).vragen
    about = [
        (rij["name"], regel)
        for pad in (forms_dir() / "startposities").glob("*.toml")
        for rij in tomllib.loads(pad.read_text("utf-8"))["survey"]
        for regel in rij.get("guidance_hint", "").splitlines()
        if PICTURE.search(regel)
    ]
    assert [regel for _, regel in about if not regel.startswith("[beeld ")] == []
    for naam, regel in about:
        beeld, _, gids = regel.removeprefix("[beeld ").partition("] ")
        assert (gids in vragen[naam].guidance_hint) == (beeld in shipped), naam


CASUSSEN = [
    *sorted((Path(__file__).parents[1] / "data" / "cases").glob("*.toml")),
    Path(str(demo.__file__)).with_name("casus.toml"),
]


@pytest.mark.parametrize("casus", CASUSSEN, ids=lambda pad: pad.stem)
def test_a_case_answers_what_is_still_asked(casus: Path) -> None:
    """Trainers and translators copy the cases: what was dropped is not in them."""
    vragen = load_formulieren(forms_dir()).vragen
    gegeven = [
        (f"{deel}.{kort}", waarde.get("waarde") if isinstance(waarde, dict) else waarde)
        for gesprek in tomllib.loads(casus.read_text("utf-8"))["gesprek"]
        for deel, antwoorden in gesprek.get("antwoorden", {}).items()
        for kort, waarde in antwoorden.items()
    ]
    bekend = [(vragen[naam], waarde) for naam, waarde in gegeven if naam in vragen]
    assert [vraag.naam for vraag, _ in bekend if vraag.vervallen] == []
    vervallen = {vraag.naam: {k.naam for k in vraag.keuzes if k.vervallen} for vraag, _ in bekend}
    gekozen = [(vraag.naam, w if isinstance(w, list) else [w]) for vraag, w in bekend if vraag.keuzes]
    assert [naam for naam, codes in gekozen if vervallen[naam] & {str(code) for code in codes}] == []
