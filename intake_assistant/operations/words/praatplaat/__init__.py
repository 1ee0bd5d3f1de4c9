"""Boards that are filled while people talk."""
