"""What plans say of themselves: numbers, signers, conditions, the procedure, reports."""
