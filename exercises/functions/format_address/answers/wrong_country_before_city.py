def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    parts = [company, name, street, country, city]
    return separator.join(part for part in parts if part and part != "Portugal")
