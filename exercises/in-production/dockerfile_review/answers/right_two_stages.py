DOCKERFILE = """
# the libraries, built apart
FROM python:3.13 AS build
WORKDIR /wheels
COPY requirements.txt .
RUN pip wheel -r requirements.txt

FROM python:3.13-slim
RUN useradd --create-home shop
WORKDIR /app
COPY --from=build /wheels /wheels
COPY requirements.txt .
RUN python -m pip install --no-index \\
    --find-links /wheels -r requirements.txt
COPY --chown=shop . .
USER shop:shop
EXPOSE 8000/tcp
HEALTHCHECK --interval=10s CMD curl --fail http://localhost:8000/health
ENTRYPOINT ["gunicorn", "shop.main:app", "--bind=0.0.0.0:8000"]
"""

DOCKERIGNORE = """
**/__pycache__
.git/
.env*
"""
