"""The workbook: pyxform takes it, nothing is lost on the way back, and its binds judge as our engine does."""

import datetime
import shutil
import tomllib
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from intake_assistant.domain.formulier import HERHALING, Formulieren, Groep, Vraag, dagnummer
from intake_assistant.errors import KnownError
from intake_assistant.forms.controle import GEGEVENS
from intake_assistant.forms.engine import Engine
from intake_assistant.forms.loader import load_formulieren
from intake_assistant.forms.uitdrukking import Uitdrukking
from intake_assistant.forms.werkboek import from_xlsform
from intake_assistant.forms.xlsform import to_xlsform, workbook_bytes, xform_of
from intake_assistant.paths import forms_dir
from tests.forms.kleine_formulieren import goed, write_forms


def read_all(folder: Path) -> dict[str, Any]:
    return {pad.name: tomllib.loads(pad.read_text("utf-8")) for pad in sorted(folder.glob("*.toml"))}


def there_and_back(forms: Path, tmp_path: Path) -> dict[str, Any]:
    to_xlsform(forms, tmp_path / "f.xlsx")
    (tmp_path / "terug").mkdir()
    from_xlsform(tmp_path / "f.xlsx", tmp_path / "terug")
    return read_all(tmp_path / "terug")


def test_the_real_forms_come_back_unchanged(tmp_path: Path) -> None:
    assert there_and_back(forms_dir(), tmp_path) == read_all(forms_dir() / "startposities")


def test_settings_lists_and_old_names_come_back(tmp_path: Path) -> None:
    een, twee = goed(), deepcopy(goed())
    een["settings"]["retired"] = ["taal.weg"]
    een["renamed"] = {"taal.eerst": "taal.leest"}
    een["survey"][3] |= {"label": "=1+1", "hint": " twee\nregels ", "default": "3", "required": False}
    een["survey"][3] |= {"media": {"image": "lezen.svg"}}
    een["survey"][1]["pip"] |= {"zinnen": "ja: U leest.\nnee: -", "gezegd": "of u leest"}
    een["survey"][3]["pip"] |= {"bewaren": "lbt_detail", "derden": True, "ook_in": "taal.schaal"}
    een["survey"][3]["relevant"] = "${inburgeraar.doelgroep} = 'gezinsmigrant'"
    een["survey"][5]["pip"]["read_aloud"] = False
    een["choices"][1]["vervallen"] = True
    twee["settings"] |= {"form_id": "werk", "version": "2", "volgorde": 1, "retired": []}
    twee["renamed"] = {}
    twee["survey"] = [
        {"type": "note", "name": "werk.opening", "label": "Nu over werk."},
        een["survey"][4] | {"name": "werk.schrift"},
    ]
    # A list of the same name as in the other file, with other choices.
    twee["choices"] = [{"list_name": "schrift", "name": "geen", "label": "niets"}]
    forms = write_forms(tmp_path / "forms", een, twee)
    assert there_and_back(forms, tmp_path) == {"01_taal.toml": een, "02_werk.toml": twee}


def edited(tmp_path: Path, change: Any) -> Path:
    """The workbook of the good form after somebody worked in it."""
    xlsx = tmp_path / "f.xlsx"
    to_xlsform(write_forms(tmp_path / "forms", goed()), xlsx)
    werkboek = openpyxl.load_workbook(xlsx)
    change(werkboek)
    werkboek.save(xlsx)
    return xlsx


def test_a_row_added_in_excel_finds_its_file(tmp_path: Path) -> None:
    def add(werkboek: Any) -> None:
        blad = werkboek["survey"]
        koppen = [cel.value for cel in blad[1]]
        nieuw = {"type": "text", "name": "taal.nieuw", "label": 12, "required": "FALSE",
                 "bind::pip:from_gesprek": 2.0, "bind::pip:sensitivity": "1"}  # fmt: skip
        blad.append([nieuw.get(kop) for kop in koppen] + ["FALSE"])
        blad.cell(1, len(koppen) + 1).value = "required"

    (pad,) = from_xlsform(edited(tmp_path, add), tmp_path)
    (laatste,) = tomllib.loads(pad.read_text("utf-8"))["survey"][-1:]
    assert laatste == {
        "type": "text",
        "name": "taal.nieuw",
        "label": "12",
        "required": False,
        "pip": {"from_gesprek": 2, "sensitivity": 1},
    }


def put_elsewhere(werkboek: Any) -> None:
    werkboek["survey"].insert_rows(2)
    werkboek["survey"].cell(2, 1).value = "text"
    werkboek["survey"].cell(2, 2).value = "elders.x"


@pytest.mark.parametrize(
    ("change", "regel"),
    [
        (lambda boek: boek.remove(boek["bestanden"]), "blad"),
        (lambda boek: boek["survey"].cell(1, 30, "labl"), "kolom"),
        (lambda boek: boek["retired"].append(["99_weg.toml", "weg.x"]), "bestand_onbekend"),
        (put_elsewhere, "bestand_onbekend"),
    ],
)
def test_a_spoilt_workbook_is_refused_and_nothing_written(tmp_path: Path, change: Any, regel: str) -> None:
    xlsx = edited(tmp_path, change)
    (tmp_path / "terug").mkdir()
    with pytest.raises(KnownError) as gevangen:
        from_xlsform(xlsx, tmp_path / "terug")
    assert gevangen.value.code == "form.invalid"
    fouten: Any = gevangen.value.facts["fouten"]
    assert regel in {fout.regel for fout in fouten}
    assert list((tmp_path / "terug").iterdir()) == []


@pytest.mark.parametrize("inhoud", [b"", b"PK\x03\x04 geen werkboek", b"tekst"])
def test_what_is_no_workbook_is_refused(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "f.xlsx").write_bytes(inhoud)
    with pytest.raises(KnownError) as gevangen:
        from_xlsform(tmp_path / "f.xlsx", tmp_path)
    assert str(gevangen.value.facts["fouten"]).startswith("f.xlsx: ")


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    xlsx = edited(tmp_path, lambda boek: None)
    with pytest.raises(KnownError) as gevangen:
        to_xlsform(tmp_path / "forms", xlsx)
    assert gevangen.value.code == "output.exists"
    (pad,) = from_xlsform(xlsx, tmp_path)
    pad.write_text("van mij", "utf-8")
    with pytest.raises(KnownError):
        from_xlsform(xlsx, tmp_path)
    assert pad.read_text("utf-8") == "van mij"
    from_xlsform(xlsx, tmp_path, overwrite=True)
    assert "taal" in pad.read_text("utf-8")


def test_our_columns_arrive_in_the_xform() -> None:
    xform, waarschuwingen = xform_of(workbook_bytes(forms_dir()))
    assert waarschuwingen == ()
    boom = etree.fromstring(xform.encode())
    bind = next(
        bind
        for bind in boom.iter(f"{{{XFORMS}}}bind")
        if bind.get("nodeset", "").endswith("taalniveau.nl_lezen")
    )
    assert bind.get("{urn:intake-assistant:pip}from_gesprek") == "2"


# --- The same judgement as ODK: pyxform's own expressions on pyxform's own instance, evaluated naively. ---

XFORMS = "http://www.w3.org/2002/xforms"
JAVAROSA = "http://openrosa.org/javarosa"
VANDAAG = datetime.date(2026, 5, 4)


def first_text(waarde: Any) -> str:
    if isinstance(waarde, list):
        return waarde[0].text or "" if waarde else ""
    return f"{waarde:g}" if isinstance(waarde, float) else str(waarde)


ODK = {
    (None, "selected"): lambda _, lijst, code: f" {first_text(code)} " in f" {first_text(lijst)} ",
    (None, "count-selected"): lambda _, lijst: float(len(first_text(lijst).split())),
    (None, "today"): lambda _: float(dagnummer(VANDAAG.isoformat()) or 0),
    (None, "coalesce"): lambda _, een, twee: first_text(een) or first_text(twee),
    (None, "if"): lambda _, als, dan, anders: dan if als else anders,
}


class Xform:
    """pyxform's XForm of the real forms, judged by brute force until nothing changes any more."""

    def __init__(self, xform: str) -> None:
        boom = etree.fromstring(xform.encode())
        data = next(boom.iter(f"{{{XFORMS}}}instance"))[0]
        self.leeg = self._plain(data)
        self.relevant: dict[str, etree.XPath] = {}
        self.constraint: dict[str, etree.XPath] = {}
        for bind in boom.iter(f"{{{XFORMS}}}bind"):
            pad = bind.get("nodeset", "")
            for soort, per in (("relevant", self.relevant), ("constraint", self.constraint)):
                if bind.get(soort):
                    per[pad] = etree.XPath(f"boolean({bind.get(soort)})", extensions=ODK)

    def _plain(self, element: Any) -> etree._Element:
        nieuw = etree.Element(etree.QName(element).localname)
        for kind in element:
            # A repeat stands twice, as template and as first row; rows are added per example.
            if etree.QName(kind).localname not in {oud.tag for oud in nieuw}:
                nieuw.append(self._plain(kind))
        return nieuw

    def judge(self, antwoorden: dict[str, Any], formulieren: Formulieren) -> tuple[set[Any], set[Any]]:
        """Return what is irrelevant and what breaks its constraint, as (name, row)."""
        vol = self._fill(antwoorden, formulieren)
        weg: set[Any] = set()
        while True:
            boom = deepcopy(vol)
            for element in list(boom.iter()):
                if key(element) in weg:
                    self._hide(element, formulieren)
            nu = {
                key(lid)
                for pad, uitdrukking in self.relevant.items()
                for element, in_boom in self._places(vol, boom, pad)
                if not uitdrukking(boom if in_boom is None else in_boom)
                for lid in element.iter()
            }
            if nu == weg:
                break
            weg = nu
        fout = {
            key(element)
            for pad, uitdrukking in self.constraint.items()
            for element, in_boom in self._places(vol, boom, pad)
            if in_boom is not None and in_boom.text and not uitdrukking(in_boom)
        }
        return weg, fout

    @staticmethod
    def _places(vol: Any, boom: Any, pad: str) -> list[Any]:
        in_boom = {key(element): element for element in boom.xpath(pad)}
        return [(element, in_boom.get(key(element))) for element in vol.xpath(pad)]

    @staticmethod
    def _hide(element: Any, formulieren: Formulieren) -> None:
        vraag = formulieren.vragen.get(element.tag)
        if vraag is not None and vraag.type == HERHALING:
            element.getparent().remove(element)
        elif vraag is not None:
            element.text = None

    def _fill(self, antwoorden: dict[str, Any], formulieren: Formulieren) -> etree._Element:
        boom = deepcopy(self.leeg)
        for naam, vraag in {**GEGEVENS, **formulieren.vragen}.items():
            if vraag.herhaling:
                continue
            element = next(boom.iter(naam))
            if vraag.type == HERHALING:
                ouder = element.getparent()
                assert ouder is not None
                plek = ouder.index(element)
                rijen = antwoorden.get(naam, {})
                ouder[plek : plek + 1] = [self._row(element, rij, velden) for rij, velden in rijen.items()]
            elif naam in antwoorden:
                element.text = cell(antwoorden[naam])
        return boom

    @staticmethod
    def _row(leeg: Any, rij: str, velden: dict[str, Any]) -> Any:
        nieuw = deepcopy(leeg)
        for element in nieuw.iter():
            element.set("rij", rij)
            kort = element.tag.rpartition(".")[2]
            if element is not nieuw and kort in velden:
                element.text = cell(velden[kort])
        return nieuw


def key(element: Any) -> tuple[str, str]:
    """Name and row of an element; the element of a repeat is the repeat, not the row."""
    ouder = element.getparent()
    in_rij = ouder is not None and ouder.get("rij")
    return (element.tag, element.get("rij", "") if in_rij else "")


def cell(waarde: Any) -> str:
    if isinstance(waarde, list):
        return " ".join(waarde)
    dag = dagnummer(str(waarde))
    return str(waarde if dag is None else dag)


def values(vraag: Vraag) -> st.SearchStrategy[Any]:
    codes = [keuze.naam for keuze in vraag.keuzes][:12]
    match vraag.type:
        case "select_one":
            return st.sampled_from(codes)
        case "select_multiple":
            return st.lists(st.sampled_from(codes), unique=True, max_size=3)
        case "integer" | "range":
            return st.integers(-5, 3500)
        case "decimal":
            return st.decimals(-5, 2_000_000, places=2).map(str)
        case "date":
            return st.dates(datetime.date(2000, 1, 1), datetime.date(2050, 1, 1)).map(str)
        case _:
            return st.sampled_from(["x", "een twee"])


@cache
def real() -> tuple[Formulieren, Engine, Xform]:
    formulieren = load_formulieren(forms_dir())
    return formulieren, Engine(formulieren), Xform(xform_of(workbook_bytes(forms_dir()))[0])


@cache
def answers() -> st.SearchStrategy[dict[str, Any]]:
    """Answers to every question that a condition mentions or that has a constraint."""
    formulieren, _, _ = real()
    dingen: list[Vraag | Groep] = [*formulieren.vragen.values(), *formulieren.groepen.values()]
    genoemd = {naam for ding in dingen for naam in Uitdrukking(ding.relevant).verwijzingen}
    genoemd |= {vraag.naam for vraag in formulieren.vragen.values() if vraag.constraint}
    bekend = {**GEGEVENS, **formulieren.vragen}
    los = {naam: values(bekend[naam]) for naam in sorted(genoemd) if is_single(bekend[naam])}
    rijen = {
        vraag.naam: st.dictionaries(
            st.sampled_from(["r1", "r2"]),
            st.fixed_dictionaries(
                {}, optional={v.kort: values(v) for v in formulieren.velden_van(vraag.naam)}
            ),
        )
        for vraag in formulieren.vragen.values()
        if vraag.type == HERHALING
    }
    return st.fixed_dictionaries({}, optional=los | rijen)


def is_single(vraag: Vraag) -> bool:
    return vraag.type != HERHALING and not vraag.herhaling


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_pyxform_and_our_engine_judge_alike(data: st.DataObject) -> None:
    formulieren, engine, xform = real()
    antwoorden = data.draw(answers())
    uit = engine.evaluate(antwoorden, VANDAAG)
    weg, fout = xform.judge(antwoorden, formulieren)
    rijen = {
        naam: list(antwoorden.get(naam, {}))
        for naam, vraag in formulieren.vragen.items()
        if vraag.type == HERHALING
    }
    plekken = [
        (vraag.naam, rij)
        for vraag in formulieren.vragen.values()
        for rij in (rijen[vraag.herhaling] if vraag.herhaling else [""])
    ]
    # A repeat without rows has no element in the instance, so that nothing can be said of it there.
    leeg = {naam for naam, gegeven in rijen.items() if not gegeven}
    ons = {plek for plek in plekken if not uit.relevant(*plek) and plek[0] not in leeg}
    assert ons == {plek for plek in weg if plek[0] in formulieren.vragen}
    assert {(schending.naam, schending.rij) for schending in uit.schendingen} == fout


def test_the_workbook_of_a_broken_form_is_refused(tmp_path: Path) -> None:
    shutil.copytree(forms_dir(), tmp_path / "forms")
    (tmp_path / "forms" / "keuzelijsten.toml").unlink()
    with pytest.raises(KnownError):
        to_xlsform(tmp_path / "forms", tmp_path / "f.xlsx")
    assert not (tmp_path / "f.xlsx").exists()
