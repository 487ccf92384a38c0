"""What the schema generates: one module an artefact, each a pure function of the declared kinds."""
