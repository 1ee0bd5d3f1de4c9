"""Inzage: everything that is held is in it, in words, with what the AVG asks to be told, and nobody else."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from intake_assistant.documents.inzage.stuk import build_inzage
from intake_assistant.domain.entry import Presence
from intake_assistant.operations.acts.antwoord import mark_geldt, record_antwoord, record_notitie
from intake_assistant.operations.acts.concepttekst import keep_concepttekst, leave_field
from intake_assistant.operations.acts.dossier import record_inburgeraar, record_procedure
from intake_assistant.operations.acts.nalezen import record_nagelezen
from intake_assistant.operations.acts.record import erase_values, record_fields, record_waarde, remove_row
from intake_assistant.operations.acts.schets import keep_half, keep_schets
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.papers.inzage import gather
from intake_assistant.operations.papers.inzagestukken import read_all_texts
from intake_assistant.operations.words.inzagewoorden import Inzagewoorden
from intake_assistant.operations.workspace import Workspace
from tests.documents.lezen import model_text, plain
from tests.operations.casussen import on
from tests.operations.inzagehulp import onderwerpen, said, vermeldingen, whole
from tests.operations.rijk import play
from tests.operations.samen import exchange

LEZEN = "taalniveau.nl_lezen"


def make_rich(work: Workspace, number: int = 6) -> str:
    """A case with later changes, a second source, a note, an erased value, a request and a removed row."""
    dossier = play(work, number)
    eerste = record_antwoord(work, dossier, "motivatie.beroepswens", "een andere wens").entry
    assert eerste is not None
    record_antwoord(work, dossier, "motivatie.beroepswens", "kok")
    record_antwoord(work, dossier, LEZEN, "a2", bron="coa")
    mark_geldt(work, dossier, LEZEN, "coa")
    record_notitie(work, dossier, LEZEN, "Leest liever hardop.")
    erase_values(work, dossier, [eerste.id], "ging over iemand anders")
    add_verzoek(work, dossier, {"soort": "inzage", "wijze": "mondeling", "wat": "alles zien"})
    doel = work.vault.dossier(dossier).row_ids("doel")[0]
    remove_row(work, dossier, f"doel[{doel}]")
    record_waarde(work, dossier, "onbekend_onderwerp", "iets van een nieuwer programma")
    return dossier


@pytest.mark.parametrize("number", range(1, 8))
def test_every_entry_is_in_it(work: Workspace, number: int) -> None:
    dossier = make_rich(work, number)
    read_all_texts(work, dossier)
    found = whole(work, dossier)
    ids = [entry.id[:16] for entry in work.vault.entries(dossier)]
    assert sorted(v["id"] for v in vermeldingen(found)) == sorted(ids)
    assert all(v["tekst"] and all(t["nl"] for t in v["tekst"]) for v in vermeldingen(found))
    assert all(o["naam"]["nl"] for o in onderwerpen(found))


def test_each_state_of_a_value_is_told(work: Workspace) -> None:
    dossier = make_rich(work)
    found = whole(work, dossier)
    wens = said(found, "motivatie.beroepswens@inburgeraar")
    assert wens[-2:] == ["gewist: dit is weggehaald en niet meer te lezen", "kok"]
    assert "een andere wens" not in json.dumps(found, ensure_ascii=False)
    assert said(found, f"{LEZEN}@coa")[-1] == "A2"
    assert said(found, f"geldt:{LEZEN}") == ["COA"]
    assert said(found, f"notitie[{LEZEN}]") == ["Leest liever hardop."]
    assert "Verwijderd" in [t["nl"].capitalize() for v in vermeldingen(found) for t in v["tekst"]]
    stand = {v["stand"] for v in vermeldingen(found)}
    assert stand == {"aanwezig", "gewist"}
    gelden = [v for v in vermeldingen(found) if v["geldt"]]
    assert len(gelden) < len(vermeldingen(found))


def test_a_value_that_was_left_out_by_a_sender_is_told(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = play(an, 1)
    withheld = [replace(e, presence=Presence.WITHHELD) for e in an.vault.entries(dossier)]
    bo.vault.union(withheld)
    found = whole(bo, dossier)
    assert {v["stand"] for v in vermeldingen(found)} == {"achtergehouden"}
    assert {v["waarde"] for v in vermeldingen(found)} == {None}


def test_what_the_avg_asks_is_told(work: Workspace) -> None:
    dossier = make_rich(work, 2)
    record_procedure(work, dossier, {"overgedragen_op": "2026-10-01", "zaaknummer": "Z/26/42"})
    work.vault.log_access("geopend", dossier)
    work.vault.log_export("beschikking pdf", dossier, "0" * 64)
    found = whole(work, dossier)
    assert all(h["doel"] and h["grondslag"] for h in found["hoofdstukken"])
    gezondheid = next(h for h in found["hoofdstukken"] if h["id"] == "mentale_gezondheid")
    assert "artikel 9, tweede lid, onderdeel g" in gezondheid["grondslag"]
    assert {o["wie"] for o in found["ontvangers"]} >= {
        "DUO", "de taalschool", "het zaaksysteem van de gemeente", "Stichting Taalmaatjes Nieuwerhaven"
    }  # fmt: skip
    # Who was only asked something, or was refused, received nothing.
    assert "Huisartsenpraktijk De Linde" not in {o["wie"] for o in found["ontvangers"]}
    maatjes = next(o for o in found["ontvangers"] if o["wie"].startswith("Stichting Taalmaatjes"))
    # In the words in which she heard of it, not by the headings of a form.
    assert "of u een taalmaatje wilt" in maatjes["wat"]
    assert any(zin.startswith("DUO: over") for zin in found["bronnen"])
    assert found["bewaren"][0].startswith("Uw hele dossier: tot 5 jaar")
    assert found["kenmerk"] == "Z/26/42"
    assert [r["wat"] for r in found["raadplegingen"]][:1] == ["het dossier geopend"]
    assert "gemaakt als bestand buiten het programma: beschikking pdf" in {
        r["wat"] for r in found["raadplegingen"]
    }
    assert found["documenten"]


def test_who_looked_is_told_by_function_and_not_by_name(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = play(an, 1)
    an.vault.log_access("geopend", dossier)
    exchange(an, bo)
    record_antwoord(bo, dossier, LEZEN, "a2", bron="school")
    exchange(an, bo)
    found = whole(an, dossier)
    functies = {v["functie"] for v in vermeldingen(found)} | {r["functie"] for r in found["raadplegingen"]}
    assert functies == {"regievoerder", "medewerker van de gemeente"}
    (mine,) = [r for r in found["raadplegingen"] if r["wat"] == "het dossier geopend"]
    assert mine["functie"] == "regievoerder"


def test_whatever_is_noted_of_a_dossier_is_told_in_words(work: Workspace, dossier: str) -> None:
    noted = [
        "geopend",
        "show",
        "due_dossier",
        "gevoelig",
        "inzage",
        "waarde_gewist",
        "reservekopie",
        "samengevoegd",
    ]
    for wat in noted:
        work.vault.log_access(wat, dossier)
    told = [r["wat"] for r in whole(work, dossier)["raadplegingen"]]
    assert len(set(told)) == len(noted)
    assert not set(told) & set(noted)
    # One of a newer program is told as it was noted, and left out by nobody.
    work.vault.log_access("iets_nieuws", dossier)
    assert "iets nieuws" in [r["wat"] for r in whole(work, dossier)["raadplegingen"]]


def test_what_is_asked_no_more_is_told_in_its_own_words(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, "gezinssituatie.burgerlijke_staat", "verweduwd")
    record_antwoord(work, dossier, "financien.overbrugging", "ja")
    # A note on what was said to somebody, before that became part of the question.
    record_notitie(work, dossier, "gezinssituatie.familie_uitleg", "Wilde eerst thee.")
    found = whole(work, dossier)
    named = {o["onderwerp"]: o["naam"]["nl"] for o in onderwerpen(found)}
    assert named["gezinssituatie.burgerlijke_staat@inburgeraar"] == "Burgerlijke staat"
    assert said(found, "gezinssituatie.burgerlijke_staat@inburgeraar") == ["verweduwd"]
    assert said(found, "financien.overbrugging@inburgeraar") == ["nee, te weinig geld"]
    assert named["notitie[gezinssituatie.familie_uitleg]"].endswith("ver weg is?")
    assert said(found, "notitie[gezinssituatie.familie_uitleg]") == ["Wilde eerst thee."]


def test_what_the_law_check_found_is_told_without_its_code(work: Workspace) -> None:
    punt = {"reden": "uren_boven_norm", "regel": "Reg 3.1", "wat": "80 uur is meer dan 40", "waarom": "Werk."}
    (regel,) = Inzagewoorden(work, "nl", bsn=False).fields({"let_op": [punt]})
    assert "80 uur is meer dan 40" in regel
    assert "Werk" in regel
    assert "uren_boven_norm" not in regel


def test_a_conflict_shows_both(laptop: Callable[[str], Workspace]) -> None:
    an, bo = laptop("an"), laptop("bo")
    dossier = play(an, 1)
    exchange(an, bo)
    record_antwoord(an, dossier, "opleiding.jaren_onderwijs", 9)
    record_antwoord(bo, dossier, "opleiding.jaren_onderwijs", 11)
    exchange(an, bo)
    (onderwerp,) = [
        o
        for o in onderwerpen(whole(an, dossier))
        if o["onderwerp"] == "opleiding.jaren_onderwijs@inburgeraar"
    ]
    assert {v["waarde"]["waarde"] for v in onderwerp["vermeldingen"] if v["geldt"]} == {9, 11}


def test_the_bsn_is_whole_on_paper_only(work: Workspace) -> None:
    dossier = play(work, 1)
    bsn = str(work.vault.dossier(dossier).get("inburgeraar.bsn"))
    record_inburgeraar(work, dossier, {"bsn": "999990044"})
    record_notitie(work, dossier, LEZEN, f"belde met BSN {bsn}")
    tekst = json.dumps(whole(work, dossier), ensure_ascii=False)
    assert bsn not in tekst
    assert "999990044" not in tekst
    assert "••••••044" in tekst
    assert "Het hele nummer staat op papier" in tekst


def test_their_language_stands_beside_the_dutch(work: Workspace) -> None:
    found = whole(work, play(work, 2), "ar")
    assert (found["taal"], found["taalnaam"]) == ("ar", "Arabisch")
    (onderwerp,) = [o for o in onderwerpen(found) if o["onderwerp"] == "taalniveau.moedertaal@inburgeraar"]
    assert onderwerp["naam"]["nl"] == "Moedertaal"
    assert onderwerp["naam"]["vertaald"].startswith("اللغة")
    assert onderwerp["naam"]["stand"] == "ongecontroleerd"
    (ja,) = [o for o in onderwerpen(found) if o["onderwerp"] == "taalniveau.latijns@inburgeraar"]
    assert ja["vermeldingen"][0]["tekst"][0]["vertaald"]
    # A language variant without texts of its own gets those of its main language.
    assert whole(work, work.vault.dossiers()[0], "ar-SY")["taal"] == "ar"


def test_what_is_being_typed_is_held_too(work: Workspace) -> None:
    dossier = play(work, 1)
    keep_concepttekst(work, dossier, "notitie[motivatie.trots]", {"waarde": "bel 06-98765432 over T. Abraha"})
    read_all_texts(work, dossier)
    (getypt,) = whole(work, dossier)["getypt"]
    assert getypt["vermeldingen"][0]["tekst"][0]["nl"] == "bel [telefoonnummer] over [tolk]"
    # Nobody can have read it through: it stays a concept until it is recorded.
    found = whole(work, dossier)
    assert (found["concept"], len(found["ongelezen"])) == (True, 1)
    leave_field(work, dossier, "notitie[motivatie.trots]", {"waarde": "klaar"})
    read_all_texts(work, dossier)
    assert not whole(work, dossier)["concept"]


def test_half_a_date_and_pages_half_filled_in_are_held_too(work: Workspace) -> None:
    dossier = play(work, 1)
    gesprek = work.vault.dossier(dossier).row_ids("gesprek")[0]
    keep_half(work, dossier, "procedure.overgedragen_op", "eind mei")
    keep_half(work, "ander dossier", "procedure.overgedragen_op", "eind juni")
    mensen = [{"rol": "tolk", "naam": "S. Girmay", "soort": "professioneel", "nummer": "Wbtv 77001"}]
    keep_schets(work, f"voorbereiden {dossier}", {"vorm": "azc", "mensen": mensen, "onderwerpen": []})
    keep_schets(work, f"afronden {gesprek}", {"afspraak": "bel 06-98765432", "alleen": "ja"})
    keep_schets(work, f"verstrekken {dossier}", {"ontvanger": "Taalschool Noord", "grond": "kan niet tillen"})
    found = whole(work, dossier)
    lines = {o["onderwerp"]: [t["nl"] for t in o["vermeldingen"][0]["tekst"]] for o in found["getypt"]}
    assert lines[f"schets verstrekken {dossier}"] == ["Ontvanger: Taalschool Noord", "Grond: kan niet tillen"]
    assert lines["procedure.overgedragen_op"] == ["eind mei"]
    assert lines[f"schets voorbereiden {dossier}"] == [
        "Vorm: in het azc",
        "Wie erbij is: Rol: een tolk; Soort: beroepstolk",
    ]
    assert lines[f"schets afronden {gesprek}"] == [
        "Volgende afspraak: bel [telefoonnummer]", "Gewezen op het recht om alleen te praten: ja"
    ]  # fmt: skip
    words = json.dumps(found, ensure_ascii=False)
    assert not [woord for woord in ("Girmay", "Wbtv", "eind juni") if woord in words]
    build_inzage(gather(work, work.vault.dossier(dossier)), work.data.inzageteksten)


def test_what_is_prepared_for_duo_or_a_consent_is_held_too(work: Workspace) -> None:
    dossier = play(work, 2)
    contact = {"naam": "Bea de Boer", "email": "bea@voorbeeld.example"}
    keep_schets(work, f"duo contactpersoon {dossier}", contact)
    aanbod = {
        "datumInburgeringsaanbod": "2026-05-01", "indicatorAlfabetiseringsonderwijs": "NVT",
        "instelling": "12AB345678",
    }  # fmt: skip
    keep_schets(work, f"duo aanbod {dossier}", aanbod)
    consent = {"partij": "Taalschool Noord", "doel": "een plek", "gegevens": ["taalniveau.moedertaal"]}
    keep_schets(work, f"toestemming {dossier}", {**consent, "dag": "2026-05-04"})
    keep_schets(work, f"samenloop {dossier}", {"waarom": "op dezelfde dag getekend"})
    keep_schets(work, f"nieuwer {dossier}", {"waarom": "een pagina die nog niemand kent"})
    keep_schets(work, "duo aanbod van een ander", aanbod)
    record_waarde(work, dossier, "duobericht[b]", {"soort": "aanbod", **aanbod})
    found = whole(work, dossier)
    lines = {o["onderwerp"]: [t["nl"] for t in o["vermeldingen"][0]["tekst"]] for o in found["getypt"]}
    told = [
        "Dag van het aanbod: 1 mei 2026",
        "Leren lezen en schrijven: niet nodig",
        "Nummer van de school: 12AB345678",
    ]
    assert lines[f"schets duo aanbod {dossier}"] == told
    assert lines[f"schets duo contactpersoon {dossier}"][0] == "Naam: Bea de Boer"
    assert lines[f"schets toestemming {dossier}"][:3] == [
        "Voor wie: Taalschool Noord", "Doel: een plek", "Gegevens: Moedertaal"
    ]  # fmt: skip
    assert lines[f"schets samenloop {dossier}"] == ["Waarom: op dezelfde dag getekend"]
    (bericht,) = [o for o in onderwerpen(found) if o["onderwerp"] == "duobericht[b]"]
    assert {t["nl"] for t in bericht["vermeldingen"][0]["tekst"]} == {*told, "Soort: aanbod"}
    assert len(lines) == len(found["getypt"]) == 5
    assert lines[f"schets nieuwer {dossier}"] == ["Waarom: een pagina die nog niemand kent"]
    names = {o["naam"]["nl"] for o in found["getypt"]}
    assert {
        "Een bericht aan DUO dat wordt ingevuld",
        "Een vraag om toestemming die wordt voorbereid",
    } <= names
    build_inzage(gather(work, work.vault.dossier(dossier)), work.data.inzageteksten)


def test_a_page_about_several_people_names_none_of_the_others(work: Workspace) -> None:
    een, ander = play(work, 2), play(work, 5)
    keep_schets(work, f"versturen {een} {ander}", {"gezondheid": "ja", "grond": "om te begeleiden"})
    for dossier, niet in ((een, ander), (ander, een)):
        found = whole(work, dossier)
        (pagina,) = [o for o in found["getypt"] if o["onderwerp"] == f"schets versturen {dossier}"]
        assert [t["nl"] for t in pagina["vermeldingen"][0]["tekst"]] == [
            "Gezondheid: ja",
            "Grond: om te begeleiden",
        ]
        assert niet not in json.dumps(found)


def test_retention_says_how_it_stands_today(work: Workspace) -> None:
    dossier = play(work, 2)

    def said_on(day: str) -> dict[str, str]:
        zinnen = whole(on(work, day), dossier)["bewaren"]
        return {"heel": zinnen[0], "lbt": zinnen[-2], "kopie": zinnen[-1]}

    # Bezwaar can be posted until 12 May 2026, and come in until a week later.
    assert said_on("2026-05-19")["lbt"].endswith("Dat is tot 20 mei 2026.")
    assert said_on("2026-05-20")["lbt"].endswith("Die tijd is voorbij: wij moeten dit nu wissen.")
    assert said_on("2026-05-20")["kopie"].startswith("Wat wij wissen, wissen wij ook in de reservekopieën.")
    bezwaar = {"ontvangen_op": "2026-05-12", "besluit": "1"}
    record_fields(work, dossier, "bezwaar[1]", bezwaar)
    assert said_on("2026-05-20")["lbt"].endswith("Er loopt nog een bezwaar. Zo lang blijft dit bewaard.")
    record_fields(work, dossier, "bezwaar[1]", {"beslist_op": "2026-05-12", "beslissing": "ingetrokken"})
    add_verzoek(work, dossier, {"soort": "beperking", "ontvangen_op": "2026-05-12"})
    assert "Daarom wissen wij dit nog niet." in said_on("2026-05-20")["lbt"]


def test_what_was_left_out_is_counted(work: Workspace, dossier: str) -> None:
    assert whole(work, dossier)["afgeschermd"] == 0
    record_notitie(work, dossier, LEZEN, "Mevrouw Jansen belt 06-98765432.")
    found = whole(work, dossier)
    assert found["afgeschermd"] == sum(v["afgeschermd"] for v in vermeldingen(found)) == 2
    stuk = build_inzage(gather(work, work.vault.dossier(dossier)), work.data.inzageteksten)
    assert plain("hebben weggelaten: 2.") in model_text(stuk)


def test_it_is_a_concept_until_every_text_was_read(work: Workspace) -> None:
    dossier = play(work, 1)
    eerst = whole(work, dossier)
    assert eerst["concept"]
    # The same words at two places are read once.
    assert len(set(eerst["ongelezen"])) == len(eerst["ongelezen"]) > 0
    assert read_all_texts(work, dossier) > 0
    na = whole(work, dossier)
    assert (na["concept"], na["ongelezen"]) == (False, [])
    assert read_all_texts(work, dossier) == 0
    record_notitie(work, dossier, LEZEN, "nieuw")
    assert whole(work, dossier)["concept"]


def test_reading_nothing_records_nothing(work: Workspace, dossier: str) -> None:
    before = len(work.vault.entries(dossier))
    record_nagelezen(work, dossier, [], {})
    assert len(work.vault.entries(dossier)) == before
