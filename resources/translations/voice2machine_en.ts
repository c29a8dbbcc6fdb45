<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Controls</name>
    <message>
        <source>&amp;Stop dictation</source>
        <translation>&amp;Stop dictation</translation>
    </message>
    <message>
        <source>&amp;Start dictation</source>
        <translation>&amp;Start dictation</translation>
    </message>
    <message>
        <source>&amp;Recover recordings… ({count})</source>
        <translation>&amp;Recover recordings… ({count})</translation>
    </message>
    <message>
        <source>Try to take &amp;hotkeys again</source>
        <translation>Try to take &amp;hotkeys again</translation>
    </message>
    <message>
        <source>Voice2Machine menu</source>
        <translation>Voice2Machine menu</translation>
    </message>
    <message>
        <source>&amp;Discard this recording</source>
        <translation>&amp;Discard this recording</translation>
    </message>
    <message>
        <source>&amp;Copy last text</source>
        <translation>&amp;Copy last text</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Model</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Language</translation>
    </message>
    <message>
        <source>Micro&amp;phone</source>
        <translation>Micro&amp;phone</translation>
    </message>
    <message>
        <source>Pause &amp;hotkeys</source>
        <translation>Pause &amp;hotkeys</translation>
    </message>
    <message>
        <source>Discard &amp;kept recordings…</source>
        <translation>Discard &amp;kept recordings…</translation>
    </message>
    <message>
        <source>Open settings &amp;file</source>
        <translation>Open settings &amp;file</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Quit</translation>
    </message>
    <message>
        <source>The microphone is open</source>
        <translation>The microphone is open</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>M&amp;ore</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>More actions</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>System default</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Opening the microphone…</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Listening</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Needs attention</translation>
    </message>
    <message>
        <source>{state}, hotkeys paused</source>
        <translation>{state}, hotkeys paused</translation>
    </message>
    <message>
        <source>Recordings not delivered: {count}. To get their text: v2m recover</source>
        <translation>Recordings not delivered: {count}. To get their text: v2m recover</translation>
    </message>
    <message>
        <source>Voice2Machine is already running.</source>
        <translation>Voice2Machine is already running.</translation>
    </message>
    <message>
        <source>The app crashed last time. What is known is in {file}.</source>
        <translation>The app crashed last time. What is known is in {file}.</translation>
    </message>
</context>
<context>
    <name>Discard</name>
    <message>
        <source>Delete the kept recordings for good? ({count})</source>
        <translation>Delete the kept recordings for good? ({count})</translation>
    </message>
    <message>
        <source>Their words were not delivered. Nothing can bring them back.</source>
        <translation>Their words were not delivered. Nothing can bring them back.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Delete</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>&amp;Keep them</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>"{language}" is no language code. Use "auto" or a code such as en or es.</source>
        <translation>"{language}" is no language code. Use "auto" or a code such as en or es.</translation>
    </message>
    <message>
        <source>"{part}" in the hotkey "{text}" is no key known here. Write it like {example}.</source>
        <translation>"{part}" in the hotkey "{text}" is no key known here. Write it like {example}.</translation>
    </message>
    <message>
        <source>"{part}" in the hotkey "{text}" is no modifier. Use ctrl, alt, shift or super.</source>
        <translation>"{part}" in the hotkey "{text}" is no modifier. Use ctrl, alt, shift or super.</translation>
    </message>
    <message>
        <source>"{text}" is not a hotkey. Write it like {example}.</source>
        <translation>"{text}" is not a hotkey. Write it like {example}.</translation>
    </message>
    <message>
        <source>A dictation took too long. Its recording is kept: see v2m recover.</source>
        <translation>A dictation took too long. Its recording is kept: see v2m recover.</translation>
    </message>
    <message>
        <source>A key was held down. The text is kept: copy it from the tray menu.</source>
        <translation>A key was held down. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>A part of the app that listens is missing ({reason}). Install the app again.</source>
        <translation>A part of the app that listens is missing ({reason}). Install the app again.</translation>
    </message>
    <message>
        <source>A window of Voice2Machine is in front. The text is kept: copy it from the tray.</source>
        <translation>A window of Voice2Machine is in front. The text is kept: copy it from the tray.</translation>
    </message>
    <message>
        <source>Another Voice2Machine of yours is starting or hangs. Quit it, then try again.</source>
        <translation>Another Voice2Machine of yours is starting or hangs. Quit it, then try again.</translation>
    </message>
    <message>
        <source>Another process is working on the recording {id}. Wait for it.</source>
        <translation>Another process is working on the recording {id}. Wait for it.</translation>
    </message>
    <message>
        <source>Another program took the clipboard. The text is kept: copy it from the tray menu.</source>
        <translation>Another program took the clipboard. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>Commands such as v2m toggle will not work: {reason}.</source>
        <translation>Commands such as v2m toggle will not work: {reason}.</translation>
    </message>
    <message>
        <source>Default settings are used.</source>
        <translation>Default settings are used.</translation>
    </message>
    <message>
        <source>Default settings are used. Correct it or remove it.</source>
        <translation>Default settings are used. Correct it or remove it.</translation>
    </message>
    <message>
        <source>Did you mean {key}?</source>
        <translation>Did you mean {key}?</translation>
    </message>
    <message>
        <source>It takes "auto" or a language code such as en, es or pt.</source>
        <translation>It takes "auto" or a language code such as en, es or pt.</translation>
    </message>
    <message>
        <source>It takes a text between quotation marks.</source>
        <translation>It takes a text between quotation marks.</translation>
    </message>
    <message>
        <source>It takes a whole number from {least} to {most}.</source>
        <translation>It takes a whole number from {least} to {most}.</translation>
    </message>
    <message>
        <source>It takes one of {choices}.</source>
        <translation>It takes one of {choices}.</translation>
    </message>
    <message>
        <source>It takes true or false.</source>
        <translation>It takes true or false.</translation>
    </message>
    <message>
        <source>It was renamed to {backup}, and default settings are used.</source>
        <translation>It was renamed to {backup}, and default settings are used.</translation>
    </message>
    <message>
        <source>Models are downloaded from https addresses only, and {address} is none.</source>
        <translation>Models are downloaded from https addresses only, and {address} is none.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, then start the take again.</source>
        <translation>No microphone was found. Plug one in, then start the take again.</translation>
    </message>
    <message>
        <source>No model is loaded: choose one in the tray menu, then try again.</source>
        <translation>No model is loaded: choose one in the tray menu, then try again.</translation>
    </message>
    <message>
        <source>Only a part of the recording could be kept on disk: {reason}</source>
        <translation>Only a part of the recording could be kept on disk: {reason}</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk of {root}. Free some space for long recordings.</source>
        <translation>Only {free} MB are free on the disk of {root}. Free some space for long recordings.</translation>
    </message>
    <message>
        <source>The X display cannot be opened. Start the app from a desktop session.</source>
        <translation>The X display cannot be opened. Start the app from a desktop session.</translation>
    </message>
    <message>
        <source>The X server did not take the keys. The text is kept; paste it.</source>
        <translation>The X server did not take the keys. The text is kept; paste it.</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. What arrived is kept; try again.</source>
        <translation>The connection to {host} broke off. What arrived is kept; try again.</translation>
    </message>
    <message>
        <source>The connection to {host} cannot be trusted: check this computer's clock, and the proxy or virus scanner that reads along.</source>
        <translation>The connection to {host} cannot be trusted: check this computer's clock, and the proxy or virus scanner that reads along.</translation>
    </message>
    <message>
        <source>The default {default} is used.</source>
        <translation>The default {default} is used.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full. What arrived is kept; free some space, then try again.</source>
        <translation>The disk of {folder} is full. What arrived is kept; free some space, then try again.</translation>
    </message>
    <message>
        <source>The download was stopped. What arrived is kept for the next time.</source>
        <translation>The download was stopped. What arrived is kept for the next time.</translation>
    </message>
    <message>
        <source>The file {file} arrived damaged and is not used. Download the model again.</source>
        <translation>The file {file} arrived damaged and is not used. Download the model again.</translation>
    </message>
    <message>
        <source>The file {file} in the model folder {folder} is damaged: install the model again.</source>
        <translation>The file {file} in the model folder {folder} is damaged: install the model again.</translation>
    </message>
    <message>
        <source>The file {file} should have {size} bytes, but the server sent {found}. Try again later.</source>
        <translation>The file {file} should have {size} bytes, but the server sent {found}. Try again later.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Make it writable, or name another one in V2M_PROFILE.</source>
        <translation>The folder {folder} cannot be written to. Make it writable, or name another one in V2M_PROFILE.</translation>
    </message>
    <message>
        <source>The folder {folder} was not made by this app and is in the way: rename it, then try again.</source>
        <translation>The folder {folder} was not made by this app and is in the way: rename it, then try again.</translation>
    </message>
    <message>
        <source>The hotkey "{text}" needs ctrl, alt or super, or {key} could no longer be typed.</source>
        <translation>The hotkey "{text}" needs ctrl, alt or super, or {key} could no longer be typed.</translation>
    </message>
    <message>
        <source>The hub sends this computer from address to address. Try again later.</source>
        <translation>The hub sends this computer from address to address. Try again later.</translation>
    </message>
    <message>
        <source>The keyboard has no key "{key}". The text is kept; paste it.</source>
        <translation>The keyboard has no key "{key}". The text is kept; paste it.</translation>
    </message>
    <message>
        <source>The library for hotkeys cannot be loaded. Install the app again, or bind the command "v2m toggle" to a key in the keyboard settings of your desktop.</source>
        <translation>The library for hotkeys cannot be loaded. Install the app again, or bind the command "v2m toggle" to a key in the keyboard settings of your desktop.</translation>
    </message>
    <message>
        <source>The library that sends keys cannot be loaded. The text is kept; paste it.</source>
        <translation>The library that sends keys cannot be loaded. The text is kept; paste it.</translation>
    </message>
    <message>
        <source>The microphone "{device}" is not there. Plug it in, or choose another one in the tray menu.</source>
        <translation>The microphone "{device}" is not there. Plug it in, or choose another one in the tray menu.</translation>
    </message>
    <message>
        <source>The microphone "{name}" gives no sound. Check the connection, or choose another one.</source>
        <translation>The microphone "{name}" gives no sound. Check the connection, or choose another one.</translation>
    </message>
    <message>
        <source>The microphone "{name}" gives only silence. Is it muted or switched off?</source>
        <translation>The microphone "{name}" gives only silence. Is it muted or switched off?</translation>
    </message>
    <message>
        <source>The microphone "{name}" stopped. What you said before that is kept and written.</source>
        <translation>The microphone "{name}" stopped. What you said before that is kept and written.</translation>
    </message>
    <message>
        <source>The microphone did not answer. Check the connection, or choose another in the tray menu.</source>
        <translation>The microphone did not answer. Check the connection, or choose another in the tray menu.</translation>
    </message>
    <message>
        <source>The model folder {folder} does not exist: choose another model or install this one again.</source>
        <translation>The model folder {folder} does not exist: choose another model or install this one again.</translation>
    </message>
    <message>
        <source>The model folder {folder} lacks the file {file}: install the model again.</source>
        <translation>The model folder {folder} lacks the file {file}: install the model again.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be loaded: install it again or choose another one.</source>
        <translation>The model in {folder} cannot be loaded: install it again or choose another one.</translation>
    </message>
    <message>
        <source>The model {model} failed on this recording, which is kept: try again or choose another model.</source>
        <translation>The model {model} failed on this recording, which is kept: try again or choose another model.</translation>
    </message>
    <message>
        <source>The model {model} knows no language "{language}": choose another one, or "auto".</source>
        <translation>The model {model} knows no language "{language}": choose another one, or "auto".</translation>
    </message>
    <message>
        <source>The model {name} is being downloaded or removed already: wait for that to end.</source>
        <translation>The model {name} is being downloaded or removed already: wait for that to end.</translation>
    </message>
    <message>
        <source>The model {name} is part of the app and stays.</source>
        <translation>The model {name} is part of the app and stays.</translation>
    </message>
    <message>
        <source>The model {name} needs {needed} MB of free space, and {folder} has {free} MB: free some space, or choose a smaller model.</source>
        <translation>The model {name} needs {needed} MB of free space, and {folder} has {free} MB: free some space, or choose a smaller model.</translation>
    </message>
    <message>
        <source>The model {name} was not downloaded by this app: delete the folder {folder} yourself.</source>
        <translation>The model {name} was not downloaded by this app: delete the folder {folder} yourself.</translation>
    </message>
    <message>
        <source>The proxy does not let this computer reach {host}. Check the proxy of the system.</source>
        <translation>The proxy does not let this computer reach {host}. Check the proxy of the system.</translation>
    </message>
    <message>
        <source>The recognizer cannot start, because {library} is missing: install the app again.</source>
        <translation>The recognizer cannot start, because {library} is missing: install the app again.</translation>
    </message>
    <message>
        <source>The recognizer does not know this request.</source>
        <translation>The recognizer does not know this request.</translation>
    </message>
    <message>
        <source>The recognizer failed ({kind}). The recording is kept: try again or choose another model.</source>
        <translation>The recognizer failed ({kind}). The recording is kept: try again or choose another model.</translation>
    </message>
    <message>
        <source>The recognizer stopped unexpectedly. The recording is kept: try again.</source>
        <translation>The recognizer stopped unexpectedly. The recording is kept: try again.</translation>
    </message>
    <message>
        <source>The recognizer took too long. The recording is kept: try again, or choose a smaller model.</source>
        <translation>The recognizer took too long. The recording is kept: try again, or choose a smaller model.</translation>
    </message>
    <message>
        <source>The recognizer's process cannot be started: install the app again.</source>
        <translation>The recognizer's process cannot be started: install the app again.</translation>
    </message>
    <message>
        <source>The recording could not be ended in time. It is kept: see v2m recover.</source>
        <translation>The recording could not be ended in time. It is kept: see v2m recover.</translation>
    </message>
    <message>
        <source>The recording could not be kept on disk: {reason}</source>
        <translation>The recording could not be kept on disk: {reason}</translation>
    </message>
    <message>
        <source>The recording {id} is in use by the running app.</source>
        <translation>The recording {id} is in use by the running app.</translation>
    </message>
    <message>
        <source>The server sent another part of the file {file} than the missing one. Try again later.</source>
        <translation>The server sent another part of the file {file} than the missing one. Try again later.</translation>
    </message>
    <message>
        <source>The server sent more than the {size} bytes of the file {file}. Try again later.</source>
        <translation>The server sent more than the {size} bytes of the file {file}. Try again later.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be understood ({reason}).</source>
        <translation>The settings file {path} cannot be understood ({reason}).</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be understood ({reason}). The settings from before stay in use.</source>
        <translation>The settings file {path} cannot be understood ({reason}). The settings from before stay in use.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version. What this one does not know is left alone.</source>
        <translation>The settings were written by a newer version. What this one does not know is left alone.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing, so no microphone can be opened. Install it (on Debian and Ubuntu: sudo apt install libportaudio2) and start the app again.</source>
        <translation>The sound library PortAudio is missing, so no microphone can be opened. Install it (on Debian and Ubuntu: sudo apt install libportaudio2) and start the app again.</translation>
    </message>
    <message>
        <source>The system did not take the keys. The text is kept; paste it.</source>
        <translation>The system did not take the keys. The text is kept; paste it.</translation>
    </message>
    <message>
        <source>The system does not let the app see hotkeys. Allow it under Accessibility and Input Monitoring in the privacy settings, or bind the command "v2m toggle" to a key.</source>
        <translation>The system does not let the app see hotkeys. Allow it under Accessibility and Input Monitoring in the privacy settings, or bind the command "v2m toggle" to a key.</translation>
    </message>
    <message>
        <source>The voice detector's model file cannot be read. Install the app again.</source>
        <translation>The voice detector's model file cannot be read. Install the app again.</translation>
    </message>
    <message>
        <source>The voice detector's model file is missing. Install the app again.</source>
        <translation>The voice detector's model file is missing. Install the app again.</translation>
    </message>
    <message>
        <source>The window did not take the text. It is on the clipboard: paste it yourself.</source>
        <translation>The window did not take the text. It is on the clipboard: paste it yourself.</translation>
    </message>
    <message>
        <source>The window you dictated into is gone. The text is kept: copy it from the tray menu.</source>
        <translation>The window you dictated into is gone. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>There are no hotkeys, because {reason}</source>
        <translation>There are no hotkeys, because {reason}</translation>
    </message>
    <message>
        <source>There is no desktop to take hotkeys from. Use "v2m toggle" from a terminal.</source>
        <translation>There is no desktop to take hotkeys from. Use "v2m toggle" from a terminal.</translation>
    </message>
    <message>
        <source>There is no display to put the tray icon on. Start v2m inside a desktop session; v2m transcribe, v2m devices and v2m recover work without one.</source>
        <translation>There is no display to put the tray icon on. Start v2m inside a desktop session; v2m transcribe, v2m devices and v2m recover work without one.</translation>
    </message>
    <message>
        <source>There is no microphone. Connect one, then try again.</source>
        <translation>There is no microphone. Connect one, then try again.</translation>
    </message>
    <message>
        <source>There is no model named "{name}" here: choose one of {known}, or give a folder that holds one.</source>
        <translation>There is no model named "{name}" here: choose one of {known}, or give a folder that holds one.</translation>
    </message>
    <message>
        <source>There is no model named "{name}" here: choose one of {known}.</source>
        <translation>There is no model named "{name}" here: choose one of {known}.</translation>
    </message>
    <message>
        <source>There is no model named "{name}" to download: choose one of {known}.</source>
        <translation>There is no model named "{name}" to download: choose one of {known}.</translation>
    </message>
    <message>
        <source>There is no recording "{id}". v2m recover lists those there are.</source>
        <translation>There is no recording "{id}". v2m recover lists those there are.</translation>
    </message>
    <message>
        <source>There is no room left to write {path}. Free some space on that disk.</source>
        <translation>There is no room left to write {path}. Free some space on that disk.</translation>
    </message>
    <message>
        <source>There is no setting {key}.</source>
        <translation>There is no setting {key}.</translation>
    </message>
    <message>
        <source>There is not enough memory for the model {model}: choose a smaller one.</source>
        <translation>There is not enough memory for the model {model}: choose a smaller one.</translation>
    </message>
    <message>
        <source>This X server takes no keys from programs (no XTEST). The text is kept; paste it.</source>
        <translation>This X server takes no keys from programs (no XTEST). The text is kept; paste it.</translation>
    </message>
    <message>
        <source>This desktop lets no program send keys. The text is on the clipboard; paste it yourself.</source>
        <translation>This desktop lets no program send keys. The text is on the clipboard; paste it yourself.</translation>
    </message>
    <message>
        <source>This keyboard has no key "{key}"; choose another hotkey in the settings.</source>
        <translation>This keyboard has no key "{key}"; choose another hotkey in the settings.</translation>
    </message>
    <message>
        <source>Too many dictations are still being worked on. Wait a moment, then start again.</source>
        <translation>Too many dictations are still being worked on. Wait a moment, then start again.</translation>
    </message>
    <message>
        <source>Voice2Machine is running, but does not answer. Quit it and start it again.</source>
        <translation>Voice2Machine is running, but does not answer. Quit it and start it again.</translation>
    </message>
    <message>
        <source>Wayland does not let an app see global hotkeys. Bind the command "v2m toggle" to a key in the keyboard settings of your desktop.</source>
        <translation>Wayland does not let an app see global hotkeys. Bind the command "v2m toggle" to a key in the keyboard settings of your desktop.</translation>
    </message>
    <message>
        <source>What the clipboard held before could not be kept.</source>
        <translation>What the clipboard held before could not be kept.</translation>
    </message>
    <message>
        <source>You changed to another window. The text is kept: copy it from the tray menu.</source>
        <translation>You changed to another window. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>demo (synthetic voices only, does not understand people)</source>
        <translation>demo (synthetic voices only, does not understand people)</translation>
    </message>
    <message>
        <source>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is on the clipboard; paste it yourself.</source>
        <translation>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is on the clipboard; paste it yourself.</translation>
    </message>
    <message>
        <source>{device} could not be opened. Check that it is plugged in and no other program keeps it busy, or choose another microphone.</source>
        <translation>{device} could not be opened. Check that it is plugged in and no other program keeps it busy, or choose another microphone.</translation>
    </message>
    <message>
        <source>{device} did not open, because the sound system does not answer. Try again, and restart the sound system if it stays silent.</source>
        <translation>{device} did not open, because the sound system does not answer. Try again, and restart the sound system if it stays silent.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user. Set XDG_RUNTIME_DIR to a folder of yours.</source>
        <translation>{folder} belongs to another user. Set XDG_RUNTIME_DIR to a folder of yours.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({reason}). Check that it belongs to you and is writable.</source>
        <translation>{folder} cannot be used ({reason}). Check that it belongs to you and is writable.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network, then try again.</source>
        <translation>{host} cannot be reached. Check the network, then try again.</translation>
    </message>
    <message>
        <source>{host} does not hand out this model (status {status}). Choose another model or another hub.</source>
        <translation>{host} does not hand out this model (status {status}). Choose another model or another hub.</translation>
    </message>
    <message>
        <source>{host} is overloaded or out of order (status {status}). Try again later.</source>
        <translation>{host} is overloaded or out of order (status {status}). Try again later.</translation>
    </message>
    <message>
        <source>{host} sent nothing for {seconds} s. What arrived is kept; try again later.</source>
        <translation>{host} sent nothing for {seconds} s. What arrived is kept; try again later.</translation>
    </message>
    <message>
        <source>{hotkey} is taken by another program; choose another in the settings.</source>
        <translation>{hotkey} is taken by another program; choose another in the settings.</translation>
    </message>
    <message>
        <source>{hub} gave no usable description of {repository}. A login page or a proxy may answer instead.</source>
        <translation>{hub} gave no usable description of {repository}. A login page or a proxy may answer instead.</translation>
    </message>
    <message>
        <source>{key} = {value} cannot be used.</source>
        <translation>{key} = {value} cannot be used.</translation>
    </message>
    <message>
        <source>{key} is changed. It takes effect at the next start.</source>
        <translation>{key} is changed. It takes effect at the next start.</translation>
    </message>
    <message>
        <source>{name} must be a table, written as [{name}].</source>
        <translation>{name} must be a table, written as [{name}].</translation>
    </message>
    <message>
        <source>{path} cannot be read: you have no permission.</source>
        <translation>{path} cannot be read: you have no permission.</translation>
    </message>
    <message>
        <source>{path} cannot be used ({reason}). Check that it belongs to you and that its disk is writable.</source>
        <translation>{path} cannot be used ({reason}). Check that it belongs to you and that its disk is writable.</translation>
    </message>
    <message>
        <source>{path} does not exist: check the name.</source>
        <translation>{path} does not exist: check the name.</translation>
    </message>
    <message>
        <source>{path} has no sound track.</source>
        <translation>{path} has no sound track.</translation>
    </message>
    <message>
        <source>{path} is a folder: name the files in it.</source>
        <translation>{path} is a folder: name the files in it.</translation>
    </message>
    <message>
        <source>{path} is empty: there is no sound in it.</source>
        <translation>{path} is empty: there is no sound in it.</translation>
    </message>
    <message>
        <source>{path} is not an audio file that can be read.</source>
        <translation>{path} is not an audio file that can be read.</translation>
    </message>
    <message>
        <source>{reason} The text is kept.</source>
        <translation>{reason} The text is kept.</translation>
    </message>
    <message>
        <source>{repository} holds no model that can be used here: it lacks {files}.</source>
        <translation>{repository} holds no model that can be used here: it lacks {files}.</translation>
    </message>
</context>
<context>
    <name>Language</name>
    <message>
        <source>Arabic</source>
        <translation>Arabic</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>Catalan</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>Chinese</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Dutch</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>French</source>
        <translation>French</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>Galician</translation>
    </message>
    <message>
        <source>German</source>
        <translation>German</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>Hindi</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>Italian</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>Japanese</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>Korean</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>Polish</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>Portuguese</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Russian</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>Spanish</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>Turkish</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>Ukrainian</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Detect language</source>
        <translation>Detect language</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Discard this recording</source>
        <translation>Discard this recording</translation>
    </message>
    <message>
        <source>Discard this recording (Esc)</source>
        <translation>Discard this recording (Esc)</translation>
    </message>
    <message>
        <source>The microphone is open</source>
        <translation>The microphone is open</translation>
    </message>
    <message>
        <source>Memory is nearly full</source>
        <translation>Memory is nearly full</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Opening the microphone…</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Listening</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Something went wrong</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>Stop to text: {milliseconds} ms</source>
        <translation>Stop to text: {milliseconds} ms</translation>
    </message>
    <message>
        <source>The model is still loading. Speak on, nothing is lost.</source>
        <translation>The model is still loading. Speak on, nothing is lost.</translation>
    </message>
    <message>
        <source>No speech was heard.</source>
        <translation>No speech was heard.</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Discarded.</translation>
    </message>
    <message>
        <source>The text is kept: copy it from the tray menu.</source>
        <translation>The text is kept: copy it from the tray menu.</translation>
    </message>
</context>
<context>
    <name>Resources</name>
    <message>
        <source>CPU {percent} %</source>
        <translation>CPU {percent} %</translation>
    </message>
    <message>
        <source>RAM {memory}</source>
        <translation>RAM {memory}</translation>
    </message>
    <message>
        <source>VRAM {memory}</source>
        <translation>VRAM {memory}</translation>
    </message>
    <message>
        <source>GPU {percent} %</source>
        <translation>GPU {percent} %</translation>
    </message>
</context>
</TS>
