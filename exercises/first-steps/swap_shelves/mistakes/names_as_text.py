"""The names stand between quotes in your assignments, so `left` became the text "right" and `right` the text
"left". Without quotes they stand for what lies on the shelves."""


def swap_shelves(left, right):
    left = "right"
    right = "left"

    print("left:", left)
    print("right:", right)
