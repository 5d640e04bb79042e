DOCKERFILE = """
from docker.io/library/python:3.11.9-slim
workdir /app
copy ["requirements.txt", "./"]
run uv pip install --system -r requirements.txt
copy ./ ./
user 1000
expose 8000
healthcheck cmd python -m shop.ask http://localhost:8000/health || exit 1
cmd ["uvicorn", "shop.main:app", "--host=0.0.0.0", "--port=8000"]
"""

DOCKERIGNORE = """
__pycache__
*.env
.git
"""
