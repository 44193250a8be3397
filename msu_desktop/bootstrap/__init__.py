"""The only package that knows everything: it gathers the desks and wires them to store and window."""
