"""Where findings are kept."""
