"""How the routing's tables are learnt (the tool is tests/quality/fit_routing.py); the product only reads them."""
