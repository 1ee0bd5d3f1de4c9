"""The families of the texts of the forms: what is wrong in one, what is unwise (text_families)."""

from collections.abc import Iterable
from typing import Final

FORMULIER: Final[dict[str, str | Iterable[str]]] = {
    "formulier.fout.{}": (
        "bakje_gevoelig appearance argumenten bestand_onbekend bestand_onleesbaar bestand_ontbreekt "
        "beeld_ontbreekt bestandsnaam blad "
        "bron buitensporig code code_onbekend code_zonder_naam dubbel functie gids_beeld "
        "herhaling_binnen herhaling_lichter hernoemd_naar_niets keuze kolom kolom_type kolom_waarde "
        "kring leeg lijst lijst_dubbel lijst_leeg meer_keuzes naam niet_geopend niet_gesloten ontbreekt "
        "opening oud_en_levend parameters plek_ontbreekt plek_overbodig portret_gevoelig portret_overbodig "
        "portret_soort punt_in_relevant pyxform samenvatting_gevoelig "
        "toennu_geen_veld toennu_vertrouwelijk regel_overlap tekst_vergeleken toml "
        "twee_keer_gevraagd type type_lijst utf8 vervallen_gesproken "
        "verwijzing voorwaarde_lang vreemd_stuk werkboek werkboek_te_groot xpath zin_code zin_gat "
        "zin_ontbreekt zin_overbodig zin_regel zonder_doel"
    ),
    "formulier.type.{}": "begin_repeat date decimal integer note range select_multiple select_one text",
    "formulier.waarschuwing.{}": (
        "beeld_onbekend gemiddeld_lang gesprek_lang lang lijst_ongebruikt stel veel_keuzes weinig_velden"
    ),
    "formulier.{}": (
        "waarde.buiten_bereik waarde.dubbel waarde.niet_in_lijst waarde.onmogelijke_datum waarde.te_veel "
        "waarde.verkeerd_type"
    ),
}
