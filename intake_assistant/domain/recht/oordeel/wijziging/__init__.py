"""A later besluit, judged: each ground has its own gate in law (Wet 15(4), 17; Besl 5.3-5.5; Awb 7:11)."""
