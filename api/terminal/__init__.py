"""What commands share: settings, files, tables, progress, who acts, and how errors are told."""
