"""Both parts in Word and PDF, beside the two writers alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant.casus.play import play_case
from intake_assistant.documents.pdf import write_pdf
from intake_assistant.documents.word import write_docx
from intake_assistant.domain.recht.besluit import concept_of
from intake_assistant.operations.papers.documenten import make_documents
from intake_assistant.operations.papers.stukken import beschikking_stuk, ontwikkelplan_stuk
from intake_assistant.operations.workspace import Workspace
from tests.benchmarks.conftest import measure

CASE = Path(__file__).parents[1] / "data" / "cases" / "07_afghanistan_zonder_achternaam.toml"
GROUP = "beide delen in Word en PDF (doel: hooguit 1,2 keer)"


@pytest.fixture(scope="session")
def concept_dossier(work: Workspace) -> str:
    return play_case(work, CASE.read_bytes(), CASE.name)


@pytest.mark.benchmark(group=GROUP)
def test_writers_alone(benchmark: BenchmarkFixture, work: Workspace, concept_dossier: str) -> None:
    found = work.vault.dossier(concept_dossier)
    today = work.clock.today()
    stukken = (
        beschikking_stuk(work, found, concept_of(found)),
        ontwikkelplan_stuk(work, found, versie=1, datum=today, vastgesteld=False),
    )
    measure(
        benchmark,
        lambda: [write(stuk) for stuk in stukken for write in (write_pdf, write_docx)],
        rounds=10,
        warmup_rounds=1,
    )


@pytest.mark.benchmark(group=GROUP)
def test_make_documents(benchmark: BenchmarkFixture, work: Workspace, concept_dossier: str) -> None:
    def make() -> list[bytes]:
        found = work.vault.dossier(concept_dossier)
        return [document.inhoud for document in make_documents(work, found)]

    assert all(measure(benchmark, make, rounds=10, warmup_rounds=1))
