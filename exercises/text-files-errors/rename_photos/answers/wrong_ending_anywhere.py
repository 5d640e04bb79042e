def rename_photos(folder, album):
    photos = sorted(
        (p for p in folder.iterdir() if any(x in p.name.lower() for x in (".jpg", ".jpeg", ".png"))),
        key=lambda p: p.name,
    )
    names = {p.name: f"{album}-{n:03}{p.suffix.lower()}" for n, p in enumerate(photos, 1)}
    for new in names.values():
        if (folder / new).exists():
            raise FileExistsError(f"{new} is already there")
    for old, new in names.items():
        (folder / old).rename(folder / new)
    return names
