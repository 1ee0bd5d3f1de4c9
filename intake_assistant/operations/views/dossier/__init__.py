"""One dossier as it is read: who somebody is, what was and comes, and what was answered."""
