"""What the words of a question mean: its cues and conditions, what is asked for, and what it is about."""
