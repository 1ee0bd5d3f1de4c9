"""The history of a dossier."""
