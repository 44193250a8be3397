"""The pages of the correspondence desk: incoming and outgoing letters."""
