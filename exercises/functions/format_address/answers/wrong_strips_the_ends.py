def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    parts = [company, name, street, city]
    if country != "Portugal":
        parts.append(country)
    return separator.join(parts).strip(separator)
