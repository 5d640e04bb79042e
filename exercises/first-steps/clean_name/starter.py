def clean_name(typed):
    """Make a name tidy for the label printer."""
    clean = ""

    return clean
