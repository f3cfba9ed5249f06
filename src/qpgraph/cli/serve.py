"""`qpgraph serve`: the store over HTTP."""

import contextlib
import os
from dataclasses import replace
from pathlib import Path

import click

from qpgraph.cli.options import store_option
from qpgraph.errors import QpgraphError
from qpgraph.settings import Settings

__all__ = ["command"]


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0: a free one.")
@store_option
def command(host: str, port: int, store: Path | None) -> None:
    """Serve the store over HTTP; builds it first if there is none.

    With QPGRAPH_ENDPOINT set, the service runs on that SPARQL endpoint instead of the embedded store.
    """
    settings = Settings()
    if store:
        settings = replace(settings, store=store)
    if not settings.endpoint and not (settings.store / "current").exists():
        from qpgraph.cli.build import build_with_progress

        build_with_progress(settings.store)
    _serve(settings, host, port)


def _serve(settings: Settings, host: str, port: int) -> None:
    import socket

    import uvicorn

    from qpgraph.http.app import create_app
    from qpgraph.store.factory import open_store

    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family, backlog=2048)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else error
        message = f"can't listen on {host}:{port}: {reason}; choose another with --port"
        raise QpgraphError(message) from error
    shown = f"[{host}]" if ":" in host else host
    click.echo(
        f"qpgraph: serving http://{shown}:{listener.getsockname()[1]}/sparql (Ctrl-C ends it)", err=True
    )
    app = create_app(settings, open_store(settings))
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=5)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])
