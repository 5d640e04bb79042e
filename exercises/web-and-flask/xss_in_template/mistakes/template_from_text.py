"""You put the customer's text into the template itself, so Jinja obeys it: `{{ 7 * 7 }}` becomes 49, and worse is
possible. The template is yours alone; pass what customers wrote as values."""

from flask import Flask, render_template_string
from markupsafe import escape

app = Flask(__name__)


def review_page(author, text):
    lines = "<br>".join(str(escape(line)) for line in text.split("\n"))
    with app.app_context():
        return render_template_string(f"<h2>{escape(author)}</h2><p>{lines}</p>")
