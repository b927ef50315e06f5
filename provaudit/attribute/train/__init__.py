"""The training of the tagger; it needs the extra `train`."""
