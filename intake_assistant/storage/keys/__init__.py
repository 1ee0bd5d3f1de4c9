"""The ways to the key: slots, another key, waiting after wrong tries."""
