def test_x(stores):
    for s in stores:
        print(s.version(), s.read("audit/count_nodes").to_pylist(), s.read("audit/count_edges").to_pylist())
