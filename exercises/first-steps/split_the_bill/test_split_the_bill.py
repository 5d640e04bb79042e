from split_the_bill import split_the_bill


def test_one_cent_is_left_over():
    assert split_the_bill(1000, 3) == (333, 1)


def test_together_they_never_pay_too_much():
    assert split_the_bill(1100, 3) == (366, 2)
    assert split_the_bill(1009, 10) == (100, 9)


def test_a_bill_that_can_be_shared_leaves_nothing():
    assert split_the_bill(1200, 4) == (300, 0)


def test_one_person_pays_everything():
    assert split_the_bill(500, 1) == (500, 0)


def test_fewer_cents_than_people():
    assert split_the_bill(3, 5) == (0, 3)


def test_both_are_whole_numbers():
    assert str(split_the_bill(1300, 4)) == "(325, 0)"
