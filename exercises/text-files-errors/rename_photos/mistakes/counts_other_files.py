"""Your numbers have gaps: a file that isn't a photo is counted too. Keep only the photos, and number those."""

ENDINGS = {".jpg", ".jpeg", ".png"}


def rename_photos(folder, album):
    files = sorted(folder.iterdir())
    planned = {}
    for number, photo in enumerate(files, start=1):
        if photo.suffix.lower() not in ENDINGS:
            continue
        new = folder / f"{album}-{number:03}{photo.suffix.lower()}"
        if new.exists():
            raise FileExistsError(f"{new.name} is already there")
        planned[photo] = new
    for photo, new in planned.items():
        photo.rename(new)
    return {photo.name: new.name for photo, new in planned.items()}
