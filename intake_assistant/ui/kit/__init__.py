"""What every screen is made of: parts, look, dialogs, long work."""
