def rename_photos(folder, album):
    photos = sorted(p for p in folder.iterdir() if p.suffix.lower() in (".jpg", ".jpeg", ".png"))
    names = {p.name: f"{album}-{n:03}{p.suffix.lower()}" for n, p in enumerate(photos, 1)}
    for name in names.values():
        if (folder / name).exists():
            raise FileExistsError(f"{name} is already there")
    for old, new in names.items():
        (folder / old).rename(folder / new)
    return names
