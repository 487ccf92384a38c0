"""How good a patent is: indicators of the record, weighed by a tree with scenarios."""
