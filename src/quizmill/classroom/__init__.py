"""What a teacher keeps of a class: who is in it, what they answered on paper, and what that comes to."""
