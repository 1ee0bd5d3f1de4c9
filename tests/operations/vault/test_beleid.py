"""Everything in the file of the administrator really takes effect on an open vault."""

import os
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from intake_assistant import paths
from intake_assistant.errors import KnownError
from intake_assistant.operations.acts.gesprek import keep_gedeelde_taal
from intake_assistant.operations.acts.instelling import keep_instelling
from intake_assistant.operations.papers.documenten import make_document
from intake_assistant.operations.papers.tweetalig.stuk import taal_or_refuse
from intake_assistant.operations.vault import beleid, kluis
from intake_assistant.operations.vault.instellingen import ONGECONTROLEERD
from intake_assistant.operations.vault.selftest import self_test
from intake_assistant.operations.words.vertaling import gedeelde_taal
from intake_assistant.operations.words.voorlezen import voorgelezen
from intake_assistant.operations.workspace import Workspace, data_of
from intake_assistant.policy import NO_POLICY, PDF_SJABLOON, WORD_SJABLOON, Policy
from tests.documents.lezen import pdf_pages, word_text
from tests.operations.casussen import COMPLEET, changed, play
from tests.storage.hulp import CHEAP, CLOCK

BROKEN = Policy(bron=Path("/etc/intake-assistent/beleid.toml"), fouten=("Regel 3: ...",))
EIGEN = "Rivierdal"
CONCEPT = changed(COMPLEET, ("dagtekening = 2026-12-28\n", ""))


def under(work: Workspace, **rules: object) -> Workspace:
    return replace(work, policy=replace(NO_POLICY, beheerder="Servicedesk", **rules))  # type: ignore[arg-type]  # tests name them


def code_of(act: object, *words: object) -> str:
    with pytest.raises(KnownError) as refused:
        act(*words)  # type: ignore[operator]  # a function
    return refused.value.code


class TestOngecontroleerd:
    @pytest.mark.parametrize("chosen", ["ja", "nee"])
    def test_the_administrator_decides_over_the_vault_and_the_command(
        self, work: Workspace, chosen: str
    ) -> None:
        keep_instelling(work, ONGECONTROLEERD, chosen)
        assert beleid.may_print_unchecked(under(work, ongecontroleerd=True))
        assert not beleid.may_print_unchecked(under(work, ongecontroleerd=False), asked=True)

    def test_without_a_rule_the_vault_decides(self, work: Workspace) -> None:
        assert not beleid.may_print_unchecked(work)
        assert beleid.may_print_unchecked(work, asked=True)
        keep_instelling(work, ONGECONTROLEERD, "ja")
        assert beleid.may_print_unchecked(work)


class TestTalen:
    def test_only_the_languages_of_the_administrator_are_offered(self, work: Workspace, dossier: str) -> None:
        few = under(work, talen=("nl", "ar"))
        assert {taal.code for taal in beleid.offered_talen(few.policy)} == {"nl", "ar"}
        assert len(beleid.offered_talen(NO_POLICY)) > 2
        keep_gedeelde_taal(work, dossier, "ti")
        found = work.vault.dossier(dossier)
        assert gedeelde_taal(work, found) == "ti"
        assert gedeelde_taal(few, found) == "nl"
        assert gedeelde_taal(few, found, "ar-SY") == "ar-SY"

    def test_a_document_in_another_language_is_refused_by_name(self, work: Workspace) -> None:
        few = under(work, talen=("nl", "ar"), ongecontroleerd=True)
        assert code_of(taal_or_refuse, few, "ti") == "policy.not_allowed"
        assert code_of(taal_or_refuse, under(work), "xx") == "pip.no_translation"
        taal = taal_or_refuse(few, "ar")
        assert taal is not None
        assert taal.code == "ar"

    def test_a_consent_is_read_in_dutch_and_says_that_no_text_was_there(self, work: Workspace) -> None:
        asked = {"partij": "de school", "doel": "een cursus", "gegevens": ["opleiding.hoogste_niveau"]}
        few = voorgelezen(under(work, talen=("nl", "ar")), asked, taal="ti")
        dutch, all_ = voorgelezen(work, asked), voorgelezen(work, asked, taal="ti")
        assert few is not None
        assert dutch is not None
        assert all_ is not None
        assert (few.alineas, few.taal, few.stand) == (dutch.alineas, "ti", "ontbreekt")
        # What was read before this rule is shown as it was read.
        again = voorgelezen(under(work, talen=("nl", "ar")), asked, taal="ti", versie=all_.versie)
        assert again == all_


class TestSjablonen:
    @pytest.fixture
    def own(self, tmp_path: Path) -> Path:
        folder = tmp_path / "sjablonen"
        shutil.copytree(paths.templates_dir(), folder)
        return folder

    def test_word_and_pdf_are_made_with_the_templates_of_the_municipality(
        self, work: Workspace, own: Path
    ) -> None:
        dossier = work.vault.dossier(play(work, CONCEPT))
        word = Document(str(own / WORD_SJABLOON))
        word.add_paragraph(EIGEN)
        word.save(str(own / WORD_SJABLOON))
        pdf = own / PDF_SJABLOON
        pdf.write_text(pdf.read_text(encoding="utf-8") + f"\n{EIGEN}\n", encoding="utf-8")
        ours, theirs = work, under(work, sjablonen=own)
        assert EIGEN in word_text(make_document(theirs, dossier, "ontwikkelplan", "docx").inhoud)
        assert EIGEN not in word_text(make_document(ours, dossier, "ontwikkelplan", "docx").inhoud)
        assert EIGEN in "".join(pdf_pages(make_document(theirs, dossier, "ontwikkelplan", "pdf").inhoud))
        assert EIGEN not in "".join(pdf_pages(make_document(ours, dossier, "ontwikkelplan", "pdf").inhoud))
        assert all(outcome.goed for outcome in self_test(CLOCK, os.urandom, theirs.policy))

    def test_only_one_of_the_two_may_be_their_own(self, work: Workspace, own: Path) -> None:
        dossier = work.vault.dossier(play(work, CONCEPT))
        (own / PDF_SJABLOON).unlink()
        theirs = under(work, sjablonen=own)
        assert make_document(theirs, dossier, "beschikking", "pdf").inhoud.startswith(b"%PDF")

    def test_a_word_template_that_leaves_a_sentence_out_is_refused(self, work: Workspace, own: Path) -> None:
        dossier = work.vault.dossier(play(work, CONCEPT))
        empty = BytesIO()
        Document().save(empty)
        (own / WORD_SJABLOON).write_bytes(empty.getvalue())
        theirs = under(work, sjablonen=own)
        assert code_of(make_document, theirs, dossier, "ontwikkelplan", "docx") == "template.invalid"
        policy = {o.onderdeel: o for o in self_test(CLOCK, os.urandom, theirs.policy)}["policy"]
        assert not policy.goed
        assert policy.uitleg.startswith("template.invalid")

    @pytest.mark.parametrize(
        ("source", "code"),
        [
            ('#import "@preview/cetz:0.3.0"', "template.unsafe"),
            ("#let x = ", "template.invalid"),
            ('#read("/etc/passwd")', "template.invalid"),
            ('#read("../../../../../../etc/passwd")', "template.invalid"),
        ],
    )
    def test_a_pdf_template_that_fails_or_fetches_is_refused(
        self, work: Workspace, own: Path, source: str, code: str
    ) -> None:
        dossier = work.vault.dossier(play(work, CONCEPT))
        (own / PDF_SJABLOON).write_text(source, encoding="utf-8")
        assert code_of(make_document, under(work, sjablonen=own), dossier, "ontwikkelplan", "pdf") == code

    def test_a_besluit_that_was_set_stays_as_it_is(self, work: Workspace, own: Path) -> None:
        dossier = work.vault.dossier(play(work, COMPLEET))
        before = make_document(work, dossier, "beschikking", "pdf").inhoud
        (own / PDF_SJABLOON).write_text("#let x = ", encoding="utf-8")
        theirs = under(work, sjablonen=own)
        assert make_document(theirs, dossier, "beschikking", "pdf").inhoud == before


class TestFormulieren:
    def test_the_forms_of_the_municipality_are_asked(self, tmp_path: Path) -> None:
        folder = tmp_path / "formulieren"
        shutil.copytree(paths.forms_dir(), folder)
        file = next((folder / "startposities").glob("*taalniveau.toml"))
        source = file.read_text(encoding="utf-8")
        changed = source.replace('title = "', f'title = "{EIGEN} ', 1)
        assert changed != source
        file.write_text(changed, encoding="utf-8")
        titles = [deel.titel for deel in data_of(Policy(formulieren=folder)).formulieren.startposities]
        assert sum(titel.startswith(EIGEN) for titel in titles) == 1

    def test_forms_with_a_mistake_are_told_by_the_self_test(self, tmp_path: Path) -> None:
        (tmp_path / "startposities").mkdir()
        (tmp_path / "startposities" / "01_x.toml").write_text("onzin", encoding="utf-8")
        outcomes = self_test(CLOCK, os.urandom, Policy(bron=tmp_path, formulieren=tmp_path))
        assert [o.onderdeel for o in outcomes if not o.goed] == ["policy"]


class TestGevoelig:
    def test_the_administrator_decides_over_the_vault(self, work: Workspace) -> None:
        assert not beleid.asks_again(work)
        assert beleid.asks_again(under(work, gevoelig_opnieuw_vragen=True))
        keep_instelling(work, beleid.GEVOELIG, "ja")
        assert beleid.asks_again(work)
        assert not beleid.asks_again(under(work, gevoelig_opnieuw_vragen=False))


def test_no_vault_is_made_while_the_rules_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "nieuw.intake"
    with pytest.raises(KnownError) as refused:
        kluis.create(path, "x", CLOCK, os.urandom, {}, cost=CHEAP, policy=BROKEN)
    assert refused.value.code == "policy.invalid"
    assert list(tmp_path.iterdir()) == []
