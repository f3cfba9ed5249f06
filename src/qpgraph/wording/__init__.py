"""How things are said to people in Vietnamese and English: messages, numbers, dates."""
