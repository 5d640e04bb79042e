"""Every whole number is good enough for you, even 0 and -2. Once you have the number, check whether it makes sense as a
quantity."""


def safe_quantity(form):
    try:
        return int(form["quantity"])
    except KeyError:
        return 1
    except ValueError:
        return None
