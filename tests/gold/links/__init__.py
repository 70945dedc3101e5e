"""Gold of links across and within articles: the same claim, disputes, drift; offsets and labels without the texts."""
