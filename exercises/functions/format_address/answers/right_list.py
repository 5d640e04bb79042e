def format_address(name, street, city, *, company=None, country=None, separator="\n"):
    parts = [company, name, street, city]
    if country != "Portugal":
        parts.append(country)
    return separator.join(part for part in parts if part)
