"""The only module that knows Gemini."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from v2m_desktop.core.errors import RewriteAnswerError, RewriteError, RewriteKeyError, RewriteModelError
from v2m_desktop.core.rewriting import Place
from v2m_desktop.core.sensitive import SensitiveText
from v2m_desktop.rewriting.calls import Calls
from v2m_desktop.rewriting.provider import Completion, Prompt
from v2m_desktop.rewriting.server_errors import from_status
from v2m_desktop.rewriting.web import client, translated

if TYPE_CHECKING:
    from google.genai import types

HOST = "Gemini"
ADDRESS = "https://generativelanguage.googleapis.com"
VERSION = "v1beta"
"""Both are given, or the library would take them from the environment."""
BAD_REQUEST, NOT_FOUND = 400, 404
ACTION = "generateContent"
THOUGHTS = 2048
"""Tokens for models that cannot be kept from thinking: their thoughts count as a part of the answer."""
ANSWER_SCHEMA = {"type": "OBJECT", "properties": {"text": {"type": "STRING"}}, "required": ["text"]}


class GeminiProvider:
    """Implements Provider with Google's server. The key travels in a header of its requests only."""

    def __init__(self, key: SensitiveText, address: str = ADDRESS) -> None:
        from google import genai
        from google.genai import types

        self._calls = Calls(HOST)
        self._client = genai.Client(
            api_key=key.reveal(),
            vertexai=False,
            http_options=types.HttpOptions(
                base_url=address, api_version=VERSION, httpx_client=client(address, HOST)
            ),
        )

    @property
    def place(self) -> Place:
        return Place(HOST, remote=True)

    def models(self, seconds: float) -> tuple[str, ...]:
        def ask() -> tuple[str, ...]:
            names = tuple(
                (entry.name or "").removeprefix("models/")
                for entry in self._client.models.list(config={"query_base": True})
                if ACTION in (entry.supported_actions or ())
            )
            if not names:
                raise RewriteModelError("Gemini offers no model to this key. Check the key in the settings.")
            return names

        return self._calls.run(ask, seconds, lambda error: _translated(error, ""))

    def complete(self, model: str, prompt: Prompt, seconds: float) -> Completion:
        from google.genai import errors

        def ask() -> Completion:
            try:
                return self._generate(model, prompt, thinking=False)
            except errors.ClientError as error:
                if error.code != BAD_REQUEST or _is_about_the_key(error):
                    raise
            return self._generate(model, prompt, thinking=True)  # a model that does not know the switch

        return self._calls.run(ask, seconds, lambda error: _translated(error, model))

    def close(self) -> None:
        self._calls.close()  # the client itself keeps no connection

    def _generate(self, model: str, prompt: Prompt, *, thinking: bool) -> Completion:
        from google.genai import types

        response = self._client.models.generate_content(
            model=model,
            contents=prompt.user.reveal(),
            config=types.GenerateContentConfig(
                system_instruction=prompt.system.reveal(),
                temperature=0,
                max_output_tokens=prompt.most_tokens + (THOUGHTS if thinking else 0),
                response_mime_type="application/json",
                response_schema=ANSWER_SCHEMA,
                thinking_config=None if thinking else types.ThinkingConfig(thinking_budget=0),
                automatic_function_calling=types.AutomaticFunctionCallingConfig(disable=True),
            ),
        )
        return _completion(response)


def _completion(response: types.GenerateContentResponse) -> Completion:
    """Raises RewriteAnswerError where Gemini kept its answer back."""
    candidate = response.candidates[0] if response.candidates else None
    reason = candidate.finish_reason.name if candidate and candidate.finish_reason else ""
    if candidate is None or reason not in ("STOP", "MAX_TOKENS", ""):
        raise RewriteAnswerError("Gemini does not rewrite this text: its filters keep the answer back.")
    parts: list[Any] = (candidate.content.parts if candidate.content else None) or []
    text = "".join(part.text for part in parts if part.text and not part.thought)
    return Completion(SensitiveText(text), finished=reason == "STOP")


def _translated(error: Exception, model: str) -> RewriteError:
    from google.genai import errors

    if not isinstance(error, errors.APIError):
        return translated(error, HOST)
    if error.code == NOT_FOUND and model:
        return RewriteModelError("Gemini has no model {model}. Choose another in the settings.", model=model)
    if _is_about_the_key(error):
        return RewriteKeyError("Gemini refused the key. Check it in the settings.")
    return from_status(HOST, error.code)


def _is_about_the_key(error: Any) -> bool:
    """A wrong key is a bad request to Gemini, like many other things: the details tell."""
    return error.code == BAD_REQUEST and "API_KEY_INVALID" in str(error.details)
