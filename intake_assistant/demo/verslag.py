"""What was done, step by step, and what was checked at the end: verslag.md."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from pathlib import Path

from intake_assistant import safefile
from intake_assistant.texts import text


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
        duur = text("demo.seconden", aantal=f"{self.seconden:.0f}")
        regels = [f"# {text('demo.verslag_kop')}", "", text("demo.verslag_inleiding", titel=self.titel), ""]
        regels += [f"- {naam}: {waarde}" for naam, waarde in [*self.feiten, (text("demo.duur"), duur)]]
        regels += ["", f"## {text('demo.stappen')}", "", text("demo.stappen_kop"), "|---|---|---:|"]
        regels += [f"| {dag} | {_cel(tekst)} | {duur:.1f} |" for dag, tekst, duur in self.stappen]
        regels += ["", f"## {text('demo.controles')}", ""]
        oordeel = {True: text("demo.goed"), False: text("demo.fout")}
        regels += [f"- {oordeel[goed]} {tekst}" for goed, tekst in self.controles]
        regels += ["", f"## {text('demo.bestanden')}", ""]
        regels += [f"- `{naam}` ({-(-omvang // 1024)} kB)" for naam, omvang in self.bestanden]
        return [*regels, ""]


def _cel(tekst: str) -> str:
    return tekst.replace("|", "/").replace("\n", " ")
