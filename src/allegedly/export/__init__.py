"""Findings in the shapes that others read."""
