"""What answers say of the questions as a page to read through, each question beside how it did."""
