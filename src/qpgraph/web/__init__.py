"""The explorer: pages for people, rendered here; `web/` holds the scripts that make them livelier."""
