"""The tables; every `p_` table can be dropped and made again from the others (design 2)."""

from __future__ import annotations

from sqlcipher3 import dbapi2  # type: ignore[import-untyped]  # the wheel carries no types

VERSION = 3
"""Of the form of a vault; those before 3 were never released, and 3 is kept for ever."""

# The entries stand in tables of a few dossiers each (`entries.shelf`), made with the first of these.
TABLES = """
CREATE TABLE number(nr INTEGER PRIMARY KEY AUTOINCREMENT, soort TEXT NOT NULL, naam TEXT NOT NULL,
  UNIQUE(soort, naam));
CREATE TABLE device(
  id TEXT PRIMARY KEY, naam TEXT NOT NULL, rol TEXT NOT NULL, public BLOB NOT NULL, recipient TEXT NOT NULL,
  private BLOB, identity TEXT, gemeente TEXT NOT NULL, kaart TEXT NOT NULL, vergeleken_op TEXT NOT NULL,
  ingetrokken_op TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sent(
  ontvanger TEXT NOT NULL, dossier TEXT NOT NULL, op TEXT NOT NULL, sha256 TEXT NOT NULL,
  bladen BLOB NOT NULL, gemist BLOB NOT NULL, zonder BLOB NOT NULL,
  PRIMARY KEY(ontvanger, dossier)) WITHOUT ROWID;
CREATE TABLE tombstone(
  dossier TEXT PRIMARY KEY, op TEXT NOT NULL, grond TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE access_log(nr INTEGER PRIMARY KEY, op TEXT NOT NULL, wie TEXT NOT NULL, wat TEXT NOT NULL,
  dossier TEXT NOT NULL);
CREATE TABLE export_log(nr INTEGER PRIMARY KEY, op TEXT NOT NULL, wie TEXT NOT NULL, wat TEXT NOT NULL,
  dossier TEXT NOT NULL, sha256 TEXT NOT NULL, ontvanger TEXT NOT NULL, soort TEXT NOT NULL,
  grond TEXT NOT NULL);
CREATE TABLE setting(sleutel TEXT PRIMARY KEY, waarde TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE concepttekst(
  dossier TEXT NOT NULL, subject TEXT NOT NULL, gesprek TEXT NOT NULL, value TEXT NOT NULL,
  cursor INTEGER NOT NULL, op TEXT NOT NULL,
  PRIMARY KEY(dossier, subject)) WITHOUT ROWID;
CREATE TABLE blobkey(nr INTEGER PRIMARY KEY, soort TEXT NOT NULL, sleutel BLOB NOT NULL);
CREATE TABLE backupplaats(plaats TEXT PRIMARY KEY, laatst_op TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE nog_te_wissen(
  plaats TEXT NOT NULL, dossier TEXT NOT NULL, op TEXT NOT NULL, gedaan_op TEXT NOT NULL DEFAULT '',
  PRIMARY KEY(plaats, dossier)) WITHOUT ROWID;
CREATE TRIGGER access_log_groeit BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER access_log_blijft BEFORE UPDATE ON access_log
  WHEN OLD.nr <> NEW.nr OR OLD.op <> NEW.op OR OLD.wie <> NEW.wie OR OLD.wat <> NEW.wat OR NEW.dossier <> ''
  BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER export_log_groeit BEFORE DELETE ON export_log BEGIN SELECT RAISE(ABORT, 'append only'); END;
CREATE TRIGGER export_log_blijft BEFORE UPDATE ON export_log
  WHEN OLD.nr <> NEW.nr OR OLD.op <> NEW.op OR OLD.wie <> NEW.wie OR OLD.wat <> NEW.wat
    OR OLD.sha256 <> NEW.sha256 OR OLD.ontvanger <> NEW.ontvanger OR OLD.soort <> NEW.soort
    OR OLD.grond <> NEW.grond OR NEW.dossier <> ''
  BEGIN SELECT RAISE(ABORT, 'append only'); END;
"""

# Nothing in it that a person said: that lies in drawers (`drawers`).
PROJECTIONS = """
CREATE TABLE p_dossier(
  nr INTEGER PRIMARY KEY, onvolledig INTEGER NOT NULL, wissend INTEGER NOT NULL, aantal INTEGER NOT NULL,
  vers INTEGER NOT NULL, gezocht INTEGER NOT NULL);
CREATE TABLE p_blob(sha256 TEXT NOT NULL, nr INTEGER NOT NULL, PRIMARY KEY(sha256, nr)) WITHOUT ROWID;
CREATE INDEX p_blob_van ON p_blob(nr);
"""

DROP_PROJECTIONS = """
DROP TABLE IF EXISTS p_dossier;
DROP TABLE IF EXISTS p_blob;
"""


def statements(script: str) -> list[str]:
    """The statements of a script; a trigger holds semicolons of its own."""
    found, open_part = [], ""
    for part in script.split(";"):
        open_part += part + ";"
        if dbapi2.complete_statement(open_part):
            found.append(open_part.strip())
            open_part = ""
    return [statement for statement in found if statement != ";"]
