from markupsafe import Markup, escape


def review_page(author, text):
    lines = Markup("<br>").join(text.split("\n"))
    return str(Markup("<h2>{}</h2><p>{}</p>").format(author, lines))
