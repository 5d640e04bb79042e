def format_address(name, street, city, **options):
    separator = options.get("separator", "\n")
    address = f"{name}{separator}{street}{separator}{city}"
    if options.get("company"):
        address = f"{options['company']}{separator}{address}"
    if options.get("country", "Portugal") != "Portugal":
        address = f"{address}{separator}{options['country']}"
    return address
