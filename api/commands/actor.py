"""The actor in the audit trail when a command acts: nobody signs in to a command line."""

ACTOR = "kommandolinje"
