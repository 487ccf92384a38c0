"""Which names are one organisation: compared, weighed, merged with a reason, and undone where a person says so."""
