"""A first besluit that is no ordinary one: after a PIP elsewhere, of family, of who was not spoken to."""

import datetime
from pathlib import Path

import pytest

from intake_assistant.documents.bewaren import read_stuk
from intake_assistant.documents.model import texts_of
from intake_assistant.domain.recht.besluit import besluiten_of, planversies_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from tests.operations.casussen import DATA, changed, on, play

CASES = DATA / "cases" / "eerste"


def case(naam: str) -> Path:
    return CASES / f"{naam}.toml"


def letter(work: Workspace, dossier: str) -> str:
    return words(work, besluiten_of(work.vault.dossier(dossier))[-1].bestanden["model"])


def words(work: Workspace, blob: str) -> str:
    """The words of a frozen document, without the marks of direction."""
    said = "\n".join(texts_of(read_stuk(work.vault.blobs.get(blob))))
    return said.replace("\u2068", "").replace("\u2069", "")


def test_a_pip_elsewhere_fixes_the_route_and_has_started_the_term(work: Workspace) -> None:
    dossier = play(work, case("eerder_pip"))
    shown = show_dossier(on(work, "2026-06-10"), dossier)
    assert shown["pip"]["dagtekening_eerste_pip"] == "2025-09-01"
    assert shown["pip"]["inburgeringstermijn"] == {
        "begin": "2025-09-02",
        "einde": "2028-09-01",
        "bron": "berekend",
    }
    pip = next(klok for klok in shown["klokken"] if klok["klok"] == "pip")
    assert (pip["begin"], pip["uiterlijk"], pip["regel"]) == ("2026-03-16", "2026-05-26", "Besl 5.3(3)")
    said = letter(work, dossier)
    assert (
        "U heeft al een persoonlijk plan (PIP) van uw vorige gemeente. Dat is van 1 september 2025." in said
    )
    assert "artikel 15, vierde lid" in said
    assert "is 1 september 2028 de laatste dag" in said
    assert "12 mei 2026" not in said
    assert "Waarom wij voor deze leerroute kiezen" not in said


def test_another_route_than_elsewhere_is_refused(work: Workspace) -> None:
    text = changed(
        case("eerder_pip").read_text(encoding="utf-8"),
        ('leerroute = "B"\nniveau = "B1"\n', 'leerroute = "O"\nniveau = "B1"\n'),
    )
    with pytest.raises(KnownError) as caught:
        play(work, text)
    assert caught.value.code == "pip.unlawful"
    assert "Wet 15(4)" in str(caught.value.facts["wat"])


def test_family_on_a_regular_permit_counts_from_duo_and_has_an_asylum_pip(work: Workspace) -> None:
    dossier = play(work, case("gezin_regulier"))
    pip = next(k for k in show_dossier(on(work, "2026-06-10"), dossier)["klokken"] if k["klok"] == "pip")
    assert (pip["begin"], pip["uiterlijk"], pip["regel"]) == ("2026-03-02", "2026-05-11", "Besl 5.3(1)")
    assert "artikel 15, tweede lid, en artikel 16" in letter(work, dossier)


@pytest.mark.parametrize("naam", ["niet_gekomen", "niet_meegewerkt"])
def test_who_was_not_spoken_to_made_nothing_together(work: Workspace, naam: str) -> None:
    dossier = play(work, case(naam))
    said = letter(work, dossier)
    assert "Wij hebben geen uitslag van een leerbaarheidstoets." in said
    assert "Wilt u toch met ons praten? Dat mag altijd." in said
    plan = words(work, planversies_of(work.vault.dossier(dossier))[-1].bestanden["model"])
    assert "Wij hebben het nog niet samen gemaakt." in plan
    assert "samen hebben gemaakt" not in plan
    assert (
        datetime.date(2026, 12, 21).isoformat() == besluiten_of(work.vault.dossier(dossier))[-1].dagtekening
    )
