"""What this program does otherwise than Qt does by itself: one rule each, for all widgets."""
