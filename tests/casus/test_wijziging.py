"""Each ground of a later besluit played from a case file, and the same case made unlawful in one thing."""

from pathlib import Path

import pytest

from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.documents.model import texts_of
from intake_assistant.domain.recht.besluit import besluiten_of, planversies_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.papers.brief.geleidebrief import geleidebrief_stuk
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import DATA, changed, on, play

CASES = DATA / "cases" / "wijziging"


def case(grond: str) -> Path:
    return CASES / f"{grond}.toml"


def letter(work: Workspace, dossier: str) -> str:
    """The words of the last besluit as it was frozen, without the marks of direction."""
    besluit = besluiten_of(work.vault.dossier(dossier))[-1]
    stuk = read_stuk(work.vault.blobs.get(besluit.bestanden["model"]))
    return "\n".join(texts_of(stuk)).replace("\u2068", "").replace("\u2069", "")


GEZEGD = {
    "schakelen": (
        "Z",
        "",
        ["artikel 17, tweede lid", "artikel 5.4", "Dit is de weging van 11 mei 2026.", "400"],
    ),
    "afschalen": (
        "B",
        "A2",
        ["lezen op B1, luisteren op B1, schrijven op A2 en spreken op A2", "U volgde 620 uur", "artikel 5.5"],
    ),
    "verhuizing": ("B", "B1", ["artikel 15, vierde lid", "U staat sinds 8 februari 2027 ingeschreven"]),
    "herziening": ("B", "B1", ["artikel 7:11, tweede lid", "U maakte bezwaar", "U kunt in beroep gaan"]),
    "kennelijke_fout": ("B", "B1", ["PW-1260", "PW-1206", "Dit stond er"]),
}


@pytest.mark.parametrize("grond", GEZEGD)
def test_a_case_of_each_ground_plays_and_says_its_own(work: Workspace, grond: str) -> None:
    leerroute, niveau, zinnen = GEZEGD[grond]
    dossier = play(work, case(grond))
    found = on(work, "2028-03-01")
    pip = show_dossier(found, dossier)["pip"]
    assert [(b["nummer"], b["grond"]) for b in pip["besluiten"]] == [(1, "eerste"), (2, grond)]
    assert (pip["stand"], pip["leerroute"], pip["niveau"] or "") == ("vastgesteld", leerroute, niveau)
    assert pip["dagtekening_eerste_pip"] == "2026-05-11"
    assert pip["inburgeringstermijn"] == {"begin": "2026-05-12", "einde": "2029-05-11", "bron": "berekend"}
    assert [line["dossier"] for line in show_list(found)] == [dossier]
    said = letter(work, dossier)
    assert [zin for zin in zinnen if zin not in said] == []
    assert "Nog in te vullen" not in said


def test_a_move_has_ten_weeks_of_its_own(work: Workspace) -> None:
    dossier = play(work, case("verhuizing"))
    klokken = {k["klok"]: k for k in show_dossier(on(work, "2027-04-01"), dossier)["klokken"]}
    klok = klokken["pip_verhuizing"]
    assert (klok["begin"], klok["uiterlijk"], klok["stand"]) == ("2027-02-08", "2027-04-19", "gehaald")


def test_a_version_of_the_plan_is_no_besluit(work: Workspace) -> None:
    found = work.vault.dossier(play(work, case("ontwikkelplan")))
    assert len(besluiten_of(found)) == 1
    reden = "U begint eerder met de stage in de keuken."
    assert [(v.nummer, v.datum, v.reden) for v in planversies_of(found)][1:] == [(2, "2026-09-14", reden)]


@pytest.mark.parametrize(
    ("grond", "pairs", "code", "regel"),
    [
        ("schakelen", [("datum = 2027-05-10", "datum = 2027-11-12")], "pip.unlawful", "Besl 5.4(1)"),
        ("schakelen", [("cursusuren = 400", "cursusuren = 800")], "pip.unlawful", "Besl 5.4(4)(c)"),
        ("schakelen", [('motivering = "U volgde een jaar', '# "U')], "pip.incomplete", "Awb 3:46"),
        (
            "afschalen",
            [("aantal = 520", "aantal = 499"), ("uren = 620", "uren = 599")],
            "pip.unlawful",
            "Besl 5.5(1)",
        ),
        ("afschalen", [("uren = 620", "uren = 640")], "pip.unlawful", "Besl 5.5(1)"),
        ("afschalen", [('grond = "afschalen"', 'grond = "herziening"')], "pip.unlawful", "Wet 17(3)"),
        ("verhuizing", [("inschrijving_brp = 2027-02-08\n", "")], "pip.incomplete", "Besl 5.3(3)"),
        (
            "verhuizing",
            [
                (
                    "inschrijving_brp = 2027-02-08",
                    'inschrijving_brp = 2027-02-08\nleerroute = "O"\nmap_uren = 0',
                )
            ],
            "pip.incomplete",
            "Wet 15(4)",
        ),
        (
            "herziening",
            [
                ('beslissing = "gegrond"', 'beslissing = "ongegrond"'),
                ("voortgangsgesprekken = 12", 'leerroute = "O"'),
            ],
            "pip.incomplete",
            "Wet 17(2)",
        ),
        (
            "kennelijke_fout",
            [("participatiewet = [{besluit", "map_uren = 45\n# ")],
            "pip.unlawful",
            "Besl 5.3(6)",
        ),
        (
            "ontwikkelplan",
            [('grond = "ontwikkelplan"', 'grond = "ontwikkelplan"\nleerroute = "Z"')],
            "pip.unlawful",
            "Wet 15",
        ),
    ],
)
def test_made_unlawful_in_one_thing_it_is_refused_whole(
    work: Workspace, grond: str, pairs: list[tuple[str, str]], code: str, regel: str
) -> None:
    text = case(grond).read_text(encoding="utf-8")
    begin = text.index("[[wijziging]]")
    voor = text[:begin]
    for pair in pairs:
        if pair[0] in text[begin:]:
            text = text[:begin] + changed(text[begin:], pair)
        else:
            voor = changed(voor, pair)
            text = voor + text[begin:]
    with pytest.raises(KnownError) as refused:
        play(work, text)
    assert refused.value.code == code
    assert f"({regel})" in str(refused.value.facts["wat"])
    assert work.vault.dossiers() == []


def test_a_ground_that_is_none_is_no_case(work: Workspace) -> None:
    text = changed(case("kennelijke_fout").read_text(encoding="utf-8"), ('"kennelijke_fout"', '"zomaar"'))
    with pytest.raises(KnownError) as refused:
        play(work, text)
    assert refused.value.code == "case.bad_value"


def test_the_letter_beside_what_was_set_on_a_bezwaar_leads_to_court(work: Workspace) -> None:
    dossier = work.vault.dossier(play(work, case("herziening")))
    zinnen = " ".join(texts_of(geleidebrief_stuk(on(work, "2026-08-01"), dossier)))
    zinnen = zinnen.replace("\u2068", "").replace("\u2069", "")
    assert "In beroep gaan kan tot en met 8 september 2026" in zinnen
    assert "bezwaar maken" not in zinnen
