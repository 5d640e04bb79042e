from parse_order_line import parse_order_line


def test_reads_sku_quantity_and_note():
    assert parse_order_line("TEA-01 x 3: please wrap it") == {
        "sku": "TEA-01",
        "quantity": 3,
        "note": "please wrap it",
    }


def test_without_a_note_it_is_empty():
    assert parse_order_line("MUG-02 x 12") == {"sku": "MUG-02", "quantity": 12, "note": ""}


def test_without_a_quantity_it_is_one():
    assert parse_order_line("MUG-02") == {"sku": "MUG-02", "quantity": 1, "note": ""}


def test_a_note_may_follow_the_sku_directly():
    assert parse_order_line("MUG-02: blue") == {"sku": "MUG-02", "quantity": 1, "note": "blue"}


def test_writes_the_sku_in_capitals_but_not_the_note():
    assert parse_order_line("tea-01 x 2: For Mei") == {
        "sku": "TEA-01",
        "quantity": 2,
        "note": "For Mei",
    }


def test_a_note_may_contain_colons():
    assert parse_order_line("TEA-01 x 1: ring: twice")["note"] == "ring: twice"


def test_a_note_may_contain_an_x():
    assert parse_order_line("TEA-01: 2 x 2 in a box") == {
        "sku": "TEA-01",
        "quantity": 1,
        "note": "2 x 2 in a box",
    }


def test_a_sku_may_contain_an_x():
    assert parse_order_line("box-03 x 2") == {"sku": "BOX-03", "quantity": 2, "note": ""}


def test_an_x_in_the_sku_needs_no_quantity():
    assert parse_order_line("box-03") == {"sku": "BOX-03", "quantity": 1, "note": ""}
    assert parse_order_line("box-03: blue") == {"sku": "BOX-03", "quantity": 1, "note": "blue"}


def test_leaves_no_spaces_at_the_ends():
    assert parse_order_line("  tea-01  x  4 :  wrap  \n") == {
        "sku": "TEA-01",
        "quantity": 4,
        "note": "wrap",
    }


def test_the_quantity_is_a_number():
    assert type(parse_order_line("TEA-01 x 3")["quantity"]) is int


def test_the_colon_needs_no_space_after_it():
    assert parse_order_line("TEA-01 x 2:no ribbon") == {
        "sku": "TEA-01",
        "quantity": 2,
        "note": "no ribbon",
    }


def test_an_x_that_begins_a_word_is_part_of_the_sku():
    assert parse_order_line("mug xl") == {"sku": "MUG XL", "quantity": 1, "note": ""}


def test_a_quantity_of_zero_stays_zero():
    assert parse_order_line("TEA-01 x 0")["quantity"] == 0
