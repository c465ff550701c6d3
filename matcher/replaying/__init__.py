"""Lists as they were, made again, and compared with today's: who moved, who came, who went, because of what."""
