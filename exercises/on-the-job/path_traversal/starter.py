from pathlib import Path


class NotAllowed(Exception):
    """The name does not lead to a label."""


def label_path(folder, name):
    """Return the path of a label inside the folder."""
    if name.startswith(".."):
        raise NotAllowed(name)
    return Path(folder).resolve() / name
