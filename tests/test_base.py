"""The base of all addresses is a setting."""

from pathlib import Path

from tests.cli.command import qpgraph


def test_another_base_gives_other_addresses_and_the_same_answers(tmp_path: Path) -> None:
    environment = {"QPGRAPH_BASE": "https://example.org/plans/", "QPGRAPH_STORE": str(tmp_path / "store")}
    built = qpgraph("build", environment=environment)
    assert built.returncode == 0, built.stderr
    text = (tmp_path / "store" / "current" / ".." / "graph.nq").read_text(encoding="utf-8")
    assert "<https://example.org/plans/id/plan/bac-ninh-kh-2026-2030/task/4.2>" in text
    assert "w3id.org/qpgraph" not in text
    answer = qpgraph("query", "compare-targets", "-p", "theme=tfp", "-f", "csv", environment=environment)
    assert len(answer.stdout.splitlines()) == 4
