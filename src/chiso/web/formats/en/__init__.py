"""The ways of English as it is read in Việt Nam: days before months."""
