"""The HTTP of both providers: one host, a fresh connection for each call, short answers of the right kind."""

from __future__ import annotations

import ipaddress
import urllib.request
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from v2m_desktop.core.errors import RewriteAnswerError, RewriteError, RewriteUnreachableError
from v2m_desktop.rewriting.calls import current

if TYPE_CHECKING:
    import httpx

MOST_BYTES = 2_000_000
"""A longer answer is none: ten minutes of speech are 10 000 letters, a list of models a few times that."""


def is_this_computer(address: str) -> bool:
    """Whether what is sent to `address` stays here. A name other than localhost may mean any computer."""
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def transport(address: str, host: str) -> httpx.BaseTransport:
    """Carries requests to `address`, whose server people know as `host`. For use inside a call.

    It raises RewriteAnswerError at redirects, at what is not JSON and at answers without end. It sends no
    Authorization header, which a library may have found in the environment.
    """
    import httpx

    class Bounded(httpx.SyncByteStream):
        def __init__(self, stream: httpx.SyncByteStream) -> None:
            self._stream = stream

        def __iter__(self) -> Iterator[bytes]:
            size = 0
            for chunk in self._stream:
                size += len(chunk)
                if size > MOST_BYTES:
                    raise RewriteAnswerError("{host} answered without end. Choose another model.", host=host)
                yield chunk

        def close(self) -> None:
            self._stream.close()

    class OneHost(httpx.BaseTransport):
        def __init__(self) -> None:
            self._inner = httpx.HTTPTransport(proxy=_system_proxy(address))

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            call = current()
            request.extensions |= {
                "trace": call.notice,
                "timeout": dict.fromkeys(("connect", "read", "write", "pool"), call.seconds),
            }
            request.headers.update({"connection": "close", "accept-encoding": "identity"})
            request.headers.pop("authorization", None)
            response = self._inner.handle_request(request)
            problem = _refusal(response, host)
            if problem is not None:
                response.close()
                raise problem
            assert isinstance(response.stream, httpx.SyncByteStream)
            response.stream = Bounded(response.stream)
            return response

        def close(self) -> None:
            self._inner.close()

    return OneHost()


def client(address: str, host: str) -> httpx.Client:
    """A client that has nothing but `transport`: no redirects, no proxy or password from the environment."""
    import httpx

    return httpx.Client(transport=transport(address, host), follow_redirects=False, trust_env=False)


def is_unreachable(error: Exception) -> bool:
    """Whether no connection was made at all."""
    import httpx

    return isinstance(error, httpx.ConnectError | ConnectionError)


def translated(error: Exception, host: str) -> RewriteError:
    """Our error for one of the HTTP client or of reading JSON. It quotes nothing that the server said."""
    import httpx

    if isinstance(error, httpx.TimeoutException):
        return RewriteUnreachableError(
            "{host} did not answer in time. Try again, or allow more seconds in the settings.", host=host
        )
    if is_unreachable(error):
        return RewriteUnreachableError(
            "{host} cannot be reached. Check the network, then try again.", host=host
        )
    if isinstance(error, httpx.HTTPError):
        return RewriteUnreachableError("The connection to {host} broke off. Try again.", host=host)
    return RewriteAnswerError("{host} gave an answer that cannot be read. Try again.", host=host)


def _refusal(response: httpx.Response, host: str) -> RewriteError | None:
    """What is wrong with an answer before a byte of its body is read. Bad statuses are for the providers."""
    if response.status_code in range(300, 400):
        return RewriteAnswerError(
            "{host} points to another address. The words were not sent there; check the address.", host=host
        )
    if response.status_code != 200:
        return None
    if "json" not in response.headers.get("content-type", "").lower():
        return RewriteAnswerError(
            "{host} answered with a page instead of a text. Check the address, or log in to the network.",
            host=host,
        )
    if response.headers.get("content-encoding", "identity").lower() != "identity":
        return RewriteAnswerError("{host} gave an answer that cannot be read. Try again.", host=host)
    return None


def _system_proxy(address: str) -> str | None:
    """The proxy that the system names for a server elsewhere. None is asked about this computer."""
    parts = urlsplit(address)
    if is_this_computer(address) or urllib.request.proxy_bypass(parts.hostname or ""):
        return None
    return urllib.request.getproxies().get(parts.scheme)
