"""The commands of the site: `python -m photo_album_site migrate`, `runserver`, `test` ..."""

import os
import sys

from django.core.management import execute_from_command_line


def main() -> None:
    """Hand the command to Django; `test` alone means this package's tests."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "photo_album_site.settings")
    os.environ.setdefault("PHOTO_ALBUM_DEBUG", "1")  # these commands are for your own machine
    words = sys.argv[1:]
    if words == ["test"]:
        words.append("photo_album_site")
    execute_from_command_line(["python -m photo_album_site", *words])


if __name__ == "__main__":
    main()
