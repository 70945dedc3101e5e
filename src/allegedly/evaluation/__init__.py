"""How well a tagger does against gold."""
