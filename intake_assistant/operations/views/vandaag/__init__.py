"""What asks for attention today, over all dossiers: talks, terms, agreements and loose ends."""
