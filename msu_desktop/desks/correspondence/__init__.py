"""Registers of incoming and outgoing letters."""
