"""The tables; every `p_` table can be dropped and made again from the others (design 2)."""

from __future__ import annotations

import sqlite3

VERSION = 3
"""Of the form of a vault; those before 3 were never released."""

# Headers and values lie in the order in which a dossier is read, so opening one is one range read.
TABLES = """
CREATE TABLE entry(
  dossier TEXT NOT NULL, counter INTEGER NOT NULL, id TEXT NOT NULL, header BLOB NOT NULL,
  PRIMARY KEY(dossier, counter, id)) WITHOUT ROWID;
CREATE TABLE value(
  dossier TEXT NOT NULL, counter INTEGER NOT NULL, id TEXT NOT NULL,
  presence TEXT NOT NULL, salt BLOB, body BLOB,
  PRIMARY KEY(dossier, counter, id)) WITHOUT ROWID;
CREATE TABLE device(
  id TEXT PRIMARY KEY, naam TEXT NOT NULL, rol TEXT NOT NULL, public BLOB NOT NULL, recipient TEXT NOT NULL,
  private BLOB, identity TEXT) WITHOUT ROWID;
CREATE TABLE tombstone(
  dossier TEXT PRIMARY KEY, op TEXT NOT NULL, grond TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE access_log(nr INTEGER PRIMARY KEY, op TEXT NOT NULL, wie TEXT NOT NULL, wat TEXT NOT NULL,
  dossier TEXT NOT NULL);
CREATE TABLE export_log(nr INTEGER PRIMARY KEY, op TEXT NOT NULL, wie TEXT NOT NULL, wat TEXT NOT NULL,
  dossier TEXT NOT NULL, sha256 TEXT NOT NULL);
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
    OR OLD.sha256 <> NEW.sha256 OR NEW.dossier <> ''
  BEGIN SELECT RAISE(ABORT, 'append only'); END;
"""

PROJECTIONS = """
CREATE TABLE p_antwoord(
  dossier TEXT NOT NULL, subject TEXT NOT NULL, counter INTEGER NOT NULL, id TEXT NOT NULL,
  leaves TEXT NOT NULL,
  PRIMARY KEY(dossier, subject)) WITHOUT ROWID;
CREATE TABLE p_overzicht(
  dossier TEXT PRIMARY KEY, onvolledig INTEGER NOT NULL, vers INTEGER NOT NULL,
  naam TEXT NOT NULL, gegevens TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE p_zoektekst(
  nr INTEGER PRIMARY KEY, dossier TEXT NOT NULL, subject TEXT NOT NULL, tekst TEXT NOT NULL);
CREATE VIRTUAL TABLE p_zoek USING fts5(
  tekst, content='p_zoektekst', content_rowid='nr', tokenize='unicode61 remove_diacritics 2');
INSERT INTO p_zoek(p_zoek, rank) VALUES('secure-delete', 1);
"""

# Which blobs a value names: under `bestanden` and nowhere else, for who checks, restores, erases and sweeps.
# If these differed, one would take away a document that another keeps. Kept by the engine itself, so that
# nobody who adds, erases or takes out a value can forget it.
_NAMING = "instr({}body, '\"bestanden\":')"
_PUT = """INSERT OR IGNORE INTO p_blob SELECT * FROM p_genoemd
    WHERE dossier=NEW.dossier AND counter=NEW.counter AND id=NEW.id;"""
_TAKE = "DELETE FROM p_blob WHERE dossier=OLD.dossier AND id=OLD.id;"
PROJECTIONS += f"""
CREATE TABLE p_blob(
  sha256 TEXT NOT NULL, dossier TEXT NOT NULL, counter INTEGER NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY(sha256, dossier, counter, id)) WITHOUT ROWID;
CREATE INDEX p_blob_van ON p_blob(dossier, id);
CREATE VIEW p_genoemd(sha256, dossier, counter, id) AS
  SELECT b.value, v.dossier, v.counter, v.id FROM value v, json_each(
    CASE WHEN {_NAMING.format("v.")} AND json_valid(CAST(v.body AS TEXT)) THEN CAST(v.body AS TEXT) END,
    '$.waarde.bestanden') b
  WHERE b.type='text' AND length(b.value)=64 AND b.value NOT GLOB '*[^0-9a-f]*';
CREATE TRIGGER p_blob_komt AFTER INSERT ON value WHEN {_NAMING.format("NEW.")} BEGIN {_PUT} END;
CREATE TRIGGER p_blob_gaat AFTER DELETE ON value WHEN {_NAMING.format("OLD.")} BEGIN {_TAKE} END;
CREATE TRIGGER p_blob_wordt AFTER UPDATE ON value WHEN {_NAMING.format("OLD.")} OR {_NAMING.format("NEW.")}
  BEGIN {_TAKE} {_PUT} END;
INSERT OR IGNORE INTO p_blob SELECT * FROM p_genoemd;
"""

DROP_PROJECTIONS = """
DROP TABLE IF EXISTS p_zoek;
DROP TABLE IF EXISTS p_zoektekst;
DROP TABLE IF EXISTS p_antwoord;
DROP TABLE IF EXISTS p_overzicht;
DROP TRIGGER IF EXISTS p_blob_komt;
DROP TRIGGER IF EXISTS p_blob_gaat;
DROP TRIGGER IF EXISTS p_blob_wordt;
DROP VIEW IF EXISTS p_genoemd;
DROP TABLE IF EXISTS p_blob;
"""


def statements(script: str) -> list[str]:
    """The statements of a script; a trigger holds semicolons of its own."""
    found, open_part = [], ""
    for part in script.split(";"):
        open_part += part + ";"
        if sqlite3.complete_statement(open_part):
            found.append(open_part.strip())
            open_part = ""
    return [statement for statement in found if statement != ";"]
