def format_address(name, street, city, *, company="", country="Portugal", separator="\n"):
    parts = [name, street, city]
    if company:
        parts.insert(0, company)
    if not country.startswith("P"):
        parts.append(country)
    return separator.join(parts)
