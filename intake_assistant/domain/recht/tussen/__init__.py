"""What happens between the conversations: others spoken with, examinations, days to look again."""
