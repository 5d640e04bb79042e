def rename_photos(folder, album):
    photos = [p for p in sorted(folder.glob("*")) if p.suffix.lower() in (".jpg", ".jpeg", ".png")]
    plan = [
        (p, p.with_name(f"{album}-{n + 1:03d}{p.suffix.lower()}")) for n, p in enumerate(photos)
    ]
    for _, new in plan:
        if new.exists():
            raise FileExistsError(f"{new.name} is already there")
    return {old.name: old.rename(new).name for old, new in plan}
