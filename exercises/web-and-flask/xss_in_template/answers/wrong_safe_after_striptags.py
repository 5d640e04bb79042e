from flask import Flask, render_template_string
from markupsafe import Markup

app = Flask(__name__)


def review_page(author, text):
    lines = Markup(text).striptags().replace("\n", "<br>")
    with app.app_context():
        return render_template_string(
            "<h2>{{ author }}</h2><p>{{ lines|safe }}</p>", author=author, lines=lines
        )
