"""Words beside roles: told and not asked, helpers, whole departments, deeds that are no roles."""

import pytest

from qpgraph.ask.engine import Ask

KHCN, CT = "Sở Khoa học và Công nghệ", "Sở Công Thương"
GD, NN = "Sở Giáo dục và Đào tạo", "Sở Nông nghiệp và Môi trường"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # Told, not asked.
        (
            "Mô hình cải tiến ở bệnh viện của Đồng Nai do ngành y tế làm chính, thế còn ai phối hợp?",
            {KHCN, "Các cơ sở y tế"},
        ),
        ("Nhiệm vụ 4.5 Bắc Ninh thì ai phối hợp với bên chủ trì?", {KHCN}),
        ("Which agencies act as supporting partners for task 1.3 of Dong Nai?", {KHCN, NN}),
        # Whose the document is.
        (
            "Theo Quyết định 1295 của UBND tỉnh Đồng Nai, ai phối hợp hiện đại hóa phòng hiệu chuẩn?",
            {"Trung tâm Khoa học và Công nghệ"},
        ),
        ("Hai Phong task 4.4: DOST or Industry and Trade in the lead?", {KHCN}),
        ("Which agency is the owner of task 1.3 in Dong Nai?", {CT}),
        ("Which department other than DOST leads tasks in Bac Ninh?", {"Sở Nội vụ", GD}),
        ("Nhiệm vụ 4.5 Bắc Ninh ai lo chính, ai phụ?", {KHCN, GD}),
        ("Sở Y tế, Sở KH&CN hay Sở Tài chính chủ trì 4.3 Bắc Ninh?", {KHCN}),
        ("DOST's partners on task 5.6 in Hai Phong?", {"Sở Tài chính", "Các đơn vị có liên quan"}),
    ],
)
def test_agencies(ask: Ask, question: str, expected: set[str]) -> None:
    found = ask.ask(question)
    told = {row[name] for row in found.rows for name in ("agency", "coordinator") if name in row}
    assert {each for names in told for each in names.split("; ")} == expected


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("Bao nhiêu sở chủ trì nhiệm vụ ở Bắc Ninh?", "3"),
        ("Hải Phòng có mấy việc Sở Nông nghiệp và Môi trường chủ trì (kể cả làm chung)?", "3"),
        ("How many agencies lead tasks in Bac Ninh?", "4"),
        ("How many leads does 5.3 in Hai Phong have?", "4"),
    ],
)
def test_counts(ask: Ask, question: str, count: str) -> None:
    assert ask.ask(question).rows[0]["count"] == count


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("Which tasks in Hai Phong are led by more than one department?", {"3.1.3", "5.3", "5.5"}),
        ("Sở Tài chính Hải Phòng phối hợp nhiệm vụ mấy?", {"5.6"}),
        ("Which tasks does the education department lead in Dong Nai's 2026-2030 plan that recur?", {"3.4"}),
    ],
)
def test_tasks(ask: Ask, question: str, refs: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == refs


@pytest.mark.parametrize(
    "question",
    [
        "Who approves task 1.1 in Dong Nai?",
        "Ai phê duyệt nhiệm vụ 1.1 của Bắc Ninh?",
        "who issues task 1.1 in Bac Ninh?",
        "What's the name of the head of Bac Ninh's science department?",
        "Do DOST or Finance lead task 4.4 in Hai Phong?",
        "Bac Ninh task 4.5: Education or DOST?",
        "Who is head of DOST Hai Phong?",
        "Which division of the health department runs 4.8 in Dong Nai?",
        "Which school coordinates task 3.5 in Dong Nai?",
        "Bộ nào phối hợp nhiệm vụ 3.4 Bắc Ninh?",
        "Which agency is common to tasks 4.4 and 4.5 in Bac Ninh?",
        "Which departments lead some tasks and coordinate others in Dong Nai?",
        "Which agencies other than departments lead tasks in Dong Nai?",
        # The "và" of an agency's name parts no clause.
        "Bắc Ninh: ai cùng làm với Sở KH&CN để gây dựng mấy chục câu lạc bộ?",
    ],
)
def test_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_helpers_are_told_as_such(ask: Ask) -> None:
    answer = ask.ask("Task 4.5 in Bac Ninh: who leads and who helps?").answer
    assert "coordinated by Department of Science and Technology" in answer


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Does any agency help with task 4.7 in Bac Ninh?", "no"),
        ("Nhiệm vụ 4.7 Bắc Ninh có ai giúp không?", "no"),
        ("Does anyone support DOST on 3.2 in Bac Ninh?", "yes"),
        ("Does nobody lead task 6.3 in Hai Phong?", "yes"),
    ],
)
def test_anyone(ask: Ask, question: str, answer: str) -> None:
    assert ask.ask(question).rows[0]["answer"] == answer


def test_those_who_take_part(ask: Ask) -> None:
    found = ask.ask("All agencies taking part in task III.2 of Decision 1295, please.")
    assert {row["agency"] for row in found.rows} == {KHCN, GD, "Các trường đại học, cao đẳng"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Roles in task 2.5 Dong Nai?", {(KHCN, "coordinate"), ("Sở Nội vụ", "lead")}),
        ("Cơ quan chủ trì/phối hợp nhiệm vụ 2.5 Đồng Nai", {(KHCN, "coordinate"), ("Sở Nội vụ", "lead")}),
        ("Vai trò của Sở Y tế trong nhiệm vụ 4.8 Đồng Nai là gì?", {("Sở Y tế", "lead")}),
    ],
)
def test_roles(ask: Ask, question: str, expected: set[tuple[str, str]]) -> None:
    assert {(row["agency"], row["role"]) for row in ask.ask(question).rows} == expected


def test_helping_without_an_object(ask: Ask) -> None:
    found = ask.ask("Which tasks does the education department help with but not lead in Bac Ninh?")
    assert {row["ref"] for row in found.rows} == {"3.2", "3.3", "4.4"}
    assert ask.ask("Task 1.2 Bac Ninh assigned to whom?").rows[0]["agency"] == KHCN
