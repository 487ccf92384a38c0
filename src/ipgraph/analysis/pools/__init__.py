"""Patent pools: what is in them, and who should be."""
