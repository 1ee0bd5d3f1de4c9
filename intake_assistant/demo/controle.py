"""At the end: is the vault whole, and does the dossier say what the case says?"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from intake_assistant.demo.casus import Gegeven, Herhaling, antwoorden_of, gesprekken_of, stored
from intake_assistant.demo.papier import read_pdf
from intake_assistant.demo.verslag import Verslag
from intake_assistant.domain.antwoord import Staat
from intake_assistant.domain.formulier import Formulieren
from intake_assistant.domain.kinds import BESCHIKKING, PERSOON, PROCEDURE
from intake_assistant.operations.acts.toestemming import bijzondere_vragen
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

Casus = Mapping[str, Any]
Paar = tuple[str, object, object]
"""What it is about, what the case says, what the dossier says."""
MEEST = 10


def check_all(work: Workspace, casus: Casus, dossier: str, verslag: Verslag) -> None:
    """Check the vault, and hold the dossier beside the case."""
    before = kluis.digest(work)
    bevindingen = check_open(work)
    verslag.check(not bevindingen, text("demo.kluis_nagekeken", aantal=len(bevindingen)))
    verslag.check(before == kluis.digest(work), text("demo.digest", digest=before))
    shown = show_dossier(work, dossier, bsn=True)
    verslag.feiten.append((text("demo.entries"), str(len(work.vault.entries(dossier)))))
    parts = {
        "persoon": list(_person(casus, shown)),
        "gesprekken": list(_gesprekken(casus, shown)),
        "antwoorden": list(_antwoorden(casus, shown, work.data.formulieren)),
        "toestemmingen": list(_toestemmingen(casus, shown)),
        "weging": list(_weging(casus, shown, bijzondere_vragen(work.data.formulieren))),
        "beschikking": list(_beschikking(casus, shown)),
        "ontwikkelplan": list(_plan(casus, shown)),
    }
    for naam, paren in parts.items():
        _judge(verslag, naam, paren)


def _judge(verslag: Verslag, naam: str, paren: list[Paar]) -> None:
    wrong = [(wat, eist, er) for wat, eist, er in paren if eist != er]
    zin = text(f"demo.gelijk_{naam}", aantal=len(paren) - len(wrong), alle=len(paren))
    verslag.check(not wrong, zin)
    for wat, eist, er in wrong[:MEEST]:
        verslag.check(False, text("demo.verschil", wat=wat, casus=str(eist), dossier=str(er)))


def check_papers(verslag: Verslag, concept: list[Path], besluit: list[Path]) -> None:
    """CONCEPT on each page before, none after."""
    for paths, is_concept in ((concept, True), (besluit, False)):
        for pad in (p for p in paths if p.suffix == ".pdf"):
            goed = ("CONCEPT" in read_pdf(pad)) == is_concept
            sleutel = "demo.is_concept" if is_concept else "demo.is_besluit"
            verslag.check(goed, text(sleutel, bestand=pad.name))


# -- the case beside the dossier -----------------------------------------------------------------------------


def _person(casus: Casus, shown: Casus) -> Iterator[Paar]:
    persoon = stored(casus.get("inburgeraar", {}))
    parts = persoon.pop("adres", "")
    if isinstance(parts, dict):
        straat = parts.pop("straat", "") or parts.pop("adres", "")
        persoon |= {"adres": straat, **parts}
    elif parts:
        persoon["adres"] = parts
    for naam, waarde in persoon.items():
        yield PERSOON.of(naam), str(waarde), str(shown["inburgeraar"].get(naam, ""))
    procedure = casus.get("procedure", {})
    for naam, waarde in stored({k: w for k, w in procedure.items() if not isinstance(w, list)}).items():
        yield PROCEDURE.of(naam), waarde, shown["procedure"].get(naam)
    for lijst in ("oproep", "informatie_derde"):
        yield from _rows(PROCEDURE.of(lijst), procedure.get(lijst, ()), shown["procedure"].get(lijst, ()))


def _rows(naam: str, eist: Any, er: Any) -> Iterator[Paar]:
    yield f"{naam}: aantal", len(eist), len(er)
    for nummer, (een, ander) in enumerate(zip(eist, er, strict=False), start=1):
        for sleutel, waarde in stored(een).items():
            found = stored({sleutel: ander.get(sleutel, "")})[sleutel]
            yield f"{naam} {nummer}: {sleutel}", waarde, found


def _gesprekken(casus: Casus, shown: Casus) -> Iterator[Paar]:
    er = sorted(shown["gesprekken"], key=lambda g: str(g["datum"]))
    yield "aantal gesprekken", len(gesprekken_of(casus)), len(er)
    for nummer, ((_, gesprek), found) in enumerate(zip(gesprekken_of(casus), er, strict=False), start=1):
        for sleutel, waarde in stored(gesprek).items():
            if sleutel in ("antwoorden", "verteld", "aanwezig"):
                continue
            yield f"gesprek {nummer}: {sleutel}", waarde, stored({sleutel: found.get(sleutel, "")})[sleutel]
        yield f"gesprek {nummer}: aanwezig", len(gesprek.get("aanwezig", ())), len(found["aanwezig"])
        verteld = {wat["onderwerp"]: wat["begrepen"] for wat in gesprek.get("verteld", ())}
        yield f"gesprek {nummer}: verteld", verteld, {w["onderwerp"]: w["begrepen"] for w in found["verteld"]}


def _antwoorden(casus: Casus, shown: Casus, formulieren: Formulieren) -> Iterator[Paar]:
    laatst: dict[tuple[str, str], Gegeven] = {}
    rijen: dict[str, list[tuple[Gegeven, ...]]] = {}
    for _, gesprek in gesprekken_of(casus):
        for wat in antwoorden_of(gesprek, formulieren):
            if isinstance(wat, Herhaling):
                rijen.setdefault(wat.vraag, []).extend(wat.rijen)
            else:
                laatst[wat.vraag, wat.bron] = wat
    for (naam, bron), gegeven in laatst.items():
        yield _one(naam, gegeven, _of_source(shown["antwoorden"].get(naam, {}), bron))
    for naam, rows in rijen.items():
        er = shown["antwoorden"].get(naam, {}).get("rijen", [])
        yield f"{naam}: aantal rijen", len(rows), len(er)
        for row, found in zip(rows, er, strict=False):
            for gegeven in row:
                cel = found["velden"].get(gegeven.vraag.rpartition(".")[2], {})
                yield _one(gegeven.vraag, gegeven, _of_source(cel, gegeven.bron))


def _of_source(antwoord: Casus, bron: str) -> Casus:
    er = [antwoord, *antwoord.get("andere_bronnen", ())]
    return next((een for een in er if een.get("bron") == bron), {})


def _one(naam: str, gegeven: Gegeven, er: Casus) -> Paar:
    if gegeven.staat != Staat.BEANTWOORD:
        return naam, gegeven.staat, er.get("staat", "")
    waarde, found = gegeven.waarde, er.get("waarde")
    if isinstance(waarde, list) and isinstance(found, list):
        # Boxes are ticked in the order of the form; which are ticked is the answer.
        return naam, sorted(map(str, waarde)), sorted(map(str, found))
    return naam, waarde, found


def _toestemmingen(casus: Casus, shown: Casus) -> Iterator[Paar]:
    er = {t["partij"]: t for t in shown["toestemmingen"]}
    yield "aantal toestemmingen", len(casus.get("toestemming", ())), len(shown["toestemmingen"])
    for toestemming in casus.get("toestemming", ()):
        found = er.get(toestemming["partij"], {})
        for sleutel, waarde in stored(toestemming).items():
            ander = stored({sleutel: found.get(sleutel, "nee" if sleutel == "uitdrukkelijk" else "")})[
                sleutel
            ]
            same_set = isinstance(waarde, list) and isinstance(ander, list)
            paar = (sorted(waarde), sorted(ander)) if same_set else (waarde, ander)
            yield f"{toestemming['partij']}: {sleutel}", *paar


def _weging(casus: Casus, shown: Casus, bijzonder: Collection[str]) -> Iterator[Paar]:
    er = {weging["leerroute"]: weging for weging in shown["weging"]}
    for weging in casus.get("weging", ()):
        for kant in ("voor", "tegen"):
            found = er.get(weging["leerroute"], {}).get(kant, ())
            eist = [{"tekst": a} if isinstance(a, str) else a for a in weging.get(kant, ())]
            naam = f"weging {weging['leerroute']} {kant}"
            yield naam, [a["tekst"] for a in eist], [a["tekst"] for a in found]
            yield f"{naam}, vragen", [a.get("vraag", "") for a in eist], [a["vraag"] for a in found]
            # The window asks it of special answers only.
            mag = [bool(a.get("in_besluit")) and a.get("vraag", "") in bijzonder for a in eist]
            yield f"{naam}, in besluit", mag, [a["in_besluit"] for a in found]


def _beschikking(casus: Casus, shown: Casus) -> Iterator[Paar]:
    beschikking = stored(casus.get("beschikking", {}))
    for sleutel in ("dagtekening", "bekendgemaakt_op"):
        if sleutel in beschikking and "dagtekening" in beschikking:
            besluiten = shown["pip"]["besluiten"]
            yield f"besluit: {sleutel}", beschikking[sleutel], besluiten[0][sleutel] if besluiten else ""
    for naam, waarde in _leaves(beschikking):
        if naam.partition(".")[0] not in ("dagtekening", "bekendgemaakt_op", "voor_gezien"):
            yield BESCHIKKING.of(naam), waarde, dict(_leaves(shown["beschikking"])).get(naam)


def _leaves(table: Casus, prefix: str = "") -> Iterator[tuple[str, Any]]:
    for naam, waarde in table.items():
        if isinstance(waarde, Mapping):
            yield from _leaves(waarde, f"{prefix}{naam}.")
        else:
            yield f"{prefix}{naam}", waarde


def _plan(casus: Casus, shown: Casus) -> Iterator[Paar]:
    er = {doel["naam"]: doel for doel in shown["doelen"]}
    yield "aantal doelen", len(casus.get("doel", ())), len(shown["doelen"])
    for doel in casus.get("doel", ()):
        found = er.get(doel["naam"], {})
        yield f"{doel['naam']}: termijn", doel["termijn"], found.get("termijn")
        yield from _rows(str(doel["naam"]), doel.get("afspraak", ()), found.get("afspraken", ()))
