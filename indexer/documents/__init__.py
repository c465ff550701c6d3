"""What a record becomes so that it can be found: documents of named fields, without what is personal."""
