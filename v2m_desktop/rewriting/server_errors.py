"""What a status other than "all right" means, said without a word of what the server wrote along with it."""

from __future__ import annotations

from v2m_desktop.core.errors import RewriteAnswerError, RewriteError, RewriteKeyError, RewriteUnreachableError

UNAUTHORIZED, FORBIDDEN, TOO_MANY = 401, 403, 429
SERVER_TROUBLE = 500


def from_status(host: str, status: int) -> RewriteError:
    if status in (UNAUTHORIZED, FORBIDDEN):
        return RewriteKeyError("{host} refused the key. Check it in the settings.", host=host)
    if status == TOO_MANY:
        return RewriteUnreachableError(
            "{host} takes no more requests for now: the quota is used up. Try again later.", host=host
        )
    if status >= SERVER_TROUBLE:
        return RewriteUnreachableError(
            "{host} is overloaded or out of order (status {status}). Try again later.",
            host=host,
            status=status,
        )
    return RewriteAnswerError(
        "{host} did not accept the request (status {status}). Choose another model.", host=host, status=status
    )
