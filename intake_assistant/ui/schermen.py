"""The screens there are, in the order of the bar on the left."""

from __future__ import annotations

from typing import Final

from intake_assistant.ui.backups import Backups
from intake_assistant.ui.beschikking import Beschikking
from intake_assistant.ui.context import Scherm
from intake_assistant.ui.documenten import Documenten
from intake_assistant.ui.dossier import DossierScherm
from intake_assistant.ui.dossiers import Dossiers
from intake_assistant.ui.geschiedenis import GeschiedenisScherm
from intake_assistant.ui.gesprek import GesprekScherm
from intake_assistant.ui.instellingen import Instellingen
from intake_assistant.ui.ontwikkelplan import Ontwikkelplan
from intake_assistant.ui.rechten import RechtenScherm
from intake_assistant.ui.te_regelen import TeRegelenScherm
from intake_assistant.ui.toestemmingen import ToestemmingenScherm
from intake_assistant.ui.weging import Weging
from intake_assistant.ui.wissen import WissenScherm

# A screen that is named here and cannot be imported stops the program: nothing is left out in silence.
SCHERMEN: Final[tuple[type[Scherm], ...]] = (
    Dossiers,
    TeRegelenScherm,
    DossierScherm,
    GesprekScherm,
    ToestemmingenScherm,
    Weging,
    Beschikking,
    Ontwikkelplan,
    Documenten,
    RechtenScherm,
    GeschiedenisScherm,
    WissenScherm,
    Backups,
    Instellingen,
)
