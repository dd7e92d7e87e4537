"""The lists that come in: which files there are, and what each holds."""

from selaras.lists.layouts import Column, Layout, layouts

__all__ = ["Column", "Layout", "layouts"]
