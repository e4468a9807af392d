"""What is said of results (`document`, `results`, `wording`), apart from how it looks (`html`, `xlsx`, `charts`)."""
