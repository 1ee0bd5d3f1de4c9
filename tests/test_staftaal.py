"""The screen in another language; what is stored, printed or read aloud stays Dutch."""

import datetime
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from intake_assistant import texts
from intake_assistant.casus.play import play_case
from intake_assistant.dates import in_words, read_typed, with_weekday
from intake_assistant.domain.recht.gesprek import gesprekken_of
from intake_assistant.domain.recht.uitwisseling import Ontvangersoort
from intake_assistant.errors import KnownError
from intake_assistant.operations.exchange.verstrekken import propose
from intake_assistant.operations.papers.documenten import FORMATEN, LOSSE, STUKKEN, make_document
from intake_assistant.operations.papers.inzage import as_json
from intake_assistant.operations.papers.inzagestukken import make_inzage
from intake_assistant.operations.papers.kansblad import make_kansrapport
from intake_assistant.operations.papers.teamrapport import make_rapport
from intake_assistant.operations.socialekaart.kaart import kaart_file
from intake_assistant.operations.socialekaart.materiaal import materiaal_file
from intake_assistant.operations.vault.kluis import digest
from intake_assistant.operations.views.afronden.terugblik import draft_samenvatting
from intake_assistant.operations.views.besluit.routegevolg import motivering_from
from intake_assistant.operations.views.geschiedenis import geschiedenis_of
from intake_assistant.operations.views.overzicht import list_dossiers
from intake_assistant.operations.views.show import show_dossier, show_list
from intake_assistant.operations.views.team.beeld import read_team
from intake_assistant.operations.views.team.kansengelijkheid import read_kansen
from intake_assistant.operations.views.uitvoering.geldlijn import euro
from intake_assistant.operations.words.gedeeld import pauze_blad
from intake_assistant.operations.words.vertaling import taal_van
from intake_assistant.operations.words.waarde import gezegde_taalnaam, taalnaam
from intake_assistant.operations.workspace import Data, Workspace
from intake_assistant.staftaal import dutch, in_dutch, in_figures, speak
from intake_assistant.texts import (
    dutch_text,
    form_text,
    known_error_text,
    speak_to_staff,
    staftalen,
    talen,
    text,
)
from tests.gelezen import lazily
from tests.operations.casussen import ALLES, COMPLEET
from tests.operations.exchange.verstrekhulp import asked
from tests.schermtaal import MERK, make_marked, marked_screen
from tests.storage.hulp import CLOCK, copied, quick, seeded

pytestmark = pytest.mark.slow

VIJF_MAART = datetime.date(2026, 3, 5)


@pytest.fixture(scope="module")
def data() -> Data:
    """The forms and rules of the program, read once."""
    return lazily()


@pytest.fixture(scope="module")
def gemerkt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The languages, with one in which every sentence of the staff has a mark."""
    folder = tmp_path_factory.mktemp("talen")
    make_marked(folder)
    return folder


@pytest.fixture
def in_english() -> Iterator[None]:
    """The screen speaks English."""
    speak_to_staff("en")
    yield
    speak()


def played(folder: Path, data: Data) -> tuple[Workspace, list[str]]:
    """Two cases in a vault, with the same chance each time."""
    vault = quick(copied(folder, "an"))
    work = Workspace(vault, data, CLOCK, seeded(7))
    return work, [play_case(work, case.encode(), "casus.toml") for case in (ALLES, COMPLEET)]


def papers(work: Workspace, dossiers: list[str]) -> dict[str, Any]:
    """All that leaves the program of these dossiers, by what it is."""
    lines = list_dossiers(work)
    beeld, kansen = read_team(work, lines), read_kansen(work, lines)
    made: dict[str, Any] = {"digest": digest(work), "lijst": show_list(work)}
    for id in dossiers:
        dossier = work.vault.dossier(id)
        delen = [deel for deel in STUKKEN if deel not in LOSSE or LOSSE[deel].ready(dossier)]
        for formaat in FORMATEN:
            made |= {
                f"{deel} {formaat} {id}": make_document(work, dossier, deel, formaat).inhoud for deel in delen
            }
            made[f"inzage {formaat} {id}"] = make_inzage(work, dossier, formaat).inhoud
        made[f"samenvatting {id}"] = [
            draft_samenvatting(work, dossier, gesprek.id) for gesprek in gesprekken_of(dossier)
        ]
        made[f"motivering {id}"] = motivering_from(work, dossier, "B")
        made[f"inzage {id}"], made[f"show {id}"] = as_json(work, dossier), show_dossier(work, id)
        made[f"verstrekken {id}"] = propose(work, asked(id, als=Ontvangersoort.TAALSCHOOL)).as_json()
    for formaat in ("xlsx", "pdf"):
        made[f"team {formaat}"] = make_rapport(work, beeld, formaat)
        made[f"kansen {formaat}"] = make_kansrapport(work, kansen, formaat)
    return made | {"kaart": kaart_file(work), "materiaal": materiaal_file(work)}


def inside(wat: Any) -> Any:
    """Of a file that is a folder each part, but for the moment at which it was packed."""
    if not isinstance(wat, bytes) or not wat.startswith(b"PK"):
        return wat
    with ZipFile(BytesIO(wat)) as packed:
        return {naam: packed.read(naam) for naam in packed.namelist() if naam != "docProps/core.xml"}


class TestPapers:
    """Whatever the screen speaks."""

    def test_all_that_leaves_the_program_is_the_same(
        self, tmp_path: Path, data: Data, gemerkt: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        work, dossiers = played(tmp_path, data)
        with work.vault:
            dutch_papers = papers(work, dossiers)
            with marked_screen(monkeypatch, gemerkt):
                assert text("venster.programma").startswith(MERK)
                marked = papers(work, dossiers)
        assert len(dutch_papers) > 40
        assert [naam for naam, wat in dutch_papers.items() if inside(marked[naam]) != inside(wat)] == []

    def test_all_that_is_stored_is_the_same(
        self, tmp_path: Path, data: Data, gemerkt: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        stored = []
        for nummer, is_marked in enumerate((False, True)):
            folder = tmp_path / str(nummer)
            folder.mkdir()
            with monkeypatch.context() as patched:
                if is_marked:
                    patched.setattr(texts, "translations_dir", lambda: gemerkt)
                    speak_to_staff("xx")
                work, dossiers = played(folder, data)
                list_dossiers(work)
                speak()
            with work.vault:
                rows = [row.gegevens for row in work.vault.overviews()]
                bodies = [entry.body for id in dossiers for entry in work.vault.entries(id)]
                stored.append((digest(work), rows, bodies, work.vault.indexed(), work.vault.projections()))
        assert stored[0] == stored[1]

    def test_the_screen_itself_speaks_the_other_language(
        self, tmp_path: Path, data: Data, gemerkt: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        work, (dossier, _) = played(tmp_path, data)
        with work.vault, marked_screen(monkeypatch, gemerkt):
            regels = geschiedenis_of(work, work.vault.dossier(dossier))
            assert any(MERK in str(regel) for regel in regels)


class TestSchermtaal:
    """What the staff reads."""

    def test_a_language_says_itself_that_it_serves_the_staff(self) -> None:
        assert [taal.code for taal in staftalen()][:2] == ["nl", "en"]
        assert len(talen()) > len(staftalen())

    @pytest.mark.parametrize("code", ["", "nl", "ar", "zz", "../nl"])
    def test_what_does_not_serve_the_staff_is_dutch(self, code: str) -> None:
        speak_to_staff(code)
        assert in_words(VIJF_MAART) == "5 maart 2026"

    @pytest.mark.usefixtures("in_english")
    def test_days_and_months_follow_and_both_can_be_typed(self) -> None:
        assert with_weekday(VIJF_MAART) == "Thursday 5 March 2026"
        assert read_typed("5 maart 2026") == read_typed("5 March 2026") == "2026-03-05"
        assert read_typed("thursday 5 march 2026") == read_typed("donderdag 5 mrt 2026") == "2026-03-05"
        with in_dutch():
            assert in_words(VIJF_MAART) == "5 maart 2026"
        assert dutch(partial(in_words, VIJF_MAART))() == "5 maart 2026"

    @pytest.mark.usefixtures("in_english")
    def test_numbers_and_names_of_languages_follow(self) -> None:
        assert in_figures("4.5") == "4.5"
        assert (taal_van("ti").gezegd, taal_van("nl").gezegd) == ("Tigrinya", "Dutch")
        assert "1,234.50" in euro(Decimal("1234.5"))
        with in_dutch():
            assert (in_figures("4.5"), taal_van("ar").gezegd) == ("4,5", "Arabisch")

    @pytest.mark.usefixtures("in_english")
    def test_a_spoken_language_follows_and_what_is_matched_does_not(self) -> None:
        formulieren = lazily().formulieren
        assert gezegde_taalnaam(formulieren, "ar") == "Arabic"
        assert taalnaam(formulieren, "ar") == "Arabisch"
        assert gezegde_taalnaam(formulieren, "zz-zz") == ""
        with in_dutch():
            assert gezegde_taalnaam(formulieren, "ar") == "Arabisch"

    @pytest.mark.usefixtures("in_english")
    def test_the_shared_side_does_not_follow(self) -> None:
        assert "Even pauze" in str(pauze_blad(taal_van("nl")))
        assert form_text("ar", "gedeeld.pauze", dutch_text("gedeeld.pauze")).stand == "ongecontroleerd"

    def test_a_generator_would_speak_too_late(self) -> None:
        def later() -> Iterator[str]:
            yield text("venster.programma")

        with pytest.raises(TypeError, match="later"):
            dutch(later)


HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
NEDERLANDS = """
msgctxt "proef.dag"
msgid "Dag {naam}"
msgstr ""

msgctxt "proef.open"
msgid "{aantal} vraag"
msgid_plural "{aantal} vragen"
msgstr[0] ""
msgstr[1] ""
"""
FOUT = """
msgctxt "proef.mis"
msgid "Mis: {wat}"
msgstr ""
"""


class TestMissing:
    """What is not translated, or not rightly, is said in Dutch; never an error."""

    @pytest.fixture
    def write(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str], None]]:
        monkeypatch.setattr(texts, "translations_dir", lambda: tmp_path)
        for code in ("nl", "en"):
            (tmp_path / code / "LC_MESSAGES").mkdir(parents=True)
            taal = (Path(__file__).parents[1] / "translations" / code / "taal.toml").read_bytes()
            (tmp_path / code / "taal.toml").write_bytes(taal)
        (tmp_path / "nl/LC_MESSAGES/proef.po").write_text(HEADER + NEDERLANDS, encoding="utf-8")
        (tmp_path / "nl/LC_MESSAGES/fout.po").write_text(HEADER + FOUT, encoding="utf-8")

        def write(english: str, naam: str = "proef") -> None:
            (tmp_path / f"en/LC_MESSAGES/{naam}.po").write_text(HEADER + english, encoding="utf-8")
            speak_to_staff("en")

        yield write
        speak()

    @pytest.mark.parametrize(
        ("english", "said"),
        [
            ("", "Dag An"),
            ('msgctxt "proef.dag"\nmsgid "Dag {naam}"\nmsgstr ""\n', "Dag An"),
            ('#, fuzzy\nmsgctxt "proef.dag"\nmsgid "Dag {naam}"\nmsgstr "Hello {naam}"\n', "Hello An"),
            ('msgctxt "proef.dag"\nmsgid "Dag {naam}"\nmsgstr "Hello {name}"\n', "Dag An"),
            ('msgctxt "proef.dag"\nmsgid "Dag {naam}"\nmsgstr "Hello"\n', "Hello"),
            ('msgctxt "proef.dag"\nmsgid "Hallo {naam}"\nmsgstr "Hello {naam}"\n', "Dag An"),
            ("msgwat\n", "Dag An"),
        ],
    )
    def test_one(self, write: Callable[[str], None], english: str, said: str) -> None:
        write(english)
        assert text("proef.dag", naam="An") == said
        with pytest.raises(KeyError):
            text("proef.dag")

    def test_a_plural(self, write: Callable[[str], None]) -> None:
        forms = 'msgstr[0] "one question"\nmsgstr[1] "{aantal} questions"\n'
        write(f'msgctxt "proef.open"\nmsgid "{{aantal}} vraag"\nmsgid_plural "{{aantal}} vragen"\n{forms}')
        assert [text("proef.open", aantal=n) for n in (0, 1, 2)] == [
            "0 questions",
            "one question",
            "2 questions",
        ]

    def test_an_error(self, write: Callable[[str, str], None]) -> None:
        write('msgctxt "fout.proef.mis"\nmsgid "Mis: {wat}"\nmsgstr "Wrong: {wat}"\n', "fout")
        assert known_error_text(KnownError("proef.mis", wat="x")) == "Wrong: x"
