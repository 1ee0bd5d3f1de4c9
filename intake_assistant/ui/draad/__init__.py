"""What lies ready to be used, and where something comes from."""
