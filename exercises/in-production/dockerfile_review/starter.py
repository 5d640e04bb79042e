DOCKERFILE = """
FROM python:latest
ENV SHOP_SECRET_KEY=tulip-lantern-7-harbour-quay-north-9
COPY . /app
WORKDIR /app
RUN pip install -r requirements.txt
EXPOSE 8000
CMD uvicorn shop.main:app --reload --host 127.0.0.1 --port 8000
"""

DOCKERIGNORE = """
__pycache__
"""
