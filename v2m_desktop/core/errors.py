"""The error tree. Each error says one clear sentence to the user and whether trying again can help.

V2mError
├── SettingsError            a setting or the settings file is unusable
├── StorageError             a folder or file cannot be read or written
│   └── DiskFullError
├── AudioError               the microphone path
│   ├── PortAudioMissingError
│   ├── NoMicrophoneError
│   └── StreamDeadError      the stream opened, but no samples arrive (any more)
├── AudioFileError           a file that is empty or not audio
├── ModelError               a recognition model
│   ├── ModelMissingError
│   ├── ModelCorruptError
│   └── DownloadError        a model could not be downloaded; what arrived is kept
│       ├── UnknownModelError
│       ├── HubUnreachableError
│       ├── HubTrustError        TLS or a proxy stands in the way
│       ├── HubAnswerError       the hub answered, but not with the model
│       ├── DownloadRoomError
│       ├── DownloadLengthError
│       ├── DownloadStalledError
│       ├── DownloadDamagedError
│       ├── DownloadBusyError
│       └── DownloadCanceledError
├── ModelNotice              a model works, but not as it was asked for; told with it, never raised
├── RecognitionError         the recognizer failed on audio that is kept
├── RewriteError             a text could not be refined or translated; the raw words are kept
│   ├── RewriteUnreachableError  no answer from the server, or none in time
│   ├── RewriteAnswerError       the server answered with something that is no text
│   ├── RewriteKeyError          no key, or the server refused it
│   ├── RewriteModelError        no such model on the server, or none at all
│   └── RewriteDoubtError        the answer does not look like the same text, rewritten
├── HotkeyError              a hotkey cannot be parsed, or another program owns it
├── DeliveryError            the text could not be put into the target; it is kept
│   ├── SecureFieldError     a password field has the focus
│   ├── BlockedApplicationError  the user lets this application have no dictation
│   └── KeysNotAllowedError      the desktop sends keys only once the user has allowed it
├── DisplayError             no display, or no way to show a window
└── InstanceError            the running app could not be reached
"""

from __future__ import annotations


class V2mError(Exception):
    """Base of all errors of ours.

    `message` is one sentence for the user that says what to do. It never holds dictated text. `template` and
    `values` are its parts, so that the UI can show it in another language.
    """

    retry_helps: bool = False

    def __init__(self, template: str, **values: object) -> None:
        self.template = template
        self.values = values
        self.message = template.format(**values) if values else template
        super().__init__(self.message)


class SettingsError(V2mError):
    """A setting or the settings file is unusable."""


class StorageError(V2mError):
    """A folder or file cannot be read or written."""

    retry_helps = True


class DiskFullError(StorageError):
    """No room is left where the recording is kept."""


class AudioError(V2mError):
    """The microphone path failed."""

    retry_helps = True


class PortAudioMissingError(AudioError):
    """The PortAudio library is not installed."""


class NoMicrophoneError(AudioError):
    """No input device, or the chosen one is not there."""


class StreamDeadError(AudioError):
    """The stream is open, but no samples arrive."""


class AudioFileError(V2mError):
    """The file is empty or holds no audio that can be read."""


class ModelError(V2mError):
    """A recognition model cannot be used."""


class ModelMissingError(ModelError):
    """The model folder is not there or lacks a file."""


class ModelCorruptError(ModelError):
    """The model folder is there, but a file in it is damaged."""


class DownloadError(ModelError):
    """A model could not be downloaded. What arrived is kept, and so is the model in use."""

    retry_helps = True


class UnknownModelError(DownloadError):
    """The catalog has no model of that name."""

    retry_helps = False


class HubUnreachableError(DownloadError):
    """No network, no such host, or the connection broke off too often."""


class HubTrustError(DownloadError):
    """No trusted connection: a certificate, a proxy, or a redirect to an unprotected address."""


class HubAnswerError(DownloadError):
    """The hub refused, or answered with something that is no model."""


class DownloadRoomError(DownloadError):
    """Too little space for the model."""


class DownloadLengthError(DownloadError):
    """A file is longer or shorter than announced."""


class DownloadStalledError(DownloadError):
    """Nothing arrived for too long, again and again."""


class DownloadDamagedError(DownloadError):
    """A file arrived whole, but its checksum is wrong."""


class DownloadBusyError(DownloadError):
    """Another process is downloading or removing the same model."""


class DownloadCanceledError(DownloadError):
    """The user stopped it."""


class ModelNotice(V2mError):  # noqa: N818 - it is a sentence with its parts, and nothing failed
    """How a loaded model runs, where that is not as it was asked for. Told, never raised."""


class RecognitionError(V2mError):
    """The recognizer failed. The audio is kept."""

    retry_helps = True


class RewriteError(V2mError):
    """A text could not be refined or translated. The raw words are kept."""

    retry_helps = True


class RewriteUnreachableError(RewriteError):
    """The server does not answer, or not in time."""


class RewriteAnswerError(RewriteError):
    """The server answered, but not with a text."""


class RewriteKeyError(RewriteError):
    """The provider wants a key, or refused the one there is."""

    retry_helps = False


class RewriteModelError(RewriteError):
    """The server has no such model."""

    retry_helps = False


class RewriteDoubtError(RewriteError):
    """The answer is no faithful rewriting: an answer, a refusal, something else."""


class HotkeyError(V2mError):
    """A hotkey cannot be parsed, or cannot be had."""


class DeliveryError(V2mError):
    """The text could not be put into the target. It is kept."""

    retry_helps = True


class SecureFieldError(DeliveryError):
    """A password field has the focus: nothing is recorded for it, nor are words sent to a language model."""


class BlockedApplicationError(DeliveryError):
    """The application in front is one that the user listed to get no dictation."""

    retry_helps = False


class KeysNotAllowedError(DeliveryError):
    """The desktop sends keys only once the user, whom it can ask, has allowed it."""


class DisplayError(V2mError):
    """There is no display to show anything on."""


class InstanceError(V2mError):
    """The running app could not be reached."""

    retry_helps = True
