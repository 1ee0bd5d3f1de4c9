"""Handing out beyond the municipality: exactly what may go today, each part with its ground."""

import gzip
import json
import tarfile
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import pyrage  # type: ignore[import-untyped]  # the wheel carries no types
import pytest

from intake_assistant.domain.kinds import VERSTREKKING, VERSTREKKING_GROND
from intake_assistant.domain.recht.uitwisseling import Deelsoort, Ontvangersoort
from intake_assistant.errors import KnownError
from intake_assistant.exchange import reader
from intake_assistant.exchange.manifest import DOCUMENTS, NAME
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.toestemming import withdraw_toestemming
from intake_assistant.operations.acts.verzoek import add_verzoek
from intake_assistant.operations.exchange import cards
from intake_assistant.operations.exchange.verstrekken import (
    Aanvraag,
    Verstrekvoorstel,
    hand_out,
    key_of_card,
    propose,
)
from intake_assistant.operations.workspace import Workspace
from tests.bestandsgrens import no_file_beyond
from tests.documents.lezen import pdf_pages
from tests.operations.exchange.verstrekhulp import (
    BEPERKT,
    EENZAAM,
    KEY,
    SLAPEN,
    TAALMAATJE,
    agreed,
    asked,
    begun,
)
from tests.operations.rijk import play


@pytest.fixture
def dossier(work: Workspace) -> str:
    return begun(work)


def gone(voorstel: Verstrekvoorstel) -> dict[str, list[str]]:
    return {deel.wat.value: [g.naam for g in deel.inhoud.gegevens] for deel in voorstel.delen}


def members(path: Path) -> dict[str, bytes]:
    """What a program without ours finds: age, gzip, tar."""
    packed = pyrage.decrypt(path.read_bytes(), [KEY])
    with tarfile.open(fileobj=BytesIO(gzip.decompress(packed))) as tar:
        return {member.name: tar.extractfile(member).read() for member in tar}  # type: ignore[union-attr]  # files


def refusal(work: Workspace, aanvraag: Aanvraag) -> str:
    with pytest.raises(KnownError) as refused:
        propose(work, aanvraag)
    return refused.value.code


# -- on consent ----------------------------------------------------------------------------------------------


def test_what_was_consented_to_arrives_and_nothing_else(
    work: Workspace, dossier: str, tmp_path: Path
) -> None:
    agreed(work, dossier)
    made = hand_out(work, asked(dossier), tmp_path / "x.intake.age")
    found = members(made.pad)
    assert tuple(found) == (NAME, "manifest.sig", *DOCUMENTS)
    told = json.loads(found["document.json"])
    assert [deel["wat"] for deel in told["delen"]] == ["naam", "toestemming"]
    assert [g["naam"] for g in told["delen"][1]["gegevens"]] == [TAALMAATJE, EENZAAM]
    assert "een taalmaatje vinden dat past" in told["delen"][1]["grond"]
    for secret in (b"999990019", b"ernstig", dossier.encode(), SLAPEN.encode()):
        assert not any(secret in content for content in found.values()), secret


def test_the_paper_says_the_same(work: Workspace, dossier: str, tmp_path: Path) -> None:
    agreed(work, dossier)
    made = hand_out(work, asked(dossier), tmp_path / "x.intake.age")
    paper = "\n".join(pdf_pages(members(made.pad)["document.pdf"]))
    for wanted in ("Gegevens voor Stichting Taalmaatjes", "Selam", "Tesfay", "een taalmaatje vinden"):
        assert wanted in paper.replace("\u2068", "").replace("\u2069", ""), wanted


def test_our_own_reader_opens_it(work: Workspace, dossier: str, tmp_path: Path) -> None:
    agreed(work, dossier)
    made = hand_out(work, asked(dossier), tmp_path / "x.intake.age")
    recipient = str(KEY.to_public())
    with reader.opened(made.pad, str(KEY), recipient) as incoming:
        assert incoming.manifest.soort == "partner"
        assert incoming.manifest.aantallen.entries == 0
        assert set(incoming.documenten()) == set(DOCUMENTS)


def test_withdrawn_yesterday_nothing_goes(work: Workspace, dossier: str, tmp_path: Path) -> None:
    consent = agreed(work, dossier)
    gisteren = work.clock.today() - timedelta(days=1)
    withdraw_toestemming(work, dossier, consent, {"ingetrokken_op": gisteren})
    assert refusal(work, asked(dossier)) == "consent.missing"
    with pytest.raises(KnownError):
        hand_out(work, asked(dossier), tmp_path / "x.intake.age")
    assert not list(tmp_path.glob("x.*"))


def test_a_withdrawal_takes_only_its_own_part(work: Workspace, dossier: str) -> None:
    agreed(work, dossier, gegevens=[TAALMAATJE])
    consent = agreed(work, dossier, gegevens=[EENZAAM], doel="een maatje")
    withdraw_toestemming(work, dossier, consent, {})
    found = propose(work, asked(dossier))
    assert gone(found)["toestemming"] == [TAALMAATJE]
    assert any("ingetrokken" in zin for zin in found.blijft)


@pytest.mark.parametrize(
    "anders",
    [
        {"gegeven": False},
        {"richting": "opvragen"},
        {"partij": "Stichting Ander"},
        {"geldig_tot": date(2026, 10, 31)},
    ],
    ids=["geweigerd", "opvragen", "ander", "verlopen"],
)
def test_what_is_no_consent_to_this_lets_nothing_go(
    work: Workspace, dossier: str, anders: dict[str, Any]
) -> None:
    agreed(work, dossier, **anders)
    assert refusal(work, asked(dossier)) == "consent.missing"


def test_a_later_no_takes_back_an_earlier_yes(work: Workspace, dossier: str) -> None:
    agreed(work, dossier)
    agreed(work, dossier, -10, gegeven=False, gegevens=[TAALMAATJE], doel="iets anders")
    assert gone(propose(work, asked(dossier)))["toestemming"] == [EENZAAM]
    agreed(work, dossier, -5, gegevens=[TAALMAATJE])
    found = propose(work, asked(dossier))
    assert sorted(g for deel in found.delen[1:] for g in [x.naam for x in deel.inhoud.gegevens]) == sorted(
        [TAALMAATJE, EENZAAM]
    )


def test_a_consent_of_tomorrow_lets_nothing_go_today(work: Workspace, dossier: str) -> None:
    agreed(work, dossier, 1)
    assert refusal(work, asked(dossier)) == "consent.missing"


def test_two_withdrawals_of_two_laptops_withdraw(
    work: Workspace, dossier: str, laptop: Callable[[str], Workspace]
) -> None:
    consent = agreed(work, dossier)
    other = laptop("bo")
    other.vault.union(work.vault.entries(dossier))
    for one, reden in ((work, "wil niet meer"), (other, "anders")):
        withdraw_toestemming(one, dossier, consent, {"ingetrokken_reden": reden})
    work.vault.union(other.vault.entries(dossier))
    assert refusal(work, asked(dossier)) == "consent.missing"


def test_special_data_in_a_startpositie_that_was_consented_to_stays(work: Workspace, dossier: str) -> None:
    agreed(work, dossier, gegevens=["leerbaarheid"], uitdrukkelijk=True)
    record_antwoord(work, dossier, "leerbaarheid.lbt_status", "gepland")
    record_antwoord(work, dossier, "leerbaarheid.leerbelemmering", ["gehoor"])
    voorstel = propose(work, asked(dossier, gezondheid="nodig voor de plaatsing"))
    assert gone(voorstel) == {
        "naam": ["voornamen", "achternaam"],
        "toestemming": ["leerbaarheid.lbt_status"],
    }


def test_special_data_need_a_ground_of_today_beside_the_consent(
    work: Workspace, dossier: str, tmp_path: Path
) -> None:
    agreed(work, dossier, gegevens=[TAALMAATJE, BEPERKT], uitdrukkelijk=True)
    without = propose(work, asked(dossier))
    assert without.wacht_op_grond
    assert gone(without)["toestemming"] == [TAALMAATJE]
    assert "bijzonder" not in gone(without)
    aanvraag = asked(dossier, gezondheid="een maatje dat kan tillen")
    found = propose(work, aanvraag)
    assert gone(found)["bijzonder"] == [BEPERKT]
    assert "een maatje dat kan tillen" in found.delen[-1].inhoud.grond
    made = hand_out(work, aanvraag, tmp_path / "x.intake.age")
    assert any("tillen" in grond.grond for grond in made.written.manifest.gronden)
    (rij,) = work.vault.dossier(dossier).row_ids(VERSTREKKING.lijst())
    assert "tillen" not in str(work.vault.dossier(dossier).get(VERSTREKKING.of(rij)))
    assert work.vault.dossier(dossier).get(VERSTREKKING_GROND.of(rij)) == "een maatje dat kan tillen"


def test_names_of_others_stay_behind(work: Workspace, dossier: str) -> None:
    record_antwoord(work, dossier, "sociaal_netwerk.steunfiguur", "mijn broer Tekle Haile, 06-12345678")
    agreed(work, dossier)
    told = {g.naam: g.tekst for d in propose(work, asked(dossier)).delen for g in d.inhoud.gegevens}
    assert "Tekle" not in told["sociaal_netwerk.steunfiguur"]
    assert "06" not in told["sociaal_netwerk.steunfiguur"]


def test_whose_data_may_only_be_kept_goes_nowhere(work: Workspace, dossier: str) -> None:
    agreed(work, dossier)
    add_verzoek(work, dossier, {"soort": "beperking"})
    assert refusal(work, asked(dossier)) == "exchange.no_right"


# -- by law --------------------------------------------------------------------------------------------------

SCHOOL = {"als": Ontvangersoort.TAALSCHOOL, "ontvanger": "Taalschool De Brug"}
NAAR_GEMEENTE = {
    "als": Ontvangersoort.GEMEENTE,
    "ontvanger": "Deventer",
    "verzoek_op": date(2026, 10, 30),
    "verzoek_door": "J. Bakker",
}


def test_a_school_gets_what_the_law_names(work: Workspace) -> None:
    dossier = play(work, 4)
    found = propose(work, asked(dossier, **SCHOOL))
    told = gone(found)
    assert set(told) <= {"naw", "leerroute", "intensiteit", "termijn", "wijzigingen"}
    assert set(told["naw"]) <= {"voornamen", "achternaam", "adres", "postcode", "woonplaats"}
    assert {"leerroute", "intensiteit", "termijn"} <= set(told)
    assert {deel.artikel for deel in found.delen} == {"Wet 35(3); Besl 9.2(3)"}
    assert found.zeg.startswith("De school krijgt uw naam")
    bsn = work.vault.dossier(dossier).get("inburgeraar.bsn")
    assert bsn not in json.dumps(found.as_json())


def test_a_concept_is_nothing_for_a_school(work: Workspace, dossier: str) -> None:
    assert set(gone(propose(work, asked(dossier, **SCHOOL)))) == {"naw"}


def test_of_the_plan_goes_nothing_that_rests_on_health_and_nobody_else_by_name(
    work: Workspace, dossier: str
) -> None:
    """AVG 9: by law a plan goes to another municipality; that somebody has dialysis does not."""
    ziek = add_doel(work, dossier, "Lessen om de dialyse heen", "kort", vraag=BEPERKT).made
    add_afspraak(work, dossier, ziek, {"wat": "dialysetijden doorgeven", "wie": "inburgeraar"})
    doel = add_doel(work, dossier, "Afspreken met buurvrouw Fatima El Amrani", "kort").made
    add_afspraak(work, dossier, doel, {"wat": "mevrouw Layla Hassan bellen", "wie": "inburgeraar"})
    add_afspraak(work, dossier, doel, {"wat": "rust na de dialyse", "wie": "inburgeraar", "vraag": BEPERKT})
    vraag = {"als": Ontvangersoort.GEMEENTE, "verzoek_op": work.clock.today(), "verzoek_door": "J. Bakker"}
    voorstel = propose(work, asked(dossier, ontvanger="Deventer", **vraag))
    assert [zin for zin in voorstel.blijft if zin.startswith("Doelen en afspraken die rusten op")]
    (plan,) = [deel.inhoud for deel in voorstel.delen if deel.wat is Deelsoort.PLAN]
    assert [g.naam for g in plan.gegevens] == ["doel", "afspraak"]
    told = repr(plan.gegevens)
    for naam in ("dialyse", "Fatima", "Amrani", "Layla", "Hassan"):
        assert naam not in told
    assert "Afspreken met" in told


def test_nobody_asked_on_a_day_still_to_come(work: Workspace, dossier: str) -> None:
    """Wet 35(4): another municipality gets it when it asks."""
    morgen = work.clock.today() + timedelta(days=1)
    assert refusal(work, asked(dossier, **{**NAAR_GEMEENTE, "verzoek_op": morgen})) == "exchange.no_request"


def test_another_municipality_gets_the_plan_when_it_asks(work: Workspace, tmp_path: Path) -> None:
    dossier = play(work, 1)
    aanvraag = asked(dossier, **NAAR_GEMEENTE)
    voorstel = propose(work, aanvraag)
    told = gone(voorstel)
    assert not voorstel.blijft
    wanted = {"persoon", "besluiten", "plan", "voortgang", "handhaving", "lbt", "opleiding_werk"}
    assert set(told) == wanted
    assert "bsn" in told["persoon"]
    assert set(told["lbt"]) <= {
        "leerbaarheid.lbt_status",
        "leerbaarheid.lbt_datum",
        "leerbaarheid.lbt_uitslag",
    }
    found = members(hand_out(work, aanvraag, tmp_path / "x.intake.age").pad)
    paper = "\n".join(pdf_pages(found["document.pdf"]))
    assert "J. Bakker" in paper
    assert json.loads(found[NAME])["soort"] == "overdracht-gemeente"


def test_another_municipality_that_did_not_ask_gets_nothing(work: Workspace, dossier: str) -> None:
    assert refusal(work, asked(dossier, **NAAR_GEMEENTE | {"verzoek_door": " "})) == "exchange.no_request"
    assert refusal(work, asked(dossier, **NAAR_GEMEENTE | {"verzoek_op": None})) == "exchange.no_request"


def test_beside_the_law_another_municipality_gets_only_what_was_named(work: Workspace, dossier: str) -> None:
    agreed(work, dossier, partij="Deventer", gegevens=["sociaal_netwerk"])
    assert "toestemming" not in gone(propose(work, asked(dossier, **NAAR_GEMEENTE)))
    agreed(work, dossier, partij="deventer ", gegevens=[TAALMAATJE])
    assert gone(propose(work, asked(dossier, **NAAR_GEMEENTE)))["toestemming"] == [TAALMAATJE]


def test_a_colleague_is_no_other_municipality(work: Workspace) -> None:
    with pytest.raises(KnownError) as refused:
        key_of_card(work, cards.own_card(work), Ontvangersoort.GEMEENTE)
    assert refused.value.code == "exchange.no_right"


# -- whole or not at all -------------------------------------------------------------------------------------


def test_a_file_that_is_there_is_not_written_over(work: Workspace, dossier: str, tmp_path: Path) -> None:
    agreed(work, dossier)
    pad = tmp_path / "x.intake.age"
    hand_out(work, asked(dossier), pad)
    before, known = pad.read_bytes(), work.vault.entries(dossier)
    with pytest.raises(KnownError) as refused:
        hand_out(work, asked(dossier), pad)
    assert refused.value.code == "output.exists"
    assert pad.read_bytes() == before
    assert work.vault.entries(dossier) == known


def test_on_a_full_disk_nothing_stays(work: Workspace, dossier: str, tmp_path: Path) -> None:
    agreed(work, dossier)
    folder = tmp_path / "stick"
    folder.mkdir()
    with no_file_beyond(1000), pytest.raises(KnownError) as refused:
        hand_out(work, asked(dossier), folder / "x.intake.age")
    assert refused.value.code == "disk.full"
    assert not list(folder.iterdir())
    assert not work.vault.sent_out()


def test_a_key_that_is_none_is_refused(work: Workspace, dossier: str) -> None:
    agreed(work, dossier)
    assert refusal(work, asked(dossier, recipients=("age1niets",))) == "exchange.no_card"
    assert refusal(work, asked(dossier, ontvanger=" ")) == "exchange.no_right"
