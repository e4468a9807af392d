"""What verifiers do with answers, and units with what verifiers ask."""
