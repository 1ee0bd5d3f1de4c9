"""Sentences from the catalogues: strict in Dutch, honest in every other language."""

from pathlib import Path

import pytest

from intake_assistant import paths, texts
from intake_assistant.texts import Vertaling, form_text, taalfouten, talen, text

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
TAAL = """naam = "العربية"
naam_nl = "Arabisch"
script = "Arab"
richting = "rtl"
cijfers = "latn"
lettertypen = ["Vazirmatn"]
meervoud = "nplurals=6; plural=(n!=1)"
babel = "ar"
typst_lang = "ar"
typst_region = ""
sprekers = []
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Translations of our own making, in the place of those of the program."""
    monkeypatch.setattr(texts, "translations_dir", lambda: tmp_path)
    write(tmp_path, "nl/LC_MESSAGES/proef.po", PROEF)
    write(tmp_path, "ar/taal.toml", TAAL)
    write(tmp_path, "ar/LC_MESSAGES/proef.po", ARABISCH)
    return tmp_path


def write(folder: Path, name: str, content: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(HEADER + content if name.endswith(".po") else content, encoding="utf-8")


PROEF = """
msgctxt "proef.groet"
msgid "Dag {naam}, welkom op {dag}."
msgstr ""

msgctxt "proef.twee"
msgid "Twee"
msgstr "Twee, verbeterd"

msgctxt "proef.open"
msgid "Nog één vraag open."
msgid_plural "Nog {aantal} vragen open."
msgstr[0] ""
msgstr[1] ""
"""

ARABISCH = """
# gecontroleerd: S. Haddad; 2026-05-01; beëdigd vertaler
msgctxt "proef.goed/label"
msgid "Welke taal spreekt u?"
msgstr "ما هي لغتك؟"

msgctxt "proef.nieuw/label"
msgid "Waar woont u?"
msgstr "أين تسكن؟"

# gecontroleerd: S. Haddad; 2026-05-01; beëdigd vertaler
#, fuzzy
msgctxt "proef.twijfel/label"
msgid "Leest u?"
msgstr "هل تقرأ؟"

# gecontroleerd: S. Haddad; 2026-05-01; beëdigd vertaler
#, fuzzy
#| msgid "Hoe oud bent u"
msgctxt "proef.oud/label"
msgid "Hoe oud bent u?"
msgstr "كم عمرك؟"

msgctxt "proef.leeg/label"
msgid "Werkt u?"
msgstr ""
"""


@pytest.mark.usefixtures("folder")
class TestDutch:
    """The texts of the program itself."""

    def test_fields_are_filled(self) -> None:
        assert text("proef.groet", naam="Selam", dag="maandag") == "Dag Selam, welkom op maandag."

    def test_a_correction_of_the_source_counts(self) -> None:
        assert text("proef.twee") == "Twee, verbeterd"

    def test_singular_and_plural(self) -> None:
        assert text("proef.open", aantal=1) == "Nog één vraag open."
        assert text("proef.open", aantal=0) == "Nog 0 vragen open."
        assert text("proef.open", aantal=2) == "Nog 2 vragen open."
        with pytest.raises(KeyError):
            text("proef.open")

    @pytest.mark.parametrize("key", ["proef.weg", "proef", "nergens.iets", ""])
    def test_an_unknown_key_is_our_mistake(self, key: str) -> None:
        with pytest.raises(KeyError):
            text(key)

    @pytest.mark.parametrize("given", [{}, {"naam": "A"}, {"naam": "A", "dag": "B", "uur": "C"}])
    def test_fields_must_be_exactly_those_of_the_text(self, given: dict[str, str]) -> None:
        with pytest.raises(KeyError, match="proef.groet"):
            text("proef.groet", **given)


@pytest.mark.usefixtures("folder")
class TestOtherLanguages:
    """How far a translation may be trusted."""

    @pytest.mark.parametrize(
        ("name", "dutch", "expected"),
        [
            ("goed", "Welke taal spreekt u?", Vertaling("ما هي لغتك؟", "gecontroleerd")),
            ("nieuw", "Waar woont u?", Vertaling("أين تسكن؟", "ongecontroleerd")),
            ("twijfel", "Leest u?", Vertaling("هل تقرأ؟", "ongecontroleerd")),
            ("oud", "Hoe oud bent u?", Vertaling("كم عمرك؟", "verouderd")),
            ("leeg", "Werkt u?", Vertaling("Werkt u?", "ontbreekt")),
            ("weg", "Nieuwe vraag?", Vertaling("Nieuwe vraag?", "ontbreekt")),
        ],
    )
    def test_stand(self, name: str, dutch: str, expected: Vertaling) -> None:
        assert form_text("ar", f"proef.{name}/label", dutch) == expected

    def test_a_checked_text_of_a_changed_question_is_out_of_date(self) -> None:
        assert form_text("ar", "proef.goed/label", "Welke talen spreekt u?").stand == "verouderd"

    def test_dutch_is_what_it_is(self) -> None:
        assert form_text("nl", "proef.goed/label", "Wat?") == Vertaling("Wat?", "gecontroleerd")

    def test_a_language_without_a_folder_falls_back(self) -> None:
        assert form_text("ti", "proef.goed/label", "Wat?") == Vertaling("Wat?", "ontbreekt")


class TestBrokenFiles:
    """A translator's slip is told in words, with the file."""

    @pytest.mark.parametrize(
        "content",
        [
            'msgid "geen plaats"\nmsgstr "x"\n',
            'msgctxt "proef.a"\nmsgid "open',
            PROEF + PROEF.replace("Twee", "Drie"),
        ],
    )
    def test_a_catalogue(self, folder: Path, content: str) -> None:
        write(folder, "ar/LC_MESSAGES/stuk.po", content)
        assert form_text("ar", "stuk.a", "Wat?") == Vertaling("Wat?", "ontbreekt")
        # Nor what stands in the others: half a language would be worse than none.
        assert form_text("ar", "proef.goed/label", "Welke taal spreekt u?").stand == "ontbreekt"
        assert [fout.facts["pad"] for fout in taalfouten()] == [str(folder / "ar/LC_MESSAGES/stuk.po")]

    @pytest.mark.parametrize(
        "change",
        [
            ('"rtl"', '"omhoog"'),
            ('richting = "rtl"\n', ""),
            ("script", "schrift"),
            ("naam =", "naam"),
            ("[", ""),
            ("[]", '"apc"'),
        ],
    )
    def test_a_language(self, folder: Path, change: tuple[str, str]) -> None:
        write(folder, "xx/taal.toml", TAAL.replace(*change))
        assert [taal.code for taal in talen()] == ["ar"]
        assert [fout.facts["pad"] for fout in taalfouten("xx")] == [str(folder / "xx/taal.toml")]
        assert taalfouten("ar") == ()


def test_a_language_is_a_folder(folder: Path) -> None:
    write(folder, "ti/taal.toml", TAAL.replace("rtl", "ltr"))
    assert [(taal.code, taal.richting) for taal in talen()] == [("ar", "rtl"), ("ti", "ltr")]
    assert talen()[0].lettertypen == ("Vazirmatn",)


def test_the_languages_of_the_program_load() -> None:
    assert "nl" in [taal.code for taal in talen()]


@pytest.mark.parametrize(
    "file", sorted(paths.translations_dir().glob("nl/LC_MESSAGES/*.po")), ids=lambda file: file.stem
)
def test_each_key_stands_in_the_catalogue_that_bears_its_name(file: Path) -> None:
    keys = texts.keys("nl", file.stem)
    assert keys
    if file.stem != "fout":
        assert all(key.startswith(f"{file.stem}.") for key in keys)


def test_looking_for_faults_holds_no_text_of_a_language() -> None:
    """All of every language is read for it: held, that would be 20 MB that nobody says."""
    texts._faults.cache_clear()
    held = texts._catalogue.cache_info().currsize
    assert taalfouten("am") == ()
    assert texts._catalogue.cache_info().currsize == held
