"""An audit for people: lines for a terminal, a page, a workbook."""
