"""What goes with a besluit."""
