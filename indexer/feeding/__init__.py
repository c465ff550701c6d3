"""From the record into the engines: a new generation is filled, the one in use follows the queue."""
