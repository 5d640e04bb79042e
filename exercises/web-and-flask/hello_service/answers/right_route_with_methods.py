from flask import Flask, Response, json, request

GREETINGS = {"en": "Hello", "pt": "Olá", "de": "Hallo"}

app = Flask(__name__)


@app.route("/", methods=["GET"])
def index():
    """Say that the service is there."""
    return Response("Harbour is open")


@app.route("/hello/<path:name>")
def greet(name):
    """Greet a person in the language of the query parameter `lang`."""
    wanted = request.values.get("lang")
    language = wanted if wanted in GREETINGS else "en"
    text = json.dumps({"greeting": "{}, {}".format(GREETINGS[language], name)})
    return Response(text, mimetype="application/json")
