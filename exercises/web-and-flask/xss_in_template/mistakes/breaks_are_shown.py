"""The page is safe, and customers now read `<br>` in their reviews. Your own tag goes through the same escaping
as their text. Keep the two apart."""

from flask import Flask, render_template_string

PAGE = (
    "<h2>{{ author }}</h2><p>"
    "{{ text }}"
    "</p>"
)

app = Flask(__name__)


def review_page(author, text):
    """Return a review as a page; line breaks stay."""
    with app.app_context():
        return render_template_string(PAGE, author=author, text=text.replace("\n", "<br>"))
