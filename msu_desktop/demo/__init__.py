"""An example office: real acts of an invented clerk over some years, the same for the same seed."""
