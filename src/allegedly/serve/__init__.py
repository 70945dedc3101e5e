"""A ledger as pages and over HTTP. Its packages come with the extra `serve`, and are imported when it is called."""
