ENDINGS = [".jpg", ".jpeg", ".png", ".JPG", ".JPEG", ".PNG"]


def rename_photos(folder, album):
    photos = sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)
    names = {}
    for number, photo in enumerate(photos, start=1):
        new = f"{album}-{number:03}{photo.suffix.lower()}"
        if (folder / new).exists():
            raise FileExistsError(f"{new} is already there")
        names[photo.name] = new
    for old, new in names.items():
        (folder / old).rename(folder / new)
    return names
