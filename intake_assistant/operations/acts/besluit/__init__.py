"""What is done with a besluit that was set."""
