"""Search: queries with graded judgments, the measures, the baseline and the report."""
