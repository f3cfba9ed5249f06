"""Questions in Vietnamese and English, answered from the graph."""
