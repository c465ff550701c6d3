"""The commands of the command line, one file each; loaded only when called."""
