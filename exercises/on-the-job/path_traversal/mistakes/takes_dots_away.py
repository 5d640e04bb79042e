"""You take `../` out of the name. From `....//` that leaves `../`, and a name that begins at the top needs no dots at all. Do not
mend the name; look at where it leads, and refuse."""

from pathlib import Path


class NotAllowed(Exception):
    """The name does not lead to a label."""


def label_path(folder, name):
    """Return the path of a label inside the folder."""
    name = name.replace("../", "")
    return (Path(folder).resolve() / name).resolve()
