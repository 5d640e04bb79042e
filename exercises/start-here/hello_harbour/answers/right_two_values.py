def hello():
    print("Hello,", "Harbour!")
