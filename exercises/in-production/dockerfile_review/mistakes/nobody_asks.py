"""Nobody notices when the shop hangs: nothing asks `/health`. There is an instruction for that."""

DOCKERFILE = """
FROM python:3.12-slim
WORKDIR /app
COPY requirements.txt .
RUN pip install --no-cache-dir -r requirements.txt
COPY . .
USER nobody
EXPOSE 8000
CMD ["uvicorn", "shop.main:app", "--host", "0.0.0.0", "--port", "8000"]
"""

DOCKERIGNORE = """
__pycache__
.env
.git
"""
