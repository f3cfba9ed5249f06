"""Which store it is: a remote endpoint when one is set, the embedded one otherwise."""

from qpgraph.settings import Settings
from qpgraph.store.base import Store

__all__ = ["open_store"]


def open_store(settings: Settings) -> Store:
    """The store that the settings name; nothing is opened or asked before its first use.

    Raises `QpgraphError` when the endpoint's settings don't fit together.
    """
    if settings.endpoint is None:
        from qpgraph.store.embedded import EmbeddedStore

        return EmbeddedStore(settings)
    from qpgraph.store.remote import Options, connect
    from qpgraph.store.remote.auth import choose_auth

    return connect(
        settings.endpoint,
        settings.endpoint_update,
        settings.endpoint_data,
        auth=choose_auth(
            settings.endpoint_auth,
            settings.endpoint_user,
            settings.endpoint_password,
            settings.endpoint_token,
        ),
        options=Options(
            union=settings.union,
            federation=settings.federation,
            timeout=settings.timeout_max,
            result_max=settings.result_max,
        ),
    )
