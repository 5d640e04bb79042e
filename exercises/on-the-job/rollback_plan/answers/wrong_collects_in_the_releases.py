def to_undo(migrations):
    """Return the migrations that must be undone, newest first."""
    for place, migration in enumerate(migrations):
        if migration["breaks_old"]:
            return migrations[place:][::-1]
    return []


def rollback_plan(releases, current, target):
    """Return the steps back from the version `current` to `target`, as texts."""
    versions = [release["version"] for release in releases]
    for version in (current, target):
        if version not in versions:
            raise ValueError(f"there is no release {version}")
    newest, oldest = versions.index(current), versions.index(target)
    if newest < oldest:
        raise ValueError(f"{target} came out after {current}")
    if newest == oldest:
        return []
    ran = releases[oldest + 1]["migrations"]
    for release in releases[oldest + 2:newest + 1]:
        ran.extend(release["migrations"])
    undone = to_undo(ran)
    for migration in undone:
        if not migration["can_undo"]:
            raise ValueError(f"{migration['name']} cannot be undone")
    plan = [f"undo {migration['name']}" for migration in undone]
    if plan:
        plan = [f"stop {current}", *plan]
    return [*plan, f"start {target}"]
