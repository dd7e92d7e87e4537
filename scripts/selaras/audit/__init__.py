"""Sampling for truth: a random list for field visits, and what the visits say of our errors."""
