"""One dossier: overview, person and procedure."""
