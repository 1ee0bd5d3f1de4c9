"""What a vault keeps beside the entries: settings, what is being typed, who looked and what went out."""

from __future__ import annotations

from collections.abc import Iterable

from intake_assistant.domain.ports import Clock
from intake_assistant.errors import KnownError
from intake_assistant.storage.engine.connection import Connection
from intake_assistant.storage.engine.session import Session
from intake_assistant.storage.entries.rows import ExportRow, LogLine, LogRow, TypedRow

_EXPORT = "op, wie, wat, dossier, sha256, ontvanger, soort, grond"

NIET_VERSTUURD = "niet_verstuurd"
"""What the log says of a file that was noted and never got its name; what was noted of it counts no more."""
_LEFT = f"sha256 NOT IN (SELECT sha256 FROM export_log WHERE wat LIKE '{NIET_VERSTUURD} %')"
SKETCH = "schets "
"""With the name of a page behind it the setting that keeps what stands half filled in on it."""


def sketches_in(connection: Connection) -> list[tuple[str, str]]:
    """Each setting that keeps a page, with what stands on it."""
    sql = "SELECT sleutel, waarde FROM setting WHERE substr(sleutel, 1, ?) = ? AND waarde <> ''"
    return [(str(s), str(w)) for s, w in connection.execute(sql, (len(SKETCH), SKETCH))]


class Beside(Session):
    """The tables that are neither entries nor derived from them (design 2)."""

    def setting(self, sleutel: str, default: str = "") -> str:
        """A setting of this vault."""
        with self.reading() as connection:
            row = connection.execute("SELECT waarde FROM setting WHERE sleutel=?", (sleutel,)).fetchone()
            return str(row[0]) if row else default

    def set_setting(self, sleutel: str, waarde: str) -> None:
        """Change a setting of this vault."""
        with self.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO setting VALUES(?,?)", (sleutel, waarde))

    def sketches(self) -> dict[str, str]:
        """What stands half filled in, by the name of its page."""
        with self.reading() as connection:
            return {sleutel.removeprefix(SKETCH): waarde for sleutel, waarde in sketches_in(connection)}

    def keep_concepttekst(self, rij: TypedRow) -> None:
        """Keep what is being typed in a field.

        KnownError `dossier.erased`: what is still being typed about somebody who was erased goes with them.
        """
        with self.transaction() as connection:
            if connection.execute("SELECT 1 FROM tombstone WHERE dossier=?", (rij.dossier,)).fetchone():
                raise KnownError("dossier.erased", dossier=rij.dossier)
            connection.execute("INSERT OR REPLACE INTO concepttekst VALUES(?,?,?,?,?,?)", rij)

    def concepttekst(self, dossier: str = "") -> list[TypedRow]:
        """What was being typed, in all dossiers or in one."""
        with self.reading() as connection:
            sql = "SELECT * FROM concepttekst WHERE ?1 = '' OR dossier = ?1 ORDER BY dossier, subject"
            return [TypedRow(*r) for r in connection.execute(sql, (dossier,))]

    def drop_concepttekst(self, dossier: str, subject: str) -> None:
        """Forget what was being typed: it has become an entry."""
        with self.transaction() as connection:
            connection.execute("DELETE FROM concepttekst WHERE dossier=? AND subject=?", (dossier, subject))

    def log_access(self, wat: str, dossier: str = "") -> None:
        """Note who looked at what, and when that was: whoever plays another day plays no other log."""
        op = _moment(self.around.wall or self.around.clock)
        with self.transaction() as connection:
            connection.execute(
                "INSERT INTO access_log(op, wie, wat, dossier) VALUES(?,?,?,?)",
                (op, self.device.naam, wat, dossier),
            )

    def log_export(
        self, wat: str, dossier: str, sha256: str, *, ontvanger: str = "", soort: str = "", grond: str = ""
    ) -> None:
        """Note what left the vault; of a file for somebody else for whom, as what and on which ground."""
        with self.transaction() as connection:
            connection.execute(
                f"INSERT INTO export_log({_EXPORT}) VALUES(?,?,?,?,?,?,?,?)",
                (self._now(), self.device.naam, wat, dossier, sha256, ontvanger, soort, grond),
            )

    def log(self, table: str, dossier: str) -> list[LogRow]:
        """The access log of a dossier, or what left of it."""
        sql = {
            "access": "SELECT op, wie, wat FROM access_log WHERE dossier=? ORDER BY nr",
            "export": f"SELECT op, wie, wat FROM export_log WHERE dossier=? AND {_LEFT} ORDER BY nr",
        }[table]
        with self.reading() as connection:
            return [LogRow(*r) for r in connection.execute(sql, (dossier,))]

    def latest_access(self) -> str:
        """The latest moment in the access log, in whatever order it was written; empty without one."""
        with self.reading() as connection:
            row = connection.execute("SELECT MAX(op) FROM access_log").fetchone()
            return str(row[0] or "")

    def unseen_since(self, wat: str, seen: Iterable[str]) -> set[str]:
        """The dossiers of which the access log says this, and that nobody looked at (`seen`) since."""
        looks = tuple(seen)
        sql = f"""SELECT dossier FROM access_log WHERE dossier<>'' GROUP BY dossier
          HAVING MAX(CASE WHEN wat=? THEN nr END) >
            COALESCE(MAX(CASE WHEN wat IN ({", ".join("?" * len(looks))}) THEN nr END), 0)"""
        with self.reading() as connection:
            return {str(dossier) for (dossier,) in connection.execute(sql, (wat, *looks))}

    def sent_out(self) -> list[ExportRow]:
        """What went to whom on which ground, in its order; of an erased dossier without which it was."""
        sql = f"SELECT {_EXPORT} FROM export_log WHERE ontvanger<>'' AND {_LEFT} ORDER BY nr"
        with self.reading() as connection:
            return [ExportRow(*r) for r in connection.execute(sql)]

    def logs(self) -> list[LogLine]:
        """Both logs, newest first."""
        sql = """SELECT op, wie, 'toegang', wat, dossier, '', nr FROM access_log
          UNION ALL SELECT op, wie, 'uitvoer', wat, dossier, sha256, nr FROM export_log
          ORDER BY op DESC, nr DESC"""
        with self.reading() as connection:
            return [LogLine(*tuple(r)[:6]) for r in connection.execute(sql)]

    def _now(self) -> str:
        return _moment(self.around.clock)


def _moment(clock: Clock) -> str:
    return clock.now().isoformat(timespec="milliseconds")
