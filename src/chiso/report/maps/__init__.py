"""Where places lie: the outlines of provinces, tiles in their stead, and outlines that a user gives."""
