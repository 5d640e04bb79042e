"""Walks back from the newest release and remembers how far it has to go each time it meets a migration that breaks. No
list is turned round, but the reader has to keep one more number in mind."""


def rollback_plan(releases, current, target):
    """Return the steps back from the version `current` to `target`, as texts."""
    places = {release["version"]: place for place, release in enumerate(releases)}
    if current not in places or target not in places:
        raise ValueError(f"{current} or {target} is not a release")
    newest, oldest = places[current], places[target]
    if oldest > newest:
        raise ValueError(f"{target} came out after {current}")
    if oldest == newest:
        return []
    back = []
    needed = 0
    for release in releases[newest:oldest:-1]:
        for migration in release["migrations"][::-1]:
            back.append(migration)
            if migration["breaks_old"]:
                needed = len(back)
    if needed == 0:
        return [f"start {target}"]
    plan = [f"stop {current}"]
    for migration in back[:needed]:
        if not migration["can_undo"]:
            raise ValueError(f"{migration['name']} cannot be undone")
        plan.append(f"undo {migration['name']}")
    return [*plan, f"start {target}"]
