"""What two dossiers say of each other: of one person, of one household."""
