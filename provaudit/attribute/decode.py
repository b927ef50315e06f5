from typing import Final
TAGS: Final = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
DISTANCES: Final = 33
