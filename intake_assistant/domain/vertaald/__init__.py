"""What somebody entered in another language beside what was typed in Dutch."""
