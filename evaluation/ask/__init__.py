"""Questions with exact answers, how an answer is compared with them, and the report."""
