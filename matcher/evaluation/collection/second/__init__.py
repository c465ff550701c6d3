"""A second judge's grades of a part of the collection, to tell how far judges agree."""
