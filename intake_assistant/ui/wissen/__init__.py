"""Erasing a dossier or a part of it."""
