"""What stands between a concept and vaststellen: its gaps, the weighing, and the rules of DUO."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake_assistant.dates import read_date
from intake_assistant.domain.dossier import Dossier
from intake_assistant.domain.overleg.voorlegging import DELEN, laatste_van
from intake_assistant.domain.recht.besluit import EERSTE
from intake_assistant.domain.recht.controle import Element, elementen, niet_gewogen
from intake_assistant.domain.recht.feiten import controlefeiten, duofeiten
from intake_assistant.domain.recht.leerroute import has_waarde
from intake_assistant.domain.recht.oordeel.alle import beoordeel
from intake_assistant.domain.recht.oordeel.duoregels import DuoBreuk, broken_duo_rules
from intake_assistant.domain.recht.oordeel.oordeel import Oordeel, Soort
from intake_assistant.domain.recht.oordeel.zaak import Zaak
from intake_assistant.domain.recht.oordeel.zaakfeiten import zaak_of
from intake_assistant.domain.recht.toestemming import bijzondere_vragen
from intake_assistant.domain.recht.weging import wegingen_of
from intake_assistant.operations.gemeente import gemeentenaam
from intake_assistant.operations.papers.brief.ondertekenaars import ondertekenaars_of
from intake_assistant.operations.views.onmogelijk import impossible_in
from intake_assistant.operations.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Controle:
    """What stands between this concept and vaststellen."""

    elementen: tuple[Element, ...]
    niet_gewogen: tuple[str, ...]
    duo: tuple[DuoBreuk, ...]
    oordelen: tuple[Oordeel, ...]
    zonder_akkoord: bool = False
    """Whether the municipality asks that the team lead agrees, and nobody did with what stands here."""

    @property
    def ontbreekt(self) -> tuple[Element, ...]:
        """The elements that are neither there nor excused."""
        return tuple(e for e in self.elementen if e.ontbreekt)

    @property
    def mag(self) -> bool:
        """Whether it may be set: by law, and by the rule of the municipality."""
        return self.volledig and not self.zonder_akkoord

    @property
    def volledig(self) -> bool:
        """Whether nothing stands in the way by law."""
        return not (self.ontbreekt or self.niet_gewogen or self.duo or self.weigert)

    @property
    def weigert(self) -> tuple[Oordeel, ...]:
        """What an article forbids or asks for, in the order of refusing."""
        return tuple(
            o for soort in Soort if soort is not Soort.LET_OP for o in self.oordelen if o.soort is soort
        )

    def zonder_reden(self, concept: Mapping[str, Any]) -> tuple[Oordeel, ...]:
        """The let ops of which nobody said yet why they are passed."""
        return tuple(o for o in self.let_op if not has_waarde(concept.get(o.sleutel)))

    @property
    def let_op(self) -> tuple[Oordeel, ...]:
        """What is only unwise: one passes it with a reason."""
        return tuple(o for o in self.oordelen if not o.weigert)


def check_concept(
    work: Workspace, dossier: Dossier, concept: Mapping[str, Any], grond: str = EERSTE
) -> Controle:
    """The checklist per article, the weighing, DUO's rules, and what does not go together."""
    dag = read_date(concept.get("dagtekening")) or work.clock.today()
    feiten = controlefeiten(dossier, work.data.regels, dag, grond)
    return Controle(
        elementen=elementen(concept, feiten),
        niet_gewogen=tuple(route.value for route in niet_gewogen(wegingen_of(dossier))),
        duo=broken_duo_rules(duofeiten(dossier, concept, dag)),
        oordelen=(*beoordeel(zaak_in(work, dossier, concept, grond)), *impossible_in(work, dossier, concept)),
        zonder_akkoord=grond == EERSTE and needs_akkoord(work) and not _is_agreed(dossier),
    )


def zaak_in(work: Workspace, dossier: Dossier, concept: Mapping[str, Any], grond: str = EERSTE) -> Zaak:
    """What the law looks at when this concept is set, in this vault and today."""
    return zaak_of(
        dossier,
        concept,
        grond,
        work.data.regels,
        vandaag=work.clock.today(),
        gemeente=gemeentenaam(work),
        ondertekenaars=ondertekenaars_of(work),
        teksten_ongezien=needs_nagekeken(work) and not teksten_nagekeken(work, concept),
        bijzonder=bijzondere_vragen(work.data.formulieren),
    )


def needs_akkoord(work: Workspace) -> bool:
    """Whether the municipality asks that the team lead agrees before a first besluit; off by itself."""
    return bool(work.policy.akkoord_teamleider)


def needs_nagekeken(work: Workspace) -> bool:
    """Whether the municipality uses texts that no lawyer read only where somebody allows it by name."""
    return bool(work.policy.teksten_nagekeken)


def teksten_nagekeken(work: Workspace, concept: Mapping[str, Any]) -> bool:
    """Whether a lawyer read every fixed text of the day of this besluit."""
    return work.data.teksten.nagekeken(read_date(concept.get("dagtekening")) or work.clock.today())


def _is_agreed(dossier: Dossier) -> bool:
    laatste = laatste_van(dossier, DELEN[0])
    return laatste is not None and laatste.geldt
