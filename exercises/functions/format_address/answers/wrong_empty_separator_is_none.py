def format_address(name, street, city, *, company="", country="Portugal", separator=""):
    parts = [name, street, city]
    if company:
        parts.insert(0, company)
    if country != "Portugal":
        parts.append(country)
    return (separator or "\n").join(parts)
