"""The facts that the two parts of the PIP are made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from intake_assistant.documents.model import PLAIN, Beeld, Huisstijl
from intake_assistant.documents.pip.wijzigingsgegevens import WijzigingGegevens
from intake_assistant.domain.recht.gesprek import Gesprek
from intake_assistant.domain.recht.leerroute import ASIELSTATUSHOUDER
from intake_assistant.domain.recht.ontwikkelplan import Afspraak, Doel
from intake_assistant.domain.recht.procedure import InformatieDerde, Oproep
from intake_assistant.domain.recht.uitvoering.geldlijn import Geldtaak
from intake_assistant.domain.recht.uitvoering.nazorg import Nazorg
from intake_assistant.domain.recht.uitvoering.werkplek import Werkplek


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeente:
    """The municipality as it stands in letters; `contact_telefoon` is the direct number of who is called."""

    naam: str
    adres: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = ""
    email: str = ""
    website: str = ""
    bezwaar_adres: str = ""
    bezwaar_digitaal: str = ""
    fg_contact: str = ""
    rechtbank: str = ""
    contact_telefoon: str = ""
    huisstijl: Huisstijl = PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Inburgeraar:
    """The person as the besluit names them; empty is unknown."""

    voornamen: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None
    geboortejaar: int | None = None
    bsn: str = ""
    v_nummer: str = ""
    doelgroep: str = ""
    verblijfstitel: str = ""
    adres: str = ""
    postcode: str = ""
    woonplaats: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """The dates on which the term of the PIP rests."""

    kennisgeving_duo: date | None = None
    inschrijving_brp: date | None = None
    oproep: tuple[Oproep, ...] = ()
    informatie_derde: tuple[InformatieDerde, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Leerbaarheidstoets:
    """The test of Wet 14(3)(a), with the codes of the startpositie leerbaarheid."""

    lbt_status: str = ""
    lbt_datum: date | None = None
    lbt_uitslag: str = ""


@dataclass(frozen=True, slots=True)
class Bevinding:
    """What was found on one startpositie; `eerder`: what was known when the besluit before was set."""

    startpositie: str
    zinnen: tuple[str, ...]
    eerder: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """One reason for or against a leerroute; `vraag` is the title of the startpositie it rests on."""

    tekst: str
    vraag: str = ""
    bron: str = ""
    gesprek: date | None = None
    rust_op_bijzonder: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Weging:
    """The weighing of one leerroute; `niet_afgedrukt` counts grounds that stay out of the besluit."""

    leerroute: str
    voor: tuple[Argument, ...] = ()
    tegen: tuple[Argument, ...] = ()
    niet_afgedrukt: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ondertekenaar:
    """The official who signs for the college (Awb 10:10)."""

    naam: str = ""
    functie: str = ""
    mandaat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Intensiteit:
    """How intensive the leerroute is (Wet 15(2)); half hours exist."""

    uren_per_week: Decimal | int | None = None
    weken: int | None = None
    toelichting: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Zroute:
    """The hours of the Z-route (Besl 3.14)."""

    cursusuren: int | None = None
    participatie_uren: int | None = None
    examenwens: bool | None = None
    """Whether the person wants to sit the exams that are not asked (Besl 3.14(7)); None is not said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aftrek:
    """Hours that count as done already, by which article and why."""

    soort: str
    uren: Decimal
    artikel: str
    waarom: str = ""


@dataclass(frozen=True, slots=True)
class PwBesluit:
    """A besluit of the Participatiewet in words, and whether it goes with this one (Wet 15(3))."""

    tekst: str
    bijgevoegd: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TienWeken:
    """The last day of a term that passed, and the code of what is said of it (Besl 5.3(1)-(3))."""

    uiterlijk: date
    hoe: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Beschikking:
    """The decision itself, field by field as in the case file."""

    dagtekening: date | None = None
    ondertekenaar: Ondertekenaar = field(default_factory=Ondertekenaar)
    onvolledig_reden: str = ""
    leerroute: str = ""
    niveau: str = ""
    niveau_per_onderdeel: Mapping[str, str] = field(default_factory=dict)
    intensiteit: Intensiteit | None = None
    alfabetiseringsonderwijs: str = ""
    mag_opleiding_afmaken: bool = False
    motivering: str = ""
    zienswijze: str = ""
    geen_zienswijze: str = ""
    motivering_afwijking_lbt: str = ""
    motivering_onderwijsroute: str = ""
    geschatte_intensiteit_b1_route: int | None = None
    aftrek: tuple[Aftrek, ...] = ()
    voortgang: str = ""
    """How progress is followed where no conversations are planned (Wet 17(1))."""
    ondersteuning: tuple[str, ...] = ()
    pvt_uren: int | None = None
    map_uren: int | None = None
    voortgangsgesprekken: int | None = None
    vve: str = ""
    vve_nvt: str = ""
    participatiewet: tuple[PwBesluit, ...] = ()
    zroute: Zroute = field(default_factory=Zroute)


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijn:
    """The inburgeringstermijn: first and last day inside it; `bron` is berekend or duo.

    `aow_voor_einde`: whether the plicht ends by age within it (Wet 3(1)).
    """

    begin: date
    einde: date
    bron: str = "berekend"
    aow_voor_einde: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Boetes:
    """What the fines are in euros: by the municipality, and by DUO (Besl 7.1, 7.2; Reg 7.1)."""

    begeleiding: int
    begeleiding_max: int
    plafond: int
    pvt_map: int
    leerroute_max: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PipGegevens:
    """All that the beschikking is made of; `peildatum` decides which fixed texts are valid.

    `taalnamen`: the Dutch names of the languages of the conversations, by code.
    """

    gemeente: Gemeente
    inburgeraar: Inburgeraar
    beschikking: Beschikking
    peildatum: date
    kenmerk: str = ""
    regelversie: str = ""
    """Of the terms, hours and amounts that it was made with."""
    vastgesteld: bool = False
    grond: str = "eerste"
    dagtekening_eerste_pip: date | None = None
    wijziging: WijzigingGegevens = field(default_factory=WijzigingGegevens)
    procedure: Procedure = field(default_factory=Procedure)
    gesprekken: tuple[Gesprek, ...] = ()
    taalnamen: Mapping[str, str] = field(default_factory=dict)
    leerbaarheidstoets: Leerbaarheidstoets = field(default_factory=Leerbaarheidstoets)
    bronnen: tuple[str, ...] = ()
    bevindingen: tuple[Bevinding, ...] = ()
    weging: tuple[Weging, ...] = ()
    afwijking_lbt: bool = False
    ontheven: tuple[str, ...] = ()
    """The exam parts that DUO took away."""
    vve_van_toepassing: bool = False
    inburgeringstermijn: Termijn | None = None
    boetes: Boetes | None = None
    tien_weken: TienWeken | None = None
    """None when the besluit is in time."""
    contact: str = ""

    @property
    def is_asiel(self) -> bool:
        """Whether the municipality arranges the lessons and counts them (Wet 13(1), 15(2), 16)."""
        return self.inburgeraar.doelgroep == ASIELSTATUSHOUDER


@dataclass(frozen=True, slots=True)
class Geldblad:
    """Six months of money: the drawing, its table, what is the matter, and who does what about it."""

    beeld: Beeld
    rijen: tuple[tuple[str, ...], ...]
    zinnen: tuple[str, ...]
    taken: tuple[Geldtaak, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekGegevens:
    """One step of the week: how long it lasts and how full it is, each day with what is on it, drawn too."""

    kop: str
    zin: str
    dagen: tuple[tuple[str, str], ...]
    past_niet: tuple[str, ...] = ()
    svg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OntwikkelplanGegevens:
    """All that the ontwikkelplan is made of; sentences about the person are in the second person."""

    gemeente: Gemeente
    inburgeraar: Inburgeraar
    peildatum: date
    versie: int = 1
    kenmerk: str = ""
    vastgesteld: bool = False
    gesproken: bool = True
    """Whether anybody spoke with the person; else nothing in it was made together."""
    leerroute: str = ""
    dagtekening: date | None = None
    sterk: tuple[str, ...] = ()
    wensen: tuple[str, ...] = ()
    doelen: tuple[Doel, ...] = ()
    werkplekken: tuple[Werkplek, ...] = ()
    ondersteuning: tuple[str, ...] = ()
    randvoorwaarden: tuple[str, ...] = ()
    financien: tuple[str, ...] = ()
    geld: Geldblad | None = None
    afspraken_samen: tuple[str, ...] = ()
    weken: tuple[WeekGegevens, ...] = ()
    voortgangsgesprekken: int | None = None
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WandplanGegevens:
    """All that the plan for the wall says: a goal, the next steps, who helps, the next conversation."""

    gemeente: Gemeente
    peildatum: date
    doel: str = ""
    stappen: tuple[Afspraak, ...] = ()
    contact: str = ""
    gesprek_op: date | None = None
    gesprek_uur: str = ""
    gesprek_hoe: str = ""


@dataclass(frozen=True, slots=True)
class VerteldOnderwerp:
    """A topic as it was told; `taal` when its words are not Dutch, `meer` names what was given along."""

    titel: str
    tekst: str
    taal: str = ""
    nog_eens: bool = False
    meer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class VerteldGegevens:
    """All that the page after a conversation says: what was told, what was agreed, when we talk again."""

    wand: WandplanGegevens
    gesprek: date
    samenvatting: str = ""
    onderwerpen: tuple[VerteldOnderwerp, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DaarnaGegevens:
    """All that both sheets say when somebody else takes over: what goes on, which days matter."""

    gemeente: Gemeente
    inburgeraar: Inburgeraar
    kenmerk: str
    peildatum: date
    nazorg: tuple[Nazorg, ...] = ()
    termijn_einde: date | None = None
    einde_op: date | None = None
    leerroute: str = ""
    afspraken: tuple[Afspraak, ...] = ()
    contact: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BekendmakingGegevens:
    """All that the letter beside a besluit says; `kopie` is ja or nee, empty is not known."""

    gemeente: Gemeente
    inburgeraar: Inburgeraar
    kenmerk: str
    dagtekening: date
    bekendgemaakt_op: date
    bezwaar_uiterlijk: date
    rechtsmiddel: str = "bezwaar"
    wijze: str = ""
    uitgelegd_aan: str = ""
    taal: str = ""
    tolk: str = ""
    kopie: str = ""
    gezien_op: date | None = None
    contact: str = ""
