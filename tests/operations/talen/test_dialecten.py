"""What readers of a language speak at home: each by a name that can be drawn, and known to the forms."""

from pathlib import Path

import pytest

from intake_assistant.documents.tekens import covered_by
from intake_assistant.errors import KnownError
from intake_assistant.operations.talen import dialecten
from intake_assistant.operations.talen.bladen import GEEN, TAAL, in_order, talenblad
from intake_assistant.operations.talen.dialecten import BESTAND, dialecten_of, read_dialecten
from intake_assistant.operations.talen.gesproken import Gesproken
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.texts import SOURCE, talen
from intake_assistant.ui.kit.fonts import FAMILIES
from tests.ui.gesprekshulp import DATA


def test_each_has_a_name_that_our_fonts_draw_and_a_code_of_the_list() -> None:
    codes, seen = {keuze.naam for keuze in DATA.keuzelijsten["talen"]}, 0
    for taal in talen():
        for dialect in read_dialecten(taal):
            seen += 1
            tekens = covered_by((*taal.lettertypen, *FAMILIES))
            assert set(dialect.naam) - tekens - set(" ") == set(), dialect.naam
            assert not dialect.code or dialect.code in codes, dialect.code
    assert seen > 15


def test_who_speaks_a_dialect_of_a_language_that_is_read_can_point_at_it() -> None:
    for taal in talen():
        gewezen = {dialect.code for dialect in read_dialecten(taal)}
        assert set(taal.sprekers) - gewezen == set(), taal.code


def test_every_language_is_there_once_and_in_an_order_that_favours_nobody() -> None:
    blad = talenblad(talen(), taal_van(SOURCE))
    codes = [keuze.code for keuze in blad.keuzes]
    assert codes == [*(f"{TAAL}{taal.code}" for taal in in_order(talen())), GEEN]
    assert [taal.script for taal in in_order(talen())] == sorted(taal.script for taal in talen())
    # Dutch is where it begins, not what somebody chose: no large Dutch above the languages.
    assert blad.zinnen == ()
    assert blad.voor_tolk
    assert talenblad(talen(), taal_van("ti")).zinnen


def test_what_is_spoken_is_named_by_its_code_or_its_region() -> None:
    arabisch, koerdisch = taal_van("ar"), taal_van("ku")
    per = {dialect.naam_nl: dialect for dialect in dialecten_of(arabisch) + dialecten_of(koerdisch)}
    syrisch = Gesproken(arabisch, per["Arabisch (Syrië, Libanon)"])
    assert (syrisch.code, syrisch.streek, syrisch.has_texts) == ("apc", "", True)
    badini = Gesproken(koerdisch, per["Koerdisch (Badini)"])
    assert (badini.code, badini.streek, badini.has_texts) == ("ku", "Koerdisch (Badini)", True)
    sorani = Gesproken(koerdisch, per["Koerdisch (Sorani)"])
    assert (sorani.code, sorani.streek, sorani.has_texts) == ("ckb", "", False)


@pytest.mark.parametrize(
    "inhoud",
    [
        "[[dialect]",
        "anders = 1",
        "dialect = 3",
        "dialect = [3]",
        '[[dialect]]\ncode = "apc"\nnaam = "شامي"\nnaam_nl = "Syrisch"',
        '[[dialect]]\ncode = "apc"\nnaam = ""\nnaam_nl = "Syrisch"\nnagekeken = ""',
        '[[dialect]]\ncode = 1\nnaam = "شامي"\nnaam_nl = "Syrisch"\nnagekeken = ""',
    ],
)
def test_what_is_wrong_in_the_file_is_told_and_the_page_goes_on_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, inhoud: str
) -> None:
    monkeypatch.setattr(dialecten, "translations_dir", lambda: tmp_path)
    (tmp_path / "ar").mkdir()
    (tmp_path / "ar" / BESTAND).write_text(inhoud, encoding="utf-8")
    with pytest.raises(KnownError) as error:
        read_dialecten(taal_van("ar"))
    assert error.value.code == "translation.invalid"
    assert dialecten_of(taal_van("ar")) == ()
