"""From what was read to SPARQL: the scope, the points that fit, the typed form and its pieces."""
