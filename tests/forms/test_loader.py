"""Strict loading: each rule by a small form that breaks it, and the real forms."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from intake_assistant.errors import KnownError
from intake_assistant.forms.fouten import Foutenlijst
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.forms.zinnen import PORTRET
from tests.forms.kleine_formulieren import Formulier, goed, veld, write_forms

Change = Callable[[Formulier], Any]


def fouten_of(folder: Path) -> Foutenlijst:
    with pytest.raises(KnownError) as gevangen:
        load_formulieren(folder)
    assert gevangen.value.code == "form.invalid"
    fouten = gevangen.value.facts["fouten"]
    assert isinstance(fouten, Foutenlijst)
    assert gevangen.value.facts["aantal"] == len(fouten)
    return fouten


def rij(formulier: Formulier, naam: str) -> dict[str, Any]:
    gevonden: dict[str, Any] = next(rij for rij in formulier["survey"] if rij.get("name") == naam)
    return gevonden


def put(naam: str, kolom: str, waarde: object) -> Change:
    return lambda formulier: rij(formulier, naam).update({kolom: waarde})


def put_pip(naam: str, kolom: str, waarde: object) -> Change:
    return lambda formulier: rij(formulier, naam)["pip"].update({kolom: waarde})


def portret(naam: str, plek: str, **kolommen: object) -> Change:
    """A question in the portret, with what else is said of it."""
    return lambda formulier: rij(formulier, naam)["pip"].update({"portret": plek, **kolommen})


def without(naam: str, kolom: str) -> Change:
    return lambda formulier: rij(formulier, naam).pop(kolom)


def without_pip(naam: str, kolom: str) -> Change:
    return lambda formulier: rij(formulier, naam)["pip"].pop(kolom)


def setting(kolom: str, waarde: object) -> Change:
    return lambda formulier: formulier["settings"].update({kolom: waarde})


def choice(**kolommen: str) -> Change:
    return lambda formulier: formulier["choices"].append(kolommen)


def zinnen(naam: str, regels: str) -> Change:
    """Sentences for each code in place of the one with a gap."""

    def change(formulier: Formulier) -> None:
        without_pip(naam, "zin")(formulier)
        put_pip(naam, "zinnen", regels)(formulier)

    return change


def relevant(bron: str) -> Change:
    return put("taal.totaal", "relevant", bron)


HERHALING = [{"type": "begin_repeat", "name": "taal.r", "label": "Nog een"}, {"type": "end_repeat"}]
ZONDER_DEEL = {"sensitivity": 0, "from_gesprek": 1, "read_aloud": True, "grondslag": "x", "zin": "{waarde}"}
SCHAAL = "start=1 end=5 step=1"
DELEN = "beschikking, ontwikkelplan, beide"
PORTRETPLEKKEN = ", ".join(PORTRET)

KAPOT: list[tuple[str, str, str, Change]] = [
    # rule, something found, something meant, the change that breaks it
    ("kolom", "labl", "label", put("taal.verhaal", "labl", "Wat?")),
    ("kolom", "pip.sensitivty", "pip.sensitivity", put_pip("taal.verhaal", "sensitivty", 1)),
    ("kolom", "surveys", "survey", lambda f: f.update(surveys=[])),
    ("kolom", "doelen", "doel", setting("doelen", "x")),
    ("kolom", "nam", "name", lambda f: f["choices"][0].update(nam="x")),
    ("kolom_type", "required = 'yes'", "", put("taal.verhaal", "required", "yes")),
    ("kolom_type", "pip.sensitivity = True", "", put_pip("taal.verhaal", "sensitivity", True)),
    ("kolom_type", "'x'", "", lambda f: f["survey"].append("x")),
    ("kolom_type", "retired = [3]", "", setting("retired", [3])),
    ("leeg", "hint", "", put("taal.verhaal", "hint", "")),
    ("gids_beeld", "[beeld] Kijk.", "", put("taal.verhaal", "guidance_hint", "Luister.\n[beeld] Kijk.")),
    ("type", "txt", "text", put("taal.verhaal", "type", "txt")),
    ("type_lijst", "select_one", "", put("taal.leest", "type", "select_one")),
    ("type_lijst", "text ja_nee", "", put("taal.verhaal", "type", "text ja_nee")),
    ("naam", "leest", "taal.leest", put("taal.leest", "name", "leest")),
    ("naam", "taal.Leest", "taal.Leest", put("taal.leest", "name", "taal.Leest")),
    ("naam", "taal-x.leest", "taal.leest", put("taal.leest", "name", "taal-x.leest")),
    ("dubbel", "taal.leest", "", put("taal.verhaal", "name", "taal.leest")),
    ("dubbel", "geen", "", lambda f: f["choices"].append(f["choices"][1])),
    ("ontbreekt", "label", "", without("taal.verhaal", "label")),
    ("ontbreekt", "label", "", without("taal.opening", "label")),
    ("ontbreekt", "label", "", without("taal.cursussen", "label")),
    ("ontbreekt", "guidance_hint", "", without("taal.verhaal", "guidance_hint")),
    ("ontbreekt", "pip.sensitivity", "", without_pip("taal.verhaal", "sensitivity")),
    ("ontbreekt", "pip.from_gesprek", "", without_pip("taal.verhaal", "from_gesprek")),
    ("ontbreekt", "pip.read_aloud", "", without_pip("taal.verhaal", "read_aloud")),
    ("ontbreekt", "constraint_message", "", without("taal.toets", "constraint_message")),
    ("ontbreekt", "name", "", without("taal.blad", "name")),
    ("ontbreekt", "version", "", lambda f: f["settings"].pop("version")),
    ("ontbreekt", "list_name", "", lambda f: f["choices"][0].pop("list_name")),
    ("zonder_doel", "taal.verhaal", "", without_pip("taal.verhaal", "deel")),
    ("vervallen_gesproken", "taal.verhaal", "", put_pip("taal.verhaal", "vervallen", True)),
    ("kolom_waarde", "pip.sensitivity = 3", "0, 1, 2", put_pip("taal.verhaal", "sensitivity", 3)),
    ("kolom_waarde", "pip.from_gesprek = 0", "1, 2, 3, 4, 5", put_pip("taal.verhaal", "from_gesprek", 0)),
    (
        "kolom_waarde",
        "pip.bijzonder = ras",
        "gezondheid, veiligheid",
        put_pip("taal.leest", "bijzonder", "ras"),
    ),
    ("kolom_waarde", "pip.plek = hier", "sterk, wens, nodig, geld", put_pip("taal.leest", "plek", "hier")),
    ("verwijzing", "taal.lest", "taal.leest", put_pip("taal.verhaal", "ook_in", "taal.lest")),
    ("twee_keer_gevraagd", "taal.leest", "", put_pip("taal.verhaal", "ook_in", "taal.leest")),
    ("kolom_type", "vervallen = 'ja'", "", lambda f: f["choices"][0].update(vervallen="ja")),
    ("keuze", "gezinsmigrand", "gezinsmigrant", relevant("${inburgeraar.doelgroep} = 'gezinsmigrand'")),
    ("verwijzing", "inburgeraar.bsn", "inburgeraar.doelgroep", relevant("${inburgeraar.bsn} = '1'")),
    ("zin_ontbreekt", "taal.verhaal", "", without_pip("taal.verhaal", "zin")),
    ("zin_ontbreekt", "nee", "", zinnen("taal.leest", "ja: U leest.")),
    ("zin_ontbreekt", "1, 4, 5", "", zinnen("taal.schaal", "2: Nog niet.\n3: Een beetje.")),
    ("zin_ontbreekt", "taal.schrift", "", zinnen("taal.schrift", "latijns: U schrijft.\ngeen: -")),
    ("zin_ontbreekt", "taal.toets", "", without_pip("taal.toets", "zin")),
    ("zin_gat", "U zei iets.", "", put_pip("taal.verhaal", "zin", "U zei iets.")),
    ("zin_gat", "{waarde} en {waarde}.", "", put_pip("taal.verhaal", "zin", "{waarde} en {waarde}.")),
    ("zin_gat", "U zei {antwoord}.", "", put_pip("taal.verhaal", "zin", "U zei {antwoord}.")),
    ("zin_gat", "U zei {waarde} {naam}.", "", put_pip("taal.verhaal", "zin", "U zei {waarde} {naam}.")),
    ("zin_gat", "U {leest}.", "", put_pip("taal.leest", "zinnen", "ja: U {leest}.")),
    ("zin_regel", "ja U leest.", "", put_pip("taal.leest", "zinnen", "ja U leest.")),
    ("zin_code", "jaa", "ja", put_pip("taal.leest", "zinnen", "jaa: U leest.")),
    ("zin_code", "6", "", put_pip("taal.schaal", "zinnen", "6: Heel goed.")),
    ("zin_code", "ja", "", put_pip("taal.verhaal", "zinnen", "ja: U leest.")),
    ("zin_overbodig", "taal.verhaal", "", put_pip("taal.verhaal", "bijzonder", "gezondheid")),
    ("zin_overbodig", "taal.verhaal", "", lambda f: rij(f, "taal.verhaal").update(pip=ZONDER_DEEL)),
    ("zin_overbodig", "taal.opening", "", put("taal.opening", "pip", {"zin": "{waarde}."})),
    ("plek_ontbreekt", "taal.verhaal", "", without_pip("taal.verhaal", "plek")),
    ("plek_overbodig", "sterk", "", put_pip("taal.verhaal", "deel", "beschikking")),
    ("kolom_waarde", "pip.portret = mooi", PORTRETPLEKKEN, put_pip("taal.leest", "portret", "mooi")),
    ("kolom_waarde", "pip.bakje = overal", "weging, plan, beide", put_pip("taal.leest", "bakje", "overal")),
    ("bakje_gevoelig", "taal.opening", "", put("taal.opening", "pip", {"bakje": "plan"})),
    ("portret_gevoelig", "taal.verhaal", "", portret("taal.verhaal", "woord", sensitivity=2)),
    ("portret_gevoelig", "taal.toets", "", portret("taal.toets", "was", bijzonder="veiligheid")),
    ("portret_gevoelig", "taal.opening", "", put("taal.opening", "pip", {"portret": "was"})),
    ("portret_overbodig", "taal.leest", "", put_pip("taal.leest", "portret_zin", "leest: {waarde}")),
    ("portret_overbodig", "taal.leest", "", put_pip("taal.leest", "portret_zinnen", "ja: leest")),
    ("portret_soort", "woord: select_one", "", portret("taal.leest", "woord")),
    ("portret_soort", "kind: decimal", "", portret("taal.totaal", "kind")),
    ("zin_gat", "kan lezen", "", portret("taal.leest", "kan", portret_zin="kan lezen")),
    ("zin_code", "jaa", "ja", portret("taal.leest", "kan", portret_zinnen="jaa: leest")),
    ("zin_gat", "dat zei u", "", put_pip("taal.verhaal", "samenvatting", "dat zei u")),
    (
        "samenvatting_gevoelig",
        "taal.opening",
        "",
        put("taal.opening", "pip", {"samenvatting": "{waarde}."}),
    ),
    ("kolom_waarde", "pip.deel = plan", DELEN, put_pip("taal.leest", "deel", "plan")),
    ("kolom_waarde", "pip.bewaren = k11", "k10, lbt_detail", put_pip("taal.leest", "bewaren", "k11")),
    ("kolom_type", "pip.derden = 'ja'", "", put_pip("taal.verhaal", "derden", "ja")),
    ("appearance", "field_list", "field-list", put("taal.blad", "appearance", "field_list")),
    ("parameters", "start=5 end=1 step=1", SCHAAL, put("taal.schaal", "parameters", "start=5 end=1 step=1")),
    ("parameters", "start=1 end=5", SCHAAL, put("taal.schaal", "parameters", "start=1 end=5")),
    ("parameters", "", SCHAAL, without("taal.schaal", "parameters")),
    ("lijst", "schrft", "schrift", put("taal.schrift", "type", "select_multiple schrft")),
    ("lijst_dubbel", "ja_nee", "", choice(list_name="ja_nee", name="a", label="A")),
    ("code", "met spatie", "", lambda f: f["choices"][0].update(name="met spatie")),
    ("niet_gesloten", "taal.blad", "", lambda f: f["survey"].pop(6)),
    ("niet_geopend", "end_repeat", "", lambda f: f["survey"].pop(8)),
    ("herhaling_binnen", "taal.r", "", lambda f: f["survey"].__setitem__(slice(4, 4), HERHALING)),
    ("herhaling_binnen", "taal.r", "", lambda f: f["survey"].__setitem__(slice(9, 9), HERHALING)),
    ("opening", "taal.leest", "taal.opening", lambda f: f["survey"].pop(0)),
    ("verwijzing", "taal.lest", "taal.leest", relevant("${taal.lest} = 'ja'")),
    ("verwijzing", "leest", "taal.leest", relevant("${leest} = 'ja'")),
    ("keuze", "jaa", "ja", relevant("${taal.leest} = 'jaa'")),
    ("keuze", "jaa", "ja", relevant("'jaa' != ${taal.leest}")),
    ("keuze", "latijn", "latijns", relevant("selected(${taal.schrift}, 'latijn')")),
    ("keuze", "gen", "geen", put("taal.schrift", "constraint", "not(selected(., 'gen'))")),
    (
        "meer_keuzes",
        "taal.schrift = 'geen'",
        "selected(${taal.schrift}, 'geen')",
        relevant("${taal.schrift} = 'geen'"),
    ),
    ("tekst_vergeleken", "taal.toets > '2026-01-01'", "", relevant("${taal.toets} > '2026-01-01'")),
    ("functie", "selectd", "selected", relevant("selectd(${taal.schrift}, 'geen')")),
    ("argumenten", "selected: 1", "", relevant("selected(${taal.schrift})")),
    ("argumenten", "today: 1", "", relevant("${taal.toets} < today(1)")),
    ("vreemd_stuk", "taal.leest in taal.leest = 'ja'", "", relevant("taal.leest = 'ja'")),
    (
        "vreemd_stuk",
        "/ in ${taal.totaal} / 2 > 1",
        "",
        put("taal.toets", "relevant", "${taal.totaal} / 2 > 1"),
    ),
    ("xpath", "${taal.leest} == 'ja'", "", relevant("${taal.leest} == 'ja'")),
    ("xpath", "(${taal.leest} = 'ja'", "", relevant("(${taal.leest} = 'ja'")),
    ("punt_in_relevant", ". = 'ja'", "", put("taal.verhaal", "relevant", ". = 'ja'")),
    (
        "kring",
        "taal.blad -> taal.totaal -> taal.verhaal -> taal.blad",
        "",
        lambda f: (
            relevant("${taal.verhaal} = 'ja'")(f),
            put("taal.blad", "relevant", "${taal.totaal} > 1")(f),
        ),
    ),
    (
        "hernoemd_naar_niets",
        "taal.niets",
        "taal.leest",
        lambda f: f.update(renamed={"taal.oud": "taal.niets"}),
    ),
    (
        "hernoemd_naar_niets",
        "taal.a",
        "taal.toets",
        lambda f: f.update(renamed={"taal.a": "taal.b", "taal.b": "taal.a"}),
    ),
    ("oud_en_levend", "taal.leest", "", lambda f: f.update(renamed={"taal.leest": "taal.verhaal"})),
    ("oud_en_levend", "taal.leest", "", setting("retired", ["taal.leest"])),
]


@pytest.mark.parametrize(("regel", "gevonden", "bedoeld", "change"), KAPOT)
def test_each_rule_refuses(tmp_path: Path, regel: str, gevonden: str, bedoeld: str, change: Change) -> None:
    formulier = goed()
    change(formulier)
    fouten = fouten_of(write_forms(tmp_path / "forms", formulier))
    gezien = [(fout.regel, fout.gevonden) for fout in fouten]
    assert (regel, gevonden) in gezien
    fout = fouten[gezien.index((regel, gevonden))]
    if regel not in ("hernoemd_naar_niets", "naam"):
        assert fout.bedoeld == bedoeld
    # Each mistake has its Dutch sentence.
    assert str(fouten).count("\n") == len(fouten) - 1


def test_a_good_form_loads(tmp_path: Path) -> None:
    formulieren = load_formulieren(write_forms(tmp_path / "forms", goed()))
    (taal,) = formulieren.startposities
    assert (taal.id, taal.nummer, taal.form, len(taal.velden)) == ("taal", 1, "taal 1", 8)
    assert [(blad.naam, blad.vragen, blad.herhaling, blad.label) for blad in taal.paginas] == [
        ("taal.opening", ("taal.opening",), "", ""),
        ("taal.leest", ("taal.leest",), "", ""),
        ("taal.blad", ("taal.verhaal", "taal.schrift", "taal.schaal"), "", "Lezen"),
        ("taal.toets", ("taal.toets",), "", ""),
        ("taal.cursussen", ("taal.cursussen.waar", "taal.cursussen.uren"), "taal.cursussen", "Cursussen"),
        ("taal.totaal", ("taal.totaal",), "", ""),
    ]
    assert formulieren.vraag("taal.verhaal").groep == "taal.blad"
    assert formulieren.vraag("taal.cursussen.waar").herhaling == "taal.cursussen"
    assert [veld.kort for veld in formulieren.velden_van("taal.cursussen")] == ["waar", "uren"]
    assert formulieren.vraag("taal.schaal").parameters == {"start": 1, "end": 5, "step": 1}
    assert formulieren.vraag("taal.leest").codes == {"ja", "nee"}


def test_all_mistakes_at_once_with_file_row_and_remedy(tmp_path: Path) -> None:
    een, twee = goed(), goed()
    put("taal.verhaal", "labl", "x")(een)
    relevant("${taal.lest} = 'ja'")(een)
    twee["settings"]["form_id"] = "anders"
    folder = write_forms(tmp_path / "forms", een, twee)
    fouten = fouten_of(folder)
    kolom = next(fout for fout in fouten if fout.regel == "kolom")
    assert (kolom.plaats.bestand, kolom.plaats.tabel, kolom.plaats.rij) == ("01_taal.toml", "survey", 4)
    assert {fout.plaats.bestand for fout in fouten} == {"01_taal.toml", "02_anders.toml"}
    regel = next(regel for regel in str(fouten).splitlines() if "labl" in regel)
    assert regel.startswith("01_taal.toml, survey, rij 4, taal.verhaal: ")
    assert regel.endswith("Bedoelt u label?")


def test_a_name_in_two_files_is_double(tmp_path: Path) -> None:
    twee = goed()
    folder = write_forms(tmp_path / "forms", goed(), twee)
    assert "dubbel" in {fout.regel for fout in fouten_of(folder)}


def test_a_file_name_that_differs_from_its_form(tmp_path: Path) -> None:
    folder = write_forms(tmp_path / "forms", goed())
    (folder / "startposities" / "01_taal.toml").rename(folder / "startposities" / "taal.toml")
    assert [fout.regel for fout in fouten_of(folder)] == ["bestandsnaam"]


@pytest.mark.parametrize(
    ("inhoud", "regel"), [(b"[settings\n", "toml"), (b"a = '\xff'", "utf8"), (b"", "ontbreekt")]
)
def test_a_file_that_cannot_be_read(tmp_path: Path, inhoud: bytes, regel: str) -> None:
    folder = write_forms(tmp_path / "forms", goed())
    (folder / "startposities" / "02_kapot.toml").write_bytes(inhoud)
    fouten = fouten_of(folder)
    assert regel in {fout.regel for fout in fouten}
    assert {fout.plaats.bestand for fout in fouten} == {"02_kapot.toml"}


def test_no_forms_at_all(tmp_path: Path) -> None:
    assert [fout.regel for fout in fouten_of(write_forms(tmp_path / "forms"))] == ["bestand_ontbreekt"]


def test_renamed_and_retired_are_followed(tmp_path: Path) -> None:
    formulier = goed()
    formulier["renamed"] = {"taal.eerst": "taal.toen", "taal.toen": "taal.leest"}
    formulier["settings"]["retired"] = ["taal.weg"]
    formulieren = load_formulieren(write_forms(tmp_path / "forms", formulier))
    assert [formulieren.heet_nu(naam) for naam in ("taal.eerst", "taal.leest", "taal.weg")] == [
        "taal.leest",
        "taal.leest",
        "taal.weg",
    ]
    assert formulieren.retired == {"taal.weg"}
    assert formulieren.heette("taal.leest") == ("taal.eerst", "taal.toen")
    assert formulieren.heette("taal.weg") == ()


def test_a_question_that_is_asked_no_more_is_on_no_page_and_keeps_its_words(tmp_path: Path) -> None:
    formulier = goed()
    for change in (put_pip("taal.schaal", "vervallen", True), put_pip("taal.schaal", "read_aloud", False)):
        change(formulier)
    formulieren = load_formulieren(write_forms(tmp_path / "forms", formulier))
    (deel,) = formulieren.startposities
    assert formulieren.vraag("taal.schaal").vervallen
    assert "taal.schaal" not in [naam for blad in deel.paginas for naam in blad.vragen]
    assert "taal.schaal" not in [veld.naam for veld in deel.velden]


def test_a_line_about_a_picture_waits_until_the_picture_is_there(tmp_path: Path) -> None:
    formulier = goed()
    put("taal.verhaal", "guidance_hint", "[beeld letters] Laat de letters zien.\nLuister.")(formulier)
    folder = write_forms(tmp_path / "forms", formulier)
    assert load_formulieren(folder).vraag("taal.verhaal").guidance_hint == "Luister."
    (folder / "beelden").mkdir()
    (folder / "beelden" / "letters.svg").write_text("<svg/>", "utf-8")
    gids = load_formulieren(folder).vraag("taal.verhaal").guidance_hint
    assert gids == "Laat de letters zien.\nLuister."


def test_a_repeat_waits_for_the_trust_that_its_rows_need(tmp_path: Path) -> None:
    formulier = goed()
    for change in (
        put_pip("taal.cursussen.uren", "sensitivity", 2),
        put_pip("taal.cursussen.waar", "from_gesprek", 3),
    ):
        change(formulier)
    herhaling = load_formulieren(write_forms(tmp_path / "zwaar", formulier)).vraag("taal.cursussen")
    assert (herhaling.sensitivity, herhaling.from_gesprek) == (2, 3)
    put("taal.cursussen", "pip", {"sensitivity": 1, "from_gesprek": 2})(formulier)
    (fout,) = fouten_of(write_forms(tmp_path / "lichter", formulier))
    assert (fout.regel, fout.gevonden, fout.bedoeld) == ("herhaling_lichter", "1", "2")


def test_a_reference_to_another_file(tmp_path: Path) -> None:
    ander = {
        "settings": {"form_id": "werk", "form_title": "Werk", "version": "2", "doel": "Werk weten."},
        "survey": [
            {"type": "note", "name": "werk.opening", "label": "Nu over werk."},
            veld("text", "werk.nu", relevant="${taal.leest} = 'ja'"),
        ],
    }
    formulieren = load_formulieren(write_forms(tmp_path / "forms", goed(), ander))
    assert [deel.id for deel in formulieren.startposities] == ["taal", "werk"]
    assert formulieren.startpositie_of("werk.nu").versie == "2"
