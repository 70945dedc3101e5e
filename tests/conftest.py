"""What pytest does not collect: scripts that are run by hand."""

collect_ignore = ["gold/compile.py", "gold/draw.py"]
