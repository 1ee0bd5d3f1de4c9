"""How far somebody is, in words: hours towards their norm, talks and agreements, and months of ontzorgen."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from intake_assistant.dates import date_in_words
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.recht.besluit import besluiten_of, geldende
from intake_assistant.domain.recht.gesprek import Gesprek, gesprekken_of
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.uitvoering.voortgang import Urenstand, urenstanden
from intake_assistant.operations.views.besluit.controle import zaak_in
from intake_assistant.operations.views.uitvoering.voortgang import voortgang_shown
from intake_assistant.operations.workspace import Workspace
from intake_assistant.staftaal import in_figures
from intake_assistant.texts import text


@dataclass(frozen=True, slots=True)
class Deelstand:
    """One part of the hours: its name, how much of it was followed, and the same in words."""

    deel: str
    kop: str
    gevolgd: int
    norm: int
    zinnen: tuple[str, ...]


def urenstand_shown(work: Workspace, dossier: Dossier) -> tuple[Deelstand, ...]:
    """Each part that the besluit that holds asks hours of; nothing while there is none."""
    gelden = geldende(besluiten_of(dossier))
    if not gelden:
        return ()
    besluit = gelden[-1]
    zaak = zaak_in(work, dossier, besluit.inhoud, besluit.grond)
    return tuple(_deel(zaak, stand) for stand in urenstanden(zaak, work.clock.today()))


def _deel(zaak: Zaak, stand: Urenstand) -> Deelstand:
    sleutel = stand.deel.rpartition(".")[2]
    velden = {"gevolgd": _uur(stand.gevolgd), "norm": _uur(stand.norm), "regel": stand.regel}
    zinnen = [text("uitvoering.uren.stand", **velden)]
    if not stand.nog:
        zinnen.append(text("uitvoering.uren.gehaald"))
    elif sleutel != _AFSCHALEN:  # no duty: nobody has to come so far
        zinnen.append(text("uitvoering.uren.nog", nog=_uur(stand.nog)))
    aftrek = tuple(
        text("uitvoering.uren.aftrek", uren=_uur(uren), artikel=artikel) for uren, artikel in stand.aftrekken
    )
    uitleg = (text("uitvoering.uren.afschalen_uitleg"),) if sleutel == _AFSCHALEN else ()
    kop = text(f"uitvoering.uren.deel.{sleutel}")
    return Deelstand(sleutel, kop, int(stand.gevolgd), int(stand.norm), (" ".join(zinnen), *aftrek, *uitleg))


_AFSCHALEN: Final = "afschalen"


def _uur(aantal: Decimal) -> str:
    return in_figures(f"{aantal.normalize():f}")


@dataclass(frozen=True, slots=True)
class Gesprekkenstand:
    """The talks that were promised and held, and from when a longer term can be asked."""

    zin: str
    gehouden: tuple[Gesprek, ...]
    verlenging: str


def gesprekken_shown(work: Workspace, dossier: Dossier) -> Gesprekkenstand | None:
    """None while no besluit was set."""
    found = voortgang_shown(work, dossier)
    if found is None:
        return None
    beloofd, gevoerd = found["gesprekken"]["beloofd"], found["gesprekken"]["gevoerd"]
    sleutel = "geen" if not beloofd else "genoeg" if gevoerd >= beloofd else "stand"
    dag = besluiten_of(dossier)[-1].dagtekening
    geteld = {"gevoerd": gevoerd, "datum": date_in_words(dag), **({"beloofd": beloofd} if beloofd else {})}
    zin = text(f"uitvoering.gesprekken.{sleutel}", **geteld)
    sinds = tuple(
        g for g in gesprekken_of(dossier) if g.afgerond and g.dag is not None and g.dag.isoformat() > dag
    )
    vanaf = found["verlenging_vanaf"]
    verlenging = text("uitvoering.gesprekken.verlenging", datum=date_in_words(vanaf)) if vanaf else ""
    return Gesprekkenstand(zin, sinds, verlenging)
