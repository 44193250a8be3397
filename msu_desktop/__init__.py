"""MSU Desktop: the registers, papers and terms of a village municipal office, offline."""
