def load_settings(path, defaults):
    """Return the settings of a JSON file, with defaults for those it does not name."""
