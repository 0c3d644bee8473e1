"""Rules about what was answered: their pages; what is measured, the analysis of the answers tells."""
