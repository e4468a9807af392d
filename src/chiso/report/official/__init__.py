"""Official documents in the form of Nghị định 30/2020/NĐ-CP, Phụ lục I: what they say, and how PDF and DOCX show it."""
