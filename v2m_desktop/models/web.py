"""The one place that speaks HTTP. What can go wrong on the way becomes one of our errors."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from v2m_desktop import __version__
from v2m_desktop.core.errors import (
    DownloadStalledError,
    HubAnswerError,
    HubTrustError,
    HubUnreachableError,
)
from v2m_desktop.models.cancellation import Cancellation
from v2m_desktop.models.patience import PassingTrouble, Patience

if TYPE_CHECKING:
    import httpx2

MOST_REDIRECTS = 5
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
TOO_MANY_REQUESTS = 429
SERVER_TROUBLE = 500


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answers. Names of `headers` are in lower case; `chunks` is the body as it was sent."""

    status: int
    headers: Mapping[str, str]
    chunks: Iterator[bytes]


class Web:
    """Fetches from one hub and from where it redirects to. Use as a context manager, from one thread."""

    def __init__(self, base: str, patience: Patience) -> None:
        """Raises HubTrustError if `base` is neither https nor on this machine."""
        self._on_this_machine = urlsplit(base).hostname in LOOPBACK
        self._patience = patience
        self._check_address(base)
        self._client: httpx2.Client | None = None

    def __enter__(self) -> Self:
        import httpx2

        self._client = httpx2.Client(
            timeout=httpx2.Timeout(self._patience.stall_seconds, connect=self._patience.connect_seconds),
            # The body has to have the length and the checksum of the file: no compression on the way.
            headers={"User-Agent": f"Voice2Machine/{__version__}", "Accept-Encoding": "identity"},
            trust_env=not self._on_this_machine,
        )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._client is not None:
            self._client.close()
            self._client = None

    @contextlib.contextmanager
    def get(
        self, url: str, cancellation: Cancellation, headers: Mapping[str, str] | None = None
    ) -> Iterator[Answer]:
        """The answer to GET, after redirects; its status is 2xx or 416.

        Raises HubTrustError, HubAnswerError, DownloadCanceledError, or PassingTrouble around
        HubUnreachableError or DownloadStalledError.
        """
        host = urlsplit(url).hostname or url
        with _our_errors(host, self._patience, cancellation):
            response = self._follow(url, headers or {})
            try:
                _check_status(response.status_code, host)
                stream = response.extensions.get("network_stream")
                connection = stream.get_extra_info("socket") if stream is not None else None
                with cancellation.watching(connection):
                    names = {name.lower(): value for name, value in response.headers.items()}
                    # As they come: collected pieces would be lost when the connection breaks.
                    yield Answer(response.status_code, names, response.iter_raw())
            finally:
                response.close()

    def _follow(self, url: str, headers: Mapping[str, str]) -> httpx2.Response:
        if self._client is None:
            raise RuntimeError("the web is used outside its context")
        for _ in range(MOST_REDIRECTS + 1):
            request = self._client.build_request("GET", url, headers=dict(headers))
            response = self._client.send(request, stream=True)
            if not response.has_redirect_location:
                return response
            response.close()
            url = str(response.url.join(response.headers["location"]))
            self._check_address(url)
        raise HubAnswerError("The hub sends this computer from address to address. Try again later.")

    def _check_address(self, url: str) -> None:
        """Only protected addresses; a hub on this machine, such as a mirror's tunnel, may stay on it."""
        parts = urlsplit(url)
        local = self._on_this_machine and parts.scheme == "http" and parts.hostname in LOOPBACK
        if not parts.hostname or not (parts.scheme == "https" or local):
            raise HubTrustError(
                "Models are downloaded from https addresses only, and {address} is none.",
                address=f"{parts.scheme}://{parts.hostname or ''}",
            )


def _check_status(status: int, host: str) -> None:
    if status == TOO_MANY_REQUESTS or status >= SERVER_TROUBLE:
        raise PassingTrouble(
            HubUnreachableError(
                "{host} is overloaded or out of order (status {status}). Try again later.",
                host=host,
                status=status,
            )
        )
    if status not in (200, 206, 416):
        raise HubAnswerError(
            "{host} does not hand out this model (status {status}). Choose another model or another hub.",
            host=host,
            status=status,
        )


@contextlib.contextmanager
def _our_errors(host: str, patience: Patience, cancellation: Cancellation) -> Iterator[None]:
    import httpx2

    try:
        yield
    except httpx2.HTTPError as error:
        cancellation.check()
        raise _translated(error, host, patience) from error


def _translated(error: httpx2.HTTPError, host: str, patience: Patience) -> Exception:
    import httpx2

    if isinstance(error, httpx2.ProxyError):
        return HubTrustError(
            "The proxy does not let this computer reach {host}. Check the proxy of the system.", host=host
        )
    if isinstance(error, httpx2.ConnectError) and _is_about_trust(error):
        return HubTrustError(
            "The connection to {host} cannot be trusted: check this computer's clock, and the proxy or virus "
            "scanner that reads along.",
            host=host,
        )
    if isinstance(error, httpx2.ReadTimeout):
        return PassingTrouble(
            DownloadStalledError(
                "{host} sent nothing for {seconds} s. What arrived is kept; try again later.",
                host=host,
                seconds=round(patience.stall_seconds),
            )
        )
    if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout):
        return PassingTrouble(
            HubUnreachableError("{host} cannot be reached. Check the network, then try again.", host=host)
        )
    return PassingTrouble(
        HubUnreachableError("The connection to {host} broke off. What arrived is kept; try again.", host=host)
    )


def _is_about_trust(error: BaseException) -> bool:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return True
        cause = cause.__cause__ or cause.__context__
    return False
