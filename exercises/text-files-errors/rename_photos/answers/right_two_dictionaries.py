def rename_photos(folder, album):
    photos = sorted(
        path.name
        for path in folder.iterdir()
        if path.name.lower().endswith((".jpg", ".jpeg", ".png"))
    )
    names = {}
    for number, name in enumerate(photos, 1):
        ending = name.rpartition(".")[2].lower()
        names[name] = f"{album}-{str(number).zfill(3)}.{ending}"
    for new in names.values():
        if (folder / new).exists():
            raise FileExistsError(new + " is already there")
    for old, new in names.items():
        (folder / old).rename(folder / new)
    return names
