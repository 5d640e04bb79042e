"""Runs a program of the learner's own as Python would, and notes the exception that ends it.

`python own_program.py REPORT KIND TARGET ARGUMENTS...`, where KIND is `file` (also a folder or a
zip file with a `__main__.py`) or `module`. Nothing of this is seen by the program: it is
`__main__`, has its arguments, its folder comes first on `sys.path`, and its traceback begins with
itself. What is needed to describe an exception is loaded once there is one. Standard library only.
"""

import sys

_REPORT, _KIND, _TARGET = sys.argv[1:4]
_OWN = __file__


def _describe(error, folder):
    """The exception as JSON, with the frames of files in `folder`."""
    import json

    here = _helpers()
    home = here["Home"](folder)
    said = home.exception(error)
    return json.dumps({"folder": folder, "exception": here["fields_of"](said)})
