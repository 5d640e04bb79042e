import os
from pathlib import Path


class NotAllowed(Exception):
    """The name does not lead to a label."""


def label_path(folder, name):
    """Return the path of a label inside the folder."""
    top = os.path.realpath(folder)
    path = os.path.realpath(os.path.join(top, name))
    if path == top or os.path.commonpath([top, path]) != top:
        raise NotAllowed(name)
    return Path(path)
