"""What is told of the papers around a cycle in the tests, and what such a paper says."""

import pytest

from chiso.engine.errors import InputError
from chiso.report.document import Table
from chiso.report.form_check import check
from chiso.report.official.fonts import font
from chiso.report.official.form import Block, Official, Signatures
from chiso.report.official.meta import Meta, read
from chiso.report.official.pdf import pdf
from chiso.report.official.word import word

META = read(
    """
superior: Ủy ban nhân dân tỉnh Mẫu
issuer: Sở Khoa học và Công nghệ
number: 45
symbol: SKHCN-CĐS
place: Mẫu
date: 2026-11-02
to: ["Các sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường, đặc khu"]
grounds: [Căn cứ Luật Giao dịch điện tử ngày 22 tháng 6 năm 2023]
recipients: [Như trên, "Lưu: VT, CĐS"]
signer: {authority: [{form: KT, of: Giám đốc}], post: Phó Giám đốc, name: Trần Thị Thử}
period: {from: 2026-01-01, to: 2026-12-31}
deadline: 2027-01-15
channel: hệ thống đánh giá của tỉnh
contact: ông Nguyễn Văn Mẫu, Phòng Chuyển đổi số
phases:
  - {what: Ban hành kế hoạch, to: 2026-11-30, who: Sở Khoa học và Công nghệ}
  - {what: Cung cấp số liệu, from: 2026-12-01, to: 2027-01-15, who: Các đơn vị}
  - {what: Công bố kết quả, from: 2027-03}
tasks: [{who: Sở Khoa học và Công nghệ, what: [Chủ trì triển khai Kế hoạch]}, {who: Các đơn vị}]
opened: 2027-02-20 08:30
closed: 2027-02-20 11:00
venue: Phòng họp số 1
parties:
  - of: Đoàn kiểm tra số 2
    people:
      - {name: Lê Văn An, post: Trưởng đoàn, role: chair}
      - {name: Phạm Thị Bình, role: secretary}
      - {name: Vũ Cường, absent: đi công tác}
  - {of: Đơn vị, people: [{name: Đỗ Minh, post: Phó Giám đốc}]}
agenda: [Nghe báo cáo kết quả, Biểu quyết]
votes: [{on: Kết quả xếp loại, agree: 7, disagree: 1, other: 1}, {on: Điểm thưởng, agree: 0}]
attached: [Dự thảo Quyết định, Biên bản họp Hội đồng]
passages:
  purposes: [Đánh giá đúng mức độ ứng dụng.]
  requirements: ["Khách quan, đúng thời hạn."]
  difficulties: [Một số máy tính đã cũ.]
  proposals: [Đề nghị bố trí kinh phí.]
  opinions: ["Ông Lê Văn An: thống nhất."]
  conclusions: [Thống nhất số liệu đã kiểm tra.]
  course: [Các đơn vị đã cung cấp số liệu; Tổ thẩm định đã kiểm tra.]
""".encode()
)


def told(**more: object) -> Meta:
    """META with other values."""
    return META.model_copy(update=more)


def said(document: Official) -> list[str]:
    """The texts and titles, with the rows of tables as text."""
    found = []
    for block in document.blocks():
        found.append(_text(block))
        if isinstance(block, Table):
            found += ["|".join(cell.text for cell in row) for row in block.rows]
    return found


def _text(block: Block) -> str:
    if isinstance(block, Signatures):
        return block.text
    return block.title if hasattr(block, "title") else block.text


def keeps_the_form(document: Official) -> None:
    """Fails where the DOCX or the PDF departs from the decree."""
    assert check(word(document)) == ()
    try:
        font()
    except InputError as error:
        pytest.skip(str(error))
    assert check(pdf(document)) == ()
