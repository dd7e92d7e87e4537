"""The small language of conditions and amounts: its tree, from text and back to SQL."""
