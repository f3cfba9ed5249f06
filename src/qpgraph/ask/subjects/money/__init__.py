"""The budget: totals, years, items, groups, sums."""
