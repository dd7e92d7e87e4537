"""Selaras: rules and warehouse models that put social-assistance lists side by side."""

__version__ = "0.1.0"
