def albums_of_type(albums, wanted):
    """List the titles of the albums whose type is the wanted one."""
    titles = []
    # Write your loop here, indented by four spaces.

    return titles
