"""You take one dangerous tag out of the text. There are dozens of others, and half of them can run a program.
Do not search for bad tags: escape everything."""

from flask import Flask, render_template_string

PAGE = (
    "<h2>{{ author }}</h2><p>"
    "{{ text|safe }}"
    "</p>"
)

app = Flask(__name__)


def review_page(author, text):
    """Return a review as a page; line breaks stay."""
    with app.app_context():
        text = text.replace("<script>", "").replace("</script>", "")
        return render_template_string(PAGE, author=author, text=text.replace("\n", "<br>"))
