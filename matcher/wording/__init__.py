"""Sentences by rules: one table a language, what each reader may be told, and demands, parts and answers in words."""
