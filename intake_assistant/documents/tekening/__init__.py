"""Drawings as data: laid out once, painted on screen and written as SVG (stack 5)."""
