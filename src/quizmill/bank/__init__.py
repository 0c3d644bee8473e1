"""What is known: sources and their facts, the nine kinds of question, and how both are read from YAML."""
