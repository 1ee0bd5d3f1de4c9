"""What travels between laptops, and what was handed out of it."""
