"""The interface over HTTP, version 1."""
