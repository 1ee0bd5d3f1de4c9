"""Two dossiers that may be of one person, side by side."""
