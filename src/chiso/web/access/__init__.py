"""The gates: what somebody asks for, if they may see it; else a refusal."""
