"""Synthetic Jakarta: weekly drops in the layouts of the agencies, and the truth behind them."""

from selaras.sample.write import write_sample

__all__ = ["write_sample"]
