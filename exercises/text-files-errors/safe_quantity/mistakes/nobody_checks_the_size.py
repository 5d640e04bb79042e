"""Every whole number is good enough for you, also 0 and -2. After it has become a number, look
whether it makes sense as a quantity."""


def safe_quantity(form):
    try:
        return int(form["quantity"])
    except KeyError:
        return 1
    except ValueError:
        return None
