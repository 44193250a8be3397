"""The papers of the correspondence desk: the registration journals, forms F01 and F02."""
