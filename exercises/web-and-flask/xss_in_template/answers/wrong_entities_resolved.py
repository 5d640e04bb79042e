from flask import Flask, render_template_string

PAGE = (
    "<h2>{{ author }}</h2><p>"
    "{% for line in lines %}{{ line }}{% if not loop.last %}<br>{% endif %}{% endfor %}"
    "</p>"
)

app = Flask(__name__)


def review_page(author, text):
    """Return a review as a page; line breaks stay."""
    with app.app_context():
        return render_template_string(PAGE, author=author, lines=text.replace('&amp;', '&').split("\n"))
