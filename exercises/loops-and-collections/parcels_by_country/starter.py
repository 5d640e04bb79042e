def parcels_by_country(parcels):
    """Sort the ids of the parcels into one list for each country."""
    cages = {}
    # Write your loop here, indented by four spaces.

    return cages
