from label import label


def test_names_the_city():
    assert label("Bergen") == "to Bergen"


def test_names_another_city():
    assert label("Oslo") == "to Oslo"
