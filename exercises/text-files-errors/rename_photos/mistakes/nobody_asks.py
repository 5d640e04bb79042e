"""You don't check whether the new name exists already. On Linux and macOS the file that had it is replaced, and a photo is
lost."""

ENDINGS = {".jpg", ".jpeg", ".png"}


def rename_photos(folder, album):
    """Name the photos album-001, album-002 ...; return old and new names."""
    photos = [path for path in folder.iterdir() if path.suffix.lower() in ENDINGS]
    photos.sort(key=lambda path: path.name)
    planned = {}
    for number, photo in enumerate(photos, start=1):
        new = folder / f"{album}-{number:03}{photo.suffix.lower()}"
        planned[photo] = new
    for photo, new in planned.items():
        photo.rename(new)
    return {photo.name: new.name for photo, new in planned.items()}
