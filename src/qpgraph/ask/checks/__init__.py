"""What a proposed answer must pass: all that the question says is in it, and search does not deny it."""
