"""The beschikking: each element of the law, only where it applies, and what is missing in sight."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

import pytest

from intake_assistant.documents.model import Alinea, Kop, Stuk, Tabel, texts_of
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.pip.beschikking import build_beschikking
from intake_assistant.documents.pip.gegevens import (
    Argument,
    Beschikking,
    Boetes,
    Gemeente,
    Inburgeraar,
    Leerbaarheidstoets,
    PipGegevens,
    Procedure,
    Weging,
    Zroute,
)
from intake_assistant.domain.recht.gesprek import ROLLEN, VORMEN
from intake_assistant.domain.recht.leerroute import Leerroute
from intake_assistant.domain.recht.ontwikkelplan import WIE
from intake_assistant.domain.recht.procedure import Oproep
from intake_assistant.domain.recht.tussen.tolk import TOLKSOORTEN
from tests.documents import voorbeeld
from tests.documents.lezen import pdf_pages
from tests.documents.voorbeeld import BESCHIKKING, CONCEPT, PIP, SELAM, ZROUTE

TEKSTEN = voorbeeld.teksten()
REGELS = Kop(1, "17. De regels waarop dit besluit rust")


def built(gegevens: PipGegevens) -> str:
    return "\n".join(texts_of(build_beschikking(gegevens, TEKSTEN)))


def with_besluit(**changes: object) -> PipGegevens:
    return replace(PIP, beschikking=replace(BESCHIKKING, **changes))  # type: ignore[arg-type]  # names in the test


def missing(stuk: Stuk) -> list[str]:
    return [blok.tekst for blok in stuk.blokken if isinstance(blok, Alinea) and blok.stijl == "ontbreekt"]


def headings(stuk: Stuk) -> list[str]:
    return [
        blok.tekst.partition(". ")[2] for blok in stuk.blokken if isinstance(blok, Kop) and blok.niveau == 1
    ]


def test_what_it_means_stands_before_why() -> None:
    koppen = headings(build_beschikking(PIP, TEKSTEN))
    means = [
        "Besluit",
        "Het belangrijkste op een rij",
        "Uw leerroute",
        "Wat u nog meer doet",
        "Hulp en begeleiding",
    ]
    assert koppen[: len(means)] == means
    niet_eens = koppen.index("Bent u het niet eens met dit besluit?")
    assert niet_eens < koppen.index("Waarom wij dit besluit nemen")
    why = [kop for kop in koppen[niet_eens:] if kop.startswith(("Waarom", "Hoe", "Wat wij", "De regels"))]
    assert why == [
        "Waarom wij dit besluit nemen",
        "Hoe dit besluit tot stand kwam",
        "Wat wij in de brede intake hebben gezien",
        "Hoe wij naar de drie leerroutes hebben gekeken",
        "Waarom wij voor deze leerroute kiezen",
        "De regels waarop dit besluit rust",
    ]


def test_what_it_means_is_whole_on_two_pages_and_the_articles_come_after() -> None:
    pages = pdf_pages(write_pdf(build_beschikking(PIP, TEKSTEN)))
    first = " ".join(pages[:2])
    for kop in ("3. Uw leerroute", "5. Hulp en begeleiding", "6. Uw kind", "7. Hoe lang u de tijd heeft"):
        assert kop in first
    # The besluit itself names its articles (Wet 15(1), (3)); what explains it does not.
    assert first.count("artikel") == 2
    blokken = build_beschikking(PIP, TEKSTEN).blokken
    told = [blok.tekst for blok in blokken[blokken.index(REGELS) :] if isinstance(blok, Alinea)]
    found = [re.match(r"Bij (\d+): Artikel", tekst) for tekst in told]
    assert [int(one[1]) for one in found if one] == [3, 4, 5, 6, 7, 8, 9, 10, 13, 14, 16]


def test_one_level_for_all_is_a_sentence_and_no_table() -> None:
    niveaus = {"lezen": "B2", "spreken": "B1"}
    anders = built(with_besluit(leerroute="O", niveau_per_onderdeel=niveaus, niveau="B1"))
    gelijk = built(with_besluit(niveau_per_onderdeel=dict.fromkeys(("lezen", "spreken"), "B1"), niveau="B1"))
    assert "Niveau per onderdeel" in anders
    assert "Niveau per onderdeel" not in gelijk
    assert "Uw doel is niveau" in gelijk


def test_the_leerroute_is_the_line_that_is_read_first() -> None:
    stuk = build_beschikking(PIP, TEKSTEN)
    assert stuk.blokken[0] == Alinea("Uw leerroute: B1-route", "groot")
    assert not any(
        isinstance(blok, Alinea) and blok.stijl == "groot"
        for blok in build_beschikking(replace(with_besluit(leerroute=""), vastgesteld=False), TEKSTEN).blokken
    )


def test_only_a_change_rests_on_the_power_to_change() -> None:
    assert "De wijziging van de leerroute rust op artikel 17" not in built(PIP)
    changed = replace(PIP, grond="schakelen", dagtekening_eerste_pip=date(2025, 5, 11))
    assert "De wijziging van de leerroute rust op artikel 17" in built(changed)


def test_an_argument_on_a_sealed_answer_names_no_false_source() -> None:
    argument = Argument(tekst="U kunt zeven uur per dag leren.", rust_op_bijzonder=True)
    said = built(replace(PIP, weging=(Weging(leerroute="B", voor=(argument,)), *PIP.weging[1:])))
    assert "U kunt zeven uur per dag leren.\ngegevens die wij hier niet noemen" in said


def test_without_the_name_of_the_municipality_the_address_for_bezwaar_is_a_sentence() -> None:
    said = built(replace(PIP, gemeente=Gemeente(naam="")))
    assert "burgemeester en wethouders van uw gemeente." in said
    assert "gemeente . " not in said
    assert "van de gemeente ... stelt" in said


@pytest.mark.parametrize(
    "sentence",
    [
        "Uw leerroute is de B1-route.",
        "Selam Tesfay",
        "999990019",
        "17 maart 1994",
        "PIP-2026-0042",
        "1f2e3d4c5b6a7980",
        "U volgt ongeveer 12 uur les per week, 75 weken lang. Dat is samen ongeveer 900 uur.",
        "Het PVT duurt 12 uur.",
        "In de MAP oefent u 40 uur in de praktijk.",
        "Wij bespreken 6 keer met u hoe het gaat.",
        "Een taalmaatje via Stichting Taalmaatjes.",
        "Uw dochter gaat vier ochtenden per week naar de peuterspeelzaal.",
        "Besluit ontzorgen: huur, gas, water, stroom en zorgverzekering.",
        "DUO heeft u op 2 maart 2026 laten weten dat u moet inburgeren.",
        "U staat sinds 16 maart 2026 ingeschreven in onze gemeente",
        "U heeft op 20 maart 2026 de leerbaarheidstoets gedaan. De uitslag is: de B1-route is haalbaar.",
        "u, de regievoerder, een tolk (beroepstolk, nummer 12345)",
        "Tigrinya",
        "Op 5 maart 2026 hebben wij u verteld dat u alleen met ons mag praten",
        "Hoofddoel (uzelf, gesprek van 26 maart 2026)",
        "De B1-route past bij u.",
        "U wilt graag snel beginnen.",
        "begint uw termijn op 12 mei 2026 en is 11 mei 2029 de laatste dag",
        "op de dag na de dagtekening van het PIP",
        "binnen zes weken na de dag dat wij dit besluit stuurden of gaven",
        "op de dag na die waarop het besluit op de voorgeschreven wijze is bekendgemaakt",
        "Postbus 100, 1234 AA Waterrade",
        "de voorzieningenrechter van de rechtbank Midden-Nederland",
        "De Nederlandse tekst van dit besluit geldt.",
        "M. de Boer",
        "Mandaatbesluit 2025, artikel 4",
        "Ook als u tekent, kunt u zeggen dat u het niet eens bent met dit besluit.",
        "fg@waterrade.example",
    ],
)
def test_a_complete_besluit_says(sentence: str) -> None:
    assert sentence in built(PIP)


def test_a_complete_besluit_misses_nothing_and_is_no_concept() -> None:
    stuk = build_beschikking(PIP, TEKSTEN)
    assert not stuk.concept
    assert missing(stuk) == []
    assert "nog niet bekend" not in built(PIP)
    assert "jurist" not in built(PIP)


def test_each_code_has_its_words() -> None:
    lists: dict[str, Iterable[str]] = {
        "rol": ROLLEN,
        "soort": TOLKSOORTEN,
        "vorm": VORMEN,
        "wie": WIE,
        "leerroute": (route.value for route in Leerroute),
        "doelgroep": ("asielstatushouder", "gezinsmigrant", "overige_migrant"),
        "bron": ("inburgeraar", "coa", "diploma", "toets", "school", "regievoerder", "duo"),
    }
    assert {
        (name, code) for name, codes in lists.items() for code in codes if code not in TEKSTEN.woorden[name]
    } == set()


def test_all_three_leerroutes_are_weighed() -> None:
    stuk = build_beschikking(PIP, TEKSTEN)
    heads = [blok.tekst for blok in stuk.blokken if isinstance(blok, Kop) and blok.niveau == 2]
    assert heads[-3:] == ["B1-route", "Onderwijsroute", "Zelfredzaamheidsroute (Z-route)"]
    tables = [blok for blok in stuk.blokken if isinstance(blok, Tabel) and blok.vorm == "weging"]
    assert [[rij[0] for rij in tabel.rijen] for tabel in tables] == [
        ["voor", "voor", "tegen"],
        ["voor", "tegen"],
        ["tegen"],
    ]


def test_a_ground_that_stays_out_is_said_to_exist_only_where_it_does() -> None:
    sentence = "persoonlijke gegevens meegewogen die niet in dit besluit staan"
    assert built(PIP).count(sentence) == 1
    without = replace(PIP, weging=tuple(replace(row, niet_afgedrukt=0) for row in PIP.weging))
    assert sentence not in built(without)


def test_an_empty_concept_shows_each_element_that_the_law_asks() -> None:
    empty = PipGegevens(
        gemeente=Gemeente(naam="Waterrade"),
        inburgeraar=Inburgeraar(doelgroep="asielstatushouder"),
        beschikking=Beschikking(leerroute="Z"),
        peildatum=date(2026, 4, 1),
        vve_van_toepassing=True,
        afwijking_lbt=True,
    )
    stuk = build_beschikking(empty, TEKSTEN)
    lines = missing(stuk)
    counted, *each = lines
    assert counted == "Dit is een concept. Wat nog moet worden ingevuld, staat hieronder gemerkt."
    assert all(line.startswith("Nog in te vullen: ") for line in each)
    wanted = set(TEKSTEN.woorden["ontbreekt"]) - {
        "leerroute", "weging", "doelen", "datum_gesprek", "inspanning", "lagere_delen",
    }  # fmt: skip
    for code in wanted:
        assert any(TEKSTEN.woord("ontbreekt", code) in line for line in each), code
    assert sum("spreekt" in line for line in each) == 3
    assert "(naam onbekend)" in "\n".join(texts_of(stuk))


def test_a_concept_without_leerroute_says_so() -> None:
    lines = missing(build_beschikking(replace(CONCEPT, beschikking=Beschikking()), TEKSTEN))
    assert any("onderdeel a" in line for line in lines)


def test_a_concept_says_that_no_lawyer_checked_its_texts() -> None:
    stuk = build_beschikking(CONCEPT, TEKSTEN)
    assert stuk.concept
    assert "nog niet nagekeken door een jurist" in "\n".join(texts_of(stuk))


def test_the_onderwijsroute_has_no_map() -> None:
    text = built(with_besluit(leerroute="O", map_uren=40))
    assert "oefent u" not in text
    assert "Bij de onderwijsroute hoort geen module Arbeidsmarkt en Participatie (MAP)." in text
    assert "taalschakeltraject" in text
    assert "artikelen 6, 8, 11" in text


def test_only_an_asielstatushouder_has_an_intensiteit() -> None:
    for doelgroep in ("gezinsmigrant", "overige_migrant"):
        other = replace(PIP, inburgeraar=replace(SELAM, doelgroep=doelgroep))
        text = built(other)
        assert "75 weken" not in text
        assert "artikel 15, tweede lid" not in text
        assert "maatschappelijke begeleiding" not in text
        assert missing(build_beschikking(other, TEKSTEN)) == []


def test_fines_are_named_to_everybody_but_an_asielstatushouder() -> None:
    assert not re.search(r"\d euro|boete", built(PIP))
    boetes = Boetes(begeleiding=60, begeleiding_max=900, plafond=2_500, pvt_map=350, leerroute_max=1100)
    assert not re.search(r"\d euro|boete", built(replace(PIP, boetes=boetes)))
    gezin = replace(PIP, inburgeraar=replace(SELAM, doelgroep="gezinsmigrant"), boetes=boetes)
    text = built(gezin)
    for amount in ("60 euro", "900 euro", "2.500 euro", "350 euro", "1.100 euro"):
        assert amount in text
    onderwijs = replace(gezin, beschikking=replace(BESCHIKKING, leerroute="O"))
    assert "350 euro voor het PVT en" in built(onderwijs)


def test_without_a_rule_no_fine_is_named() -> None:
    gezin = replace(PIP, inburgeraar=replace(SELAM, doelgroep="gezinsmigrant"), boetes=None)
    assert not re.search(r"\d euro|boete", built(gezin))


def test_the_hours_of_the_z_route() -> None:
    asiel = built(replace(PIP, beschikking=ZROUTE))
    assert "U volgt 800 uur les: Nederlands en KNM samen." in asiel
    assert "U doet ook 800 uur mee in de praktijk" in asiel
    other = replace(PIP, beschikking=ZROUTE, inburgeraar=replace(SELAM, doelgroep="gezinsmigrant"))
    assert "U doet ook 800 uur mee" not in built(other)
    assert "800" not in built(PIP)


def test_no_hours_left_is_a_decision_and_not_a_gap() -> None:
    zroute = replace(ZROUTE, zroute=Zroute(cursusuren=0, participatie_uren=0), voortgangsgesprekken=0)
    stuk = build_beschikking(replace(PIP, beschikking=zroute), TEKSTEN)
    said = "\n".join(texts_of(stuk))
    assert missing(stuk) == []
    assert "U hoeft geen lessen meer te volgen." in said
    assert "U hoeft geen uren meer mee te doen in de praktijk." in said
    assert "Wij plannen geen voortgangsgesprekken." in said


def test_vve_only_with_a_child() -> None:
    assert "VVE" not in built(replace(with_besluit(vve=""), vve_van_toepassing=False))
    text = built(with_besluit(vve="", vve_nvt="uw zoon gaat al naar groep 1."))
    zin = "Wij maken nu geen afspraken over de voorschool (VVE). De reden is: uw zoon gaat al naar groep 1."
    assert zin in text
    # Also said of who has no child.
    assert "Uw kind:" not in text


def test_a_departure_from_the_test_needs_its_reason() -> None:
    departing = replace(PIP, afwijking_lbt=True)
    in_concept = build_beschikking(replace(departing, vastgesteld=False), TEKSTEN)
    assert any("afwijkt van de leerbaarheidstoets" in line for line in missing(in_concept))
    reasoned = replace(
        departing, beschikking=replace(BESCHIKKING, motivering_afwijking_lbt="U was ziek bij de toets.")
    )
    assert "U was ziek bij de toets." in built(reasoned)


def test_an_intake_that_was_finished_in_absence() -> None:
    calls = tuple(
        Oproep(datum=date(2026, 3, day), verschenen=False, waarschuwing=date(2026, 3, day + 1))
        for day in (2, 12, 22)
    )
    absent = replace(
        PIP,
        gesprekken=(),
        bevindingen=(),
        leerbaarheidstoets=Leerbaarheidstoets(),
        procedure=Procedure(
            kennisgeving_duo=date(2026, 3, 1), inschrijving_brp=date(2026, 3, 1), oproep=calls
        ),
        beschikking=replace(BESCHIKKING, onvolledig_reden="u bent drie keer niet gekomen."),
    )
    text = built(absent)
    assert text.count("U bent niet gekomen. Op ") == 3
    assert "u bent drie keer niet gekomen" in text
    assert "buiten aanwezigheid" in text
    assert not re.search("met u gesproken|met u besproken of|hebben wij afgesproken|van u gehoord", text)
    assert missing(build_beschikking(absent, TEKSTEN)) == []

    came = (Oproep(datum=date(2026, 3, 2), verschenen=True, meegewerkt=False), *calls[1:])
    unwilling = built(replace(absent, procedure=replace(absent.procedure, oproep=came)))
    assert "U bent gekomen, maar u werkte niet mee." in unwilling
    assert "buiten aanwezigheid" not in unwilling


def test_a_changed_besluit_names_the_first_and_keeps_the_term() -> None:
    changed = replace(PIP, grond="schakelen", dagtekening_eerste_pip=date(2025, 9, 1))
    text = built(changed)
    assert "U krijgt een andere leerroute: de B1-route." in text
    assert "Uw eerste PIP is van 1 september 2025." in text
    assert "artikel 11, derde lid" in text


def test_a_term_set_by_duo_is_not_called_ours() -> None:
    assert PIP.inburgeringstermijn
    text = built(replace(PIP, inburgeringstermijn=replace(PIP.inburgeringstermijn, bron="duo")))
    assert "DUO heeft uw inburgeringstermijn vastgesteld." in text
    assert "Volgens onze berekening" not in text


@pytest.mark.parametrize(
    ("persoon", "naam", "aanhef"),
    [
        (Inburgeraar(voornamen="Zahra"), "Zahra (zonder achternaam)", "Beste Zahra,"),
        (Inburgeraar(achternaam="Noor"), "(zonder voornamen) Noor", "Beste Noor,"),
        (Inburgeraar(geboortejaar=1990), "(naam onbekend)", "Beste heer, mevrouw,"),
    ],
)
def test_a_person_of_whom_little_is_known(persoon: Inburgeraar, naam: str, aanhef: str) -> None:
    text = built(replace(PIP, inburgeraar=replace(persoon, doelgroep="asielstatushouder")))
    assert naam in text
    assert aanhef in text
    if persoon.geboortejaar:
        assert "in 1990" in text


def test_the_name_of_a_third_person_is_not_printed() -> None:
    weging = (Weging(leerroute="B", voor=(Argument(tekst="goed"),)), *PIP.weging[1:])
    text = built(replace(PIP, weging=weging))
    assert "Abraha" not in text


def test_sections_are_numbered_without_a_gap() -> None:
    for gegevens in (PIP, CONCEPT, replace(PIP, beschikking=ZROUTE)):
        heads = [
            b.tekst
            for b in build_beschikking(gegevens, TEKSTEN).blokken
            if isinstance(b, Kop) and b.niveau == 1
        ]
        assert [int(head.split(".")[0]) for head in heads] == list(range(1, len(heads) + 1))
