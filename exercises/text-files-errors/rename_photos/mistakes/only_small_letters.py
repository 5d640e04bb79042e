"""`IMG_0042.JPG` isn't renamed: its ending is `.JPG`, and that isn't the same string as `.jpg`. Compare in one case."""

ENDINGS = {".jpg", ".jpeg", ".png"}


def rename_photos(folder, album):
    """Name the photos album-001, album-002 ...; return old and new names."""
    photos = [path for path in folder.iterdir() if path.suffix in ENDINGS]
    photos.sort(key=lambda path: path.name)
    planned = {}
    for number, photo in enumerate(photos, start=1):
        new = folder / f"{album}-{number:03}{photo.suffix.lower()}"
        if new.exists():
            raise FileExistsError(f"{new.name} is already there")
        planned[photo] = new
    for photo, new in planned.items():
        photo.rename(new)
    return {photo.name: new.name for photo, new in planned.items()}
