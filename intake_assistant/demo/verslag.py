"""What was done, step by step, and what is checked at the end: verslag.md."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtPdf import QPdfDocument

from intake_assistant import safefile
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.operations.vault import kluis
from intake_assistant.operations.vault.kluiscontrole import check_open
from intake_assistant.operations.views.show import show_dossier
from intake_assistant.operations.workspace import Workspace
from intake_assistant.texts import text

# What is held beside each other, by the heading under which the verslag counts it.
DELEN: Mapping[str, tuple[str, ...]] = {
    "persoon": ("inburgeraar", "procedure", "van_het_azc", "klokken"),
    "gesprekken": ("gesprekken",),
    "antwoorden": ("antwoorden", "startposities", "opnieuw_kijken"),
    "toestemmingen": ("toestemmingen",),
    "weging": ("weging",),
    "beschikking": ("beschikking", "pip"),
    "ontwikkelplan": ("doelen",),
    "uitvoering": (
        "uren",
        "bezwaar",
        "handhaving",
        "ontzorgen",
        "verwijzing",
        "randvoorwaarde",
        "weekblok",
        "weekstap",
        "weekplan",
        "werkplek",
        "partneroverleg",
        "onderzoek",
        "afronding",
        "daarna",
        "geldpost",
        "geldtaak",
    ),
}
# Drawn by chance, of the hour in which it was made, or of the wording that the window showed; of when it was
# made known a case tells in the concept, the window with the besluit only.
_OWN = frozenset(
    {
        "id",
        "entry",
        "dossier",
        "gesprek",
        "sha256",
        "tekstversie",
        "voorgelezen",
        "beschikking.bekendgemaakt_op",
        "gesprekken.aangeraakt.op",
        "uren.werkplek",
        "werkplek.afspraak",
    }
)
MEEST = 10
_NUMMER = re.compile(r" \d+")


@dataclass
class Verslag:
    """Grows while the demonstration runs."""

    titel: str
    stappen: list[tuple[str, str, float]] = field(default_factory=list)
    controles: list[tuple[bool, str]] = field(default_factory=list)
    feiten: list[tuple[str, str]] = field(default_factory=list)
    bestanden: list[tuple[str, int]] = field(default_factory=list)
    _begin: float = field(default_factory=time.monotonic)
    _vorig: float = field(default_factory=time.monotonic)

    def step(self, dag: str, tekst: str) -> None:
        """Note what was just done, with how long it took."""
        nu = time.monotonic()
        self.stappen.append((dag, tekst, nu - self._vorig))
        self._vorig = nu

    def check(self, goed: bool, tekst: str) -> None:
        """Note something that was checked."""
        self.controles.append((goed, tekst))

    @property
    def goed(self) -> bool:
        """Whether everything that was checked is in order."""
        return bool(self.controles) and all(goed for goed, _ in self.controles)

    @property
    def seconden(self) -> float:
        """How long it took until now."""
        return time.monotonic() - self._begin

    def write(self, pad: Path) -> None:
        """Write it; KnownError of `safefile`."""
        safefile.write_bytes(pad, "\n".join(self._regels()).encode())

    def _regels(self) -> list[str]:
        duur = text("casus.demo.seconden", aantal=f"{self.seconden:.0f}")
        regels = [
            f"# {text('casus.demo.verslag_kop')}",
            "",
            text("casus.demo.verslag_inleiding", titel=self.titel),
            "",
        ]
        regels += [f"- {naam}: {waarde}" for naam, waarde in [*self.feiten, (text("casus.demo.duur"), duur)]]
        regels += [
            "",
            f"## {text('casus.demo.stappen')}",
            "",
            text("casus.demo.stappen_kop"),
            "|---|---|---:|",
        ]
        regels += [f"| {dag} | {_cel(tekst)} | {duur:.1f} |" for dag, tekst, duur in self.stappen]
        regels += ["", f"## {text('casus.demo.controles')}", ""]
        oordeel = {True: text("casus.demo.goed"), False: text("casus.demo.fout")}
        regels += [f"- {oordeel[goed]} {tekst}" for goed, tekst in self.controles]
        regels += ["", f"## {text('casus.demo.bestanden')}", ""]
        regels += [f"- `{naam}` ({-(-omvang // 1024)} kB)" for naam, omvang in self.bestanden]
        return [*regels, ""]


def _cel(tekst: str) -> str:
    return tekst.replace("|", "/").replace("\n", " ")


def check_vault(work: Workspace, dossier: str, verslag: Verslag) -> None:
    """Check that the vault is whole, and tells the same after it was built anew."""
    before = kluis.digest(work)
    bevindingen = check_open(work)
    verslag.check(not bevindingen, text("casus.demo.kluis_nagekeken", aantal=len(bevindingen)))
    verslag.check(before == kluis.digest(work), text("casus.demo.digest", digest=before))
    verslag.feiten.append((text("casus.demo.entries"), str(len(work.vault.entries(dossier)))))


def check_twin(verslag: Verslag, work: Workspace, dossier: str, twin: Workspace, ander: str) -> None:
    """Hold the dossier beside that of a twin, to which the operations said the same; it may say more."""
    special = bijzondere_vragen(work.data.formulieren)
    eist, er = show_dossier(twin, ander, bsn=True), show_dossier(work, dossier, bsn=True)
    for deel, namen in DELEN.items():
        wanted, found = (dict(_leaves({n: shown[n] for n in namen}, special)) for shown in (eist, er))
        wrong = [naam for naam, waarde in wanted.items() if found.get(naam) != waarde]
        zin = text(f"casus.demo.gelijk_{deel}", aantal=len(wanted) - len(wrong), alle=len(wanted))
        verslag.check(not wrong, zin)
        for wat in wrong[:MEEST]:
            zin = text("casus.demo.verschil", wat=wat, casus=str(wanted[wat]), dossier=str(found.get(wat)))
            verslag.check(False, zin)


def _leaves(node: Any, special: frozenset[str], path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(node, dict):
        for naam, deel in node.items():
            # The window asks of special answers only whether they may be printed.
            plaats = f"{path}.{naam}" if path else naam
            if _OWN.isdisjoint((naam, _NUMMER.sub("", plaats))) and not (
                naam == "in_besluit" and node["vraag"] not in special
            ):
                yield from _leaves(deel, special, plaats)
    elif isinstance(node, list) and node and isinstance(node[0], dict):
        for nummer, deel in enumerate(node, start=1):
            yield from _leaves(deel, special, f"{path} {nummer}")
    elif node not in ("", None):
        # Boxes are ticked in the order of the form; which are ticked is the answer.
        yield path, sorted(node) if isinstance(node, list) else node


def check_papers(paths: Iterable[Path], verslag: Verslag, *, concept: bool) -> None:
    """CONCEPT on each page before, none after."""
    for pad in (p for p in paths if p.suffix == ".pdf"):
        sleutel = "casus.demo.is_concept" if concept else "casus.demo.is_besluit"
        verslag.check(("CONCEPT" in _read_pdf(pad)) == concept, text(sleutel, bestand=pad.name))


def _read_pdf(pad: Path) -> str:
    document = QPdfDocument()
    document.load(str(pad))
    words = "\n".join(document.getAllText(nummer).text() for nummer in range(document.pageCount()))
    document.close()
    return words
