"""Paper on paper: worksheets and their answer keys as PDF."""
