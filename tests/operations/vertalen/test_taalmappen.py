"""The languages of the program: each folder says all there is to know, and it is so."""

import gettext
import re

import pytest
from babel import Locale

from intake_assistant.documents.tekens import covered_by
from intake_assistant.operations.vertalen.woordenlijst import BESTAND, read_woordenlijst
from intake_assistant.operations.words.gedeeld import in_cijfers
from intake_assistant.paths import translations_dir
from intake_assistant.texts import SOURCE, Taal, taalfouten, talen

ALLE = [taal for taal in talen() if taal.code != SOURCE]
# Both directions, all scripts, and the one whose region is not its own: who fits these, fits the others.
LETTERS = {
    "Arab": "گچپژټډړښڼځڅېۍئ۰۱۲۳۴۵۶۷۸۹،؛؟",
    "Cyrl": "ґєіїҐЄІЇщьʼ«»",
    "Ethi": "ቐኸዐጸፀ።፣፤፥፡፩",
    "Latn": "êîşûçğıİñ¿¡œéàñÊÎŞÛ’‘“”…–",
}


def test_every_language_is_sound_and_has_its_letters() -> None:
    assert len(ALLE) >= 13
    assert taalfouten() == ()
    for taal in ALLE:
        tekens = covered_by(taal.lettertypen)
        assert set(taal.naam + LETTERS[taal.script]) - tekens - {" "} == set(), taal.code
        assert taal.richting == ("rtl" if taal.script == "Arab" else "ltr"), taal.code
        assert Locale.parse(taal.babel).languages, taal.code
        assert len(in_cijfers("123", taal.cijfers)) == 3
        assert (translations_dir() / taal.code / BESTAND).is_file()
        read_woordenlijst(taal)


@pytest.mark.parametrize("taal", ALLE, ids=lambda taal: taal.code)
def test_every_number_has_a_form_of_the_plural(taal: Taal) -> None:
    found = re.fullmatch(r"nplurals=(\d); plural=(.+);", taal.meervoud)
    assert found
    form = gettext.c2py(found[2])
    assert {form(aantal) for aantal in range(200)} == set(range(int(found[1])))
