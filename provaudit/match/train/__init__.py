"""How the second reader is trained and exported; needs the extra `train` and is not imported otherwise."""
