"""Research teams: who invents with whom, followed over time, described, and checked against what came later."""
