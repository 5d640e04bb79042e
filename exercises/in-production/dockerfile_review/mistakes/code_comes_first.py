"""Each change in the code installs all libraries again: the code is copied above `pip install`. Copy what that line needs, and
the rest below it."""

DOCKERFILE = """
FROM python:3.12-slim
WORKDIR /app
COPY . .
RUN pip install --no-cache-dir -r requirements.txt
USER nobody
EXPOSE 8000
HEALTHCHECK CMD ["python", "-m", "shop.ask", "http://127.0.0.1:8000/health"]
CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0", "--port", "8000"]
"""

DOCKERIGNORE = """
__pycache__
.env
.git
"""
