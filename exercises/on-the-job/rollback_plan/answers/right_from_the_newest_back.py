def to_undo(migrations):
    """Return the migrations that must be undone, newest first."""
    for place, migration in enumerate(migrations):
        if migration["breaks_old"]:
            return migrations[place:][::-1]
    return []


def rollback_plan(releases, current, target):
    """Return the steps back from the version `current` to `target`, as texts."""
    places = {release["version"]: place for place, release in enumerate(releases)}
    if current not in places or target not in places:
        missing = [version for version in (current, target) if version not in places]
        raise ValueError(f"no release {missing[0]}")
    if places[target] > places[current]:
        raise ValueError(f"{target} is newer than {current}")
    if current == target:
        return []
    newest_first = []
    for release in reversed(releases[places[target] + 1 : places[current] + 1]):
        newest_first += reversed(release["migrations"])
    while newest_first and not newest_first[-1]["breaks_old"]:
        newest_first.pop()
    stuck = next((one["name"] for one in newest_first if not one["can_undo"]), None)
    if stuck:
        raise ValueError(f"{stuck} stays for ever")
    steps = ["undo " + one["name"] for one in newest_first]
    return [*([f"stop {current}"] if steps else []), *steps, f"start {target}"]
