from ticket_price import ticket_price


def test_small_children_pay_nothing():
    assert ticket_price(0, False) == 0
    assert ticket_price(5, False) == 0


def test_at_six_it_is_no_longer_free():
    assert ticket_price(6, False) == 500


def test_seventeen_pays_500():
    assert ticket_price(17, False) == 500
    assert ticket_price(12, False) == 500


def test_eighteen_pays_the_full_price():
    assert ticket_price(18, False) == 1100


def test_students_pay_700():
    assert ticket_price(18, True) == 700
    assert ticket_price(30, True) == 700


def test_forty_and_sixty_pay_the_full_price():
    assert ticket_price(40, False) == 1100
    assert ticket_price(60, False) == 1100


def test_sixty_four_pays_the_full_price():
    assert ticket_price(64, False) == 1100


def test_sixty_five_pays_700():
    assert ticket_price(65, False) == 700


def test_ninety_pays_700_too():
    assert ticket_price(90, False) == 700


def test_an_old_student_pays_700():
    assert ticket_price(70, True) == 700


def test_a_young_student_pays_the_lower_price():
    assert ticket_price(17, True) == 500
    assert ticket_price(5, True) == 0
