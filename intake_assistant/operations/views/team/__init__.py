"""Over many dossiers at once: who is at risk, how far they are, how the work is shared (design 10)."""
