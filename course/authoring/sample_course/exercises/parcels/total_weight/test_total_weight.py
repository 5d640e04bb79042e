from total_weight import total_weight


def test_adds_up_every_parcel():
    assert total_weight([{"weight": 200}, {"weight": 50}]) == 250


def test_no_parcels_weigh_nothing():
    assert total_weight([]) == 0
