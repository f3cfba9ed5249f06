"""`/search` and `/suggest`: what the graph has on a matter, and completion as one types."""

from collections.abc import Callable
from dataclasses import asdict
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Query
from pydantic import BaseModel, Field

from qpgraph.http.problems import ProblemError
from qpgraph.search.columns import FACETS
from qpgraph.search.current import CurrentSearch
from qpgraph.search.engine import K_MAX, OFFSET_MAX, TEXT_MAX, SearchError
from qpgraph.search.filters import FilterError
from qpgraph.settings import Settings

__all__ = ["Asked", "Typed", "search_router"]


class Asked(BaseModel):
    """The parameters of `/search`; a filter may come several times and means any of its values."""

    q: str = Field(
        min_length=1, max_length=TEXT_MAX, description="What to search for, in Vietnamese or English"
    )
    k: int = Field(10, ge=1, le=K_MAX, description="How many hits")
    offset: int = Field(0, ge=0, le=OFFSET_MAX, description="Leave out the first so many")
    province: list[str] = Field([], description="Of this province, by name or id")
    kind: list[str] = Field([], description="Of this kind: task, target, measure, standard, …")
    plan: list[str] = Field([], description="Of this plan, by its document id")
    theme: list[str] = Field([], description="On this theme, by id or name")
    year: list[str] = Field([], description="Of this year")
    agency: list[str] = Field([], description="With this agency")
    standard: list[str] = Field([], description="With this standard or tool")
    group: bool = Field(False, description="Put hits that say nearly the same together")


class Typed(BaseModel):
    """The parameters of `/suggest`."""

    q: str = Field(max_length=TEXT_MAX, description="What is typed so far")
    k: int = Field(10, ge=1, le=K_MAX, description="How many names")


def search_router(settings: Settings) -> APIRouter:
    """The routes over the index beside the store; it is opened when the first request comes."""
    router = APIRouter(tags=["Search"])
    current = CurrentSearch(settings.store)

    async def search(asked: Annotated[Asked, Query()]) -> dict[str, Any]:
        """The best hits for a text in Vietnamese or English, with facets and highlights."""
        filters = {name: getattr(asked, name) for name in FACETS}
        return await _in_thread(
            lambda: asdict(
                current.get().search(
                    asked.q, asked.k, offset=asked.offset, filters=filters, group=asked.group
                )
            )
        )

    async def suggest(typed: Annotated[Typed, Query()]) -> dict[str, Any]:
        """Names of things and concepts in which a word begins as typed, diacritics or not."""

        def run() -> dict[str, Any]:
            found = current.get().suggest(typed.q, typed.k)
            return {"query": typed.q, "suggestions": [asdict(each) for each in found]}

        return await _in_thread(run)

    router.add_api_route("/search", search, methods=["GET"], summary="Search")
    router.add_api_route("/suggest", suggest, methods=["GET"], summary="Completion")
    return router


async def _in_thread(run: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    try:
        return await to_thread.run_sync(run)
    except (SearchError, FilterError) as error:
        raise ProblemError(400, "invalid-parameter", f"{error}.") from error
