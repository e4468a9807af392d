"""Between the tables of the application and the engine."""
