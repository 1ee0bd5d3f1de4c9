"""What two laptops recorded otherwise: in words, and in which dossiers."""
