"""Facts in a few words, as more than one screen shows them."""
