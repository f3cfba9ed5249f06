"""Tasks, targets, measures and duties: who, how many, when, where, and whether."""
