"""Sentences of errors, for lupdate only. Written by packaging/translations/update.py."""

# ruff: noqa: E501  (lupdate reads one literal per sentence)
from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

TEMPLATES = (
    QT_TRANSLATE_NOOP("Error", '"{language}" is no language code. Use "auto" or a code such as en or es.'),
    QT_TRANSLATE_NOOP("Error", '"{name}" cannot be the name of a model. Use letters, digits, "-" and ".".'),
    QT_TRANSLATE_NOOP(
        "Error", '"{part}" in the hotkey "{text}" is no key known here. Write it like {example}.'
    ),
    QT_TRANSLATE_NOOP(
        "Error", '"{part}" in the hotkey "{text}" is no modifier. Use ctrl, alt, shift or super.'
    ),
    QT_TRANSLATE_NOOP("Error", '"{text}" is not a hotkey. Write it like {example}.'),
    QT_TRANSLATE_NOOP("Error", "A dictation took too long. Its recording is kept: see v2m recover."),
    QT_TRANSLATE_NOOP("Error", "A key was held down. The text is kept: copy it from the tray menu."),
    QT_TRANSLATE_NOOP(
        "Error", "A part of the app that listens is missing ({reason}). Install the app again."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "A window of Voice2Machine is in front. The text is kept: copy it from the tray."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "Another Voice2Machine of yours is starting or hangs. Quit it, then try again."
    ),
    QT_TRANSLATE_NOOP("Error", "Another process is working on the recording {id}. Wait for it."),
    QT_TRANSLATE_NOOP(
        "Error", "Another program took the clipboard. The text is kept: copy it from the tray menu."
    ),
    QT_TRANSLATE_NOOP("Error", "Commands such as v2m toggle will not work: {reason}."),
    QT_TRANSLATE_NOOP("Error", "Default settings are used."),
    QT_TRANSLATE_NOOP("Error", "Default settings are used. Correct it or remove it."),
    QT_TRANSLATE_NOOP("Error", "Did you mean {key}?"),
    QT_TRANSLATE_NOOP("Error", "Gemini does not rewrite this text: its filters keep the answer back."),
    QT_TRANSLATE_NOOP("Error", "Gemini has no model {model}. Choose another in the settings."),
    QT_TRANSLATE_NOOP("Error", "Gemini offers no model to this key. Check the key in the settings."),
    QT_TRANSLATE_NOOP("Error", "Gemini refused the key. Check it in the settings."),
    QT_TRANSLATE_NOOP("Error", "Gemini wants a key. Enter yours in the settings."),
    QT_TRANSLATE_NOOP("Error", 'It takes "auto" or a language code such as en, es or pt.'),
    QT_TRANSLATE_NOOP("Error", "It takes a text between quotation marks."),
    QT_TRANSLATE_NOOP("Error", "It takes a whole number from {least} to {most}."),
    QT_TRANSLATE_NOOP("Error", "It takes an address such as http://127.0.0.1:11434."),
    QT_TRANSLATE_NOOP("Error", "It takes one of {choices}."),
    QT_TRANSLATE_NOOP("Error", "It takes true or false."),
    QT_TRANSLATE_NOOP("Error", "It was renamed to {backup}, and default settings are used."),
    QT_TRANSLATE_NOOP(
        "Error", "Memory is short, so the model gave its own back; the next dictation loads it again."
    ),
    QT_TRANSLATE_NOOP("Error", "Models are downloaded from https addresses only, and {address} is none."),
    QT_TRANSLATE_NOOP("Error", "No answer came within {seconds} s."),
    QT_TRANSLATE_NOOP("Error", "No microphone was found. Plug one in, then start the take again."),
    QT_TRANSLATE_NOOP("Error", "No model is loaded: choose one in the tray menu, then try again."),
    QT_TRANSLATE_NOOP(
        "Error", 'No speech for {seconds} s: the dictation ended. Is "{name}" the right microphone?'
    ),
    QT_TRANSLATE_NOOP(
        "Error", "No usable NVIDIA graphics card was found, so the model runs on the processor."
    ),
    QT_TRANSLATE_NOOP("Error", "Nobody is chosen to refine and translate: choose a service in the settings."),
    QT_TRANSLATE_NOOP(
        "Error",
        "Nothing was inserted; your words are kept: insert or copy them with key or tray menu. {reason}",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "Ollama does not answer at {address}. Start it, or change the address in the settings."
    ),
    QT_TRANSLATE_NOOP("Error", "Ollama has no model yet. Get one, such as by: ollama pull llama3.2."),
    QT_TRANSLATE_NOOP("Error", "Ollama has no model {model}. Get it with: ollama pull {model}."),
    QT_TRANSLATE_NOOP(
        "Error",
        "On this keyboard {hotkey} is the same as another of the hotkeys; choose another in the settings.",
    ),
    QT_TRANSLATE_NOOP("Error", "Only a part of the recording could be kept on disk: {reason}"),
    QT_TRANSLATE_NOOP(
        "Error", "Only {free} MB are free on the disk of {root}. Free some space for long recordings."
    ),
    QT_TRANSLATE_NOOP("Error", "Something unexpected went wrong; the log says what. Try again."),
    QT_TRANSLATE_NOOP("Error", "The X display cannot be opened. Start the app from a desktop session."),
    QT_TRANSLATE_NOOP("Error", "The X server did not take the keys. The text is kept; paste it."),
    QT_TRANSLATE_NOOP("Error", "The answer held no words."),
    QT_TRANSLATE_NOOP("Error", "The connection to {host} broke off. Try again."),
    QT_TRANSLATE_NOOP("Error", "The connection to {host} broke off. What arrived is kept; try again."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The connection to {host} cannot be trusted: check this computer's clock, and the proxy or virus scanner that reads along.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The copy of the file {file} is damaged, so nothing was imported. Check the disk of {folder}.",
    ),
    QT_TRANSLATE_NOOP("Error", "The default {default} is used."),
    QT_TRANSLATE_NOOP("Error", "The demo model does not understand the demo recording."),
    QT_TRANSLATE_NOOP(
        "Error", "The disk of {folder} is full, so nothing was imported. Free some space, then try again."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The disk of {folder} is full. What arrived is kept; free some space, then try again."
    ),
    QT_TRANSLATE_NOOP("Error", "The download was stopped. What arrived is kept for the next time."),
    QT_TRANSLATE_NOOP("Error", "The file {file} arrived damaged and is not used. Download the model again."),
    QT_TRANSLATE_NOOP("Error", "The file {file} cannot be read ({reason}). Check its disk, then try again."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The file {file} in the folder {folder} is damaged. Nothing was imported; get the model anew.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The file {file} in the model folder {folder} is damaged: install the model again."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The file {file} is damaged: its checksum is not the one it came with. Get the model anew."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The file {file} should have {size} bytes, but the server sent {found}. Try again later."
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The folder {folder} cannot be written to. Make it writable, or name another one in V2M_PROFILE.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The folder {folder} holds no whole model: {file} is missing. Choose the one with all files."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The folder {folder} was not made by this app and is in the way: rename it, then try again."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The graphics card could not run the model as asked, so it runs as {compute_type}."
    ),
    QT_TRANSLATE_NOOP("Error", "The graphics card could not run the model, so it runs on the processor."),
    QT_TRANSLATE_NOOP(
        "Error", "The graphics card has too little free memory for the model, so it runs on the processor."
    ),
    QT_TRANSLATE_NOOP(
        "Error", 'The hotkey "{text}" needs ctrl, alt or super, or {key} could no longer be typed.'
    ),
    QT_TRANSLATE_NOOP("Error", "The hub sends this computer from address to address. Try again later."),
    QT_TRANSLATE_NOOP("Error", "The icons cannot be drawn. Install the app again."),
    QT_TRANSLATE_NOOP("Error", "The import was stopped. Nothing of it is kept."),
    QT_TRANSLATE_NOOP("Error", 'The keyboard has no key "{key}". The text is kept; paste it.'),
    QT_TRANSLATE_NOOP(
        "Error",
        'The library for hotkeys cannot be loaded. Install the app again, or bind the command "v2m toggle" to a key in the keyboard settings of your desktop.',
    ),
    QT_TRANSLATE_NOOP("Error", "The library that sends keys cannot be loaded. The text is kept; paste it."),
    QT_TRANSLATE_NOOP(
        "Error", 'The microphone "{device}" is not there. Plug it in, or choose another one in the tray menu.'
    ),
    QT_TRANSLATE_NOOP(
        "Error", 'The microphone "{name}" gives no sound. Check the connection, or choose another one.'
    ),
    QT_TRANSLATE_NOOP("Error", 'The microphone "{name}" gives only silence. Is it muted or switched off?'),
    QT_TRANSLATE_NOOP(
        "Error", 'The microphone "{name}" stopped. What you said before that is kept and written.'
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The microphone did not answer. Check the connection, or choose another in the tray menu."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The model folder {folder} does not exist: choose another model or install this one again."
    ),
    QT_TRANSLATE_NOOP("Error", "The model folder {folder} lacks the file {file}: install the model again."),
    QT_TRANSLATE_NOOP("Error", "The model gave an answer that cannot be read. Try again, or choose another."),
    QT_TRANSLATE_NOOP(
        "Error", "The model in {folder} cannot be loaded: install it again or choose another one."
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The model runs on the processor, because a library of CUDA is missing: install cuBLAS and cuDNN for CUDA 12 to use the graphics card.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The model {model} failed on this recording, which is kept: try again or choose another model.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The model {model} is large for the free memory of this computer, which may become slow: close other programs, or choose a smaller model.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The model {model} is larger than the memory of this computer: choose a smaller one."
    ),
    QT_TRANSLATE_NOOP(
        "Error", 'The model {model} knows no language "{language}": choose another one, or "auto".'
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The model {name} is being downloaded or removed already: wait for that to end."
    ),
    QT_TRANSLATE_NOOP("Error", "The model {name} is in use. Choose another one first."),
    QT_TRANSLATE_NOOP("Error", "The model {name} is part of the app and stays."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The model {name} needs {needed} MB of free space, and {folder} has {free} MB: free some space, or choose a smaller model.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The model {name} was not downloaded by this app: delete the folder {folder} yourself."
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The model's answer was not what was said, so it was not used. Try again, or choose another model.",
    ),
    QT_TRANSLATE_NOOP("Error", 'The name "{name}" is taken by another model. Choose another name.'),
    QT_TRANSLATE_NOOP(
        "Error", "The proxy does not let this computer reach {host}. Check the proxy of the system."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The recognizer cannot start, because {library} is missing: install the app again."
    ),
    QT_TRANSLATE_NOOP("Error", "The recognizer does not know this request."),
    QT_TRANSLATE_NOOP(
        "Error", "The recognizer failed ({kind}). The recording is kept: try again or choose another model."
    ),
    QT_TRANSLATE_NOOP("Error", "The recognizer stopped unexpectedly. The recording is kept: try again."),
    QT_TRANSLATE_NOOP(
        "Error", "The recognizer took too long. The recording is kept: try again, or choose a smaller model."
    ),
    QT_TRANSLATE_NOOP("Error", "The recognizer's process cannot be started: install the app again."),
    QT_TRANSLATE_NOOP("Error", "The recording could not be ended in time. It is kept: see v2m recover."),
    QT_TRANSLATE_NOOP("Error", "The recording could not be kept on disk: {reason}"),
    QT_TRANSLATE_NOOP("Error", "The recording {id} is in use by the running app."),
    QT_TRANSLATE_NOOP("Error", "The rewriting failed ({kind})."),
    QT_TRANSLATE_NOOP("Error", "The rewriting took too long."),
    QT_TRANSLATE_NOOP("Error", "The rewriting was stopped. The words are kept."),
    QT_TRANSLATE_NOOP(
        "Error", "The rewriting was stopped. Your words are kept: insert or copy them with key or tray menu."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The server sent another part of the file {file} than the missing one. Try again later."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The server sent more than the {size} bytes of the file {file}. Try again later."
    ),
    QT_TRANSLATE_NOOP("Error", "The settings file {path} cannot be understood ({reason})."),
    QT_TRANSLATE_NOOP(
        "Error",
        "The settings file {path} cannot be understood ({reason}). The settings from before stay in use.",
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The settings were written by a newer version. What this one does not know is left alone."
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The sound library PortAudio is missing, so no microphone can be opened. Install it (on Debian and Ubuntu: sudo apt install libportaudio2) and start the app again.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The start at login could not be changed in the registry ({reason}). Change it in the task manager, under startup apps.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "The start at login could not be changed, because {path} cannot be written ({reason}). Check that its folder belongs to you and is writable.",
    ),
    QT_TRANSLATE_NOOP("Error", "The system did not take the keys. The text is kept; paste it."),
    QT_TRANSLATE_NOOP(
        "Error",
        'The system does not let the app see hotkeys. Allow it under Accessibility and Input Monitoring in the privacy settings, or bind the command "v2m toggle" to a key.',
    ),
    QT_TRANSLATE_NOOP("Error", "The text was inserted as you said it. {reason}"),
    QT_TRANSLATE_NOOP("Error", "The voice detector hears no speech in the demo recording."),
    QT_TRANSLATE_NOOP("Error", "The voice detector's model file cannot be read. Install the app again."),
    QT_TRANSLATE_NOOP("Error", "The voice detector's model file is missing. Install the app again."),
    QT_TRANSLATE_NOOP(
        "Error", "The window did not take the text. It is on the clipboard: paste it yourself."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "The window you dictated into is gone. The text is kept: copy it from the tray menu."
    ),
    QT_TRANSLATE_NOOP("Error", "There are no hotkeys, because {reason}"),
    QT_TRANSLATE_NOOP("Error", 'There is no desktop to take hotkeys from. Use "v2m toggle" from a terminal.'),
    QT_TRANSLATE_NOOP(
        "Error",
        "There is no display to put the tray icon on. Start v2m inside a desktop session; v2m transcribe, v2m devices and v2m recover work without one.",
    ),
    QT_TRANSLATE_NOOP("Error", "There is no microphone. Connect one, then try again."),
    QT_TRANSLATE_NOOP(
        "Error",
        'There is no model named "{name}" here: choose one of {known}, or give a folder that holds one.',
    ),
    QT_TRANSLATE_NOOP("Error", 'There is no model named "{name}" here: choose one of {known}.'),
    QT_TRANSLATE_NOOP("Error", 'There is no model named "{name}" to download: choose one of {known}.'),
    QT_TRANSLATE_NOOP("Error", 'There is no recording "{id}". v2m recover lists those there are.'),
    QT_TRANSLATE_NOOP("Error", "There is no room left to write {path}. Free some space on that disk."),
    QT_TRANSLATE_NOOP("Error", "There is no setting {key}."),
    QT_TRANSLATE_NOOP("Error", "There is not enough memory for the model {model}: choose a smaller one."),
    QT_TRANSLATE_NOOP("Error", "These files are missing: {files}. Install the app again."),
    QT_TRANSLATE_NOOP(
        "Error", "This X server takes no keys from programs (no XTEST). The text is kept; paste it."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "This desktop lets no program send keys. The text is on the clipboard; paste it yourself."
    ),
    QT_TRANSLATE_NOOP("Error", "This graphics card cannot compute {asked}, so {compute_type} is used."),
    QT_TRANSLATE_NOOP("Error", 'This keyboard has no key "{key}"; choose another hotkey in the settings.'),
    QT_TRANSLATE_NOOP("Error", "This processor cannot compute {asked}, so {compute_type} is used."),
    QT_TRANSLATE_NOOP(
        "Error", "Too many dictations are still being worked on. Wait a moment, then start again."
    ),
    QT_TRANSLATE_NOOP("Error", "Voice2Machine is running, but does not answer. Quit it and start it again."),
    QT_TRANSLATE_NOOP(
        "Error",
        'Wayland does not let an app see global hotkeys. Bind the command "v2m toggle" to a key in the keyboard settings of your desktop.',
    ),
    QT_TRANSLATE_NOOP("Error", "What the clipboard held before could not be kept."),
    QT_TRANSLATE_NOOP(
        "Error", "You changed to another window. The text is kept: copy it from the tray menu."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "Your user has no home folder. Set HOME, or name a folder in V2M_PROFILE, and start again."
    ),
    QT_TRANSLATE_NOOP("Error", "demo (synthetic voices only, does not understand people)"),
    QT_TRANSLATE_NOOP(
        "Error",
        "macOS lets this app send no keys: allow it in System Settings, Privacy & Security, Accessibility. The text is on the clipboard; paste it yourself.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "{device} could not be opened. Check that it is plugged in and no other program keeps it busy, or choose another microphone.",
    ),
    QT_TRANSLATE_NOOP(
        "Error",
        "{device} did not open, because the sound system does not answer. Try again, and restart the sound system if it stays silent.",
    ),
    QT_TRANSLATE_NOOP("Error", "{folder} belongs to another user. Set XDG_RUNTIME_DIR to a folder of yours."),
    QT_TRANSLATE_NOOP(
        "Error", "{folder} cannot be used ({reason}). Check that it belongs to you and is writable."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "{host} answered with a page instead of a text. Check the address, or log in to the network."
    ),
    QT_TRANSLATE_NOOP("Error", "{host} answered without end. Choose another model."),
    QT_TRANSLATE_NOOP("Error", "{host} broke off its answer. Try again."),
    QT_TRANSLATE_NOOP("Error", "{host} cannot be reached. Check the network, then try again."),
    QT_TRANSLATE_NOOP("Error", "{host} did not accept the request (status {status}). Choose another model."),
    QT_TRANSLATE_NOOP(
        "Error", "{host} did not answer in time. Try again, or allow more seconds in the settings."
    ),
    QT_TRANSLATE_NOOP(
        "Error", "{host} does not hand out this model (status {status}). Choose another model or another hub."
    ),
    QT_TRANSLATE_NOOP("Error", "{host} gave an answer that cannot be read. Try again."),
    QT_TRANSLATE_NOOP("Error", "{host} is overloaded or out of order (status {status}). Try again later."),
    QT_TRANSLATE_NOOP(
        "Error", "{host} points to another address. The words were not sent there; check the address."
    ),
    QT_TRANSLATE_NOOP("Error", "{host} refused the key. Check it in the settings."),
    QT_TRANSLATE_NOOP("Error", "{host} sent nothing for {seconds} s. What arrived is kept; try again later."),
    QT_TRANSLATE_NOOP(
        "Error", "{host} takes no more requests for now: the quota is used up. Try again later."
    ),
    QT_TRANSLATE_NOOP("Error", "{hotkey} is taken by another program; choose another in the settings."),
    QT_TRANSLATE_NOOP(
        "Error", "{hotkey} is used for dictation already; choose another hotkey in the settings."
    ),
    QT_TRANSLATE_NOOP("Error", "{hotkey} refines already; choose another hotkey in the settings."),
    QT_TRANSLATE_NOOP("Error", "{hotkey} translates already; choose another hotkey in the settings."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{hub} gave no usable description of {repository}. A login page or a proxy may answer instead.",
    ),
    QT_TRANSLATE_NOOP("Error", "{key} = {value} cannot be used."),
    QT_TRANSLATE_NOOP("Error", "{key} is changed. It takes effect at the next start."),
    QT_TRANSLATE_NOOP("Error", "{model} could not be used, so {before} stays."),
    QT_TRANSLATE_NOOP("Error", "{name} must be a table, written as [{name}]."),
    QT_TRANSLATE_NOOP("Error", "{path} cannot be read: you have no permission."),
    QT_TRANSLATE_NOOP(
        "Error",
        "{path} cannot be used ({reason}). Check that it belongs to you and that its disk is writable.",
    ),
    QT_TRANSLATE_NOOP("Error", "{path} does not exist: check the name."),
    QT_TRANSLATE_NOOP("Error", "{path} has no sound track."),
    QT_TRANSLATE_NOOP("Error", "{path} is a folder: name the files in it."),
    QT_TRANSLATE_NOOP("Error", "{path} is empty: there is no sound in it."),
    QT_TRANSLATE_NOOP("Error", "{path} is not an audio file that can be read."),
    QT_TRANSLATE_NOOP("Error", "{reason} The text is kept."),
    QT_TRANSLATE_NOOP("Error", "{repository} holds no model that can be used here: it lacks {files}."),
)
