def rename_photos(folder, album):
    """Give the photos in `folder` the names album-001, album-002 ... Return old and new names."""
