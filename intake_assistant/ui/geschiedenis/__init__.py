"""The history of a dossier, and its conflicts."""
