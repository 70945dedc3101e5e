"""Bytes into articles: the only place that changes text."""
