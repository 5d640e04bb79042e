"""A body that is no JSON object is refused with other words."""

import sqlite3
from contextlib import closing

from flask import Flask, request


def create_app(path):
    """Return an app that keeps its albums in the database file at path."""
    app = Flask(__name__)

    def run(query, *values):
        """Run a query; return its rows and keep its changes."""
        with closing(sqlite3.connect(path)) as connection, connection:
            return connection.execute(query, values).fetchall()

    run("CREATE TABLE IF NOT EXISTS albums (id INTEGER PRIMARY KEY, title TEXT)")

    @app.post("/albums")
    def add_album():
        body = request.get_json(silent=True)
        if not isinstance(body, dict):
            return {"error": "bad request"}, 400
        title = body.get("title")
        title = title.strip() if isinstance(title, str) else ""
        if not title:
            return {"error": "a title is needed"}, 422
        rows = run("INSERT INTO albums (title) VALUES (?) RETURNING id", title)
        return {"id": rows[0][0], "title": title}, 201

    @app.get("/albums")
    def list_albums():
        rows = run("SELECT id, title FROM albums ORDER BY title")
        return [{"id": number, "title": title} for number, title in rows]

    @app.delete("/albums/<int:number>")
    def delete_album(number):
        if not run("DELETE FROM albums WHERE id = ? RETURNING id", number):
            return {"error": "not found"}, 404
        return "", 204

    return app
