"""Who acts, in the audit trail, when a command does: nobody signs in to a command line."""

ACTOR = "kommandolinje"
