"""Papers in Dutch and beside it in the language that the person reads."""

import pytest

from intake_assistant.documents.model import Naast, Stuk, texts_of
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.papers.documenten import make_document, stuk_in, stuk_of
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import SOURCE, talen
from tests.documents.lezen import model_text, plain, tagged_text, word_text
from tests.documents.woorden import share_found
from tests.operations.casussen import COMPLEET, play

FOUND = 0.95
ANDERE = [taal.code for taal in talen() if taal.code != SOURCE]
DELEN = ("beschikking", "ontwikkelplan", "wandplan")


@pytest.fixture
def mag(work: Workspace) -> Workspace:
    """The municipality allows what nobody checked to be printed."""
    keep_instelling(work, ONGECONTROLEERD, "ja")
    return work


@pytest.mark.parametrize("deel", DELEN)
@pytest.mark.parametrize("taal", ["ar", "ti", "uk"])
def test_the_dutch_of_two_languages_is_the_dutch_itself(mag: Workspace, taal: str, deel: str) -> None:
    dossier = mag.vault.dossier(play(mag, COMPLEET))
    both = stuk_in(mag, dossier, deel, taal)
    said = "\n".join(texts_of(both))
    assert [text for text in texts_of(stuk_of(mag, dossier, deel)) if text.rstrip(":") not in said] == []
    assert vertaald(both)


@pytest.mark.parametrize("taal", ANDERE)
def test_word_says_what_the_pdf_says_in_every_language(mag: Workspace, taal: str) -> None:
    dossier = mag.vault.dossier(play(mag, COMPLEET))
    for deel in DELEN if taal in ("ar", "ti") else DELEN[:1]:
        both = stuk_in(mag, dossier, deel, taal)
        word, pdf = (make_document(mag, dossier, deel, formaat, taal) for formaat in ("docx", "pdf"))
        assert both.vertaling is not None
        kop = plain(f"Nederlands{both.vertaling.naam}")
        assert word_text(word.inhoud).replace(kop, "") == model_text(both)
        # What goes on on the next page stands there beside what goes on as well.
        assert both.vertaling.richting == "rtl" or sorted(tagged_text(pdf.inhoud)) == sorted(model_text(both))
        assert share_found(vertaald(both), pdf.inhoud) >= FOUND


def vertaald(stuk: Stuk) -> list[str]:
    return [t for blok in stuk.blokken if isinstance(blok, Naast) and not blok.alleen for t in blok.vertaald]
