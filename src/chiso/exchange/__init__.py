"""Tables and forms to answers: CSV, XLSX, JSON, published folders and the frameworks and facts that ship."""
