def run(tasks):
    """Run generators until all have ended; return `{name: (time, result)}`."""
