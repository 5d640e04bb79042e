"""`course` and `python -m course`: first of all, nothing foreign is imported any more."""

import sys

from course import search_path

search_path.leave_foreign()

if sys.dont_write_bytecode:
    from course import bytecode, locations

    bytecode.keep("course", str(locations.find().cache / "bytecode"))

if sys.argv[1:2] == ["check"]:
    from course.checking import starting

    starting.prepare_check(sys.argv[2:])

from course.cli import main  # noqa: E402 - see above

if __name__ == "__main__":
    main()
