"""The window: what is around the screens, and what they share."""
