"""Many questions with short answers, judged roughly: to see at a glance what a change does."""
