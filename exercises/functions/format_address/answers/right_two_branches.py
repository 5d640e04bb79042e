def format_address(name, street, city, *, separator="\n", country="Portugal", company=""):
    address = name + separator + street + separator + city
    if company != "":
        address = company + separator + address
    if not country == "Portugal":
        address += separator + country
    return address
