"""What must go and when, what erasing would do, and how it went."""
