"""Whether two dossiers are about one person."""
