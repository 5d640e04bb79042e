ENDINGS = {".jpg", ".png"}


def rename_photos(folder, album):
    """Name the photos album-001, album-002 ...; return old and new names."""
    files = sorted(folder.iterdir(), key=lambda path: path.name)
    photos = [path for path in files if path.suffix.lower() in ENDINGS]
    planned = {}
    for number, photo in enumerate(photos, start=1):
        new = folder / f"{album}-{number:03}{photo.suffix.lower()}"
        if new.exists():
            raise FileExistsError(f"{new.name} is already there")
        planned[photo] = new
    for photo, new in planned.items():
        photo.rename(new)
    return {photo.name: new.name for photo, new in planned.items()}
