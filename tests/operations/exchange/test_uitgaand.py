"""A file is in the log before it has its name; one that never got it is struck out."""

import os
import signal
from pathlib import Path

import pytest

from intake_assistant.domain.overleg.overdracht import Collega, overdrachten_of, regievoerder_of
from intake_assistant.domain.recht.uitwisseling import Bestandssoort
from intake_assistant.domain.uitwisseling.verstrekking import verstrekkingen_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.overleg.overdracht import accept_all, hand_over, refuse_overdracht
from intake_assistant.operations.exchange import cards, uitgaand
from intake_assistant.operations.exchange.export import Verzonden, Zending, export
from intake_assistant.operations.exchange.merge import merge_files
from intake_assistant.operations.exchange.register import sent_files
from intake_assistant.operations.exchange.verstrekken import hand_out
from intake_assistant.operations.workspace import Workspace
from intake_assistant.storage.entries import sent
from tests.operations.exchange.bekenden import Laptops, begun
from tests.operations.exchange.verstrekhulp import agreed, asked
from tests.operations.exchange.verstrekhulp import begun as begun_for
from tests.storage.hulp import quick
from tests.stress.killing import FORK

OVERDRACHT = Bestandssoort.OVERDRACHT_COLLEGA
LEZEN = "taalniveau.nl_lezen"


def hand(laptops: Laptops, naam: str, *dossiers: str) -> Verzonden:
    zending = Zending(OVERDRACHT, (cards.own_card(laptops.tea),), dossiers)
    return export(laptops.an, zending, laptops.folder / f"{naam}.intake.age")


# -- handing over --------------------------------------------------------------------------------------------


def test_the_file_is_the_handing_over_and_its_answer_comes_back(laptops: Laptops) -> None:
    an, tea, dossier = laptops.an, laptops.tea, begun(laptops.an)
    pad = hand(laptops, "over", dossier).pad
    (waiting,) = overdrachten_of(an.vault.dossier(dossier))
    assert (waiting.van, waiting.aan, waiting.stand) == ("an", "tea", "wacht")
    (asked,) = merge_files(tea, [pad]).dossiers
    assert [o.van for o in asked.aangeboden] == ["an"]
    accept_all(tea, [dossier])
    done = laptops.travel(tea, an, "terug", dossiers=(dossier,))
    assert [o.stand for o in done.dossiers[0].beantwoord] == ["aangenomen"]
    assert done.as_json()["overdrachten"] == [
        {"dossier": dossier, "van": "an", "aan": "tea", "stand": "aangenomen"}
    ]
    assert regievoerder_of(an.vault.dossier(dossier)) == "tea"


def test_what_was_refused_comes_back_too(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    merge_files(laptops.tea, [hand(laptops, "over", dossier).pad])
    (asked,) = overdrachten_of(laptops.tea.vault.dossier(dossier))
    refuse_overdracht(laptops.tea, dossier, asked.id, "te druk")
    done = laptops.travel(laptops.tea, laptops.an, "terug")
    assert [o.stand for o in done.dossiers[0].beantwoord] == ["geweigerd"]


def test_a_second_file_asks_once(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    hand(laptops, "1", dossier)
    hand(laptops, "2", dossier)
    assert len(overdrachten_of(laptops.an.vault.dossier(dossier))) == 1


def test_what_waits_for_another_colleague_is_not_handed_over(laptops: Laptops) -> None:
    dossiers = begun(laptops.an), begun(laptops.an, "Ander")
    hand_over(laptops.an, [dossiers[1]], Collega("cas"))
    with pytest.raises(KnownError) as refused:
        hand(laptops, "over", *dossiers)
    assert refused.value.code == "overleg.al_overgedragen"
    assert overdrachten_of(laptops.an.vault.dossier(dossiers[0])) == []
    assert list(laptops.folder.glob("*over*")) == []
    assert sent_files(laptops.an) == []


def test_a_dossier_is_handed_over_to_one(laptops: Laptops) -> None:
    card = cards.own_card(laptops.tea)
    with pytest.raises(ValueError, match="one person"):
        Zending(OVERDRACHT, (card, card), ("a",))


# -- no name -------------------------------------------------------------------------------------------------


def test_a_file_that_could_not_get_its_name_went_to_nobody(
    laptops: Laptops, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = begun(laptops.an)

    def taken(_: object, path: Path, **how: object) -> None:
        path.write_text("van iemand anders")
        raise FileExistsError

    with monkeypatch.context() as patch:
        patch.setattr(os, "link", taken)
        with pytest.raises(KnownError) as refused:
            laptops.send(laptops.an, laptops.tea, "x")
    assert refused.value.code == "output.exists"
    assert (laptops.folder / "x.intake.age").read_text() == "van iemand anders"
    _never_left(laptops, dossier)


def _never_left(laptops: Laptops, dossier: str) -> None:
    """The log says so, and the next file holds all."""
    an = laptops.an
    assert sent_files(an) == []
    assert [line.wat for line in an.vault.logs() if line.sha256] == ["niet_verstuurd team", "bestand team"]
    assert an.vault.log("export", dossier) == []
    assert sent.begun(an.vault) == {}
    assert list(laptops.folder.glob(".half-*")) == []
    made = laptops.send(an, laptops.tea, "y", alleen_nieuw=True)
    assert made.written.manifest.aantallen.entries == len(an.vault.entries(dossier))
    assert [len(one.dossiers) for one in sent_files(an)] == [1]


def test_given_data_that_never_left_are_not_kept_as_given(
    work: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dossier = begun_for(work)
    agreed(work, dossier)

    def refuse(*_: object, **how: object) -> None:
        raise FileExistsError

    monkeypatch.setattr(os, "link", refuse)
    with pytest.raises(KnownError):
        hand_out(work, asked(dossier), tmp_path / "x.intake.age")
    assert verstrekkingen_of(work.vault.dossier(dossier)) == []
    assert work.vault.sent_out() == []


# -- killed --------------------------------------------------------------------------------------------------


def _killed(laptops: Laptops, when: str) -> Laptops:
    """Who sends is killed just before or just after the file gets its name; the vault opened again."""
    card, path, data = cards.own_card(laptops.tea), laptops.an.vault.path, laptops.an.data
    clock, chance = laptops.an.clock, laptops.an.random
    laptops.an.vault.close()
    link = os.link

    def end(half: Path, named: Path) -> None:
        if when == "na":
            link(half, named)
        os.kill(os.getpid(), signal.SIGKILL)

    def live() -> None:
        os.link = end  # type: ignore[assignment]  # of this process alone
        with quick(path) as vault:
            work = Workspace(vault, data, clock, chance)
            export(work, Zending(Bestandssoort.TEAM, (card,)), laptops.folder / "x.intake.age")

    child = FORK.Process(target=live)
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    return Laptops(laptops.folder, Workspace(quick(path), data, clock, chance), laptops.tea)


def test_killed_before_it_has_its_name_nobody_got_it(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    again = _killed(laptops, "voor")
    with again.an.vault:
        (half,) = laptops.folder.glob(".half-*x.intake.age")
        uitgaand.settle(again.an)
        assert not half.exists()
        _never_left(again, dossier)


def test_killed_after_it_has_its_name_it_is_sent(laptops: Laptops) -> None:
    dossier = begun(laptops.an)
    again = _killed(laptops, "na")
    with again.an.vault:
        uitgaand.settle(again.an)
        assert [one.soort for one in sent_files(again.an)] == ["team"]
        assert list(laptops.folder.glob(".half-*")) == []
        assert sent.begun(again.an.vault) == {}
    (one,) = merge_files(laptops.tea, [laptops.folder / "x.intake.age"]).dossiers
    assert one.dossier == dossier


def test_a_stick_that_is_away_is_judged_when_it_is_there(laptops: Laptops) -> None:
    begun(laptops.an)
    stick = laptops.folder / "stick"
    stick.mkdir()
    sent.begin(laptops.an.vault, stick / "x.intake.age", "00")
    stick.rename(laptops.folder / "weg")
    uitgaand.settle(laptops.an)
    assert list(sent.begun(laptops.an.vault)) == [stick / "x.intake.age"]
    record_antwoord(laptops.an, laptops.an.vault.dossiers()[0], LEZEN, "a2")
