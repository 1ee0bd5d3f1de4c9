"""Help: the list of keys and the manual."""
