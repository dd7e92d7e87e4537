"""From the text of a file to what of it fits the grammar, every complaint with its place."""
