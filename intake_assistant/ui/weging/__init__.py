"""Weighing the leerroutes."""
