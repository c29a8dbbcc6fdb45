"""The `v2m` command. Each command imports only what it needs; those that talk to the app need no Qt."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from v2m_desktop import __version__
from v2m_desktop.app.control_protocol import EXIT_FAILED, EXIT_NOT_RUNNING, EXIT_OK
from v2m_desktop.core.errors import V2mError
from v2m_desktop.core.telemetry import forbid_telemetry


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is 0, 1 (failed), 2 (wrong usage) or 3 (the app does not answer)."""
    forbid_telemetry()
    options = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except V2mError as error:
        from v2m_desktop.core.errors import InstanceError

        print(f"v2m: {error.message}", file=sys.stderr)
        return EXIT_NOT_RUNNING if isinstance(error, InstanceError) else EXIT_FAILED
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return EXIT_OK


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="v2m",
        description="Dictate into the window you are in. Without a command: start the app in the tray.",
    )
    parser.add_argument("--version", action="version", version=f"Voice2Machine {__version__}")
    parser.add_argument(
        "--self-test", action="store_const", dest="run", const=_self_test,
        help="check that this installation is whole and works, without network and microphone",
    )  # fmt: skip
    parser.add_argument(  # for the app's own use, when it ends
        "--keep-clipboard", action="store_const", dest="run", const=_keep_clipboard, help=argparse.SUPPRESS
    )
    parser.set_defaults(run=_run_app)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for name, help_text in (
        ("toggle", "start a dictation, or stop and deliver it"),
        ("start", "start a dictation"),
        ("stop", "stop the dictation and deliver it"),
        ("cancel", "discard the dictation being recorded"),
        ("refine", "start a dictation to be refined, or stop and deliver it"),
        ("translate", "start a dictation to be translated, or stop and deliver it"),
        ("insert", "insert the text that was kept instead of being inserted"),
        ("take-back", "remove the text that was inserted last; again, insert its other version"),
        ("settings", "open the settings of the running app"),
        ("allow-keys", "have the desktop ask you whether the app may press keys (Wayland)"),
        ("quit", "end the running app"),
    ):
        command = commands.add_parser(name, help=help_text)
        command.set_defaults(run=_send, command=name)
    status = commands.add_parser("status", help="what the app is doing")
    status.add_argument("--json", action="store_true", help="all of it, as JSON")
    status.set_defaults(run=_status)
    events = commands.add_parser("events", help="follow the app: one JSON object a line")
    events.set_defaults(run=_events)
    devices = commands.add_parser("devices", help="list microphones")
    devices.set_defaults(run=_devices)
    _add_transcribe(commands)
    _add_recover(commands)
    _add_models(commands)
    return parser


def _add_transcribe(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("transcribe", help="turn recordings into text")
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="any audio or video file")
    command.add_argument("--model", help="an installed model's name, or a folder (default: the settings)")
    command.add_argument("--language", help='"auto" or a code such as en or es (default: the settings)')
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.set_defaults(run=_transcribe)


def _add_recover(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    command = commands.add_parser("recover", help="recordings whose text was not delivered")
    choice = command.add_mutually_exclusive_group()
    choice.add_argument("--transcribe", metavar="ID", help='print its text ("all" for each)')
    choice.add_argument("--discard", metavar="ID", help='delete it for good ("all" for each)')
    command.set_defaults(run=_recover)


def _add_models(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    group = commands.add_parser("models", help="list, download, import, remove recognition models")
    group.set_defaults(run=_models)
    verbs = group.add_subparsers(title="what to do", metavar="VERB", dest="verb", required=True)
    for verb, help_text in (
        ("list", "what is installed, and what can be downloaded"),
        ("pull", "download a model, or go on with it"),
        ("import", "copy a model that is in a folder already"),
        ("remove", "delete a model that was downloaded or imported"),
        ("inspect", "where a model came from, and what it can"),
        ("measure", "find out how long each model takes on this computer"),
    ):
        command = verbs.add_parser(verb, help=help_text)
        if verb == "import":
            command.add_argument("folder", metavar="FOLDER", help="one with model.bin, or the hub's cache")
            command.add_argument("--name", help="what to call it (default: a name of its own)")
        elif verb not in ("list", "measure"):
            command.add_argument("name", metavar="NAME")
        if verb != "remove":
            command.add_argument("--json", action="store_true", help="as JSON")


def _run_app(_options: argparse.Namespace) -> int:
    from v2m_desktop.app.start import run_app

    return run_app()


def _self_test(_options: argparse.Namespace) -> int:
    from v2m_desktop.app.self_test import run_self_test

    return run_self_test()


def _keep_clipboard(_options: argparse.Namespace) -> int:
    from v2m_desktop.os_integration.clipboard_keeper import keep_clipboard

    return keep_clipboard()


def _send(options: argparse.Namespace) -> int:
    from v2m_desktop.app.addresses import control_address
    from v2m_desktop.app.control_client import ask

    ask(control_address(), options.command)
    return EXIT_OK


def _status(options: argparse.Namespace) -> int:
    from v2m_desktop.app.addresses import control_address
    from v2m_desktop.app.control_client import ask

    answer = ask(control_address(), "status")
    answer.pop("ok")
    if options.json:
        print(json.dumps(answer, indent=2, ensure_ascii=False))
        return EXIT_OK
    print(f"{answer['state']}, model {answer['model']['name']} {answer['model']['state']}")
    for sentence in answer["problems"]:
        print(sentence)
    return EXIT_OK


def _events(_options: argparse.Namespace) -> int:
    from v2m_desktop.app.addresses import control_address
    from v2m_desktop.app.control_client import follow

    for line in follow(control_address()):
        print(line, flush=True)
    return EXIT_OK


def _devices(_options: argparse.Namespace) -> int:
    from v2m_desktop.app.commands.devices import print_devices

    return print_devices()


def _transcribe(options: argparse.Namespace) -> int:
    from v2m_desktop.app.commands.transcribe import transcribe_files

    return transcribe_files(options.files, options.model, options.language, as_json=options.format == "json")


def _recover(options: argparse.Namespace) -> int:
    from v2m_desktop.app.commands import recover

    if options.transcribe:
        return recover.transcribe(options.transcribe)
    if options.discard:
        return recover.discard(options.discard)
    return recover.list_leftovers()


def _models(options: argparse.Namespace) -> int:
    from v2m_desktop.app.commands import models

    if options.verb == "pull":
        return models.pull(options.name, as_json=options.json)
    if options.verb == "import":
        return models.import_folder(options.folder, options.name, as_json=options.json)
    if options.verb == "remove":
        return models.remove(options.name)
    if options.verb == "inspect":
        return models.inspect(options.name, as_json=options.json)
    if options.verb == "measure":
        return models.measure(as_json=options.json)
    return models.list_all(as_json=options.json)
