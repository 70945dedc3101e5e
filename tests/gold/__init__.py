"""Gold of our own: speakers and character of statements, as offsets and labels without the texts."""
