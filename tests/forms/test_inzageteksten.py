"""The fixed texts of inzage: each is used, each use has one, and none says that a lawyer checked it."""

import ast
from pathlib import Path

from intake_assistant import paths
from intake_assistant.documents.inzage import stuk as document
from intake_assistant.forms.teksten import load_teksten
from intake_assistant.operations.papers.inzage import DAARNA, VOORAF

TEKSTEN = load_teksten(paths.forms_dir() / "inzage")


def test_each_text_is_used_and_each_use_has_a_text() -> None:
    source = ast.parse(Path(document.__file__).read_text(encoding="utf-8"))
    constants = {str(node.value) for node in ast.walk(source) if isinstance(node, ast.Constant)}
    asked = {value for value in constants if value.startswith("inzage.")}
    asked |= {f"inzage.hoofdstuk.{id}" for id in (*VOORAF, *DAARNA)}
    assert set(TEKSTEN.teksten) == asked


def test_each_chapter_says_what_for_and_on_which_ground() -> None:
    for id in (*VOORAF, *DAARNA):
        (tekst,) = TEKSTEN.teksten[f"inzage.hoofdstuk.{id}"]
        assert tekst.kop, id
        assert tekst.tekst, id
        assert tekst.clausule, id


def test_our_own_wording_says_that_nobody_checked_it() -> None:
    assert {tekst.nagekeken for versions in TEKSTEN.teksten.values() for tekst in versions} == {None}
