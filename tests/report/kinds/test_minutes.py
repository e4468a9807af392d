"""The minutes of the council."""

from chiso.language import use
from chiso.report.kinds.minutes import minutes
from chiso.report.kinds.source import Source
from chiso.report.official.form import Official
from chiso.report.official.meta import Meta
from tests.report.kinds.around import META, keeps_the_form, said, told
from tests.report.making import shipped

EVERY = [
    "Thời gian bắt đầu: 08 giờ 30 phút, ngày 20 tháng 02 năm 2027.",
    "Địa điểm: Phòng họp số 1.",
    "I. THÀNH PHẦN THAM DỰ",
    "Có mặt: 3/4 thành viên.",
    "- Chủ trì: Lê Văn An, Trưởng đoàn.",
    "- Thư ký: Phạm Thị Bình.",
    "- Thành viên: Đỗ Minh, Phó Giám đốc.",
    "- Vắng mặt: Vũ Cường (đi công tác).",
    "II. NỘI DUNG CUỘC HỌP",
    "- Nghe báo cáo kết quả.",
    "- Biểu quyết.",
    "III. KẾT QUẢ TRÌNH HỘI ĐỒNG",
    "- Sở, ban, ngành cấp tỉnh: 14 đơn vị, tất cả đều có kết quả. Cao điểm nhất: Sở Khoa học và Công "
    "nghệ tỉnh Mẫu (948,96 điểm); thấp điểm nhất: Sở Dân tộc và Tôn giáo tỉnh Mẫu (499,94 điểm). Xếp "
    "loại: Xuất sắc 2 đơn vị (14,29%); Tốt 6 đơn vị (42,86%); Khá 3 đơn vị (21,43%); Trung bình 2 "
    "đơn vị (14,29%); Yếu 1 đơn vị (7,14%).",
    "- Xã, phường, đặc khu: 29 đơn vị, trong đó 28 đơn vị có kết quả. Cao điểm nhất: Phường Mẫu Nhất "
    "(951,96 điểm); thấp điểm nhất: Xã Mẫu Dậu (313,16 điểm). Xếp loại: Xuất sắc 7 đơn vị (25,00%); "
    "Tốt 11 đơn vị (39,29%); Khá 3 đơn vị (10,71%); Trung bình 4 đơn vị (14,29%); Yếu 3 đơn vị "
    "(10,71%).",
    "- Giải thưởng, sáng kiến cấp quốc gia (điểm cộng): 2 đơn vị, mỗi đơn vị 15,00 điểm.",
    "- Sáng kiến, mô hình được tỉnh công nhận (không tính cùng mục 8.1) (điểm cộng): 3 đơn vị, từ 5,00 đến 10,00 điểm.",
    "- Vượt chỉ tiêu hồ sơ trực tuyến được giao (điểm cộng): 28 đơn vị, từ 0,02 đến 3,13 điểm.",
    "- Không báo cáo hoặc che giấu sự cố an toàn thông tin nghiêm trọng (điểm trừ): 1 đơn vị, mỗi đơn vị 20,00 điểm.",
    "- Nộp báo cáo tự đánh giá chậm (điểm trừ): 3 đơn vị, từ 2,00 đến 10,00 điểm.",
    "- Số liệu báo cáo không đúng thực tế (điểm trừ): 3 đơn vị, từ 6,00 đến 15,00 điểm.",
    "Không có điểm cộng, điểm trừ do Hội đồng quyết định.",
    "IV. Ý KIẾN THẢO LUẬN",
    "Ông Lê Văn An: thống nhất.",
    "V. BIỂU QUYẾT",
    "- Kết quả xếp loại: 7/9 phiếu tán thành (77,78%), 1 phiếu không tán thành, 1 phiếu khác.",
    "- Điểm thưởng: không có phiếu biểu quyết.",
    "VI. KẾT LUẬN",
    "Thống nhất số liệu đã kiểm tra.",
    "Cuộc họp kết thúc vào 11 giờ 00 phút, ngày 20 tháng 02 năm 2027; biên bản đã được đọc cho Hội "
    "đồng nghe và thống nhất thông qua./.",
]


def made(id: str, meta: Meta = META) -> Official:
    with use("vi"):
        return minutes(Source(*shipped(id), meta))


def test_every_sentence() -> None:
    found = made("mau-tinh")
    assert (found.frame.kind, found.blanks) == ("BIÊN BẢN", ())
    assert said(found) == EVERY


def test_what_the_council_grants_is_listed() -> None:
    found = made("kon-tum-2017")
    (table,) = found.tables()
    assert table.title == "Bảng 1. Điểm cộng, điểm trừ trình Hội đồng"
    assert ["|".join(cell.text for cell in row) for row in table.rows][:2] == [
        "1|Sở Tài nguyên và Môi trường|Điểm cộng/trừ|−10,00|",
        "2|Sở Giao thông, Vận tải|Điểm cộng/trừ|10,00|",
    ]
    assert len(table.rows) == 28
    keeps_the_form(found)


def test_the_secretary_and_the_chair_sign() -> None:
    sides = made("mau-tinh").frame.sides
    assert [(side.title, side.name) for side in sides] == [("THƯ KÝ", "Phạm Thị Bình"), ("CHỦ TỌA", "Lê Văn An")]


def test_what_is_not_told_is_named() -> None:
    found = made("mau-tinh", Meta(issuer="Hội đồng"))
    assert found.blanks == (
        "number",
        "symbol",
        "opened",
        "closed",
        "venue",
        "parties",
        "agenda",
        "votes",
        "passages.opinions",
        "passages.conclusions",
        "recipients",
    )
    keeps_the_form(made("mau-tinh", told(parties=(), opened=None, agenda=(), votes=(), passages={})))
