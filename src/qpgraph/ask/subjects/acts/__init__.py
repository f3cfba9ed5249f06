"""Legal documents: what they say of themselves, what stands on them, what they change."""
