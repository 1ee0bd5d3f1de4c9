"""The first screen: what today asks of who works here."""
