"""Lists of rows in a dossier: each described as data, all shown and recorded in one way."""
