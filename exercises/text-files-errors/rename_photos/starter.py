def rename_photos(folder, album):
    """Name the photos album-001, album-002 ...; return old and new names."""
