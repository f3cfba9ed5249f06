"""Reports: what the plans of one province, or of all, come to, as HTML or PDF (`docs/reports.md`)."""
