"""Then and now on paper, for who it is about."""
