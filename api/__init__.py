"""Every way in: command line, HTTP and pages; settings and wiring; no business rule."""
