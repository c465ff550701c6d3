"""How texts are held and compared: the rarity of terms, vectors as whole steps."""
