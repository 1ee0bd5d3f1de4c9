"""Two dossiers that may be of one person: finding them, and laying them side by side."""
