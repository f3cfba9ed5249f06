"""Questions on legal acts and on the documents themselves: which, of when, by whom, carrying out what."""

import pytest

from qpgraph.ask.engine import Ask

HP, BN, CT, DN = "Hải Phòng", "Bắc Ninh", "Cần Thơ", "Đồng Nai"
STANDARDS = "Luật sửa đổi, bổ sung một số điều của Luật Tiêu chuẩn và quy chuẩn kỹ thuật"
QUALITY = "Luật sửa đổi, bổ sung một số điều của Luật Chất lượng sản phẩm, hàng hóa"

BUDGET = "Luật Ngân sách nhà nước"

EXACT = [
    # Which act another one carries out.
    ("Decision 1703 puts which directive into practice?", "id", {"38-CT/TW"}),
    ("Kế hoạch 433-KH/TU cụ thể hóa nghị quyết nào?", "id", {"57-NQ/TW"}),
    ("Văn bản nào của Ban Thường vụ Thành ủy Hải Phòng triển khai Chỉ thị 38?", "id", {"03-KH/TU"}),
    # By what it is about, in other words.
    ("Chi tiêu cho kế hoạch Cần Thơ phải theo thông tư nào của Bộ Tài chính?", "id", {"35/2021/TT-BTC"}),
    ("Which Politburo resolution on private business does Hai Phong's plan rely on?", "id", {"68-NQ/TW"}),
    ("Bộ KH&CN gửi công văn nào để Cần Thơ sơ kết chương trình?", "id", {"3746/BKHCN-TĐC"}),
    ("When was the master plan on productivity approved?", "date", {"2021-01-11"}),
    # What is to be replaced or amended.
    ("Khi Đồng Nai có nghị quyết mới thì nghị quyết cũ nào hết vai trò?", "id", {"20/2021/NQ-HĐND"}),
    ("Bắc Ninh sắp chỉnh lại nghị quyết nào của Bắc Giang trước đây?", "id", {"43/2022/NQ-HĐND"}),
    # By type, year, rank.
    ("On what day did the ministry send out letter 3746?", "date", {"2025-08-08"}),
    ("Which documents issued between 2018 and 2019 does Hai Phong cite?", "id", {"996/QĐ-TTg", "100/QĐ-TTg"}),
    ("Căn cứ của Hải Phòng có những luật nào ban hành sau năm 2020?", "id", {STANDARDS, QUALITY}),
    ("Which amending laws does Hai Phong cite?", "id", {STANDARDS, QUALITY}),
    ("Which law amends the Law on Standards?", "id", {STANDARDS}),
    ("Đồng Nai căn cứ những văn bản nào của Đảng?", "id", {"38-CT/TW", "57-NQ/TW", "407-KH/TU", "433-KH/TU"}),
    ("Kế hoạch nào của Tỉnh ủy Đồng Nai ban hành ngày 28/02/2025?", "id", {"433-KH/TU"}),
    ("Which province relies on the ministry letter about the midway review?", "province", {CT}),
    ("What is the oldest law among Hai Phong's legal bases?", "date", {"2006-06-29"}),
    # Shared, alone, without.
    ("What single legal document do all four provinces cite?", "id", {"1322/QĐ-TTg"}),
    ("Quyết định nào của Thủ tướng là căn cứ chung của cả bốn tỉnh?", "id", {"1322/QĐ-TTg"}),
    ("Only one of the provinces cites Decision 100. Which?", "province", {HP}),
    ("Which document among the five does not rest on Decision 1322?", "number", {"1295/QĐ-UBND"}),
    ("Nghị quyết nào của Bộ Chính trị vừa được Hải Phòng vừa được Đồng Nai dẫn?", "id", {"57-NQ/TW"}),
    ("Hai kế hoạch của Đồng Nai có chung căn cứ nào?", "id", {"Luật Ngân sách nhà nước"}),
    ("Which plans mention the State Budget Law?", "province", {DN}),
    ("What is the number of the Party plan that Hai Phong relies on for directive 38?", "id", {"03-KH/TU"}),
    # Facts of an act, two at once.
    ("Was it the Politburo that issued Directive 38, or the Secretariat?", "issuer", {"Ban Bí thư"}),
    ("Resolution 43/2022 - which council passed it?", "issuer", {"Hội đồng nhân dân tỉnh Bắc Giang"}),
    ("57-NQ/TW was issued by whom and when?", "date", {"2024-12-22"}),
    ("Tên đầy đủ của Decision 100?", "id", {"100/QĐ-TTg"}),
    ("Bộ Tài chính ký Thông tư 35 ngày nào?", "date", {"2021-05-19"}),
    ("Name the provinces whose plans rest on Decision 36", "province", {BN, HP, DN}),
    ("Decision 1703 carries out which directive?", "id", {"38-CT/TW"}),
    ("Which party document of Dong Nai implements Directive 38?", "id", {"407-KH/TU"}),
    ("luật nào năm 2006", "date", {"2006-06-29"}),
    ("number 49", "province", {BN}),
    ("1703 là loại văn bản gì?", "type", {"Quyết định"}),
    ("What period does the 1295 decision cover?", "end", {"2030"}),
    # What one cites and another does not, what came first.
    ("quyết định nào Hải Phòng dẫn mà Bắc Ninh không dẫn", "id", {"1703/QĐ-TTg", "996/QĐ-TTg", "100/QĐ-TTg"}),
    ("Which is older, Decision 100 or Decision 996?", "id", {"996/QĐ-TTg"}),
    ("Giữa Chỉ thị 38 và Nghị quyết 57, văn bản nào mới hơn?", "id", {"57-NQ/TW"}),
    ("Nghị quyết 57 và 68 ra ngày nào?", "date", {"2024-12-22", "2025-05-04"}),
    ("What does Dong Nai's 2026-2030 plan rest on?", "id", {"1322/QĐ-TTg", "36/QĐ-TTg", BUDGET}),
    ("What did the Ministry of Finance issue?", "id", {"35/2021/TT-BTC"}),
    # Who proposed, who signed.
    ("Who submitted Decision 1295 for issue?", "issuer", {"Sở Khoa học và Công nghệ"}),
    ("When did DOST submit its proposal?", "date", {"2025-04-03"}),
    ("Hai văn bản của Đồng Nai do những ai ký?", "signer", {"Lê Trường Sơn", "Dương Minh Dũng"}),
    ("Kế hoạch Hải Phòng do Chủ tịch hay Phó Chủ tịch ký?", "signer_role", {"Chủ tịch"}),
    # Changes.
    ("Bắc Ninh định sửa nghị quyết cũ nào của HĐND tỉnh Bắc Giang?", "id", {"43/2022/NQ-HĐND"}),
    ("Which resolution is Dong Nai to replace, and in which quarter?", "quarter", {"3"}),
    # Plans by what only their titles say.
    ("Date of the Đồng Nai plan on standards and metrology?", "date", {"2025-04-23"}),
    ("Number and date of the Bac Ninh plan?", "date", {"2025-08-28"}),
    ("Who put his signature under the Dong Nai decision of April 2025?", "signer", {"Dương Minh Dũng"}),
    ("Kế hoạch của tỉnh Bắc Ninh ký ngày mô?", "date", {"2025-08-28"}),
    # Acts that go by what they set up.
    ("When was the national productivity programme approved?", "date", {"2020-08-31"}),
    ("Đề án đo lường được duyệt ngày nào?", "date", {"2018-08-10"}),
    ("Đề án truy xuất nguồn gốc theo quyết định nào?", "id", {"100/QĐ-TTg"}),
    ("ke hoach 03 cua hai phong ngay may ai ban hanh", "date", {"2025-10-06"}),
    ("Which Party documents does Hai Phong cite?", "id", {"38-CT/TW", "57-NQ/TW", "68-NQ/TW", "03-KH/TU"}),
]

REFUSED = [
    "Thông tư 35 do Bộ Công Thương ban hành năm nào?",
    "Ai ký Thông tư 35?",
    "Who heads the Hai Phong Department of Science and Technology?",
    "Which circular does Bac Ninh cite?",
    "Ai trình ban hành kế hoạch Cần Thơ?",
    "Kế hoạch Bắc Ninh do Phó Chủ tịch nào ký?",
    "Was Can Tho's plan signed by the chairman?",
    "Ai ký các văn bản căn cứ của Hải Phòng?",
    "Số trang của kế hoạch Bắc Ninh?",
    "Which plan cites the Law on Enterprises?",
    "Which other provinces of Vietnam cite Decision 1322?",
    "Ai đề xuất Luật Chất lượng sản phẩm?",
    "Thông tư 35 có bị sửa đổi chưa?",
    "Is Circular 35 still in force?",
    "TCVN ISO 9001 và ISO 14001 khác nhau thế nào?",
    "Who issued the most of the documents that Hai Phong cites?",
    "Thông tư 35/2021/TT-BTC do ai ban hành, ngày nào, ai ký?",
]


@pytest.mark.parametrize(("text", "column", "values"), EXACT, ids=[each[0] for each in EXACT])
def test_the_column_has_just_these_values(ask: Ask, text: str, column: str, values: set[str]) -> None:
    answer = ask.ask(text)
    assert answer.answered, answer.answer
    assert {row.get(column) for row in answer.rows} == values


@pytest.mark.parametrize("text", REFUSED)
def test_what_the_documents_do_not_say_is_refused(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


CHECKED = [
    ("Is 339/KH-UBND the number of the Hải Phòng plan?", "yes"),
    ("Was Decision 1322 issued in 2020?", "yes"),
    ("Có phải Quyết định 36 được ban hành năm 2020?", "no"),
    ("Does Dong Nai's decision cite the Local Government Law?", "yes"),
    ("Does Dong Nai's decision cite a circular?", "no"),
]


@pytest.mark.parametrize(("text", "said"), CHECKED)
def test_what_is_checked_is_the_act_named(ask: Ask, text: str, said: str) -> None:
    assert ask.ask(text).rows == [{"answer": said}]


TOLD = [
    ("What is Decision 100 about and when was it issued?", ["2019-01-19", "traceability"]),
    ("Số hiệu và ngày ban hành kế hoạch của Bắc Ninh?", ["49/KH-UBND", "2025-08-28"]),
    ("Who signed Dong Nai's decision 1295 and what office did he hold?", ["Dương Minh Dũng", "Phó Chủ tịch"]),
    ("Ai ký kế hoạch Bắc Ninh, chức vụ gì?", ["Phó Chủ tịch", "không nêu tên người ký"]),
    ("Kế hoạch Hải Phòng do Chủ tịch ký phải không?", ["Có"]),
]


@pytest.mark.parametrize(("text", "said"), TOLD)
def test_all_that_is_asked_is_told(ask: Ask, text: str, said: list[str]) -> None:
    answer = ask.ask(text).answer
    assert all(each in answer for each in said)


@pytest.mark.parametrize(
    "question",
    [
        "Nghị quyết mới thay Nghị quyết 20/2021/NQ-HĐND mang số mấy?",
    ],
)
def test_a_number_that_is_not_there_yet_and_half_an_answer_are_not_told(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    "text",
    [
        "Which province cites both Directive 38-CT/TW and Decision 100/QĐ-TTg as grounds?",
        "Nghị quyết 57 và 68 cùng có trong kế hoạch nào?",
    ],
)
def test_both_acts_are_cited(ask: Ask, text: str) -> None:
    answer = ask.ask(text)
    assert [row["province"] for row in answer.rows] == ["Hải Phòng"]
