"""The web: pages and feeds are captured into a web archive, and read from there. Needs `allegedly[web]`."""
