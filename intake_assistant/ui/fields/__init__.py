"""Fields that keep what is typed."""
