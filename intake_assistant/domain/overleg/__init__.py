"""What colleagues say to each other about a dossier, and who does the work."""
