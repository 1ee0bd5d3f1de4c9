"""The sheets to take along, from a dossier that was played."""

import pytest

from intake_assistant.documents.model import texts_of
from intake_assistant.domain.recht.uitvoering.nazorg import nazorg_of
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.dossier import create_dossier
from intake_assistant.operations.acts.gesprek import record_gesprek
from intake_assistant.operations.acts.ontwikkelplan import add_afspraak, add_doel
from intake_assistant.operations.acts.record import record_fields
from intake_assistant.operations.papers.documenten import LOSSE, stuk_of
from intake_assistant.operations.workspace import Workspace
from tests.operations.rijk import play


def test_of_the_last_conversation_a_page_and_of_what_goes_on_two(work: Workspace) -> None:
    dossier = play(work, 1)
    laatste = work.vault.dossier(dossier).row_ids("gesprek")[-1]
    record_gesprek(work, dossier, laatste, {"samenvatting": "Wij praatten over koken."})
    assert "Wij praatten over koken." not in texts_of(stuk_of(work, work.vault.dossier(dossier), "verteld"))
    record_gesprek(work, dossier, laatste, {"samenvatting_verteld": "ja"})
    assert "Wij praatten over koken." in texts_of(stuk_of(work, work.vault.dossier(dossier), "verteld"))

    assert not LOSSE["daarna"].ready(work.vault.dossier(dossier))
    record_fields(work, dossier, "daarna[a]", {"wat": "hulp thuis", "wie": "wijkteam"})
    found = work.vault.dossier(dossier)
    # Nobody said that it is not about health.
    assert [een.gezondheid for een in nazorg_of(found)] == [True]
    assert "wijkteam" in texts_of(stuk_of(work, found, "daarna"))
    assert "wijkteam" not in texts_of(stuk_of(work, found, "daarna_collega"))
    record_fields(work, dossier, "daarna[a]", {"gezondheid": "nee"})
    assert "wijkteam" in texts_of(stuk_of(work, work.vault.dossier(dossier), "daarna_collega"))


def test_the_colleague_reads_no_agreement_that_rests_on_an_answer_about_health(
    work: Workspace, dossier: str
) -> None:
    doel = add_doel(work, dossier, "werk", "kort").made
    add_afspraak(work, dossier, doel, {"wat": "een cv maken"})
    add_afspraak(work, dossier, doel, {"wat": "elke week praten", "vraag": "mentale_gezondheid.slapen"})
    zorg = add_doel(work, dossier, "rust", "kort", vraag="mentale_gezondheid.slapen").made
    add_afspraak(work, dossier, zorg, {"wat": "vroeg naar bed"})
    said = texts_of(stuk_of(work, work.vault.dossier(dossier), "daarna_collega"))
    assert [any(wat in tekst for tekst in said) for wat in ("cv maken", "praten", "naar bed")] == [
        True, False, False
    ]  # fmt: skip


def test_before_the_first_conversation_there_is_no_page(work: Workspace) -> None:
    dossier = create_dossier(work, {"voornamen": "Selam"}).made
    with pytest.raises(KnownError) as caught:
        stuk_of(work, work.vault.dossier(dossier), "verteld")
    assert caught.value.code == "pip.no_talk"
