"""A vault that is not whole: what is wrong, what can be read, what is lost."""
