"""A second reading of the rule book, in plain Python: no SQL, and nothing of the compiler.

Written from DESIGN.md and rules/README.md alone, small and slow on purpose. What the compiled SQL
answers must be what this answers; where they differ, one of the two is wrong.
"""
