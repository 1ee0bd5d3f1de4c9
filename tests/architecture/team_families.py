"""The families of texts of the screens over many dossiers (text_families)."""

from collections.abc import Iterable
from typing import Final

from intake_assistant.operations.views.team.rij import Signaal

TEAM: Final[dict[str, str | Iterable[str]]] = {
    "team.blad.{}": ("aandacht dossiers leeswijzer per_week regievoerders standen tien_weken uren weken"),
    "team.klasse.{}": "uren weken",
    "team.klasse.{}_tot": "uren weken",
    "team.klasse.{}_vanaf": "uren weken",
    "team.kolom.{}": (
        "aandacht aantal afgerond afspraken begin bijna blad dagen gesprekken groep klaar laatste_contact "
        "lopend midden_uren midden_weken naam open open_samen plannen reden regievoerder stand te_laat "
        "termijn toestand uiterlijk uitleg uren vastgesteld_op verschillen week weken"
    ),
    "team.rapport.kop_{}": "uren weken",
    "team.signaal.{}": Signaal,
    "team.uitleg.{}": Signaal,
    "team.uitleg_blad.{}": "aandacht dossiers leeswijzer per_week regievoerders standen tien_weken",
}
