"""The only module that knows Ollama."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from v2m_desktop.core.errors import RewriteError, RewriteModelError, RewriteUnreachableError
from v2m_desktop.core.rewriting import Place
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.calls import Calls
from v2m_desktop.rewriting.provider import Completion, Prompt
from v2m_desktop.rewriting.server_errors import from_status
from v2m_desktop.rewriting.tokens import tokens
from v2m_desktop.rewriting.web import is_this_computer, is_unreachable, translated, transport

BAD_REQUEST, NOT_FOUND = 400, 404
KEEP_ALIVE = "5m"
"""How long the model stays in memory after a call."""
CONTEXT = 4096
"""Tokens that fit without asking for room. Asking makes the server load the model anew, so it is done for
long texts only; without it the server would cut the beginning of the prompt off and say nothing."""
ANSWER_SCHEMA = {"type": "object", "properties": {"text": {"type": "string"}}, "required": ["text"]}


class OllamaProvider:
    """Implements Provider with an Ollama server at `address`."""

    def __init__(self, address: str) -> None:
        import ollama

        self._address = address.rstrip("/")
        local = is_this_computer(address)
        self._place = Place("Ollama" if local else urlsplit(address).hostname or address, remote=not local)
        self._calls = Calls(self._place.host)
        self._client = ollama.Client(
            self._address,
            follow_redirects=False,
            trust_env=False,
            transport=transport(self._address, self._place.host),
        )

    @property
    def place(self) -> Place:
        return self._place

    def models(self, seconds: float) -> tuple[str, ...]:
        def ask() -> tuple[str, ...]:
            names = tuple(entry.model for entry in self._client.list().models if entry.model)
            if not names:
                raise RewriteModelError("Ollama has no model yet. Get one, such as by: ollama pull llama3.2.")
            return names

        return self._calls.run(ask, seconds, lambda error: self._translated(error, ""))

    def complete(self, model: str, prompt: Prompt, seconds: float) -> Completion:
        import ollama

        def ask() -> Completion:
            # Most models that can think take so long for it that the words would never be in time.
            try:
                return self._chat(model, prompt, {"think": False})
            except ollama.ResponseError as error:
                if error.status_code != BAD_REQUEST:
                    raise
            return self._chat(model, prompt, {})  # a server or a model that does not know the switch

        return self._calls.run(ask, seconds, lambda error: self._translated(error, model))

    def close(self) -> None:
        self._calls.close()  # the client itself keeps no connection

    def _chat(self, model: str, prompt: Prompt, switches: Mapping[str, Any]) -> Completion:
        options: dict[str, Any] = {"temperature": 0, "num_predict": prompt.most_tokens}
        system, user = prompt.system.reveal(), prompt.user.reveal()
        need = tokens(system) + tokens(user) + prompt.most_tokens
        if need > CONTEXT:
            options["num_ctx"] = -(-need // CONTEXT) * CONTEXT
        parts: Iterator[Any] = self._client.chat(
            model,
            [{"role": "system", "content": system}, {"role": "user", "content": user}],
            stream=True,
            format=ANSWER_SCHEMA,
            keep_alive=KEEP_ALIVE,
            options=options,
            **switches,
        )
        text, finished = "", False
        for part in parts:
            text += part.message.content or ""
            finished = bool(part.done) and part.done_reason in ("stop", None)
        return Completion(SensitiveText(text), finished)

    def _translated(self, error: Exception, model: str) -> RewriteError:
        import ollama

        host = self._place.host
        if isinstance(error, ollama.ResponseError):
            if error.status_code == NOT_FOUND and model:
                return RewriteModelError(
                    "Ollama has no model {model}. Get it with: ollama pull {model}.", model=model
                )
            if error.status_code < BAD_REQUEST:  # an error in the middle of an answer has no status
                return RewriteUnreachableError("{host} broke off its answer. Try again.", host=host)
            return from_status(host, error.status_code)
        ours = translated(error, host)
        if isinstance(ours, RewriteUnreachableError) and is_unreachable(error):
            return RewriteUnreachableError(
                "Ollama does not answer at {address}. Start it, or change the address in the settings.",
                address=self._address,
            )
        return ours
