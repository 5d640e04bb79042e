def rollback_plan(releases, current, target):
    """Return the steps back from the version `current` to `target`, as texts."""
