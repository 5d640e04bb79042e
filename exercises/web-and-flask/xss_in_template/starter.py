from flask import Flask, render_template_string

PAGE = "<h2>{{ author|safe }}</h2><p>{{ text|safe }}</p>"

app = Flask(__name__)


def review_page(author, text):
    """Return a review as a page; line breaks stay."""
    with app.app_context():
        html = text.replace("\n", "<br>")
        return render_template_string(PAGE, author=author, text=html)
