"""The one error and its sentences."""

import copy
import pickle
import re

import pytest

from intake_assistant import paths
from intake_assistant.errors import KnownError
from intake_assistant.texts import known_error_text

PROMISED = {
    "vault.exists", "vault.not_a_vault", "vault.wrong_passphrase", "vault.wait", "vault.damaged",
    "vault.in_use", "vault.read_only", "vault.newer", "vault.older",
    "case.unknown_key", "case.bad_value", "form.invalid",
    "bsn.invalid", "dossier.not_found", "dossier.same_bsn", "pip.incomplete", "pip.not_weighed",
    "pip.duo_rule", "pip.frozen", "pip.unchecked_translation", "duo.shape", "consent.missing",
    "conflict.changed", "exchange.damaged", "exchange.not_for_you", "exchange.unknown_device",
    "exchange.newer", "template.unknown_field", "output.exists", "disk.full", "output.not_writable",
    "translation.invalid",
}  # fmt: skip


def catalogue() -> str:
    return (paths.translations_dir() / "nl/LC_MESSAGES/fout.po").read_text(encoding="utf-8")


CODES = re.findall(r'^msgctxt "(.*)"$', catalogue(), flags=re.MULTILINE)


def test_an_error_is_its_code_and_facts() -> None:
    error = KnownError("disk.full", pad="kluis")
    assert (str(error), error.code, error.facts) == ("disk.full", "disk.full", {"pad": "kluis"})


def test_an_error_survives_a_thread_or_a_copy() -> None:
    error = KnownError("disk.full", pad="kluis")
    for again in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert (again.code, again.facts) == (error.code, error.facts)


def test_every_promised_code_has_a_text() -> None:
    assert set(CODES) >= PROMISED


@pytest.mark.parametrize("code", CODES)
def test_each_text_reads_as_sentences(code: str) -> None:
    sentence = known_error_text(KnownError(code))
    assert "{" not in sentence
    assert "}" not in sentence
    assert "  " not in sentence
    # What happened, where the data is, what to do: at least two sentences, and none is endless.
    sentences = re.split(r"(?<=[.?!])\s", sentence.strip())
    assert len(sentences) >= 2
    assert all(len(part.split()) <= 25 for part in sentences), max(sentences, key=len)


def test_facts_stand_in_the_text_and_a_list_reads_as_lines() -> None:
    assert "/ergens/v.intake" in known_error_text(KnownError("vault.exists", pad="/ergens/v.intake"))
    assert "\n- een\n- twee" in known_error_text(KnownError("case.bad_value", fouten=["een", "twee"]))


def test_a_fact_that_is_not_given_hides_no_error() -> None:
    assert "onbekend" in known_error_text(KnownError("vault.exists"))


def test_a_code_without_text_is_our_mistake() -> None:
    with pytest.raises(KeyError):
        known_error_text(KnownError("nothing.such"))


def test_a_lost_document_is_no_damaged_vault() -> None:
    told = known_error_text(KnownError("vault.damaged", pad="blobs/x", oorzaak="blob"))
    assert "De kluis zelf is in orde" in told
    assert "De kluis in v" in known_error_text(KnownError("vault.damaged", pad="v", oorzaak="leeg"))
