"""Training of the attribution model. Needs torch and transformers, which nothing else here does."""
