"""The pages that the tests look at: one of every kind."""

__all__ = ["LAPTOP", "PHONE", "SITE", "THINGS"]

LAPTOP = (1280, 800)
PHONE = (320, 640)

SITE = {
    "home": "/",
    "search": "/search?q=truy+xu%E1%BA%A5t+ngu%E1%BB%93n+g%E1%BB%91c",
    "ask": "/ask?q=Which+agencies+coordinate+on+traceability%3F",
    "compare": "/compare?theme=tfp",
    "themes": "/compare/themes",
    "standards": "/compare/standards",
    "timeline": "/timeline?province=hai-phong",
    "budget": "/budget",
    "docs": "/docs",
    "downloads": "/downloads",
}
"""The pages of the site by name."""

_PLAN = "/id/plan/bac-ninh-kh-2026-2030"

THINGS = {
    "plan": _PLAN,
    "province": "/id/province/dong-nai",
    "task": f"{_PLAN}/task/1.1",
    "target": f"{_PLAN}/target/II.1",
    "measure": f"{_PLAN}/measure/III.1.a",
    "budget-item": f"{_PLAN}/budget/III.1",
    "agency": "/id/agency/hai-phong/so-khoa-hoc-va-cong-nghe",
    "legal-document": "/id/legal/1322-qd-ttg",
    "theme": "/id/theme/traceability",
    "standard": "/id/standard/5s",
    "document": "/id/document/bac-ninh-kh-2026-2030",
}
"""Pages of things by name."""
