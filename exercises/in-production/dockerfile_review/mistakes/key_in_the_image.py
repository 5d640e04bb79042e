"""The key is still in the image: everybody who downloads it can read it. It is given when the container starts."""

DOCKERFILE = """
FROM python:3.12-slim
ENV SHOP_SECRET_KEY=tulip-lantern-7
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
