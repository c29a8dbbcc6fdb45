<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About {application}</source>
        <translation>About {application}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Version {version}</translation>
    </message>
    <message>
        <source>You speak, and your words appear where you write.</source>
        <translation>You speak, and your words appear where you write.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>&amp;Licenses…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>Your voice is turned into text on this computer. It is never sent anywhere.</source>
        <translation>Your voice is turned into text on this computer. It is never sent anywhere.</translation>
    </message>
    <message>
        <source>The microphone is open while you dictate, and longer only if you set it so.</source>
        <translation>The microphone is open while you dictate, and longer only if you set it so.</translation>
    </message>
    <message>
        <source>A recording is kept until its text was delivered or you discard it.</source>
        <translation>A recording is kept until its text was delivered or you discard it.</translation>
    </message>
    <message>
        <source>Your words are never written to a log. There is no telemetry and no account.</source>
        <translation>Your words are never written to a log. There is no telemetry and no account.</translation>
    </message>
    <message>
        <source>A text leaves this computer only if you choose a rewriting service elsewhere.</source>
        <translation>A text leaves this computer only if you choose a rewriting service elsewhere.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>No hotkeys are in force. The tray menu does the same.</source>
        <translation>No hotkeys are in force. The tray menu does the same.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licenses</translation>
    </message>
    <message>
        <source>Licenses of all parts</source>
        <translation>Licenses of all parts</translation>
    </message>
    <message>
        <source>The full texts are missing from this copy of the app. Install it again to read them here, or look for them at the projects named above.</source>
        <translation>The full texts are missing from this copy of the app. Install it again to read them here, or look for them at the projects named above.</translation>
    </message>
    <message>
        <source>The code of Voice2Machine itself is under the MIT license: use it, change it, pass it on.</source>
        <translation>The code of Voice2Machine itself is under the MIT license: use it, change it, pass it on.</translation>
    </message>
    <message>
        <source>Sound files are read by PyAV, which brings FFmpeg and with it x264 and x265, two libraries under the GNU General Public License. That changes nothing for using the app. But a bundle that contains them may be passed on only under the terms of that license, version 3, together with the sources.</source>
        <translation>Sound files are read by PyAV, which brings FFmpeg and with it x264 and x265, two libraries under the GNU General Public License. That changes nothing for using the app. But a bundle that contains them may be passed on only under the terms of that license, version 3, together with the sources.</translation>
    </message>
    <message>
        <source>The sources are published by the projects: Voice2Machine, PyAV, FFmpeg, x264 and x265.</source>
        <translation>The sources are published by the projects: Voice2Machine, PyAV, FFmpeg, x264 and x265.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>Recordings under way</source>
        <translation>Recordings under way</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Dictate</translation>
    </message>
    <message>
        <source>Dictate and refine</source>
        <translation>Dictate and refine</translation>
    </message>
    <message>
        <source>Dictate and translate</source>
        <translation>Dictate and translate</translation>
    </message>
    <message>
        <source>Insert the text that was kept</source>
        <translation>Insert the text that was kept</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>Take the last text back</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
</context>
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
        <source>Te&amp;xt leaves this computer: {host}</source>
        <translation>Te&amp;xt leaves this computer: {host}</translation>
    </message>
    <message>
        <source>Dictate and &amp;translate: {language}</source>
        <translation>Dictate and &amp;translate: {language}</translation>
    </message>
    <message>
        <source>Stop rewritin&amp;g, keep the words</source>
        <translation>Stop rewritin&amp;g, keep the words</translation>
    </message>
    <message>
        <source>&amp;Insert the text again</source>
        <translation>&amp;Insert the text again</translation>
    </message>
    <message>
        <source>Take &amp;back the last text</source>
        <translation>Take &amp;back the last text</translation>
    </message>
    <message>
        <source>Reco&amp;ver recordings… ({count})</source>
        <translation>Reco&amp;ver recordings… ({count})</translation>
    </message>
    <message>
        <source>Dictate and &amp;refine</source>
        <translation>Dictate and &amp;refine</translation>
    </message>
    <message>
        <source>&amp;Copy last text</source>
        <translation>&amp;Copy last text</translation>
    </message>
    <message>
        <source>Copy last text as sp&amp;oken</source>
        <translation>Copy last text as sp&amp;oken</translation>
    </message>
    <message>
        <source>P&amp;ut my clipboard back</source>
        <translation>P&amp;ut my clipboard back</translation>
    </message>
    <message>
        <source>&amp;What the hotkey does</source>
        <translation>&amp;What the hotkey does</translation>
    </message>
    <message>
        <source>&amp;Get another model…</source>
        <translation>&amp;Get another model…</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>&amp;Unload the model</translation>
    </message>
    <message>
        <source>&amp;About Voice2Machine</source>
        <translation>&amp;About Voice2Machine</translation>
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
        <source>S&amp;ettings…</source>
        <translation>S&amp;ettings…</translation>
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
        <source>Insert as spoken</source>
        <translation>Insert as spoken</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Refine</translation>
    </message>
    <message>
        <source>Translate: {language}</source>
        <translation>Translate: {language}</translation>
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
        <source>The desktop lets the app press keys.</source>
        <translation>The desktop lets the app press keys.</translation>
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
    <name>DesktopReport</name>
    <message>
        <source>Keys</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>Keys by {way}</source>
        <translation>Keys by {way}</translation>
    </message>
    <message>
        <source>In use.</source>
        <translation>In use.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Typing</translation>
    </message>
    <message>
        <source>A text can be typed instead of pasted.</source>
        <translation>A text can be typed instead of pasted.</translation>
    </message>
    <message>
        <source>Window in front</source>
        <translation>Window in front</translation>
    </message>
    <message>
        <source>Known: a text goes only into the window it is meant for.</source>
        <translation>Known: a text goes only into the window it is meant for.</translation>
    </message>
    <message>
        <source>Not known now: a text goes into whatever window is in front.</source>
        <translation>Not known now: a text goes into whatever window is in front.</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Hotkeys</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Paused.</translation>
    </message>
    <message>
        <source>Taken through {way}.</source>
        <translation>Taken through {way}.</translation>
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
        <source>"{name}" cannot be the name of a model. Use letters, digits, "-" and ".".</source>
        <translation>"{name}" cannot be the name of a model. Use letters, digits, "-" and ".".</translation>
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
        <source>"{program}" cannot be started: {reason}. Correct the command under Delivery in the settings.</source>
        <translation>"{program}" cannot be started: {reason}. Correct the command under Delivery in the settings.</translation>
    </message>
    <message>
        <source>"{program}" failed with status {status}. The text is kept.</source>
        <translation>"{program}" failed with status {status}. The text is kept.</translation>
    </message>
    <message>
        <source>"{program}" took longer than {seconds:g} s, so it was ended. The text is kept.</source>
        <translation>"{program}" took longer than {seconds:g} s, so it was ended. The text is kept.</translation>
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
        <source>A key was held down, so nothing was taken back. Press the key again.</source>
        <translation>A key was held down, so nothing was taken back. Press the key again.</translation>
    </message>
    <message>
        <source>A key was held down. The text is kept: copy it from the tray menu.</source>
        <translation>A key was held down. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>A modifier key is held down, so the text was not typed to its end.</source>
        <translation>A modifier key is held down, so the text was not typed to its end.</translation>
    </message>
    <message>
        <source>A part of the app that listens is missing ({reason}). Install the app again.</source>
        <translation>A part of the app that listens is missing ({reason}). Install the app again.</translation>
    </message>
    <message>
        <source>A password field has the focus. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</source>
        <translation>A password field has the focus. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</translation>
    </message>
    <message>
        <source>A window of Voice2Machine is in front. The text is kept: copy it from the tray.</source>
        <translation>A window of Voice2Machine is in front. The text is kept: copy it from the tray.</translation>
    </message>
    <message>
        <source>Add the line "bindsym Ctrl+Alt+space exec v2m toggle" to ~/.config/sway/config.</source>
        <translation>Add the line "bindsym Ctrl+Alt+space exec v2m toggle" to ~/.config/sway/config.</translation>
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
        <source>Another text came in between, so nothing was taken back.</source>
        <translation>Another text came in between, so nothing was taken back.</translation>
    </message>
    <message>
        <source>Another text is being inserted. Try again in a moment.</source>
        <translation>Another text is being inserted. Try again in a moment.</translation>
    </message>
    <message>
        <source>Bind the command "v2m toggle" to a key in the keyboard settings of your desktop.</source>
        <translation>Bind the command "v2m toggle" to a key in the keyboard settings of your desktop.</translation>
    </message>
    <message>
        <source>Bind the command "v2m toggle" to a key: Settings, Keyboard, View and Customize Shortcuts, Custom Shortcuts.</source>
        <translation>Bind the command "v2m toggle" to a key: Settings, Keyboard, View and Customize Shortcuts, Custom Shortcuts.</translation>
    </message>
    <message>
        <source>Bind the command "v2m toggle" to a key: System Settings, Keyboard, Shortcuts, Add New, Command or Script.</source>
        <translation>Bind the command "v2m toggle" to a key: System Settings, Keyboard, Shortcuts, Add New, Command or Script.</translation>
    </message>
    <message>
        <source>Commands cannot be run here. Choose another way under Delivery in the settings.</source>
        <translation>Commands cannot be run here. Choose another way under Delivery in the settings.</translation>
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
        <source>Gemini does not rewrite this text: its filters keep the answer back.</source>
        <translation>Gemini does not rewrite this text: its filters keep the answer back.</translation>
    </message>
    <message>
        <source>Gemini has no model {model}. Choose another in the settings.</source>
        <translation>Gemini has no model {model}. Choose another in the settings.</translation>
    </message>
    <message>
        <source>Gemini offers no model to this key. Check the key in the settings.</source>
        <translation>Gemini offers no model to this key. Check the key in the settings.</translation>
    </message>
    <message>
        <source>Gemini refused the key. Check it in the settings.</source>
        <translation>Gemini refused the key. Check it in the settings.</translation>
    </message>
    <message>
        <source>Gemini wants a key. Enter yours in the settings.</source>
        <translation>Gemini wants a key. Enter yours in the settings.</translation>
    </message>
    <message>
        <source>Hyprland gives an app only the keys in its own configuration. Add the line "bind = CTRL ALT, space, exec, v2m toggle" to ~/.config/hypr/hyprland.conf.</source>
        <translation>Hyprland gives an app only the keys in its own configuration. Add the line "bind = CTRL ALT, space, exec, v2m toggle" to ~/.config/hypr/hyprland.conf.</translation>
    </message>
    <message>
        <source>In a terminal these characters cannot be taken back exactly.</source>
        <translation>In a terminal these characters cannot be taken back exactly.</translation>
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
        <source>It takes an address such as http://127.0.0.1:11434.</source>
        <translation>It takes an address such as http://127.0.0.1:11434.</translation>
    </message>
    <message>
        <source>It takes codes of languages, most likely first, such as en, es.</source>
        <translation>It takes codes of languages, most likely first, such as en, es.</translation>
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
        <source>Memory is short, so the model gave its own back; the next dictation loads it again.</source>
        <translation>Memory is short, so the model gave its own back; the next dictation loads it again.</translation>
    </message>
    <message>
        <source>Models are downloaded from https addresses only, and {address} is none.</source>
        <translation>Models are downloaded from https addresses only, and {address} is none.</translation>
    </message>
    <message>
        <source>No Wayland compositor answers at {place}.</source>
        <translation>No Wayland compositor answers at {place}.</translation>
    </message>
    <message>
        <source>No answer came within {seconds} s.</source>
        <translation>No answer came within {seconds} s.</translation>
    </message>
    <message>
        <source>No command is set. Enter one under Delivery in the settings.</source>
        <translation>No command is set. Enter one under Delivery in the settings.</translation>
    </message>
    <message>
        <source>No command is set. Name one under Delivery in the settings.</source>
        <translation>No command is set. Name one under Delivery in the settings.</translation>
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
        <source>No speech for {seconds} s: the dictation ended. Is "{name}" the right microphone?</source>
        <translation>No speech for {seconds} s: the dictation ended. Is "{name}" the right microphone?</translation>
    </message>
    <message>
        <source>No usable NVIDIA graphics card was found, so the model runs on the processor.</source>
        <translation>No usable NVIDIA graphics card was found, so the model runs on the processor.</translation>
    </message>
    <message>
        <source>No way to send keys works on this desktop. The text is on the clipboard; paste it yourself.</source>
        <translation>No way to send keys works on this desktop. The text is on the clipboard; paste it yourself.</translation>
    </message>
    <message>
        <source>Nobody can tell whether the text there is what was inserted, so nothing was taken back.</source>
        <translation>Nobody can tell whether the text there is what was inserted, so nothing was taken back.</translation>
    </message>
    <message>
        <source>Nobody is chosen to refine and translate: choose a service in the settings.</source>
        <translation>Nobody is chosen to refine and translate: choose a service in the settings.</translation>
    </message>
    <message>
        <source>Nothing was inserted; your words are kept: insert or copy them with key or tray menu. {reason}</source>
        <translation>Nothing was inserted; your words are kept: insert or copy them with key or tray menu. {reason}</translation>
    </message>
    <message>
        <source>Ollama does not answer at {address}. Start it, or change the address in the settings.</source>
        <translation>Ollama does not answer at {address}. Start it, or change the address in the settings.</translation>
    </message>
    <message>
        <source>Ollama has no model yet. Get one, such as by: ollama pull llama3.2.</source>
        <translation>Ollama has no model yet. Get one, such as by: ollama pull llama3.2.</translation>
    </message>
    <message>
        <source>Ollama has no model {model}. Get it with: ollama pull {model}.</source>
        <translation>Ollama has no model {model}. Get it with: ollama pull {model}.</translation>
    </message>
    <message>
        <source>On this desktop text cannot be typed for you. Choose another way under Delivery in the settings.</source>
        <translation>On this desktop text cannot be typed for you. Choose another way under Delivery in the settings.</translation>
    </message>
    <message>
        <source>On this keyboard {hotkey} is the same as another of the hotkeys; choose another in the settings.</source>
        <translation>On this keyboard {hotkey} is the same as another of the hotkeys; choose another in the settings.</translation>
    </message>
    <message>
        <source>Only a part of the recording could be kept on disk: {reason}</source>
        <translation>Only a part of the recording could be kept on disk: {reason}</translation>
    </message>
    <message>
        <source>Only a part of the text was typed. {reason}</source>
        <translation>Only a part of the text was typed. {reason}</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk of {root}. Free some space for long recordings.</source>
        <translation>Only {free} MB are free on the disk of {root}. Free some space for long recordings.</translation>
    </message>
    <message>
        <source>Other programs used {percent} % of the processor, which spoils a measurement: try again later.</source>
        <translation>Other programs used {percent} % of the processor, which spoils a measurement: try again later.</translation>
    </message>
    <message>
        <source>Somebody is dictating: measure again afterwards.</source>
        <translation>Somebody is dictating: measure again afterwards.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; the log says what. Try again.</source>
        <translation>Something unexpected went wrong; the log says what. Try again.</translation>
    </message>
    <message>
        <source>Text written from right to left cannot be taken back. Undo it in its program.</source>
        <translation>Text written from right to left cannot be taken back. Undo it in its program.</translation>
    </message>
    <message>
        <source>That is a password field: nothing is recorded there.</source>
        <translation>That is a password field: nothing is recorded there.</translation>
    </message>
    <message>
        <source>That window runs as administrator, and Windows lets no other program type there. Paste the text yourself.</source>
        <translation>That window runs as administrator, and Windows lets no other program type there. Paste the text yourself.</translation>
    </message>
    <message>
        <source>The Wayland compositor does not answer.</source>
        <translation>The Wayland compositor does not answer.</translation>
    </message>
    <message>
        <source>The Wayland compositor does not tell of that selection.</source>
        <translation>The Wayland compositor does not tell of that selection.</translation>
    </message>
    <message>
        <source>The Wayland compositor ended the connection.</source>
        <translation>The Wayland compositor ended the connection.</translation>
    </message>
    <message>
        <source>The Wayland compositor refused: {reason}</source>
        <translation>The Wayland compositor refused: {reason}</translation>
    </message>
    <message>
        <source>The Wayland compositor sent a message that has no length.</source>
        <translation>The Wayland compositor sent a message that has no length.</translation>
    </message>
    <message>
        <source>The Wayland compositor takes no requests.</source>
        <translation>The Wayland compositor takes no requests.</translation>
    </message>
    <message>
        <source>The Wayland compositor took the clipboard away from programs.</source>
        <translation>The Wayland compositor took the clipboard away from programs.</translation>
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
        <source>The answer held no words.</source>
        <translation>The answer held no words.</translation>
    </message>
    <message>
        <source>The command has a quotation mark without its twin. Correct it under Delivery in the settings.</source>
        <translation>The command has a quotation mark without its twin. Correct it under Delivery in the settings.</translation>
    </message>
    <message>
        <source>The compositor announced a file and sent none.</source>
        <translation>The compositor announced a file and sent none.</translation>
    </message>
    <message>
        <source>The connection to the Wayland compositor broke.</source>
        <translation>The connection to the Wayland compositor broke.</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. Try again.</source>
        <translation>The connection to {host} broke off. Try again.</translation>
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
        <source>The copy of the file {file} is damaged, so nothing was imported. Check the disk of {folder}.</source>
        <translation>The copy of the file {file} is damaged, so nothing was imported. Check the disk of {folder}.</translation>
    </message>
    <message>
        <source>The cursor is in a password field. The text is kept: copy it from the tray menu.</source>
        <translation>The cursor is in a password field. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>The default {default} is used.</source>
        <translation>The default {default} is used.</translation>
    </message>
    <message>
        <source>The demo model does not understand the demo recording.</source>
        <translation>The demo model does not understand the demo recording.</translation>
    </message>
    <message>
        <source>The desktop could not give the hotkeys.</source>
        <translation>The desktop could not give the hotkeys.</translation>
    </message>
    <message>
        <source>The desktop could not let the app press keys.</source>
        <translation>The desktop could not let the app press keys.</translation>
    </message>
    <message>
        <source>The desktop did not allow the app to press keys: allow it under Delivery in the settings.</source>
        <translation>The desktop did not allow the app to press keys: allow it under Delivery in the settings.</translation>
    </message>
    <message>
        <source>The desktop did not allow the hotkeys.</source>
        <translation>The desktop did not allow the hotkeys.</translation>
    </message>
    <message>
        <source>The desktop did not answer when it was asked for hotkeys.</source>
        <translation>The desktop did not answer when it was asked for hotkeys.</translation>
    </message>
    <message>
        <source>The desktop did not answer when it was asked to let the app press keys.</source>
        <translation>The desktop did not answer when it was asked to let the app press keys.</translation>
    </message>
    <message>
        <source>The desktop did not take the keys. The text is kept; paste it.</source>
        <translation>The desktop did not take the keys. The text is kept; paste it.</translation>
    </message>
    <message>
        <source>The desktop has not allowed the app to press keys yet: allow it under Delivery in the settings.</source>
        <translation>The desktop has not allowed the app to press keys yet: allow it under Delivery in the settings.</translation>
    </message>
    <message>
        <source>The desktop is asking whether the app may press keys: answer its question.</source>
        <translation>The desktop is asking whether the app may press keys: answer its question.</translation>
    </message>
    <message>
        <source>The desktop no longer lets the app press keys: allow it again under Delivery in the settings.</source>
        <translation>The desktop no longer lets the app press keys: allow it again under Delivery in the settings.</translation>
    </message>
    <message>
        <source>The desktop took the hotkeys away.</source>
        <translation>The desktop took the hotkeys away.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full, so nothing was imported. Free some space, then try again.</source>
        <translation>The disk of {folder} is full, so nothing was imported. Free some space, then try again.</translation>
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
        <source>The file {file} cannot be read ({reason}). Check its disk, then try again.</source>
        <translation>The file {file} cannot be read ({reason}). Check its disk, then try again.</translation>
    </message>
    <message>
        <source>The file {file} in the folder {folder} is damaged. Nothing was imported; get the model anew.</source>
        <translation>The file {file} in the folder {folder} is damaged. Nothing was imported; get the model anew.</translation>
    </message>
    <message>
        <source>The file {file} in the model folder {folder} is damaged: install the model again.</source>
        <translation>The file {file} in the model folder {folder} is damaged: install the model again.</translation>
    </message>
    <message>
        <source>The file {file} is damaged: its checksum is not the one it came with. Get the model anew.</source>
        <translation>The file {file} is damaged: its checksum is not the one it came with. Get the model anew.</translation>
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
        <source>The folder {folder} holds no whole model: {file} is missing. Choose the one with all files.</source>
        <translation>The folder {folder} holds no whole model: {file} is missing. Choose the one with all files.</translation>
    </message>
    <message>
        <source>The folder {folder} was not made by this app and is in the way: rename it, then try again.</source>
        <translation>The folder {folder} was not made by this app and is in the way: rename it, then try again.</translation>
    </message>
    <message>
        <source>The graphics card could not run the model as asked, so it runs as {compute_type}.</source>
        <translation>The graphics card could not run the model as asked, so it runs as {compute_type}.</translation>
    </message>
    <message>
        <source>The graphics card could not run the model, so it runs on the processor.</source>
        <translation>The graphics card could not run the model, so it runs on the processor.</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for the model, so it runs on the processor.</source>
        <translation>The graphics card has too little free memory for the model, so it runs on the processor.</translation>
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
        <source>The icons cannot be drawn. Install the app again.</source>
        <translation>The icons cannot be drawn. Install the app again.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it is kept.</source>
        <translation>The import was stopped. Nothing of it is kept.</translation>
    </message>
    <message>
        <source>The keyboard has no free key for this text. The text is kept; paste it.</source>
        <translation>The keyboard has no free key for this text. The text is kept; paste it.</translation>
    </message>
    <message>
        <source>The keyboard has no key "{key}". The text is kept; paste it.</source>
        <translation>The keyboard has no key "{key}". The text is kept; paste it.</translation>
    </message>
    <message>
        <source>The keyboard layout changed while the text was typed, so its end is missing.</source>
        <translation>The keyboard layout changed while the text was typed, so its end is missing.</translation>
    </message>
    <message>
        <source>The keys could not be sent.</source>
        <translation>The keys could not be sent.</translation>
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
        <source>The model gave an answer that cannot be read. Try again, or choose another.</source>
        <translation>The model gave an answer that cannot be read. Try again, or choose another.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be loaded: install it again or choose another one.</source>
        <translation>The model in {folder} cannot be loaded: install it again or choose another one.</translation>
    </message>
    <message>
        <source>The model runs on the processor, because a library of CUDA is missing: install cuBLAS and cuDNN for CUDA 12 to use the graphics card.</source>
        <translation>The model runs on the processor, because a library of CUDA is missing: install cuBLAS and cuDNN for CUDA 12 to use the graphics card.</translation>
    </message>
    <message>
        <source>The model {model} failed on this recording, which is kept: try again or choose another model.</source>
        <translation>The model {model} failed on this recording, which is kept: try again or choose another model.</translation>
    </message>
    <message>
        <source>The model {model} is large for the free memory of this computer, which may become slow: close other programs, or choose a smaller model.</source>
        <translation>The model {model} is large for the free memory of this computer, which may become slow: close other programs, or choose a smaller model.</translation>
    </message>
    <message>
        <source>The model {model} is larger than the memory of this computer: choose a smaller one.</source>
        <translation>The model {model} is larger than the memory of this computer: choose a smaller one.</translation>
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
        <source>The model {name} is in use. Choose another one first.</source>
        <translation>The model {name} is in use. Choose another one first.</translation>
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
        <source>The model's answer was not what was said, so it was not used. Try again, or choose another model.</source>
        <translation>The model's answer was not what was said, so it was not used. Try again, or choose another model.</translation>
    </message>
    <message>
        <source>The name "{name}" is taken by another model. Choose another name.</source>
        <translation>The name "{name}" is taken by another model. Choose another name.</translation>
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
        <source>The rewriting failed ({kind}).</source>
        <translation>The rewriting failed ({kind}).</translation>
    </message>
    <message>
        <source>The rewriting took too long.</source>
        <translation>The rewriting took too long.</translation>
    </message>
    <message>
        <source>The rewriting was stopped. The words are kept.</source>
        <translation>The rewriting was stopped. The words are kept.</translation>
    </message>
    <message>
        <source>The rewriting was stopped. Your words are kept: insert or copy them with key or tray menu.</source>
        <translation>The rewriting was stopped. Your words are kept: insert or copy them with key or tray menu.</translation>
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
        <source>The service ydotoold belongs to another user; start it as you.</source>
        <translation>The service ydotoold belongs to another user; start it as you.</translation>
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
        <source>The speed of this computer could not be measured: try again later.</source>
        <translation>The speed of this computer could not be measured: try again later.</translation>
    </message>
    <message>
        <source>The start at login could not be changed in the registry ({reason}). Change it in the task manager, under startup apps.</source>
        <translation>The start at login could not be changed in the registry ({reason}). Change it in the task manager, under startup apps.</translation>
    </message>
    <message>
        <source>The start at login could not be changed, because {path} cannot be written ({reason}). Check that its folder belongs to you and is writable.</source>
        <translation>The start at login could not be changed, because {path} cannot be written ({reason}). Check that its folder belongs to you and is writable.</translation>
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
        <source>The text holds a control character, which no key types. The text is kept.</source>
        <translation>The text holds a control character, which no key types. The text is kept.</translation>
    </message>
    <message>
        <source>The text is too long to be taken back. Undo it in its program.</source>
        <translation>The text is too long to be taken back. Undo it in its program.</translation>
    </message>
    <message>
        <source>The text there is not what was inserted, so nothing was taken back.</source>
        <translation>The text there is not what was inserted, so nothing was taken back.</translation>
    </message>
    <message>
        <source>The text was inserted as you said it. {reason}</source>
        <translation>The text was inserted as you said it. {reason}</translation>
    </message>
    <message>
        <source>The voice detector hears no speech in the demo recording.</source>
        <translation>The voice detector hears no speech in the demo recording.</translation>
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
        <source>There is no Wayland compositor: XDG_RUNTIME_DIR is not set.</source>
        <translation>There is no Wayland compositor: XDG_RUNTIME_DIR is not set.</translation>
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
        <source>There is no key {key}. The text is kept; paste it.</source>
        <translation>There is no key {key}. The text is kept; paste it.</translation>
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
        <source>There is no program "{program}". Correct the command under Delivery in the settings.</source>
        <translation>There is no program "{program}". Correct the command under Delivery in the settings.</translation>
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
        <source>There is nothing to allow: this desktop does not ask whether an app may press keys.</source>
        <translation>There is nothing to allow: this desktop does not ask whether an app may press keys.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>There is nothing to take back.</translation>
    </message>
    <message>
        <source>These files are missing: {files}. Install the app again.</source>
        <translation>These files are missing: {files}. Install the app again.</translation>
    </message>
    <message>
        <source>This Wayland compositor gives no program its clipboard (no data control).</source>
        <translation>This Wayland compositor gives no program its clipboard (no data control).</translation>
    </message>
    <message>
        <source>This X server does not tell whether somebody typed.</source>
        <translation>This X server does not tell whether somebody typed.</translation>
    </message>
    <message>
        <source>This X server takes no keys from programs (no XTEST). The text is kept; paste it.</source>
        <translation>This X server takes no keys from programs (no XTEST). The text is kept; paste it.</translation>
    </message>
    <message>
        <source>This compositor does not let {tool} send keys.</source>
        <translation>This compositor does not let {tool} send keys.</translation>
    </message>
    <message>
        <source>This desktop has no RemoteDesktop portal, through which an app could press keys.</source>
        <translation>This desktop has no RemoteDesktop portal, through which an app could press keys.</translation>
    </message>
    <message>
        <source>This desktop lets no app have global hotkeys (it has no GlobalShortcuts portal).</source>
        <translation>This desktop lets no app have global hotkeys (it has no GlobalShortcuts portal).</translation>
    </message>
    <message>
        <source>This desktop lets no program send keys. The text is on the clipboard; paste it yourself.</source>
        <translation>This desktop lets no program send keys. The text is on the clipboard; paste it yourself.</translation>
    </message>
    <message>
        <source>This graphics card cannot compute {asked}, so {compute_type} is used.</source>
        <translation>This graphics card cannot compute {asked}, so {compute_type} is used.</translation>
    </message>
    <message>
        <source>This keyboard has no key "{key}"; choose another hotkey in the settings.</source>
        <translation>This keyboard has no key "{key}"; choose another hotkey in the settings.</translation>
    </message>
    <message>
        <source>This processor cannot compute {asked}, so {compute_type} is used.</source>
        <translation>This processor cannot compute {asked}, so {compute_type} is used.</translation>
    </message>
    <message>
        <source>This ydotool is older than 1.0; install a newer one.</source>
        <translation>This ydotool is older than 1.0; install a newer one.</translation>
    </message>
    <message>
        <source>Too many dictations are still being worked on. Wait a moment, then start again.</source>
        <translation>Too many dictations are still being worked on. Wait a moment, then start again.</translation>
    </message>
    <message>
        <source>Turn Caps Lock off, and insert the text once more.</source>
        <translation>Turn Caps Lock off, and insert the text once more.</translation>
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
        <source>Windows did not take the keys. The text is kept; paste it.</source>
        <translation>Windows did not take the keys. The text is kept; paste it.</translation>
    </message>
    <message>
        <source>You changed to another window, so nothing was taken back.</source>
        <translation>You changed to another window, so nothing was taken back.</translation>
    </message>
    <message>
        <source>You changed to another window. The text is kept: copy it from the tray menu.</source>
        <translation>You changed to another window. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>You moved to another field. The text is kept: copy it from the tray menu.</source>
        <translation>You moved to another field. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>You typed or clicked since the text was inserted, so it is not taken back.</source>
        <translation>You typed or clicked since the text was inserted, so it is not taken back.</translation>
    </message>
    <message>
        <source>You typed or clicked since, so the text is not inserted again: copy it from the tray.</source>
        <translation>You typed or clicked since, so the text is not inserted again: copy it from the tray.</translation>
    </message>
    <message>
        <source>Your user has no home folder. Set HOME, or name a folder in V2M_PROFILE, and start again.</source>
        <translation>Your user has no home folder. Set HOME, or name a folder in V2M_PROFILE, and start again.</translation>
    </message>
    <message>
        <source>demo (synthetic voices only, does not understand people)</source>
        <translation>demo (synthetic voices only, does not understand people)</translation>
    </message>
    <message>
        <source>dotool may not write to {device}: join the group input, and log in again.</source>
        <translation>dotool may not write to {device}: join the group input, and log in again.</translation>
    </message>
    <message>
        <source>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is kept; paste it yourself.</source>
        <translation>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is kept; paste it yourself.</translation>
    </message>
    <message>
        <source>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is on the clipboard; paste it yourself.</source>
        <translation>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is on the clipboard; paste it yourself.</translation>
    </message>
    <message>
        <source>ydotool cannot type all characters of this text. Paste it instead.</source>
        <translation>ydotool cannot type all characters of this text. Paste it instead.</translation>
    </message>
    <message>
        <source>ydotool needs its service ydotoold, which does not run.</source>
        <translation>ydotool needs its service ydotoold, which does not run.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation. The text is kept: copy it from the tray menu.</source>
        <translation>{application} is on your list of applications without dictation. The text is kept: copy it from the tray menu.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</source>
        <translation>{application} is on your list of applications without dictation. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation: nothing is recorded there.</source>
        <translation>{application} is on your list of applications without dictation: nothing is recorded there.</translation>
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
        <source>{host} answered with a page instead of a text. Check the address, or log in to the network.</source>
        <translation>{host} answered with a page instead of a text. Check the address, or log in to the network.</translation>
    </message>
    <message>
        <source>{host} answered without end. Choose another model.</source>
        <translation>{host} answered without end. Choose another model.</translation>
    </message>
    <message>
        <source>{host} broke off its answer. Try again.</source>
        <translation>{host} broke off its answer. Try again.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network, then try again.</source>
        <translation>{host} cannot be reached. Check the network, then try again.</translation>
    </message>
    <message>
        <source>{host} did not accept the request (status {status}). Choose another model.</source>
        <translation>{host} did not accept the request (status {status}). Choose another model.</translation>
    </message>
    <message>
        <source>{host} did not answer in time. Try again, or allow more seconds in the settings.</source>
        <translation>{host} did not answer in time. Try again, or allow more seconds in the settings.</translation>
    </message>
    <message>
        <source>{host} does not hand out this model (status {status}). Choose another model or another hub.</source>
        <translation>{host} does not hand out this model (status {status}). Choose another model or another hub.</translation>
    </message>
    <message>
        <source>{host} gave an answer that cannot be read. Try again.</source>
        <translation>{host} gave an answer that cannot be read. Try again.</translation>
    </message>
    <message>
        <source>{host} is overloaded or out of order (status {status}). Try again later.</source>
        <translation>{host} is overloaded or out of order (status {status}). Try again later.</translation>
    </message>
    <message>
        <source>{host} points to another address. The words were not sent there; check the address.</source>
        <translation>{host} points to another address. The words were not sent there; check the address.</translation>
    </message>
    <message>
        <source>{host} refused the key. Check it in the settings.</source>
        <translation>{host} refused the key. Check it in the settings.</translation>
    </message>
    <message>
        <source>{host} sent nothing for {seconds} s. What arrived is kept; try again later.</source>
        <translation>{host} sent nothing for {seconds} s. What arrived is kept; try again later.</translation>
    </message>
    <message>
        <source>{host} takes no more requests for now: the quota is used up. Try again later.</source>
        <translation>{host} takes no more requests for now: the quota is used up. Try again later.</translation>
    </message>
    <message>
        <source>{hotkey} inserts the kept text already; choose another hotkey in the settings.</source>
        <translation>{hotkey} inserts the kept text already; choose another hotkey in the settings.</translation>
    </message>
    <message>
        <source>{hotkey} is taken by another program; choose another in the settings.</source>
        <translation>{hotkey} is taken by another program; choose another in the settings.</translation>
    </message>
    <message>
        <source>{hotkey} is used for dictation already; choose another hotkey in the settings.</source>
        <translation>{hotkey} is used for dictation already; choose another hotkey in the settings.</translation>
    </message>
    <message>
        <source>{hotkey} refines already; choose another hotkey in the settings.</source>
        <translation>{hotkey} refines already; choose another hotkey in the settings.</translation>
    </message>
    <message>
        <source>{hotkey} translates already; choose another hotkey in the settings.</source>
        <translation>{hotkey} translates already; choose another hotkey in the settings.</translation>
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
        <source>{model} could not be used, so {before} stays.</source>
        <translation>{model} could not be used, so {before} stays.</translation>
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
    <message>
        <source>{tool} could not be started.</source>
        <translation>{tool} could not be started.</translation>
    </message>
    <message>
        <source>{tool} failed: {reason}.</source>
        <translation>{tool} failed: {reason}.</translation>
    </message>
    <message>
        <source>{tool} is not installed.</source>
        <translation>{tool} is not installed.</translation>
    </message>
    <message>
        <source>{tool} is not needed: {used} works.</source>
        <translation>{tool} is not needed: {used} works.</translation>
    </message>
    <message>
        <source>{tool}: {reason}</source>
        <translation>{tool}: {reason}</translation>
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
    <name>Models</name>
    <message>
        <source>Progress of {model}</source>
        <translation>Progress of {model}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>In use</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recommended</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Discard</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Download</translation>
    </message>
    <message>
        <source>{action}: {model}</source>
        <translation>{action}: {model}</translation>
    </message>
    <message>
        <source>Discard what arrived of {model}?</source>
        <translation>Discard what arrived of {model}?</translation>
    </message>
    <message>
        <source>Remove the model {model}?</source>
        <translation>Remove the model {model}?</translation>
    </message>
    <message>
        <source>This frees {size}. To have it again, it has to be brought here again.</source>
        <translation>This frees {size}. To have it again, it has to be brought here again.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remove</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Keep it</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>On this computer</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>To download</translation>
    </message>
    <message>
        <source>Get a model that understands you</source>
        <translation>Get a model that understands you</translation>
    </message>
    <message>
        <source>The built-in demo model understands synthetic voices only, not people.</source>
        <translation>The built-in demo model understands synthetic voices only, not people.</translation>
    </message>
    <message>
        <source>Download one that understands you; nothing else is sent or fetched.</source>
        <translation>Download one that understands you; nothing else is sent or fetched.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>What you say is turned into words on this computer, by the model in use.</source>
        <translation>What you say is turned into words on this computer, by the model in use.</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Later</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Close</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>&amp;Import a folder…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Import a folder</translation>
    </message>
    <message>
        <source>A folder with a CTranslate2 Whisper model in it</source>
        <translation>A folder with a CTranslate2 Whisper model in it</translation>
    </message>
    <message>
        <source>&amp;Measure speed</source>
        <translation>&amp;Measure speed</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>Measure speed</translation>
    </message>
    <message>
        <source>Find out how long each model takes on this computer</source>
        <translation>Find out how long each model takes on this computer</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>List of models</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Folder of a model</translation>
    </message>
    <message>
        <source>Shows how dictation works. It understands synthetic voices, not people.</source>
        <translation>Shows how dictation works. It understands synthetic voices, not people.</translation>
    </message>
    <message>
        <source>The smallest, for very weak computers. Makes many mistakes.</source>
        <translation>The smallest, for very weak computers. Makes many mistakes.</translation>
    </message>
    <message>
        <source>Small and quick, for older computers.</source>
        <translation>Small and quick, for older computers.</translation>
    </message>
    <message>
        <source>Accurate and quick enough on most computers.</source>
        <translation>Accurate and quick enough on most computers.</translation>
    </message>
    <message>
        <source>More accurate than small, and a good deal slower.</source>
        <translation>More accurate than small, and a good deal slower.</translation>
    </message>
    <message>
        <source>Nearly as accurate as the best, quick with a graphics card.</source>
        <translation>Nearly as accurate as the best, quick with a graphics card.</translation>
    </message>
    <message>
        <source>The most accurate. Needs a strong graphics card to be quick.</source>
        <translation>The most accurate. Needs a strong graphics card to be quick.</translation>
    </message>
    <message>
        <source>For English alone: quicker than small, about as accurate.</source>
        <translation>For English alone: quicker than small, about as accurate.</translation>
    </message>
    <message>
        <source>For English alone: quicker than medium.</source>
        <translation>For English alone: quicker than medium.</translation>
    </message>
    <message>
        <source>For English alone: close to the best, quicker than it.</source>
        <translation>For English alone: close to the best, quicker than it.</translation>
    </message>
    <message>
        <source>For English alone: a newer distil-large-v3.</source>
        <translation>For English alone: a newer distil-large-v3.</translation>
    </message>
    <message>
        <source>A model of your own.</source>
        <translation>A model of your own.</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} on disk</translation>
    </message>
    <message>
        <source>{size} download</source>
        <translation>{size} download</translation>
    </message>
    <message>
        <source>{language} only</source>
        <translation>{language} only</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} languages</translation>
    </message>
    <message>
        <source>can translate to English</source>
        <translation>can translate to English</translation>
    </message>
    <message>
        <source>does not translate</source>
        <translation>does not translate</translation>
    </message>
    <message>
        <source>about {size} of video memory (estimated)</source>
        <translation>about {size} of video memory (estimated)</translation>
    </message>
    <message>
        <source>about {size} of memory (estimated)</source>
        <translation>about {size} of memory (estimated)</translation>
    </message>
    <message>
        <source>about {size} of memory</source>
        <translation>about {size} of memory</translation>
    </message>
    <message>
        <source>about {seconds} s for a sentence</source>
        <translation>about {seconds} s for a sentence</translation>
    </message>
    <message>
        <source>Fits the graphics card of this computer</source>
        <translation>Fits the graphics card of this computer</translation>
    </message>
    <message>
        <source>Fits this computer</source>
        <translation>Fits this computer</translation>
    </message>
    <message>
        <source>Fits, but words appear seconds later on this computer</source>
        <translation>Fits, but words appear seconds later on this computer</translation>
    </message>
    <message>
        <source>Fits only after other programs are closed</source>
        <translation>Fits only after other programs are closed</translation>
    </message>
    <message>
        <source>Too large for this computer</source>
        <translation>Too large for this computer</translation>
    </message>
    <message>
        <source>{number} GB</source>
        <translation>{number} GB</translation>
    </message>
    <message>
        <source>{number} MB</source>
        <translation>{number} MB</translation>
    </message>
    <message>
        <source>Removing…</source>
        <translation>Removing…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Stopping…</translation>
    </message>
    <message>
        <source>{kept} of {size} are here already</source>
        <translation>{kept} of {size} are here already</translation>
    </message>
    <message>
        <source>Asking the model hub…</source>
        <translation>Asking the model hub…</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>Looking at the folder…</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Checking what arrived</source>
        <translation>Checking what arrived</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} of {total}</translation>
    </message>
    <message>
        <source>{amount} per second</source>
        <translation>{amount} per second</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>{seconds} s left</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} min left</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>{hours} h {minutes} min left</translation>
    </message>
    <message>
        <source>Measuring for a few seconds how fast this computer is…</source>
        <translation>Measuring for a few seconds how fast this computer is…</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progress of the measurement</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Skip</translation>
    </message>
    <message>
        <source>Skip the measurement</source>
        <translation>Skip the measurement</translation>
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
        <source>Your text is kept</source>
        <translation>Your text is kept</translation>
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
        <source>The words are about {seconds} s behind. Speak on, nothing is lost.</source>
        <translation>The words are about {seconds} s behind. Speak on, nothing is lost.</translation>
    </message>
    <message>
        <source>On hold: nobody has spoken for a while. Speak on whenever you like.</source>
        <translation>On hold: nobody has spoken for a while. Speak on whenever you like.</translation>
    </message>
    <message>
        <source>About {seconds} s of speech still wait for their words.</source>
        <translation>About {seconds} s of speech still wait for their words.</translation>
    </message>
    <message>
        <source>Press {hotkey} to insert the text.</source>
        <translation>Press {hotkey} to insert the text.</translation>
    </message>
    <message>
        <source>Refining, outside this computer: {host}</source>
        <translation>Refining, outside this computer: {host}</translation>
    </message>
    <message>
        <source>Translating, outside this computer: {host}</source>
        <translation>Translating, outside this computer: {host}</translation>
    </message>
    <message>
        <source>Refining with {host}…</source>
        <translation>Refining with {host}…</translation>
    </message>
    <message>
        <source>Translating with {host}…</source>
        <translation>Translating with {host}…</translation>
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
    <message>
        <source>Insert here</source>
        <translation>Insert here</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>Put my clipboard back</source>
        <translation>Put my clipboard back</translation>
    </message>
    <message>
        <source>What to do with the text</source>
        <translation>What to do with the text</translation>
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
<context>
    <name>Settings</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Delivery</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Where it goes</translation>
    </message>
    <message>
        <source>What this desktop allows</source>
        <translation>What this desktop allows</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Settings</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>While dictating</source>
        <translation>While dictating</translation>
    </message>
    <message>
        <source>This key cannot be a hotkey. Press another one.</source>
        <translation>This key cannot be a hotkey. Press another one.</translation>
    </message>
    <message>
        <source>{keys} is needed for writing. Hold Ctrl, Alt or Super with it.</source>
        <translation>{keys} is needed for writing. Hold Ctrl, Alt or Super with it.</translation>
    </message>
    <message>
        <source>{keys} is already the hotkey for "{name}".</source>
        <translation>{keys} is already the hotkey for "{name}".</translation>
    </message>
    <message>
        <source>None</source>
        <translation>None</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Press the keys…</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Hotkeys</translation>
    </message>
    <message>
        <source>Tap or hold</source>
        <translation>Tap or hold</translation>
    </message>
    <message>
        <source>Click, then press the keys. Esc gives up.</source>
        <translation>Click, then press the keys. Esc gives up.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remove</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Remove: {name}</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Paste the key here</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Forget</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Key</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Keep the key</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Forget the key</translation>
    </message>
    <message>
        <source>No key.</source>
        <translation>No key.</translation>
    </message>
    <message>
        <source>Kept in {keyring}.</source>
        <translation>Kept in {keyring}.</translation>
    </message>
    <message>
        <source>Kept until the app ends: no keyring answers.</source>
        <translation>Kept until the app ends: no keyring answers.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>s</source>
        <translation>s</translation>
    </message>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>Language of the app</source>
        <translation>Language of the app</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Start when I log in</translation>
    </message>
    <message>
        <source>Play a short sound</source>
        <translation>Play a short sound</translation>
    </message>
    <message>
        <source>Once the microphone really hears you, and when it stops.</source>
        <translation>Once the microphone really hears you, and when it stops.</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>Show the overlay</translation>
    </message>
    <message>
        <source>Your words, as they are recognized, at the bottom of the screen.</source>
        <translation>Your words, as they are recognized, at the bottom of the screen.</translation>
    </message>
    <message>
        <source>Show the load of the computer in it</source>
        <translation>Show the load of the computer in it</translation>
    </message>
    <message>
        <source>Video memory and temperature, or processor and memory.</source>
        <translation>Video memory and temperature, or processor and memory.</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Dictate</translation>
    </message>
    <message>
        <source>Dictate and refine</source>
        <translation>Dictate and refine</translation>
    </message>
    <message>
        <source>Corrects the text before it is inserted.</source>
        <translation>Corrects the text before it is inserted.</translation>
    </message>
    <message>
        <source>Dictate and translate</source>
        <translation>Dictate and translate</translation>
    </message>
    <message>
        <source>Into the language that is chosen under Rewriting.</source>
        <translation>Into the language that is chosen under Rewriting.</translation>
    </message>
    <message>
        <source>Insert the kept text</source>
        <translation>Insert the kept text</translation>
    </message>
    <message>
        <source>For a text that could not be inserted when it was ready.</source>
        <translation>For a text that could not be inserted when it was ready.</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>Take the last text back</translation>
    </message>
    <message>
        <source>Pressed again, it inserts the other version: as spoken, or refined.</source>
        <translation>Pressed again, it inserts the other version: as spoken, or refined.</translation>
    </message>
    <message>
        <source>Pressing a hotkey</source>
        <translation>Pressing a hotkey</translation>
    </message>
    <message>
        <source>Counts as held after</source>
        <translation>Counts as held after</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microphone</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>The tray icon shows it whenever the microphone is open.</source>
        <translation>The tray icon shows it whenever the microphone is open.</translation>
    </message>
    <message>
        <source>Stays open for</source>
        <translation>Stays open for</translation>
    </message>
    <message>
        <source>Ends after a silence of</source>
        <translation>Ends after a silence of</translation>
    </message>
    <message>
        <source>For hands-free dictation. Never while you hold the hotkey.</source>
        <translation>For hands-free dictation. Never while you hold the hotkey.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>Longest dictation</source>
        <translation>Longest dictation</translation>
    </message>
    <message>
        <source>It then ends by itself, and its text is inserted.</source>
        <translation>It then ends by itself, and its text is inserted.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensitivity</translation>
    </message>
    <message>
        <source>High for a quiet voice, low for a noisy room.</source>
        <translation>High for a quiet voice, low for a noisy room.</translation>
    </message>
    <message>
        <source>Raise a quiet voice</source>
        <translation>Raise a quiet voice</translation>
    </message>
    <message>
        <source>Makes it louder for the model only. Noise is raised along with it.</source>
        <translation>Makes it louder for the model only. Noise is raised along with it.</translation>
    </message>
    <message>
        <source>Pause between sentences</source>
        <translation>Pause between sentences</translation>
    </message>
    <message>
        <source>After this much silence a sentence is recognized for good.</source>
        <translation>After this much silence a sentence is recognized for good.</translation>
    </message>
    <message>
        <source>Kept before speech</source>
        <translation>Kept before speech</translation>
    </message>
    <message>
        <source>So that the first syllable is not lost.</source>
        <translation>So that the first syllable is not lost.</translation>
    </message>
    <message>
        <source>Kept after the key</source>
        <translation>Kept after the key</translation>
    </message>
    <message>
        <source>The recording goes on for at most this long, for the last word.</source>
        <translation>The recording goes on for at most this long, for the last word.</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>Longest sentence</translation>
    </message>
    <message>
        <source>Speech without a pause is cut at its quietest point.</source>
        <translation>Speech without a pause is cut at its quietest point.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Spoken language</translation>
    </message>
    <message>
        <source>Naming the language is faster and surer than detecting it.</source>
        <translation>Naming the language is faster and surer than detecting it.</translation>
    </message>
    <message>
        <source>Languages you speak</source>
        <translation>Languages you speak</translation>
    </message>
    <message>
        <source>Most likely first, such as en, es. Empty: those you chose lately.</source>
        <translation>Most likely first, such as en, es. Empty: those you chose lately.</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>Names and terms</translation>
    </message>
    <message>
        <source>That you use, separated by commas. About fifteen fit, the first ones.</source>
        <translation>That you use, separated by commas. About fifteen fit, the first ones.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Runs on</translation>
    </message>
    <message>
        <source>Listen only as long as you spoke</source>
        <translation>Listen only as long as you spoke</translation>
    </message>
    <message>
        <source>Several times faster on a processor. Some models mishear with it.</source>
        <translation>Several times faster on a processor. Some models mishear with it.</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Number format</translation>
    </message>
    <message>
        <source>Smaller numbers need less memory.</source>
        <translation>Smaller numbers need less memory.</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Processor threads</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatic</translation>
    </message>
    <message>
        <source>Model lives</source>
        <translation>Model lives</translation>
    </message>
    <message>
        <source>In its own process a crash costs no word. Takes effect at the next start.</source>
        <translation>In its own process a crash costs no word. Takes effect at the next start.</translation>
    </message>
    <message>
        <source>Give memory back</source>
        <translation>Give memory back</translation>
    </message>
    <message>
        <source>The next dictation records at once and loads the model meanwhile.</source>
        <translation>The next dictation records at once and loads the model meanwhile.</translation>
    </message>
    <message>
        <source>Not used for</source>
        <translation>Not used for</translation>
    </message>
    <message>
        <source>Also when memory runs out</source>
        <translation>Also when memory runs out</translation>
    </message>
    <message>
        <source>Other programs come first. Never in the middle of a dictation.</source>
        <translation>Other programs come first. Never in the middle of a dictation.</translation>
    </message>
    <message>
        <source>Rewriting by</source>
        <translation>Rewriting by</translation>
    </message>
    <message>
        <source>Refines or translates what you dictate before it is inserted.</source>
        <translation>Refines or translates what you dictate before it is inserted.</translation>
    </message>
    <message>
        <source>Address of Ollama</source>
        <translation>Address of Ollama</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Language model</translation>
    </message>
    <message>
        <source>Dictation hotkey</source>
        <translation>Dictation hotkey</translation>
    </message>
    <message>
        <source>Refining and translating have hotkeys of their own as well.</source>
        <translation>Refining and translating have hotkeys of their own as well.</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Translate into</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Wait at most</translation>
    </message>
    <message>
        <source>Then you get your own words. Automatic: 4 s here, 7 s elsewhere.</source>
        <translation>Then you get your own words. Automatic: 4 s here, 7 s elsewhere.</translation>
    </message>
    <message>
        <source>Refining</source>
        <translation>Refining</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Translating</translation>
    </message>
    <message>
        <source>When a text is ready</source>
        <translation>When a text is ready</translation>
    </message>
    <message>
        <source>Paste with</source>
        <translation>Paste with</translation>
    </message>
    <message>
        <source>Automatic knows terminals, which want other keys.</source>
        <translation>Automatic knows terminals, which want other keys.</translation>
    </message>
    <message>
        <source>Add a space after the text</source>
        <translation>Add a space after the text</translation>
    </message>
    <message>
        <source>So that the next dictation does not stick to it.</source>
        <translation>So that the next dictation does not stick to it.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>A program with its options. It reads the text from standard input.</source>
        <translation>A program with its options. It reads the text from standard input.</translation>
    </message>
    <message>
        <source>Fit the text to what stands before it</source>
        <translation>Fit the text to what stands before it</translation>
    </message>
    <message>
        <source>Space and capital, where the system tells what is there.</source>
        <translation>Space and capital, where the system tells what is there.</translation>
    </message>
    <message>
        <source>New lines in a terminal</source>
        <translation>New lines in a terminal</translation>
    </message>
    <message>
        <source>A new line there runs what stands before it.</source>
        <translation>A new line there runs what stands before it.</translation>
    </message>
    <message>
        <source>Press Enter afterwards</source>
        <translation>Press Enter afterwards</translation>
    </message>
    <message>
        <source>Only once the text is proven to have arrived.</source>
        <translation>Only once the text is proven to have arrived.</translation>
    </message>
    <message>
        <source>When you changed windows</source>
        <translation>When you changed windows</translation>
    </message>
    <message>
        <source>Never dictate into</source>
        <translation>Never dictate into</translation>
    </message>
    <message>
        <source>Names of applications, separated by commas, such as keepassxc.</source>
        <translation>Names of applications, separated by commas, such as keepassxc.</translation>
    </message>
    <message>
        <source>Put the clipboard back</source>
        <translation>Put the clipboard back</translation>
    </message>
    <message>
        <source>What you had copied is there again once the text was pasted.</source>
        <translation>What you had copied is there again once the text was pasted.</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Log file</translation>
    </message>
    <message>
        <source>At every level without your words and keys.</source>
        <translation>At every level without your words and keys.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>As the system</translation>
    </message>
    <message>
        <source>Tap to start and stop, or hold to talk</source>
        <translation>Tap to start and stop, or hold to talk</translation>
    </message>
    <message>
        <source>Tap to start, tap to stop</source>
        <translation>Tap to start, tap to stop</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Hold to talk</translation>
    </message>
    <message>
        <source>While dictating and a while after</source>
        <translation>While dictating and a while after</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Always</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>High</translation>
    </message>
    <message>
        <source>Graphics card if possible</source>
        <translation>Graphics card if possible</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processor</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Graphics card (CUDA)</translation>
    </message>
    <message>
        <source>In the app</source>
        <translation>In the app</translation>
    </message>
    <message>
        <source>In a process of its own</source>
        <translation>In a process of its own</translation>
    </message>
    <message>
        <source>If the self-check allows it</source>
        <translation>If the self-check allows it</translation>
    </message>
    <message>
        <source>When the model is not used</source>
        <translation>When the model is not used</translation>
    </message>
    <message>
        <source>Never: keep the model loaded</source>
        <translation>Never: keep the model loaded</translation>
    </message>
    <message>
        <source>After every dictation</source>
        <translation>After every dictation</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nobody</translation>
    </message>
    <message>
        <source>Ollama, on your computer</source>
        <translation>Ollama, on your computer</translation>
    </message>
    <message>
        <source>Google Gemini, on the internet</source>
        <translation>Google Gemini, on the internet</translation>
    </message>
    <message>
        <source>Inserts what you said</source>
        <translation>Inserts what you said</translation>
    </message>
    <message>
        <source>Refines it</source>
        <translation>Refines it</translation>
    </message>
    <message>
        <source>Translates it</source>
        <translation>Translates it</translation>
    </message>
    <message>
        <source>Paste it where you write</source>
        <translation>Paste it where you write</translation>
    </message>
    <message>
        <source>Type it where you write</source>
        <translation>Type it where you write</translation>
    </message>
    <message>
        <source>Copy it to the clipboard only</source>
        <translation>Copy it to the clipboard only</translation>
    </message>
    <message>
        <source>Give it to a command</source>
        <translation>Give it to a command</translation>
    </message>
    <message>
        <source>Keep the text, and tell me</source>
        <translation>Keep the text, and tell me</translation>
    </message>
    <message>
        <source>Go back, insert it, and return</source>
        <translation>Go back, insert it, and return</translation>
    </message>
    <message>
        <source>Become spaces</source>
        <translation>Become spaces</translation>
    </message>
    <message>
        <source>Stay, and may run commands</source>
        <translation>Stay, and may run commands</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Warnings and errors</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Errors only</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Level</translation>
    </message>
    <message>
        <source>When it is open</source>
        <translation>When it is open</translation>
    </message>
    <message>
        <source>Say something.</source>
        <translation>Say something.</translation>
    </message>
    <message>
        <source>That is a voice.</source>
        <translation>That is a voice.</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (not connected)</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Advanced</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacy</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Files</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Open the folder</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Open the file</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>Log folder</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Settings file</translation>
    </message>
    <message>
        <source>Your voice is recognized on this computer. It is never sent anywhere.</source>
        <translation>Your voice is recognized on this computer. It is never sent anywhere.</translation>
    </message>
    <message>
        <source>A recording and its text are on your disk until the text was delivered or you discarded it; a recording without words for a day.</source>
        <translation>A recording and its text are on your disk until the text was delivered or you discarded it; a recording without words for a day.</translation>
    </message>
    <message>
        <source>The last text is kept in memory only. It is gone when the app ends.</source>
        <translation>The last text is kept in memory only. It is gone when the app ends.</translation>
    </message>
    <message>
        <source>A text leaves this computer only if you have it rewritten on another one.</source>
        <translation>A text leaves this computer only if you have it rewritten on another one.</translation>
    </message>
    <message>
        <source>Keys of services are kept in the system's keyring or, without one, until the app ends.</source>
        <translation>Keys of services are kept in the system's keyring or, without one, until the app ends.</translation>
    </message>
    <message>
        <source>No telemetry and no account. Models are downloaded only when you ask for it.</source>
        <translation>No telemetry and no account. Models are downloaded only when you ask for it.</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Recognition</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Models…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Check again</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>Self-check</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memory</translation>
    </message>
    <message>
        <source>Unload now</source>
        <translation>Unload now</translation>
    </message>
    <message>
        <source>Model in memory</source>
        <translation>Model in memory</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Loading…</translation>
    </message>
    <message>
        <source>Not loaded. The next dictation loads it.</source>
        <translation>Not loaded. The next dictation loads it.</translation>
    </message>
    <message>
        <source>Loaded.</source>
        <translation>Loaded.</translation>
    </message>
    <message>
        <source>Rewriting</source>
        <translation>Rewriting</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Refresh</translation>
    </message>
    <message>
        <source>Ask for the models again</source>
        <translation>Ask for the models again</translation>
    </message>
    <message>
        <source>What happens to the text</source>
        <translation>What happens to the text</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instructions</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Reset</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Try it</translation>
    </message>
    <message>
        <source>Text leaves this computer: it is sent to {host}.</source>
        <translation>Text leaves this computer: it is sent to {host}.</translation>
    </message>
    <message>
        <source>Asking for the models…</source>
        <translation>Asking for the models…</translation>
    </message>
    <message>
        <source>The first in the list</source>
        <translation>The first in the list</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Refine</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Translate</translation>
    </message>
    <message>
        <source>so um I think we should we should meet on monday no wait on tuesday at ten</source>
        <translation>so um I think we should we should meet on monday no wait on tuesday at ten</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Working…</translation>
    </message>
    <message>
        <source>Allow keys…</source>
        <translation>Allow keys…</translation>
    </message>
    <message>
        <source>The desktop asks you whether the app may press keys.</source>
        <translation>The desktop asks you whether the app may press keys.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>No</source>
        <translation>No</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Models offered: {count}</source>
        <translation>Models offered: {count}</translation>
    </message>
    <message>
        <source>{model} is too small a model to be told names: it is told none.</source>
        <translation>{model} is too small a model to be told names: it is told none.</translation>
    </message>
    <message>
        <source>Not all of them fit: the model is told {told} of {count}.</source>
        <translation>Not all of them fit: the model is told {told} of {count}.</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>The model is being loaded…</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>graphics card</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>processor</translation>
    </message>
    <message>
        <source>{model} is in memory and runs on the {place} as {format}.</source>
        <translation>{model} is in memory and runs on the {place} as {format}.</translation>
    </message>
    <message>
        <source>Not in memory. The next dictation loads it while you speak.</source>
        <translation>Not in memory. The next dictation loads it while you speak.</translation>
    </message>
    <message>
        <source>Done in {seconds} s.</source>
        <translation>Done in {seconds} s.</translation>
    </message>
    <message>
        <source>Done in {seconds} s, which is longer than a take would wait.</source>
        <translation>Done in {seconds} s, which is longer than a take would wait.</translation>
    </message>
    <message>
        <source>Not used: every sentence is heard as if it lasted 30 seconds.</source>
        <translation>Not used: every sentence is heard as if it lasted 30 seconds.</translation>
    </message>
    <message>
        <source>Told as soon as the model is in memory.</source>
        <translation>Told as soon as the model is in memory.</translation>
    </message>
    <message>
        <source>Not used: a graphics card gains nothing from it.</source>
        <translation>Not used: a graphics card gains nothing from it.</translation>
    </message>
    <message>
        <source>Not used: large models are known to repeat themselves with it.</source>
        <translation>Not used: large models are known to repeat themselves with it.</translation>
    </message>
    <message>
        <source>In use without a check, as you chose.</source>
        <translation>In use without a check, as you chose.</translation>
    </message>
    <message>
        <source>In use since {date}: {agreed} of {compared} sentences heard both ways had the same words.</source>
        <translation>In use since {date}: {agreed} of {compared} sentences heard both ways had the same words.</translation>
    </message>
    <message>
        <source>Not used: {differed} of {compared} sentences heard both ways had other words.</source>
        <translation>Not used: {differed} of {compared} sentences heard both ways had other words.</translation>
    </message>
    <message>
        <source>Not used: {doubted} sentences had to be heard again in full.</source>
        <translation>Not used: {doubted} sentences had to be heard again in full.</translation>
    </message>
    <message>
        <source>Not used yet: your next sentences are heard both ways while you do not dictate.</source>
        <translation>Not used yet: your next sentences are heard both ways while you do not dictate.</translation>
    </message>
    <message>
        <source>Being checked: {agreed} of {compared} sentences agreed both ways. It takes {least} or more.</source>
        <translation>Being checked: {agreed} of {compared} sentences agreed both ways. It takes {least} or more.</translation>
    </message>
</context>
</TS>
