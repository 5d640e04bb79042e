"""`course` and `python -m course`: first of all, nothing foreign is imported any more."""

from course import search_path

search_path.leave_foreign()

from course.cli import main  # noqa: E402 - see above

if __name__ == "__main__":
    main()
