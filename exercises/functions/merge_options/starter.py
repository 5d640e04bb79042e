def merge_options():
    """Return one dictionary from several layers and changes; the later wins."""
