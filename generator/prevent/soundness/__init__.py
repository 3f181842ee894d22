"""Is what the rules say sound? Found by going through the requests there can be."""
