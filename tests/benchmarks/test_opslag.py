"""Recording one answer and opening a dossier, beside the bare engine on the same connection."""

from __future__ import annotations

import itertools
import os
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from intake_assistant.operations.acts.antwoord import record_antwoord
from intake_assistant.operations.acts.dossier import create_dossier, open_dossier
from intake_assistant.operations.workspace import Workspace
from tests.benchmarks.conftest import measure

ROUNDS = 400


def _connection(work: Workspace) -> Any:
    # The reference must use the very connection, with its cipher and its pragmas.
    return work.vault._connection


@pytest.mark.benchmark(group="een antwoord vastleggen (doel: hooguit 2 keer)")
def test_bare_insert(benchmark: BenchmarkFixture, work: Workspace) -> None:
    connection = _connection(work)
    connection.execute("CREATE TABLE IF NOT EXISTS meting(nr INTEGER PRIMARY KEY, inhoud BLOB)")

    def insert() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO meting(inhoud) VALUES(?)", (os.urandom(400),))
        connection.execute("COMMIT")

    measure(benchmark, insert, rounds=ROUNDS, warmup_rounds=20)


@pytest.mark.benchmark(group="een antwoord vastleggen (doel: hooguit 2 keer)")
def test_record_antwoord(benchmark: BenchmarkFixture, work: Workspace) -> None:
    velden = [v.naam for v in work.data.formulieren.vragen.values() if v.type == "text" and not v.herhaling]
    names = itertools.cycle(velden)
    dossiers = itertools.count()
    state: dict[str, str] = {}

    def setup() -> tuple[tuple[str, str], dict[str, object]]:
        naam = next(names)
        if naam == velden[0]:
            state["dossier"] = create_dossier(work, {"voornamen": f"Proef {next(dossiers)}"}).made
        return (state["dossier"], naam), {}

    def act(dossier: str, naam: str) -> None:
        record_antwoord(work, dossier, naam, "zij naaide vier jaar in een atelier in Asmara")

    measure(benchmark, act, setup=setup, rounds=ROUNDS, warmup_rounds=20)


@pytest.mark.benchmark(group="een dossier van 300 antwoorden openen (doel: hooguit 3 keer)")
def test_bare_range_read(benchmark: BenchmarkFixture, work: Workspace, dossier: str) -> None:
    connection = _connection(work)
    sql = "SELECT subject, counter, id, leaves FROM p_antwoord WHERE dossier=?"
    found = benchmark(lambda: connection.execute(sql, (dossier,)).fetchall())
    assert len(found) >= 300


@pytest.mark.benchmark(group="een dossier van 300 antwoorden openen (doel: hooguit 3 keer)")
def test_open_dossier(benchmark: BenchmarkFixture, work: Workspace, dossier: str) -> None:
    found = benchmark(open_dossier, work, dossier)
    assert len(list(found.subjects)) >= 300
