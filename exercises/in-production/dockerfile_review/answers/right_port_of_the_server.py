DOCKERFILE = """
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
RUN useradd --create-home shop
USER shop
EXPOSE 8000
HEALTHCHECK CMD curl --fail http://localhost:8000/health || exit 1
CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0"]
"""

DOCKERIGNORE = """
__pycache__
.env
.git
"""
