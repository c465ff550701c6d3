"""Tasks: what people do at work, whatever the job is called."""
