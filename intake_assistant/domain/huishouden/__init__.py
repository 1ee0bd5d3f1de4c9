"""Two people of one household, each with a dossier."""
