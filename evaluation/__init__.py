"""How good search and answers are, on queries and questions written by reading the documents."""
