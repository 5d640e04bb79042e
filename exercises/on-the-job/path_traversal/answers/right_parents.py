from pathlib import Path


class NotAllowed(Exception):
    """The name does not lead to a label."""


def label_path(folder, name):
    """Return the path of a label inside the folder."""
    top = Path(folder).resolve()
    path = (top / name).resolve()
    if top not in path.parents:
        raise NotAllowed(name)
    return path
