"""What two laptops recorded otherwise: one place where it is settled, once for all."""
