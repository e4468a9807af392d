"""What the short forms of official names stand for.

Keys are written without đ, dots, dashes, `&` and blanks; values leave out `và`, which no key of a name keeps.
"""

from __future__ import annotations

from collections.abc import Mapping

# How many tokens a short form may be written in: `VH, TT & DL` is three, `T. T. & T. T.` four.
LONGEST = 5

SHORT: Mapping[str, str] = {
    "bhxh": "bảo hiểm xã hội",
    "bql": "ban quản lý",
    "bqlkcn": "ban quản lý khu công nghiệp",
    "bqlkkt": "ban quản lý khu kinh tế",
    "cntt": "công nghệ thông tin",
    "dttg": "dân tộc tôn giáo",
    "gddt": "giáo dục đào tạo",
    "gtvt": "giao thông vận tải",
    "hcm": "hồ chí minh",
    "hdnd": "hội đồng nhân dân",
    "kcn": "khu công nghiệp",
    "kcnc": "khu công nghệ cao",
    "kcx": "khu chế xuất",
    "khcn": "khoa học công nghệ",
    "khdt": "kế hoạch đầu tư",
    "khxh": "khoa học xã hội",
    "kkt": "khu kinh tế",
    "ldtbxh": "lao động thương binh xã hội",
    "nhnn": "ngân hàng nhà nước",
    "nhnnvn": "ngân hàng nhà nước việt nam",
    "nnmt": "nông nghiệp môi trường",
    "nnptnt": "nông nghiệp phát triển nông thôn",
    "ptnt": "phát triển nông thôn",
    "qhkt": "quy hoạch kiến trúc",
    "tbxh": "thương binh xã hội",
    "tnmt": "tài nguyên môi trường",
    "tp": "thành phố",
    "tphcm": "thành phố hồ chí minh",
    "ttcp": "thanh tra chính phủ",
    "ttdl": "thể thao du lịch",
    "tttt": "thông tin truyền thông",
    "ttxvn": "thông tấn xã việt nam",
    "tw": "trung ương",
    "tx": "thị xã",
    "ubdt": "ủy ban dân tộc",
    "ubnd": "ủy ban nhân dân",
    "vhtt": "văn hóa thể thao",
    "vhttdl": "văn hóa thể thao du lịch",
    "vn": "việt nam",
    "vp": "văn phòng",
    "vpcp": "văn phòng chính phủ",
}

# Too short to be read anywhere else: `Sở TP` is Tư pháp, `TP.` elsewhere a city.
AFTER_BODY: Mapping[str, str] = {
    "ca": "công an",
    "ct": "công thương",
    "dl": "du lịch",
    "ng": "ngoại giao",
    "ngv": "ngoại vụ",
    "nv": "nội vụ",
    "qp": "quốc phòng",
    "tc": "tài chính",
    "tp": "tư pháp",
    "xd": "xây dựng",
    "yt": "y tế",
}
BODIES = frozenset({"bộ", "sở"})

# The first word of a name, cut to a letter with a dot: `H. Sa Thầy`, `UBND Q. 1`.
LEADING: Mapping[str, str] = {
    "h": "huyện",
    "p": "phường",
    "q": "quận",
    "t": "tỉnh",
    "tt": "thị trấn",
    "x": "xã",
}
# The same without a dot, before a number: `Q1`, `P 12`.
NUMBERED: Mapping[str, str] = {"p": "phường", "q": "quận"}

# A closed syllable without a tone, or with the wrong vowel, is no Vietnamese word but a way to write these.
SPELLINGS: Mapping[str, str] = {
    "dak": "đắk",
    "lak": "lắk",
    "lăk": "lắk",
    "đak": "đắk",
    "đăk": "đắk",
}
