"""Documents: from a dossier to the facts that are printed, and to where they go."""
