"""`latest` is another Python next month, and the build that worked today breaks without anybody having changed
anything. Name the version."""

DOCKERFILE = """
FROM python:latest
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
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
