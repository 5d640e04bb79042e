import os
from pathlib import Path


class NotAllowed(Exception):
    """The name does not lead to a label."""


def label_path(folder, name):
    """Return the path of a label inside the folder."""
    top = Path(folder).resolve()
    path = (top / name).resolve()
    if path == top or not path.is_relative_to(top):
        raise NotAllowed(name)
    return Path(os.path.normpath(top / name))
