"""The subjects of questions: each reads what it is about, chooses the points and says what is shown."""
