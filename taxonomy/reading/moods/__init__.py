"""How a text means what it names: demanded, wished for, waived, excluded, or only told."""
