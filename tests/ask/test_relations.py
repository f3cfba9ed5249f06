"""The relations that questions name: acts, recipients, signers, reports, groups, years of money."""

import pytest

from qpgraph.ask.engine import Ask

HP, BN, CT, DN = "Hải Phòng", "Bắc Ninh", "Cần Thơ", "Đồng Nai"
KHCN = "Sở Khoa học và Công nghệ"
BKHCN = "Bộ Khoa học và Công nghệ"

EXACT = [
    ("hai phong can cu nghi quyet nao cua bo chinh tri ve phat trien kinh te tu nhan", "id", {"68-NQ/TW"}),
    ("Which circular governs how the money is managed and spent in Can Tho?", "id", {"35/2021/TT-BTC"}),
    ("Quyết định 1295 được ban hành theo tờ trình số mấy của Sở KH&CN?", "id", {"16/TTr-SoKHCN"}),
    ("Văn bản nào là căn cú chung của cả bốn địa phương?", "id", {"1322/QĐ-TTg"}),
    (
        "Luật Chất lượng sản phẩm, hàng hóa năm 2007 đã được sửa đổi bằng luật nào?",
        "id",
        {"Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa"},
    ),
    (
        "Nghị quyết 43/2022/NQ-HĐND là của hội đồng nhân dân tỉnh nào?",
        "issuer",
        {"Hội đồng nhân dân tỉnh Bắc Giang"},
    ),
    ("Bắc Ninh sửa Nghị quyết 43/2022/NQ-HĐND vào năm nào?", "start", {"2025"}),
    ("What office does the signer of Hai Phong's plan hold?", "signer_role", {"Chủ tịch"}),
    ("Is Bac Ninh's plan sent to the Cooperative Alliance?", "answer", {"yes"}),
    ("Kế hoạch của Bắc Ninh có được ký ngày 28/8/2025 không?", "answer", {"yes"}),
    ("Có đúng là kế hoạch của Bắc Ninh ký năm 2026?", "answer", {"no"}),
    ("Xã ở Bắc Ninh nộp báo cáo về đâu?", "to", {KHCN}),
    ("Ở Cần Thơ ai tổng hợp báo cáo gửi UBND thành phố và Bộ KH&CN?", "who", {KHCN}),
    ("when is the half-year report under decision 1295 due", "deadline", {"--06-30"}),
    ("Does Can Tho set a deadline for its reports?", "answer", {"no"}),
    ("Liệt kê các nhiệm vụ thuộc nhóm 3.2 của Hải Phòng.", "ref", {"3.2.1", "3.2.2", "3.2.3"}),
    ("Năm 2030 Bắc Ninh có bố trí tiền học tập kinh nghiệm không?", "answer", {"no"}),
    ("Năm 2027 Bắc Ninh có bố trí tiền học tập kinh nghiệm không?", "answer", {"yes"}),
    ("Which plans come without any TFP target?", "province", {CT}),
    ("Những nơi nào không đặt chỉ tiêu về câu lạc bộ cải tiến năng suất?", "province", {CT}),
    ("Trình tự hỗ trợ doanh nghiệp ở Cần Thơ gồm mấy bước?", "count", {"7"}),
    ("Các nhiệm vụ nhóm 5 của Bắc Ninh là gì?", "ref", {"5.1", "5.2", "5.3"}),
    ("Kế hoạch nào ký ngày 14/01/2026?", "province", {CT}),
    ("Which plan was signed on 18 December 2025?", "province", {HP}),
    ("Which plans do not name their signer?", "province", {BN, HP}),
    ("Kế hoạch nào không có số?", "province", {DN}),
    ("Does the Hai Phong plan go to the Cooperative Alliance?", "answer", {"yes"}),
    ("Ở Cần Thơ hồ sơ đăng ký được xét vào quý mấy?", "when", {"Quý II"}),
    ("Tỉnh nào không có quy trình hỗ trợ?", "province", {BN, DN, HP}),
    ("Which act from 2018 does Hai Phong cite?", "id", {"996/QĐ-TTg"}),
    ("When was the Law on Standards and Technical Regulations amended?", "date", {"2025-06-14"}),
    ("ISO 7101 là tiêu chuẩn gì?", "name", {"ISO 7101"}),
    ("Hai Phong's plan cites Resolution 68-NQ/TW, right?", "answer", {"yes"}),
    ("Khoản 1.250 triệu đồng trong dự toán của Bắc Ninh chi cho việc gì?", "ref", {"III.2"}),
    ("Những bước nào của trình tự hỗ trợ doanh nghiệp ở Cần Thơ làm trong quý II?", "step", {"b", "c"}),
    ("Which steps are taken in the first quarter in Can Tho?", "step", {"a"}),
    ("What is the last step in Can Tho?", "step", {"g"}),
    ("Doanh nghiệp đang nhận vốn khác cho cùng nội dung thì Cần Thơ có hỗ trợ không?", "answer", {"no"}),
    ("Which decision on traceability is among the legal bases of Hai Phong?", "id", {"100/QĐ-TTg"}),
    ("nhung dia phuong nao lay quyet dinh 1703 lam cancu", "province", {DN, HP}),
    ("Which provinces do not give any date for reporting?", "province", {CT, HP}),
    ("Kế hoạch Cần Thơ do ai ký, ngày nào?", "date", {"2026-01-14"}),
    ("STC Bắc Ninh phối hợp với Sở KHCN làm gì?", "ref", {"V.5.a"}),
]


@pytest.mark.parametrize(("question", "column", "values"), EXACT)
def test_relations_are_found(ask: Ask, question: str, column: str, values: set[str]) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    assert {row.get(column) for row in answer.rows} == values


def test_whom_a_plan_is_sent_to(ask: Ask) -> None:
    answer = ask.ask("Kế hoạch của Cần Thơ được gửi đến những nơi nào?")
    found = {row["recipient"] for row in answer.rows}
    assert {BKHCN, "UBND cấp xã", "Các sở, ban, ngành"} <= found
    assert len(found) == 10


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch 2026-2030 của Đồng Nai được ký vào ngày nào?",
        "Nghị quyết 20/2021/NQ-HĐND ban hành ngày mấy tháng mấy?",
        "Which decree does Can Tho's plan stand on?",
        "Who signed Decision 1322/QD-TTg?",
        "Bước h của quy trình Cần Thơ là gì?",
        "Nghị quyết 57 được Bắc Ninh viện dẫn ở đâu?",
        "Name the five firms that Hai Phong will use as models.",
        "Khoản 1.300 triệu đồng trong dự toán của Bắc Ninh chi cho việc gì?",
        "Tỉnh nào hỗ trợ doanh nghiệp vay vốn?",
        "Which law does Bac Ninh amend?",
        "Kế hoạch nào dài nhất?",
        "Quyết định 1295 và kế hoạch 2026 của Đồng Nai khác nhau thế nào?",
        "Kế hoạch Cần Thơ thay thế kế hoạch nào trước đó?",
        "Ngân sách 50 tỷ của Bắc Ninh chia cho những khoản nào?",
        "Which consultant trains the experts in Hai Phong?",
        "How much does Can Tho pay each enterprise?",
        "Does the plan punish firms that fail to comply?",
        "Thông tư nào của Bộ Y tế là căn cứ của Cần Thơ?",
    ],
)
def test_what_a_relation_lacks_is_refused(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered, answer.answer


@pytest.mark.parametrize(
    ("question", "column", "values"),
    [
        ("Có tỉnh nào không căn cứ Quyết định 36 không?", "province", {CT}),
        ("Cả bốn tỉnh đều căn cứ Quyết định 36 phải không?", "answer", {"no"}),
        ("Are all four plans based on Decision 1322?", "answer", {"yes"}),
        ("Which ministries issued the circulars that Can Tho cites?", "issuer", {BKHCN, "Bộ Tài chính"}),
        ("Kế hoạch Đồng Nai 2026-2030 căn cứ vào đâu?", "province", {DN}),
        ("Kế hoạch nào do Chủ tịch ký?", "province", {HP}),
        ("Kế hoạch nào do Phó Chủ tịch ký thay?", "province", {BN, DN}),
        ("Does Can Tho send its plan to the Fatherland Front?", "answer", {"yes"}),
        ("Which Politburo resolution on science and technology does Hai Phong follow?", "id", {"57-NQ/TW"}),
        ("Khi nào Cần Thơ duyệt danh sách doanh nghiệp?", "when", {"Quý II-III"}),
        ("Does Hai Phong describe a support procedure?", "answer", {"no"}),
        ("Tỉnh nào nhắc đến Halal mà không nhắc đến SA8000?", "province", {CT, DN}),
        ("Có nhiệm vụ nào ở Hải Phòng về AI không?", "answer", {"yes"}),
        ("Cần Thơ quản lý tiền theo văn bản nào?", "id", {"35/2021/TT-BTC"}),
    ],
)
def test_ways_of_asking(ask: Ask, question: str, column: str, values: set[str]) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    assert {row.get(column) for row in answer.rows} == values
