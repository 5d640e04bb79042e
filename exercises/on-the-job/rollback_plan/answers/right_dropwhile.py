from itertools import chain, dropwhile

def to_undo(migrations):
    """Return the migrations that must be undone, newest first."""
    for place, migration in enumerate(migrations):
        if migration["breaks_old"]:
            return migrations[place:][::-1]
    return []


def rollback_plan(releases, current, target):
    """Return the steps back from the version `current` to `target`, as texts."""
    versions = [release["version"] for release in releases]
    try:
        start, end = versions.index(target), versions.index(current)
    except ValueError:
        raise ValueError(f"{current} or {target} is not there") from None
    if start > end:
        raise ValueError(f"{target} came out later than {current}")
    if start == end:
        return []
    ran = chain.from_iterable(one["migrations"] for one in releases[start + 1 : end + 1])
    undone = list(dropwhile(lambda one: not one["breaks_old"], ran))
    for one in undone:
        if not one["can_undo"]:
            raise ValueError(one["name"])
    if not undone:
        return [f"start {target}"]
    middle = [f"undo {one['name']}" for one in undone[::-1]]
    return [f"stop {current}"] + middle + [f"start {target}"]
