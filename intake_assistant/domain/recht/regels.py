"""Terms, hours and amounts of the law, each with the days, groups and leerroutes it holds for."""

import datetime
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One value of a rule with the days, groups and leerroutes it holds for; no group means every group."""

    sleutel: str
    waarde: object
    eenheid: str = ""
    geldig_van: datetime.date
    geldig_tot: datetime.date | None = None
    doelgroepen: tuple[str, ...] = ()
    leerroutes: tuple[str, ...] = ()
    bron: str = ""
    gecontroleerd_op: str = ""
    toelichting: str = ""

    def geldt(self, op: datetime.date, doelgroep: str, leerroute: str) -> bool:
        """Say whether this value holds on a day for a group and a leerroute; `geldig_tot` is the last day."""
        return (
            self.geldig_van <= op
            and (self.geldig_tot is None or op <= self.geldig_tot)
            and (not self.doelgroepen or doelgroep in self.doelgroepen)
            and (not self.leerroutes or leerroute in self.leerroutes)
        )

    @property
    def nauwkeurigheid(self) -> int:
        """Return how many of doelgroep and leerroute the rule names; the most precise one counts."""
        return bool(self.doelgroepen) + bool(self.leerroutes)

    @property
    def is_gecontroleerd(self) -> bool:
        """Return whether it was held against the text of its source, on a day."""
        return self.gecontroleerd_op[:1].isdigit()

    def conflicts(self, ander: "Regel") -> bool:
        """Say whether on some day, for somebody, neither of two values goes before the other."""
        einde, ander_einde = self.geldig_tot or datetime.date.max, ander.geldig_tot or datetime.date.max
        return (
            self.nauwkeurigheid == ander.nauwkeurigheid
            and self.geldig_van <= ander_einde
            and ander.geldig_van <= einde
            and _samen(self.doelgroepen, ander.doelgroepen)
            and _samen(self.leerroutes, ander.leerroutes)
        )


def _samen(een: tuple[str, ...], ander: tuple[str, ...]) -> bool:
    return not een or not ander or not set(een).isdisjoint(ander)


@dataclass(frozen=True)
class Regels:
    """The dated rules: terms, hours, amounts."""

    regels: tuple[Regel, ...]

    def regel(self, sleutel: str, *, op: datetime.date, doelgroep: str = "", leerroute: str = "") -> Regel:
        """Return the most specific rule that holds on a date; LookupError when none does."""
        regels = self._per_sleutel.get(sleutel, ())
        passend = [regel for regel in regels if regel.geldt(op, doelgroep, leerroute)]
        if not passend:
            raise LookupError(f"{sleutel} op {op}")
        return max(passend, key=lambda regel: regel.nauwkeurigheid)

    def waarde(self, sleutel: str, *, op: datetime.date, doelgroep: str = "", leerroute: str = "") -> object:
        """Return the value of a rule on a date; LookupError when there is none."""
        return self.regel(sleutel, op=op, doelgroep=doelgroep, leerroute=leerroute).waarde

    def geldt_vanaf(self, sleutel: str) -> datetime.date:
        """Return the first day on which a rule has a value; LookupError when no rule has this key."""
        regels = self._per_sleutel.get(sleutel, ())
        if not regels:
            raise LookupError(sleutel)
        return min(regel.geldig_van for regel in regels)

    def door_de_jaren(self, sleutel: str) -> tuple[Regel, ...]:
        """Return all values that a rule has or had."""
        return self._per_sleutel.get(sleutel, ())

    @cached_property
    def _per_sleutel(self) -> Mapping[str, tuple[Regel, ...]]:
        per: dict[str, tuple[Regel, ...]] = {}
        for regel in self.regels:
            per[regel.sleutel] = (*per.get(regel.sleutel, ()), regel)
        return per

    def te_controleren(self, sinds: datetime.date) -> tuple[str, ...]:
        """Return the keys of which a value was never held against its source, or last before a day."""
        oud = {
            r.sleutel for r in self.regels if r.gecontroleerd_op < sinds.isoformat() or not r.is_gecontroleerd
        }
        return tuple(sorted(oud))

    @cached_property
    def versie(self) -> str:
        """Return a hash of all rules, 16 hex characters: the version a dossier keeps."""
        tekst = json.dumps([vars(regel) for regel in self.regels], sort_keys=True, default=str)
        return hashlib.blake2b(tekst.encode(), digest_size=8).hexdigest()
