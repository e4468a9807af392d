"""What reading may take: seconds and memory on any machine that runs the tests."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from chiso.tables.reading import read as read_path
from tests.tables.plain import read
from tests.tables.reading.packages import printed, row, table, word

ROWS = 50_000
PDF = """
import resource, sys, time
from pathlib import Path
from chiso.tables.reading import read
begun = time.monotonic()
tables = read(Path(sys.argv[1])).tables
print(len(tables), sum(len(table.rows) for table in tables), time.monotonic() - begun,
      resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


@pytest.mark.shared("seeds")
def test_the_report_of_2016_takes_less_than_a_second(shared: Path) -> None:
    (path,) = shared.glob("004_*.txt")
    begun = time.monotonic()
    assert len(read_path(path).tables) == 26
    assert time.monotonic() - begun < 1


@pytest.mark.slow
def test_a_pdf_of_200_pages_with_100_tables_takes_30_seconds_and_500_megabytes(tmp_path: Path) -> None:
    prose = "Đánh giá mức độ ứng dụng công nghệ thông tin của các cơ quan nhà nước đạt 97,93%. " * 30
    pages = []
    for number in range(1, 101):
        cells = ", ".join(f"[{n}], [Tỉnh Đắk Lắk ổ ẵ {n}], [{n * 7}], [{n * 13}], [0,{999 - n}]" for n in range(1, 31))
        head = "table.header([TT], [Đơn vị], [Mức 3], [Mức 4], [Chỉ số])"
        pages.append(f"{prose}\n#pagebreak()\nBảng {number}. Chỉ số\n#table(columns: 5, {head}, {cells})\n")
    path = tmp_path / "lon.pdf"
    path.write_bytes(printed("#pagebreak()\n".join(pages)))
    ran = subprocess.run([sys.executable, "-c", PDF, str(path)], check=True, capture_output=True, text=True)
    tables, rows, seconds, megabytes = ran.stdout.split()
    assert (tables, rows) == ("100", "3000")
    assert float(seconds) <= 30
    assert int(megabytes) <= 500


@pytest.mark.slow
@pytest.mark.parametrize("form", ["pipes", "tabs", "one cell a line", "csv", "html", "docx"])
def test_a_table_of_50000_rows_is_read_in_seconds(form: str) -> None:
    head, rows = ("STT", "Đơn vị", "Hồ sơ"), [(str(n), f"Xã số {n}", str(n % 97)) for n in range(1, ROWS + 1)]
    lines = [head, *rows]
    made = {
        "pipes": lambda: "".join(" | ".join(line) + " |\n" for line in lines).encode(),
        "tabs": lambda: "".join("\t".join(line) + "\n" for line in lines).encode(),
        "one cell a line": lambda: "".join("\n".join(line) + "\n" for line in lines).encode(),
        "csv": lambda: "".join(";".join(line) + "\n" for line in lines).encode(),
        "html": lambda: ("<table>" + "".join("<tr><td>" + "<td>".join(line) for line in lines) + "</table>").encode(),
        "docx": lambda: word(table(*(row(*line) for line in lines))),
    }[form]()
    begun = time.monotonic()
    document = read(made)
    assert [len(found.rows) for found in document.tables] == [ROWS]
    assert document.tables[0].columns == head
    assert time.monotonic() - begun < 60
