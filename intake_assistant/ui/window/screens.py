"""The screens there are, in the order of the bar on the left."""

from __future__ import annotations

from typing import Final

from intake_assistant.ui.beschikking.nieuw_besluit import NieuwBesluitScherm
from intake_assistant.ui.beschikking.screen import BeschikkingScherm
from intake_assistant.ui.conflicten.screen import ConflictenScherm
from intake_assistant.ui.documenten.screen import Documenten
from intake_assistant.ui.dossier.screen import DossierScherm
from intake_assistant.ui.dossiers.screen import Dossiers
from intake_assistant.ui.dubbel.screen import DubbelScherm
from intake_assistant.ui.duo.screen import DuoScherm
from intake_assistant.ui.geschiedenis.screen import GeschiedenisScherm
from intake_assistant.ui.gesprek.screen import GesprekScherm
from intake_assistant.ui.instellingen.screen import Instellingen
from intake_assistant.ui.lezen.screen import LezenScherm
from intake_assistant.ui.ontwikkelplan.screen import Ontwikkelplan
from intake_assistant.ui.overleg.caseload import CaseloadScherm
from intake_assistant.ui.overleg.screen import OverlegScherm
from intake_assistant.ui.rechten.screen import RechtenScherm
from intake_assistant.ui.reservekopie.screen import Backups
from intake_assistant.ui.team.gelijke_gevallen import GelijkeGevallenScherm
from intake_assistant.ui.team.kansengelijkheid import KansengelijkheidScherm
from intake_assistant.ui.team.screen import TeamScherm
from intake_assistant.ui.toennu.screen import ToennuScherm
from intake_assistant.ui.toestemming.screen import ToestemmingenScherm
from intake_assistant.ui.uitvoering.screen import UitvoeringScherm
from intake_assistant.ui.uitwisseling.screen import Uitwisseling
from intake_assistant.ui.vandaag.screen import VandaagScherm
from intake_assistant.ui.vandaag.te_regelen import TeRegelenScherm
from intake_assistant.ui.verstrekken.melden import MeldenScherm
from intake_assistant.ui.verstrekken.screen import VerstrekkenScherm
from intake_assistant.ui.weging.screen import WegingScherm
from intake_assistant.ui.window.context import Scherm
from intake_assistant.ui.wissen.screen import WissenScherm

# A screen that is named here and cannot be imported stops the program: nothing is left out in silence.
SCHERMEN: Final[tuple[type[Scherm], ...]] = (
    VandaagScherm,
    Dossiers,
    TeamScherm,
    TeRegelenScherm,
    CaseloadScherm,
    Uitwisseling,
    ConflictenScherm,
    KansengelijkheidScherm,
    DubbelScherm,
    DossierScherm,
    LezenScherm,
    GesprekScherm,
    ToennuScherm,
    ToestemmingenScherm,
    VerstrekkenScherm,
    MeldenScherm,
    WegingScherm,
    GelijkeGevallenScherm,
    BeschikkingScherm,
    NieuwBesluitScherm,
    Ontwikkelplan,
    UitvoeringScherm,
    DuoScherm,
    Documenten,
    OverlegScherm,
    RechtenScherm,
    GeschiedenisScherm,
    WissenScherm,
    Backups,
    Instellingen,
)
