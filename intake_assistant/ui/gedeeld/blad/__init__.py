"""What one page of the shared side is made of."""
