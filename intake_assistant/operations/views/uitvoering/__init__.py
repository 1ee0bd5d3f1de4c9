"""What comes after the besluit, as a screen and a file show it."""
