def menu_lines(category):
    """Return the names of a category and all in it, indented by level."""


def path_to(category, name):
    """Return the names from the category down to `name`, or None."""
