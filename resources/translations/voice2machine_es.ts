<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About {application}</source>
        <translation>Acerca de {application}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versión {version}</translation>
    </message>
    <message>
        <source>You speak, and your words appear where you write.</source>
        <translation>Tú hablas y tus palabras aparecen donde escribes.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>&amp;Licencias…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>Your voice is turned into text on this computer. It is never sent anywhere.</source>
        <translation>Tu voz se convierte en texto en este equipo. Nunca se envía a ninguna parte.</translation>
    </message>
    <message>
        <source>The microphone is open while you dictate, and longer only if you set it so.</source>
        <translation>El micrófono está abierto mientras dictas, y más tiempo solo si así lo ajustas.</translation>
    </message>
    <message>
        <source>A recording is kept until its text was delivered or you discard it.</source>
        <translation>Una grabación se conserva hasta que su texto se entrega o la descartas.</translation>
    </message>
    <message>
        <source>Your words are never written to a log. There is no telemetry and no account.</source>
        <translation>Tus palabras nunca se escriben en un registro. No hay telemetría ni cuentas.</translation>
    </message>
    <message>
        <source>A text leaves this computer only if you choose a rewriting service elsewhere.</source>
        <translation>Un texto sale de este equipo solo si eliges un servicio de reescritura externo.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>No hotkeys are in force. The tray menu does the same.</source>
        <translation>No hay atajos activos. El menú de la bandeja hace lo mismo.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licencias</translation>
    </message>
    <message>
        <source>Licenses of all parts</source>
        <translation>Licencias de todas las partes</translation>
    </message>
    <message>
        <source>The full texts are missing from this copy of the app. Install it again to read them here, or look for them at the projects named above.</source>
        <translation>Los textos completos faltan en esta copia de la aplicación. Instálala de nuevo para leerlos aquí o búscalos en los proyectos mencionados arriba.</translation>
    </message>
    <message>
        <source>The code of Voice2Machine itself is under the MIT license: use it, change it, pass it on.</source>
        <translation>El código de Voice2Machine está bajo la licencia MIT: úsalo, modifícalo, compártelo.</translation>
    </message>
    <message>
        <source>Sound files are read by PyAV, which brings FFmpeg and with it x264 and x265, two libraries under the GNU General Public License. That changes nothing for using the app. But a bundle that contains them may be passed on only under the terms of that license, version 3, together with the sources.</source>
        <translation>Los archivos de sonido los lee PyAV, que incluye FFmpeg y, con él, x264 y x265, dos bibliotecas bajo la GNU General Public License. Eso no cambia nada para usar la aplicación. Pero un paquete que las contenga solo puede redistribuirse según los términos de esa licencia, versión 3, junto con el código fuente.</translation>
    </message>
    <message>
        <source>The sources are published by the projects: Voice2Machine, PyAV, FFmpeg, x264 and x265.</source>
        <translation>El código fuente lo publican los proyectos: Voice2Machine, PyAV, FFmpeg, x264 y x265.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Recordings under way</source>
        <translation>Grabaciones en curso</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Dictar</translation>
    </message>
    <message>
        <source>Dictate and refine</source>
        <translation>Dictar y refinar</translation>
    </message>
    <message>
        <source>Dictate and translate</source>
        <translation>Dictar y traducir</translation>
    </message>
    <message>
        <source>Insert the text that was kept</source>
        <translation>Insertar el texto conservado</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>Retirar el último texto</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>&amp;Stop dictation</source>
        <translation>&amp;Terminar dictado</translation>
    </message>
    <message>
        <source>&amp;Start dictation</source>
        <translation>&amp;Empezar a dictar</translation>
    </message>
    <message>
        <source>Try to take &amp;hotkeys again</source>
        <translation>Volver a tomar los &amp;atajos</translation>
    </message>
    <message>
        <source>Voice2Machine menu</source>
        <translation>Menú de Voice2Machine</translation>
    </message>
    <message>
        <source>&amp;Discard this recording</source>
        <translation>&amp;Descartar esta grabación</translation>
    </message>
    <message>
        <source>Te&amp;xt leaves this computer: {host}</source>
        <translation>El te&amp;xto sale de este equipo: {host}</translation>
    </message>
    <message>
        <source>Dictate and &amp;translate: {language}</source>
        <translation>Dictar y trad&amp;ucir: {language}</translation>
    </message>
    <message>
        <source>Stop rewritin&amp;g, keep the words</source>
        <translation>Dete&amp;ner la reescritura, conservar lo dicho</translation>
    </message>
    <message>
        <source>&amp;Insert the text again</source>
        <translation>Insertar otra ve&amp;z el texto</translation>
    </message>
    <message>
        <source>Take &amp;back the last text</source>
        <translation>&amp;Borrar el último texto insertado</translation>
    </message>
    <message>
        <source>Reco&amp;ver recordings… ({count})</source>
        <translation>Recu&amp;perar grabaciones… ({count})</translation>
    </message>
    <message>
        <source>Dictate and &amp;refine</source>
        <translation>Dictar y &amp;refinar</translation>
    </message>
    <message>
        <source>&amp;Copy last text</source>
        <translation>&amp;Copiar el último texto</translation>
    </message>
    <message>
        <source>Copy last text as sp&amp;oken</source>
        <translation>Copiar lo ú&amp;ltimo tal como se dijo</translation>
    </message>
    <message>
        <source>P&amp;ut my clipboard back</source>
        <translation>Devolver lo que &amp;había copiado</translation>
    </message>
    <message>
        <source>&amp;What the hotkey does</source>
        <translation>&amp;Qué hace el atajo</translation>
    </message>
    <message>
        <source>&amp;Get another model…</source>
        <translation>&amp;Obtener otro modelo…</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>&amp;Quitar de la memoria</translation>
    </message>
    <message>
        <source>&amp;About Voice2Machine</source>
        <translation>Acerca de &amp;Voice2Machine</translation>
    </message>
    <message>
        <source>&amp;Model</source>
        <translation>&amp;Modelo</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>Micro&amp;phone</source>
        <translation>Micró&amp;fono</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>Pause &amp;hotkeys</source>
        <translation>Pausar &amp;atajos</translation>
    </message>
    <message>
        <source>Discard &amp;kept recordings…</source>
        <translation>Descartar las &amp;grabaciones guardadas…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>The microphone is open</source>
        <translation>El micrófono está abierto</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>Más &amp;opciones</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Más acciones</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Predeterminado del sistema</translation>
    </message>
    <message>
        <source>Insert as spoken</source>
        <translation>Insertar tal como se dijo</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Refinar</translation>
    </message>
    <message>
        <source>Translate: {language}</source>
        <translation>Traducir: {language}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Abriendo el micrófono…</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Procesando…</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requiere atención</translation>
    </message>
    <message>
        <source>{state}, hotkeys paused</source>
        <translation>{state}, atajos en pausa</translation>
    </message>
    <message>
        <source>Recordings not delivered: {count}. To get their text: v2m recover</source>
        <translation>Grabaciones sin entregar: {count}. Para obtener su texto: v2m recover</translation>
    </message>
    <message>
        <source>The desktop lets the app press keys.</source>
        <translation>El escritorio deja que la aplicación pulse teclas.</translation>
    </message>
    <message>
        <source>Voice2Machine is already running.</source>
        <translation>Voice2Machine ya está en marcha.</translation>
    </message>
    <message>
        <source>The app crashed last time. What is known is in {file}.</source>
        <translation>La aplicación falló la última vez. Lo que se sabe está en {file}.</translation>
    </message>
</context>
<context>
    <name>DesktopReport</name>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Keys by {way}</source>
        <translation>Teclas por {way}</translation>
    </message>
    <message>
        <source>In use.</source>
        <translation>En uso.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Escribir</translation>
    </message>
    <message>
        <source>A text can be typed instead of pasted.</source>
        <translation>Un texto se puede escribir en vez de pegarse.</translation>
    </message>
    <message>
        <source>Window in front</source>
        <translation>Ventana delantera</translation>
    </message>
    <message>
        <source>Known: a text goes only into the window it is meant for.</source>
        <translation>Se conoce: un texto solo entra en la ventana a la que va destinado.</translation>
    </message>
    <message>
        <source>Not known now: a text goes into whatever window is in front.</source>
        <translation>No se conoce ahora: un texto entra en la ventana que esté delante.</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>En pausa.</translation>
    </message>
    <message>
        <source>Taken through {way}.</source>
        <translation>Tomados mediante {way}.</translation>
    </message>
</context>
<context>
    <name>Discard</name>
    <message>
        <source>Delete the kept recordings for good? ({count})</source>
        <translation>¿Eliminar para siempre las grabaciones guardadas? ({count})</translation>
    </message>
    <message>
        <source>Their words were not delivered. Nothing can bring them back.</source>
        <translation>Sus palabras no se entregaron. Nada podrá recuperarlas.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>&amp;Conservarlas</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>&quot;{language}&quot; is no language code. Use &quot;auto&quot; or a code such as en or es.</source>
        <translation>&quot;{language}&quot; no es un código de idioma. Usa &quot;auto&quot; o un código como en o es.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a model. Use letters, digits, &quot;-&quot; and &quot;.&quot;.</source>
        <translation>&quot;{name}&quot; no puede ser el nombre de un modelo. Usa letras, cifras, &quot;-&quot; y &quot;.&quot;.</translation>
    </message>
    <message>
        <source>&quot;{part}&quot; in the hotkey &quot;{text}&quot; is no key known here. Write it like {example}.</source>
        <translation>&quot;{part}&quot;, en el atajo &quot;{text}&quot;, no es una tecla conocida. Escríbelo como {example}.</translation>
    </message>
    <message>
        <source>&quot;{part}&quot; in the hotkey &quot;{text}&quot; is no modifier. Use ctrl, alt, shift or super.</source>
        <translation>&quot;{part}&quot;, en el atajo &quot;{text}&quot;, no es un modificador. Usa ctrl, alt, shift o super.</translation>
    </message>
    <message>
        <source>&quot;{program}&quot; cannot be started: {reason}. Correct the command under Delivery in the settings.</source>
        <translation>«{program}» no se puede iniciar: {reason}. Corrige el comando en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>&quot;{program}&quot; failed with status {status}. The text is kept.</source>
        <translation>«{program}» falló con el código {status}. El texto se conserva.</translation>
    </message>
    <message>
        <source>&quot;{program}&quot; took longer than {seconds:g} s, so it was ended. The text is kept.</source>
        <translation>«{program}» tardó más de {seconds:g} s y se terminó. El texto se conserva.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a hotkey. Write it like {example}.</source>
        <translation>&quot;{text}&quot; no es un atajo. Escríbelo como {example}.</translation>
    </message>
    <message>
        <source>A dictation took too long. Its recording is kept: see v2m recover.</source>
        <translation>Un dictado tardó demasiado. Su grabación se conserva: mira v2m recover.</translation>
    </message>
    <message>
        <source>A key was held down, so nothing was taken back. Press the key again.</source>
        <translation>Había una tecla pulsada, así que no se retiró nada. Pulsa el atajo otra vez.</translation>
    </message>
    <message>
        <source>A key was held down. The text is kept: copy it from the tray menu.</source>
        <translation>Había una tecla pulsada. El texto se conserva: cópialo desde el menú de la bandeja.</translation>
    </message>
    <message>
        <source>A modifier key is held down, so the text was not typed to its end.</source>
        <translation>Hay una tecla modificadora pulsada, así que el texto no se escribió hasta el final.</translation>
    </message>
    <message>
        <source>A part of the app that listens is missing ({reason}). Install the app again.</source>
        <translation>Falta una parte de la aplicación que escucha ({reason}). Instala la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>A password field has the focus. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</source>
        <translation>El cursor está en un campo de contraseña. Tus palabras se conservan y no se enviaron a reescribir: insértalas o cópialas con el atajo o desde la bandeja.</translation>
    </message>
    <message>
        <source>A window of Voice2Machine is in front. The text is kept: copy it from the tray.</source>
        <translation>Hay una ventana de Voice2Machine delante. El texto se conserva: cópialo desde la bandeja.</translation>
    </message>
    <message>
        <source>Add the line &quot;bindsym Ctrl+Alt+space exec v2m toggle&quot; to ~/.config/sway/config.</source>
        <translation>Añade la línea «bindsym Ctrl+Alt+space exec v2m toggle» a ~/.config/sway/config.</translation>
    </message>
    <message>
        <source>Another Voice2Machine of yours is starting or hangs. Quit it, then try again.</source>
        <translation>Otro Voice2Machine tuyo está arrancando o no responde. Ciérralo e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Another process is working on the recording {id}. Wait for it.</source>
        <translation>Otro proceso está trabajando con la grabación {id}. Espera a que termine.</translation>
    </message>
    <message>
        <source>Another program took the clipboard. The text is kept: copy it from the tray menu.</source>
        <translation>Otro programa tomó el portapapeles. El texto se conserva: cópialo desde el menú de la bandeja.</translation>
    </message>
    <message>
        <source>Another text came in between, so nothing was taken back.</source>
        <translation>Entró otro texto entretanto, así que no se retiró nada.</translation>
    </message>
    <message>
        <source>Another text is being inserted. Try again in a moment.</source>
        <translation>Se está insertando otro texto. Inténtalo de nuevo en un momento.</translation>
    </message>
    <message>
        <source>Bind the command &quot;v2m toggle&quot; to a key in the keyboard settings of your desktop.</source>
        <translation>Asigna el comando «v2m toggle» a una tecla en los ajustes de teclado de tu escritorio.</translation>
    </message>
    <message>
        <source>Bind the command &quot;v2m toggle&quot; to a key: Settings, Keyboard, View and Customize Shortcuts, Custom Shortcuts.</source>
        <translation>Asigna el comando «v2m toggle» a una tecla: Configuración, Teclado, Ver y personalizar atajos, Atajos personalizados.</translation>
    </message>
    <message>
        <source>Bind the command &quot;v2m toggle&quot; to a key: System Settings, Keyboard, Shortcuts, Add New, Command or Script.</source>
        <translation>Asigna el comando «v2m toggle» a una tecla: Preferencias del sistema, Teclado, Atajos, Añadir nuevo, Orden o script.</translation>
    </message>
    <message>
        <source>Commands cannot be run here. Choose another way under Delivery in the settings.</source>
        <translation>Aquí no se pueden ejecutar comandos. Elige otra forma en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>Commands such as v2m toggle will not work: {reason}.</source>
        <translation>Las órdenes como v2m toggle no funcionarán: {reason}.</translation>
    </message>
    <message>
        <source>Default settings are used.</source>
        <translation>Se usan los ajustes predeterminados.</translation>
    </message>
    <message>
        <source>Default settings are used. Correct it or remove it.</source>
        <translation>Se usan los ajustes predeterminados. Corrígelo o elimínalo.</translation>
    </message>
    <message>
        <source>Did you mean {key}?</source>
        <translation>¿Querías decir {key}?</translation>
    </message>
    <message>
        <source>Gemini does not rewrite this text: its filters keep the answer back.</source>
        <translation>Gemini no reescribe este texto: sus filtros retienen la respuesta.</translation>
    </message>
    <message>
        <source>Gemini has no model {model}. Choose another in the settings.</source>
        <translation>Gemini no tiene el modelo {model}. Elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>Gemini offers no model to this key. Check the key in the settings.</source>
        <translation>Gemini no ofrece ningún modelo con esta clave. Revisa la clave en los ajustes.</translation>
    </message>
    <message>
        <source>Gemini refused the key. Check it in the settings.</source>
        <translation>Gemini rechazó la clave. Revísala en los ajustes.</translation>
    </message>
    <message>
        <source>Gemini wants a key. Enter yours in the settings.</source>
        <translation>Gemini pide una clave. Introduce la tuya en los ajustes.</translation>
    </message>
    <message>
        <source>Hyprland gives an app only the keys in its own configuration. Add the line &quot;bind = CTRL ALT, space, exec, v2m toggle&quot; to ~/.config/hypr/hyprland.conf.</source>
        <translation>Hyprland solo da a una aplicación las teclas de su propia configuración. Añade la línea «bind = CTRL ALT, space, exec, v2m toggle» a ~/.config/hypr/hyprland.conf.</translation>
    </message>
    <message>
        <source>In a terminal these characters cannot be taken back exactly.</source>
        <translation>En un terminal estos caracteres no se pueden retirar con exactitud.</translation>
    </message>
    <message>
        <source>It takes &quot;auto&quot; or a language code such as en, es or pt.</source>
        <translation>Admite &quot;auto&quot; o un código de idioma como en, es o pt.</translation>
    </message>
    <message>
        <source>It takes a text between quotation marks.</source>
        <translation>Admite un texto entre comillas.</translation>
    </message>
    <message>
        <source>It takes a whole number from {least} to {most}.</source>
        <translation>Admite un número entero de {least} a {most}.</translation>
    </message>
    <message>
        <source>It takes an address such as http://127.0.0.1:11434.</source>
        <translation>Admite una dirección como http://127.0.0.1:11434.</translation>
    </message>
    <message>
        <source>It takes codes of languages, most likely first, such as en, es.</source>
        <translation>Escribe códigos de idiomas, primero el más probable, por ejemplo en, es.</translation>
    </message>
    <message>
        <source>It takes one of {choices}.</source>
        <translation>Admite uno de estos valores: {choices}.</translation>
    </message>
    <message>
        <source>It takes true or false.</source>
        <translation>Admite true o false.</translation>
    </message>
    <message>
        <source>It was renamed to {backup}, and default settings are used.</source>
        <translation>Ahora se llama {backup}, y se usan los ajustes predeterminados.</translation>
    </message>
    <message>
        <source>Memory is short, so the model gave its own back; the next dictation loads it again.</source>
        <translation>Falta memoria, así que se liberó la del modelo; el próximo dictado lo carga de nuevo.</translation>
    </message>
    <message>
        <source>Models are downloaded from https addresses only, and {address} is none.</source>
        <translation>Los modelos solo se descargan de direcciones https, y {address} no lo es.</translation>
    </message>
    <message>
        <source>No Wayland compositor answers at {place}.</source>
        <translation>Ningún compositor de Wayland responde en {place}.</translation>
    </message>
    <message>
        <source>No answer came within {seconds} s.</source>
        <translation>No llegó ninguna respuesta en {seconds} s.</translation>
    </message>
    <message>
        <source>No command is set. Enter one under Delivery in the settings.</source>
        <translation>No hay ningún comando. Escribe uno en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>No command is set. Name one under Delivery in the settings.</source>
        <translation>No hay ningún comando. Indica uno en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, then start the take again.</source>
        <translation>No se encontró ningún micrófono. Conecta uno y empieza de nuevo.</translation>
    </message>
    <message>
        <source>No model is loaded: choose one in the tray menu, then try again.</source>
        <translation>No hay ningún modelo cargado: elige uno en el menú de la bandeja e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>No speech for {seconds} s: the dictation ended. Is &quot;{name}&quot; the right microphone?</source>
        <translation>Nadie habló durante {seconds} s: el dictado terminó. ¿Es &quot;{name}&quot; el micrófono correcto?</translation>
    </message>
    <message>
        <source>No usable NVIDIA graphics card was found, so the model runs on the processor.</source>
        <translation>No se encontró ninguna tarjeta gráfica NVIDIA utilizable, así que el modelo se ejecuta en el procesador.</translation>
    </message>
    <message>
        <source>No way to send keys works on this desktop. The text is on the clipboard; paste it yourself.</source>
        <translation>En este escritorio no funciona ninguna forma de enviar teclas. El texto está en el portapapeles; pégalo tú.</translation>
    </message>
    <message>
        <source>Nobody can tell whether the text there is what was inserted, so nothing was taken back.</source>
        <translation>No se puede saber si el texto que hay ahí es el insertado, así que no se retiró nada.</translation>
    </message>
    <message>
        <source>Nobody is chosen to refine and translate: choose a service in the settings.</source>
        <translation>No hay ningún servicio elegido para refinar y traducir: elige uno en los ajustes.</translation>
    </message>
    <message>
        <source>Nothing was inserted; your words are kept: insert or copy them with key or tray menu. {reason}</source>
        <translation>No se insertó nada; tus palabras se conservan: insértalas o cópialas con el atajo o el menú de la bandeja. {reason}</translation>
    </message>
    <message>
        <source>Ollama does not answer at {address}. Start it, or change the address in the settings.</source>
        <translation>Ollama no responde en {address}. Inícialo o cambia la dirección en los ajustes.</translation>
    </message>
    <message>
        <source>Ollama has no model yet. Get one, such as by: ollama pull llama3.2.</source>
        <translation>Ollama aún no tiene ningún modelo. Consigue uno, por ejemplo con: ollama pull llama3.2.</translation>
    </message>
    <message>
        <source>Ollama has no model {model}. Get it with: ollama pull {model}.</source>
        <translation>Ollama no tiene el modelo {model}. Consíguelo con: ollama pull {model}.</translation>
    </message>
    <message>
        <source>On this desktop text cannot be typed for you. Choose another way under Delivery in the settings.</source>
        <translation>En este escritorio no se puede escribir texto por ti. Elige otra forma en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>On this keyboard {hotkey} is the same as another of the hotkeys; choose another in the settings.</source>
        <translation>En este teclado {hotkey} equivale a otro de los atajos; elige otro en los ajustes.</translation>
    </message>
    <message>
        <source>Only a part of the recording could be kept on disk: {reason}</source>
        <translation>Solo una parte de la grabación se pudo guardar en el disco: {reason}</translation>
    </message>
    <message>
        <source>Only a part of the text was typed. {reason}</source>
        <translation>Solo se escribió una parte del texto. {reason}</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk of {root}. Free some space for long recordings.</source>
        <translation>Solo quedan {free} MB libres en el disco de {root}. Libera espacio para grabaciones largas.</translation>
    </message>
    <message>
        <source>Other programs used {percent} % of the processor, which spoils a measurement: try again later.</source>
        <translation>Otros programas usaban el {percent} % del procesador, lo que estropea la medición: inténtalo más tarde.</translation>
    </message>
    <message>
        <source>Somebody is dictating: measure again afterwards.</source>
        <translation>Hay un dictado en curso: mide de nuevo cuando acabe.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; the log says what. Try again.</source>
        <translation>Ocurrió algo inesperado; el registro dice qué. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>Text written from right to left cannot be taken back. Undo it in its program.</source>
        <translation>El texto escrito de derecha a izquierda no se puede retirar. Deshazlo en su programa.</translation>
    </message>
    <message>
        <source>That is a password field: nothing is recorded there.</source>
        <translation>Es un campo de contraseña: ahí no se graba nada.</translation>
    </message>
    <message>
        <source>That window runs as administrator, and Windows lets no other program type there. Paste the text yourself.</source>
        <translation>Esa ventana se ejecuta como administrador, y Windows no deja que otro programa escriba en ella. Pega el texto tú.</translation>
    </message>
    <message>
        <source>The Wayland compositor does not answer.</source>
        <translation>El compositor de Wayland no responde.</translation>
    </message>
    <message>
        <source>The Wayland compositor does not tell of that selection.</source>
        <translation>El compositor de Wayland no informa de esa selección.</translation>
    </message>
    <message>
        <source>The Wayland compositor ended the connection.</source>
        <translation>El compositor de Wayland cerró la conexión.</translation>
    </message>
    <message>
        <source>The Wayland compositor refused: {reason}</source>
        <translation>El compositor de Wayland se negó: {reason}</translation>
    </message>
    <message>
        <source>The Wayland compositor sent a message that has no length.</source>
        <translation>El compositor de Wayland envió un mensaje sin longitud.</translation>
    </message>
    <message>
        <source>The Wayland compositor takes no requests.</source>
        <translation>El compositor de Wayland no acepta peticiones.</translation>
    </message>
    <message>
        <source>The Wayland compositor took the clipboard away from programs.</source>
        <translation>El compositor de Wayland quitó el portapapeles a los programas.</translation>
    </message>
    <message>
        <source>The X display cannot be opened. Start the app from a desktop session.</source>
        <translation>No se puede abrir la pantalla X. Inicia la aplicación desde una sesión de escritorio.</translation>
    </message>
    <message>
        <source>The X server did not take the keys. The text is kept; paste it.</source>
        <translation>El servidor X no aceptó las teclas. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>The answer held no words.</source>
        <translation>La respuesta no contenía palabras.</translation>
    </message>
    <message>
        <source>The command has a quotation mark without its twin. Correct it under Delivery in the settings.</source>
        <translation>En el comando hay una comilla sin pareja. Corrígelo en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>The compositor announced a file and sent none.</source>
        <translation>El compositor anunció un archivo y no envió ninguno.</translation>
    </message>
    <message>
        <source>The connection to the Wayland compositor broke.</source>
        <translation>Se cortó la conexión con el compositor de Wayland.</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. Try again.</source>
        <translation>La conexión con {host} se cortó. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. What arrived is kept; try again.</source>
        <translation>La conexión con {host} se cortó. Lo recibido se conserva; inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The connection to {host} cannot be trusted: check this computer&apos;s clock, and the proxy or virus scanner that reads along.</source>
        <translation>La conexión con {host} no es de confianza: revisa el reloj de este equipo y el proxy o antivirus que lee el tráfico.</translation>
    </message>
    <message>
        <source>The copy of the file {file} is damaged, so nothing was imported. Check the disk of {folder}.</source>
        <translation>La copia del archivo {file} está dañada, así que no se importó nada. Revisa el disco de {folder}.</translation>
    </message>
    <message>
        <source>The cursor is in a password field. The text is kept: copy it from the tray menu.</source>
        <translation>El cursor está en un campo de contraseña. El texto se conserva: cópialo desde el menú de la bandeja.</translation>
    </message>
    <message>
        <source>The default {default} is used.</source>
        <translation>Se usa el valor predeterminado {default}.</translation>
    </message>
    <message>
        <source>The demo model does not understand the demo recording.</source>
        <translation>El modelo de demostración no entiende la grabación de demostración.</translation>
    </message>
    <message>
        <source>The desktop could not give the hotkeys.</source>
        <translation>El escritorio no pudo dar los atajos.</translation>
    </message>
    <message>
        <source>The desktop could not let the app press keys.</source>
        <translation>El escritorio no pudo dejar que la aplicación pulse teclas.</translation>
    </message>
    <message>
        <source>The desktop did not allow the app to press keys: allow it under Delivery in the settings.</source>
        <translation>El escritorio no permitió que la aplicación pulse teclas: permítelo en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>The desktop did not allow the hotkeys.</source>
        <translation>El escritorio no permitió los atajos.</translation>
    </message>
    <message>
        <source>The desktop did not answer when it was asked for hotkeys.</source>
        <translation>El escritorio no respondió cuando se le pidieron los atajos.</translation>
    </message>
    <message>
        <source>The desktop did not answer when it was asked to let the app press keys.</source>
        <translation>El escritorio no respondió cuando se le pidió que la aplicación pueda pulsar teclas.</translation>
    </message>
    <message>
        <source>The desktop did not take the keys. The text is kept; paste it.</source>
        <translation>El escritorio no aceptó las teclas. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>The desktop has not allowed the app to press keys yet: allow it under Delivery in the settings.</source>
        <translation>El escritorio aún no ha permitido que la aplicación pulse teclas: permítelo en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>The desktop is asking whether the app may press keys: answer its question.</source>
        <translation>El escritorio pregunta si la aplicación puede pulsar teclas: responde a su pregunta.</translation>
    </message>
    <message>
        <source>The desktop no longer lets the app press keys: allow it again under Delivery in the settings.</source>
        <translation>El escritorio ya no deja que la aplicación pulse teclas: permítelo de nuevo en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>The desktop took the hotkeys away.</source>
        <translation>El escritorio retiró los atajos.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full, so nothing was imported. Free some space, then try again.</source>
        <translation>El disco de {folder} está lleno, así que no se importó nada. Libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full. What arrived is kept; free some space, then try again.</source>
        <translation>El disco de {folder} está lleno. Lo recibido se conserva; libera espacio e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The download was stopped. What arrived is kept for the next time.</source>
        <translation>La descarga se detuvo. Lo recibido se conserva para la próxima vez.</translation>
    </message>
    <message>
        <source>The file {file} arrived damaged and is not used. Download the model again.</source>
        <translation>El archivo {file} llegó dañado y no se usa. Descarga el modelo de nuevo.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({reason}). Check its disk, then try again.</source>
        <translation>No se puede leer el archivo {file} ({reason}). Revisa su disco e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The file {file} in the folder {folder} is damaged. Nothing was imported; get the model anew.</source>
        <translation>El archivo {file} de la carpeta {folder} está dañado. No se importó nada; consigue el modelo de nuevo.</translation>
    </message>
    <message>
        <source>The file {file} in the model folder {folder} is damaged: install the model again.</source>
        <translation>El archivo {file} de la carpeta de modelo {folder} está dañado: instala el modelo de nuevo.</translation>
    </message>
    <message>
        <source>The file {file} is damaged: its checksum is not the one it came with. Get the model anew.</source>
        <translation>El archivo {file} está dañado: su suma de verificación no es la original. Consigue el modelo de nuevo.</translation>
    </message>
    <message>
        <source>The file {file} should have {size} bytes, but the server sent {found}. Try again later.</source>
        <translation>El archivo {file} debería tener {size} bytes, pero el servidor envió {found}. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Make it writable, or name another one in V2M_PROFILE.</source>
        <translation>No se puede escribir en la carpeta {folder}. Dale permiso de escritura o indica otra en V2M_PROFILE.</translation>
    </message>
    <message>
        <source>The folder {folder} holds no whole model: {file} is missing. Choose the one with all files.</source>
        <translation>La carpeta {folder} no contiene un modelo completo: falta {file}. Elige la que tiene todos los archivos.</translation>
    </message>
    <message>
        <source>The folder {folder} was not made by this app and is in the way: rename it, then try again.</source>
        <translation>La carpeta {folder} no la creó esta aplicación y estorba: cámbiale el nombre e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The graphics card could not run the model as asked, so it runs as {compute_type}.</source>
        <translation>La tarjeta gráfica no pudo ejecutar el modelo como se pidió, así que se ejecuta como {compute_type}.</translation>
    </message>
    <message>
        <source>The graphics card could not run the model, so it runs on the processor.</source>
        <translation>La tarjeta gráfica no pudo ejecutar el modelo, así que se ejecuta en el procesador.</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for the model, so it runs on the processor.</source>
        <translation>A la tarjeta gráfica le queda poca memoria libre para el modelo, así que se ejecuta en el procesador.</translation>
    </message>
    <message>
        <source>The hotkey &quot;{text}&quot; needs ctrl, alt or super, or {key} could no longer be typed.</source>
        <translation>El atajo &quot;{text}&quot; necesita ctrl, alt o super; si no, ya no se podría escribir {key}.</translation>
    </message>
    <message>
        <source>The hub sends this computer from address to address. Try again later.</source>
        <translation>El servidor de modelos manda este equipo de una dirección a otra. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The icons cannot be drawn. Install the app again.</source>
        <translation>No se pueden dibujar los iconos. Instala la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it is kept.</source>
        <translation>La importación se detuvo. No se conserva nada de ella.</translation>
    </message>
    <message>
        <source>The keyboard has no free key for this text. The text is kept; paste it.</source>
        <translation>El teclado no tiene ninguna tecla libre para este texto. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>The keyboard has no key &quot;{key}&quot;. The text is kept; paste it.</source>
        <translation>El teclado no tiene la tecla &quot;{key}&quot;. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>The keyboard layout changed while the text was typed, so its end is missing.</source>
        <translation>La distribución del teclado cambió mientras se escribía el texto, así que falta el final.</translation>
    </message>
    <message>
        <source>The keys could not be sent.</source>
        <translation>No se pudieron enviar las teclas.</translation>
    </message>
    <message>
        <source>The library for hotkeys cannot be loaded. Install the app again, or bind the command &quot;v2m toggle&quot; to a key in the keyboard settings of your desktop.</source>
        <translation>No se puede cargar la biblioteca de atajos. Instala la aplicación de nuevo, o asigna el comando &quot;v2m toggle&quot; a una tecla en los ajustes de teclado de tu escritorio.</translation>
    </message>
    <message>
        <source>The library that sends keys cannot be loaded. The text is kept; paste it.</source>
        <translation>No se puede cargar la biblioteca que envía teclas. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>The microphone &quot;{device}&quot; is not there. Plug it in, or choose another one in the tray menu.</source>
        <translation>El micrófono &quot;{device}&quot; no está. Conéctalo o elige otro en el menú de la bandeja.</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; gives no sound. Check the connection, or choose another one.</source>
        <translation>El micrófono &quot;{name}&quot; no da sonido. Comprueba la conexión o elige otro.</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; gives only silence. Is it muted or switched off?</source>
        <translation>El micrófono &quot;{name}&quot; solo da silencio. ¿Está silenciado o apagado?</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; stopped. What you said before that is kept and written.</source>
        <translation>El micrófono &quot;{name}&quot; se detuvo. Lo que dijiste antes se conserva y se escribe.</translation>
    </message>
    <message>
        <source>The microphone did not answer. Check the connection, or choose another in the tray menu.</source>
        <translation>El micrófono no respondió. Revisa la conexión o elige otro en el menú de la bandeja.</translation>
    </message>
    <message>
        <source>The model folder {folder} does not exist: choose another model or install this one again.</source>
        <translation>La carpeta de modelo {folder} no existe: elige otro modelo o instala este de nuevo.</translation>
    </message>
    <message>
        <source>The model folder {folder} lacks the file {file}: install the model again.</source>
        <translation>A la carpeta de modelo {folder} le falta el archivo {file}: instala el modelo de nuevo.</translation>
    </message>
    <message>
        <source>The model gave an answer that cannot be read. Try again, or choose another.</source>
        <translation>El modelo dio una respuesta que no se puede leer. Inténtalo de nuevo o elige otro.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be loaded: install it again or choose another one.</source>
        <translation>No se puede cargar el modelo de {folder}: instálalo de nuevo o elige otro.</translation>
    </message>
    <message>
        <source>The model runs on the processor, because a library of CUDA is missing: install cuBLAS and cuDNN for CUDA 12 to use the graphics card.</source>
        <translation>El modelo se ejecuta en el procesador porque falta una biblioteca de CUDA: instala cuBLAS y cuDNN para CUDA 12 para usar la tarjeta gráfica.</translation>
    </message>
    <message>
        <source>The model {model} failed on this recording, which is kept: try again or choose another model.</source>
        <translation>El modelo {model} falló con esta grabación, que se conserva: inténtalo de nuevo o elige otro modelo.</translation>
    </message>
    <message>
        <source>The model {model} is large for the free memory of this computer, which may become slow: close other programs, or choose a smaller model.</source>
        <translation>El modelo {model} es grande para la memoria libre de este equipo, que puede volverse lento: cierra otros programas o elige un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The model {model} is larger than the memory of this computer: choose a smaller one.</source>
        <translation>El modelo {model} es más grande que la memoria de este equipo: elige uno más pequeño.</translation>
    </message>
    <message>
        <source>The model {model} knows no language &quot;{language}&quot;: choose another one, or &quot;auto&quot;.</source>
        <translation>El modelo {model} no conoce el idioma &quot;{language}&quot;: elige otro o &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>The model {name} is being downloaded or removed already: wait for that to end.</source>
        <translation>El modelo {name} ya se está descargando o eliminando: espera a que termine.</translation>
    </message>
    <message>
        <source>The model {name} is in use. Choose another one first.</source>
        <translation>El modelo {name} está en uso. Elige otro primero.</translation>
    </message>
    <message>
        <source>The model {name} is part of the app and stays.</source>
        <translation>El modelo {name} forma parte de la aplicación y se queda.</translation>
    </message>
    <message>
        <source>The model {name} needs {needed} MB of free space, and {folder} has {free} MB: free some space, or choose a smaller model.</source>
        <translation>El modelo {name} necesita {needed} MB libres y {folder} tiene {free} MB: libera espacio o elige un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The model {name} was not downloaded by this app: delete the folder {folder} yourself.</source>
        <translation>El modelo {name} no lo descargó esta aplicación: borra tú la carpeta {folder}.</translation>
    </message>
    <message>
        <source>The model&apos;s answer was not what was said, so it was not used. Try again, or choose another model.</source>
        <translation>La respuesta del modelo no era lo que se dijo, así que no se usó. Inténtalo de nuevo o elige otro modelo.</translation>
    </message>
    <message>
        <source>The name &quot;{name}&quot; is taken by another model. Choose another name.</source>
        <translation>El nombre &quot;{name}&quot; ya lo tiene otro modelo. Elige otro nombre.</translation>
    </message>
    <message>
        <source>The proxy does not let this computer reach {host}. Check the proxy of the system.</source>
        <translation>El proxy no deja que este equipo llegue a {host}. Revisa el proxy del sistema.</translation>
    </message>
    <message>
        <source>The recognizer cannot start, because {library} is missing: install the app again.</source>
        <translation>El reconocedor no puede arrancar porque falta {library}: instala la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>The recognizer does not know this request.</source>
        <translation>El reconocedor no conoce esta petición.</translation>
    </message>
    <message>
        <source>The recognizer failed ({kind}). The recording is kept: try again or choose another model.</source>
        <translation>El reconocedor falló ({kind}). La grabación se conserva: inténtalo de nuevo o elige otro modelo.</translation>
    </message>
    <message>
        <source>The recognizer stopped unexpectedly. The recording is kept: try again.</source>
        <translation>El reconocedor se detuvo de forma inesperada. La grabación se conserva: inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>The recognizer took too long. The recording is kept: try again, or choose a smaller model.</source>
        <translation>El reconocedor tardó demasiado. La grabación se conserva: inténtalo de nuevo o elige un modelo más pequeño.</translation>
    </message>
    <message>
        <source>The recognizer&apos;s process cannot be started: install the app again.</source>
        <translation>No se puede iniciar el proceso del reconocedor: instala la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>The recording could not be ended in time. It is kept: see v2m recover.</source>
        <translation>La grabación no se pudo terminar a tiempo. Se conserva: mira v2m recover.</translation>
    </message>
    <message>
        <source>The recording could not be kept on disk: {reason}</source>
        <translation>La grabación no se pudo guardar en el disco: {reason}</translation>
    </message>
    <message>
        <source>The recording {id} is in use by the running app.</source>
        <translation>La aplicación en marcha está usando la grabación {id}.</translation>
    </message>
    <message>
        <source>The rewriting failed ({kind}).</source>
        <translation>La reescritura falló ({kind}).</translation>
    </message>
    <message>
        <source>The rewriting took too long.</source>
        <translation>La reescritura tardó demasiado.</translation>
    </message>
    <message>
        <source>The rewriting was stopped. The words are kept.</source>
        <translation>La reescritura se detuvo. Las palabras se conservan.</translation>
    </message>
    <message>
        <source>The rewriting was stopped. Your words are kept: insert or copy them with key or tray menu.</source>
        <translation>La reescritura se detuvo. Tus palabras se conservan: insértalas o cópialas con el atajo o el menú de la bandeja.</translation>
    </message>
    <message>
        <source>The server sent another part of the file {file} than the missing one. Try again later.</source>
        <translation>El servidor envió otra parte del archivo {file} y no la que falta. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The server sent more than the {size} bytes of the file {file}. Try again later.</source>
        <translation>El servidor envió más que los {size} bytes del archivo {file}. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The service ydotoold belongs to another user; start it as you.</source>
        <translation>El servicio ydotoold es de otro usuario; inícialo con el tuyo.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be understood ({reason}).</source>
        <translation>No se entiende el archivo de ajustes {path} ({reason}).</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be understood ({reason}). The settings from before stay in use.</source>
        <translation>No se entiende el archivo de ajustes {path} ({reason}). Se siguen usando los ajustes de antes.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version. What this one does not know is left alone.</source>
        <translation>Los ajustes los escribió una versión más nueva. Lo que esta no conoce se deja como está.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing, so no microphone can be opened. Install it (on Debian and Ubuntu: sudo apt install libportaudio2) and start the app again.</source>
        <translation>Falta la biblioteca de sonido PortAudio, así que no se puede abrir ningún micrófono. Instálala (en Debian y Ubuntu: sudo apt install libportaudio2) y reinicia la aplicación.</translation>
    </message>
    <message>
        <source>The speed of this computer could not be measured: try again later.</source>
        <translation>No se pudo medir la velocidad de este equipo: inténtalo más tarde.</translation>
    </message>
    <message>
        <source>The start at login could not be changed in the registry ({reason}). Change it in the task manager, under startup apps.</source>
        <translation>El inicio al abrir sesión no se pudo cambiar en el Registro de Windows ({reason}). Cámbialo en el Administrador de tareas, en Aplicaciones de arranque.</translation>
    </message>
    <message>
        <source>The start at login could not be changed, because {path} cannot be written ({reason}). Check that its folder belongs to you and is writable.</source>
        <translation>El inicio al abrir sesión no se pudo cambiar porque no se puede escribir {path} ({reason}). Comprueba que su carpeta es tuya y que se puede escribir en ella.</translation>
    </message>
    <message>
        <source>The system did not take the keys. The text is kept; paste it.</source>
        <translation>El sistema no aceptó las teclas. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>The system does not let the app see hotkeys. Allow it under Accessibility and Input Monitoring in the privacy settings, or bind the command &quot;v2m toggle&quot; to a key.</source>
        <translation>El sistema no deja que la aplicación vea los atajos. Permítelo en Accesibilidad y en Monitoreo de entrada, en los ajustes de privacidad, o asigna el comando &quot;v2m toggle&quot; a una tecla.</translation>
    </message>
    <message>
        <source>The text holds a control character, which no key types. The text is kept.</source>
        <translation>El texto contiene un carácter de control, que ninguna tecla escribe. El texto se conserva.</translation>
    </message>
    <message>
        <source>The text is too long to be taken back. Undo it in its program.</source>
        <translation>El texto es demasiado largo para retirarlo. Deshazlo en su programa.</translation>
    </message>
    <message>
        <source>The text there is not what was inserted, so nothing was taken back.</source>
        <translation>El texto que hay ahí no es el que se insertó, así que no se retiró nada.</translation>
    </message>
    <message>
        <source>The text was inserted as you said it. {reason}</source>
        <translation>El texto se insertó tal como lo dijiste. {reason}</translation>
    </message>
    <message>
        <source>The voice detector hears no speech in the demo recording.</source>
        <translation>El detector de voz no oye ninguna voz en la grabación de demostración.</translation>
    </message>
    <message>
        <source>The voice detector&apos;s model file cannot be read. Install the app again.</source>
        <translation>No se puede leer el modelo del detector de voz. Instala la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>The voice detector&apos;s model file is missing. Install the app again.</source>
        <translation>Falta el modelo del detector de voz. Instala la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>The window did not take the text. It is on the clipboard: paste it yourself.</source>
        <translation>La ventana no tomó el texto. Está en el portapapeles: pégalo tú.</translation>
    </message>
    <message>
        <source>The window you dictated into is gone. The text is kept: copy it from the tray menu.</source>
        <translation>La ventana en la que dictabas ya no está. El texto se conserva: cópialo del menú de la bandeja.</translation>
    </message>
    <message>
        <source>There are no hotkeys, because {reason}</source>
        <translation>No hay atajos porque {reason}</translation>
    </message>
    <message>
        <source>There is no Wayland compositor: XDG_RUNTIME_DIR is not set.</source>
        <translation>No hay compositor de Wayland: XDG_RUNTIME_DIR no está definida.</translation>
    </message>
    <message>
        <source>There is no desktop to take hotkeys from. Use &quot;v2m toggle&quot; from a terminal.</source>
        <translation>No hay un escritorio del que tomar atajos. Usa &quot;v2m toggle&quot; desde una terminal.</translation>
    </message>
    <message>
        <source>There is no display to put the tray icon on. Start v2m inside a desktop session; v2m transcribe, v2m devices and v2m recover work without one.</source>
        <translation>No hay pantalla donde poner el icono. Inicia v2m dentro de una sesión de escritorio; v2m transcribe, v2m devices y v2m recover funcionan sin ella.</translation>
    </message>
    <message>
        <source>There is no key {key}. The text is kept; paste it.</source>
        <translation>No hay ninguna tecla {key}. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>There is no microphone. Connect one, then try again.</source>
        <translation>No hay ningún micrófono. Conecta uno e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>There is no model named &quot;{name}&quot; here: choose one of {known}, or give a folder that holds one.</source>
        <translation>Aquí no hay ningún modelo llamado &quot;{name}&quot;: elige uno de {known} o indica una carpeta que contenga uno.</translation>
    </message>
    <message>
        <source>There is no model named &quot;{name}&quot; here: choose one of {known}.</source>
        <translation>Aquí no hay ningún modelo llamado &quot;{name}&quot;: elige uno de {known}.</translation>
    </message>
    <message>
        <source>There is no model named &quot;{name}&quot; to download: choose one of {known}.</source>
        <translation>No hay ningún modelo llamado &quot;{name}&quot; para descargar: elige uno de {known}.</translation>
    </message>
    <message>
        <source>There is no program &quot;{program}&quot;. Correct the command under Delivery in the settings.</source>
        <translation>No hay ningún programa «{program}». Corrige el comando en Entrega, en los ajustes.</translation>
    </message>
    <message>
        <source>There is no recording &quot;{id}&quot;. v2m recover lists those there are.</source>
        <translation>No hay ninguna grabación &quot;{id}&quot;. v2m recover muestra las que hay.</translation>
    </message>
    <message>
        <source>There is no room left to write {path}. Free some space on that disk.</source>
        <translation>No queda sitio para escribir {path}. Libera espacio en ese disco.</translation>
    </message>
    <message>
        <source>There is no setting {key}.</source>
        <translation>No existe el ajuste {key}.</translation>
    </message>
    <message>
        <source>There is not enough memory for the model {model}: choose a smaller one.</source>
        <translation>No hay memoria suficiente para el modelo {model}: elige uno más pequeño.</translation>
    </message>
    <message>
        <source>There is nothing to allow: this desktop does not ask whether an app may press keys.</source>
        <translation>No hay nada que permitir: este escritorio no pregunta si una aplicación puede pulsar teclas.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>No hay nada que retirar.</translation>
    </message>
    <message>
        <source>These files are missing: {files}. Install the app again.</source>
        <translation>Faltan estos archivos: {files}. Instala la aplicación de nuevo.</translation>
    </message>
    <message>
        <source>This Wayland compositor gives no program its clipboard (no data control).</source>
        <translation>Este compositor de Wayland no da a ningún programa su portapapeles (sin data control).</translation>
    </message>
    <message>
        <source>This X server does not tell whether somebody typed.</source>
        <translation>Este servidor X no dice si alguien ha escrito.</translation>
    </message>
    <message>
        <source>This X server takes no keys from programs (no XTEST). The text is kept; paste it.</source>
        <translation>Este servidor X no acepta teclas de programas (sin XTEST). El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>This compositor does not let {tool} send keys.</source>
        <translation>Este compositor no deja que {tool} envíe teclas.</translation>
    </message>
    <message>
        <source>This desktop has no RemoteDesktop portal, through which an app could press keys.</source>
        <translation>Este escritorio no tiene el portal RemoteDesktop, con el que una aplicación podría pulsar teclas.</translation>
    </message>
    <message>
        <source>This desktop lets no app have global hotkeys (it has no GlobalShortcuts portal).</source>
        <translation>Este escritorio no deja que ninguna aplicación tenga atajos globales (no tiene el portal GlobalShortcuts).</translation>
    </message>
    <message>
        <source>This desktop lets no program send keys. The text is on the clipboard; paste it yourself.</source>
        <translation>Este escritorio no deja que los programas envíen teclas. El texto está en el portapapeles; pégalo.</translation>
    </message>
    <message>
        <source>This graphics card cannot compute {asked}, so {compute_type} is used.</source>
        <translation>Esta tarjeta gráfica no puede calcular con {asked}, así que se usa {compute_type}.</translation>
    </message>
    <message>
        <source>This keyboard has no key &quot;{key}&quot;; choose another hotkey in the settings.</source>
        <translation>Este teclado no tiene la tecla &quot;{key}&quot;; elige otro atajo en los ajustes.</translation>
    </message>
    <message>
        <source>This processor cannot compute {asked}, so {compute_type} is used.</source>
        <translation>Este procesador no puede calcular con {asked}, así que se usa {compute_type}.</translation>
    </message>
    <message>
        <source>This ydotool is older than 1.0; install a newer one.</source>
        <translation>Este ydotool es anterior a la versión 1.0; instala uno más nuevo.</translation>
    </message>
    <message>
        <source>Too many dictations are still being worked on. Wait a moment, then start again.</source>
        <translation>Aún se están procesando demasiados dictados. Espera un momento y empieza de nuevo.</translation>
    </message>
    <message>
        <source>Turn Caps Lock off, and insert the text once more.</source>
        <translation>Desactiva Bloq Mayús e inserta el texto otra vez.</translation>
    </message>
    <message>
        <source>Voice2Machine is running, but does not answer. Quit it and start it again.</source>
        <translation>Voice2Machine está en marcha, pero no responde. Ciérralo y ábrelo de nuevo.</translation>
    </message>
    <message>
        <source>Wayland does not let an app see global hotkeys. Bind the command &quot;v2m toggle&quot; to a key in the keyboard settings of your desktop.</source>
        <translation>Wayland no deja que una aplicación vea atajos globales. Asigna el comando &quot;v2m toggle&quot; a una tecla en los ajustes de teclado de tu escritorio.</translation>
    </message>
    <message>
        <source>What the clipboard held before could not be kept.</source>
        <translation>Lo que había antes en el portapapeles no se pudo conservar.</translation>
    </message>
    <message>
        <source>Windows did not take the keys. The text is kept; paste it.</source>
        <translation>Windows no aceptó las teclas. El texto se conserva; pégalo.</translation>
    </message>
    <message>
        <source>You changed to another window, so nothing was taken back.</source>
        <translation>Cambiaste de ventana, así que no se retiró nada.</translation>
    </message>
    <message>
        <source>You changed to another window. The text is kept: copy it from the tray menu.</source>
        <translation>Has cambiado a otra ventana. El texto se conserva: cópialo desde el menú de la bandeja.</translation>
    </message>
    <message>
        <source>You moved to another field. The text is kept: copy it from the tray menu.</source>
        <translation>Pasaste a otro campo. El texto se conserva: cópialo desde el menú de la bandeja.</translation>
    </message>
    <message>
        <source>You typed or clicked since the text was inserted, so it is not taken back.</source>
        <translation>Has escrito o hecho clic desde que se insertó el texto, así que no se retira.</translation>
    </message>
    <message>
        <source>You typed or clicked since, so the text is not inserted again: copy it from the tray.</source>
        <translation>Has escrito o hecho clic desde entonces, así que el texto no se inserta otra vez: cópialo desde la bandeja.</translation>
    </message>
    <message>
        <source>Your user has no home folder. Set HOME, or name a folder in V2M_PROFILE, and start again.</source>
        <translation>Tu usuario no tiene carpeta personal. Define HOME o indica una carpeta en V2M_PROFILE y empieza de nuevo.</translation>
    </message>
    <message>
        <source>demo (synthetic voices only, does not understand people)</source>
        <translation>demo (solo voces sintéticas, no entiende a las personas)</translation>
    </message>
    <message>
        <source>dotool may not write to {device}: join the group input, and log in again.</source>
        <translation>dotool no puede escribir en {device}: únete al grupo input e inicia sesión de nuevo.</translation>
    </message>
    <message>
        <source>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is kept; paste it yourself.</source>
        <translation>macOS no deja que esta aplicación envíe teclas: permítelo en Ajustes del Sistema, Privacidad y seguridad, Accesibilidad. El texto se conserva; pégalo tú.</translation>
    </message>
    <message>
        <source>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is on the clipboard; paste it yourself.</source>
        <translation>macOS no deja que esta aplicación envíe teclas: permítelo en Ajustes del Sistema, Privacidad y seguridad, Accesibilidad. El texto está en el portapapeles; pégalo tú.</translation>
    </message>
    <message>
        <source>ydotool cannot type all characters of this text. Paste it instead.</source>
        <translation>ydotool no puede escribir todos los caracteres de este texto. Mejor pégalo.</translation>
    </message>
    <message>
        <source>ydotool needs its service ydotoold, which does not run.</source>
        <translation>ydotool necesita su servicio ydotoold, que no está en marcha.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation. The text is kept: copy it from the tray menu.</source>
        <translation>{application} está en tu lista de aplicaciones sin dictado. El texto se conserva: cópialo desde el menú de la bandeja.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</source>
        <translation>{application} está en tu lista de aplicaciones sin dictado. Tus palabras se conservan y no se enviaron a reescribir: insértalas o cópialas con el atajo o desde la bandeja.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation: nothing is recorded there.</source>
        <translation>{application} está en tu lista de aplicaciones sin dictado: ahí no se graba nada.</translation>
    </message>
    <message>
        <source>{device} could not be opened. Check that it is plugged in and no other program keeps it busy, or choose another microphone.</source>
        <translation>No se pudo abrir {device}. Comprueba que está conectado y que ningún otro programa lo ocupa, o elige otro micrófono.</translation>
    </message>
    <message>
        <source>{device} did not open, because the sound system does not answer. Try again, and restart the sound system if it stays silent.</source>
        <translation>{device} no se abrió porque el sistema de sonido no responde. Inténtalo de nuevo y reinicia el sistema de sonido si sigue en silencio.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user. Set XDG_RUNTIME_DIR to a folder of yours.</source>
        <translation>{folder} pertenece a otro usuario. Pon en XDG_RUNTIME_DIR una carpeta tuya.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({reason}). Check that it belongs to you and is writable.</source>
        <translation>{folder} no se puede usar ({reason}). Comprueba que es tuya y que se puede escribir en ella.</translation>
    </message>
    <message>
        <source>{host} answered with a page instead of a text. Check the address, or log in to the network.</source>
        <translation>{host} respondió con una página en lugar de un texto. Revisa la dirección o inicia sesión en la red.</translation>
    </message>
    <message>
        <source>{host} answered without end. Choose another model.</source>
        <translation>{host} respondía sin fin. Elige otro modelo.</translation>
    </message>
    <message>
        <source>{host} broke off its answer. Try again.</source>
        <translation>{host} cortó su respuesta. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network, then try again.</source>
        <translation>No se puede llegar a {host}. Revisa la red e inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>{host} did not accept the request (status {status}). Choose another model.</source>
        <translation>{host} no aceptó la petición (estado {status}). Elige otro modelo.</translation>
    </message>
    <message>
        <source>{host} did not answer in time. Try again, or allow more seconds in the settings.</source>
        <translation>{host} no respondió a tiempo. Inténtalo de nuevo o permite más segundos en los ajustes.</translation>
    </message>
    <message>
        <source>{host} does not hand out this model (status {status}). Choose another model or another hub.</source>
        <translation>{host} no entrega este modelo (estado {status}). Elige otro modelo u otro servidor.</translation>
    </message>
    <message>
        <source>{host} gave an answer that cannot be read. Try again.</source>
        <translation>{host} dio una respuesta que no se puede leer. Inténtalo de nuevo.</translation>
    </message>
    <message>
        <source>{host} is overloaded or out of order (status {status}). Try again later.</source>
        <translation>{host} está sobrecargado o averiado (estado {status}). Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>{host} points to another address. The words were not sent there; check the address.</source>
        <translation>{host} remite a otra dirección. Las palabras no se enviaron allí; revisa la dirección.</translation>
    </message>
    <message>
        <source>{host} refused the key. Check it in the settings.</source>
        <translation>{host} rechazó la clave. Revísala en los ajustes.</translation>
    </message>
    <message>
        <source>{host} sent nothing for {seconds} s. What arrived is kept; try again later.</source>
        <translation>{host} no envió nada durante {seconds} s. Lo recibido se conserva; inténtalo más tarde.</translation>
    </message>
    <message>
        <source>{host} takes no more requests for now: the quota is used up. Try again later.</source>
        <translation>{host} no acepta más peticiones por ahora: la cuota está agotada. Inténtalo más tarde.</translation>
    </message>
    <message>
        <source>{hotkey} inserts the kept text already; choose another hotkey in the settings.</source>
        <translation>{hotkey} ya inserta el texto conservado; elige otro atajo en los ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} is taken by another program; choose another in the settings.</source>
        <translation>Otro programa usa {hotkey}; elige otro atajo en los ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} is used for dictation already; choose another hotkey in the settings.</source>
        <translation>{hotkey} ya se usa para dictar; elige otro atajo en los ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} refines already; choose another hotkey in the settings.</source>
        <translation>{hotkey} ya se usa para refinar; elige otro atajo en los ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} translates already; choose another hotkey in the settings.</source>
        <translation>{hotkey} ya se usa para traducir; elige otro atajo en los ajustes.</translation>
    </message>
    <message>
        <source>{hub} gave no usable description of {repository}. A login page or a proxy may answer instead.</source>
        <translation>{hub} no dio una descripción utilizable de {repository}. Quizá responda una página de acceso o un proxy en su lugar.</translation>
    </message>
    <message>
        <source>{key} = {value} cannot be used.</source>
        <translation>{key} = {value} no se puede usar.</translation>
    </message>
    <message>
        <source>{key} is changed. It takes effect at the next start.</source>
        <translation>{key} ha cambiado. Tendrá efecto en el próximo inicio.</translation>
    </message>
    <message>
        <source>{model} could not be used, so {before} stays.</source>
        <translation>No se pudo usar {model}, así que se mantiene {before}.</translation>
    </message>
    <message>
        <source>{name} must be a table, written as [{name}].</source>
        <translation>{name} debe ser una tabla, escrita como [{name}].</translation>
    </message>
    <message>
        <source>{path} cannot be read: you have no permission.</source>
        <translation>No se puede leer {path}: no tienes permiso.</translation>
    </message>
    <message>
        <source>{path} cannot be used ({reason}). Check that it belongs to you and that its disk is writable.</source>
        <translation>No se puede usar {path} ({reason}). Comprueba que es tuyo y que se puede escribir en su disco.</translation>
    </message>
    <message>
        <source>{path} does not exist: check the name.</source>
        <translation>{path} no existe: revisa el nombre.</translation>
    </message>
    <message>
        <source>{path} has no sound track.</source>
        <translation>{path} no tiene pista de sonido.</translation>
    </message>
    <message>
        <source>{path} is a folder: name the files in it.</source>
        <translation>{path} es una carpeta: indica los archivos que contiene.</translation>
    </message>
    <message>
        <source>{path} is empty: there is no sound in it.</source>
        <translation>{path} está vacío: no contiene sonido.</translation>
    </message>
    <message>
        <source>{path} is not an audio file that can be read.</source>
        <translation>{path} no es un archivo de audio que se pueda leer.</translation>
    </message>
    <message>
        <source>{reason} The text is kept.</source>
        <translation>{reason} El texto se conserva.</translation>
    </message>
    <message>
        <source>{repository} holds no model that can be used here: it lacks {files}.</source>
        <translation>{repository} no contiene un modelo que se pueda usar aquí: falta {files}.</translation>
    </message>
    <message>
        <source>{tool} could not be started.</source>
        <translation>No se pudo iniciar {tool}.</translation>
    </message>
    <message>
        <source>{tool} failed: {reason}.</source>
        <translation>{tool} falló: {reason}.</translation>
    </message>
    <message>
        <source>{tool} is not installed.</source>
        <translation>{tool} no está instalado.</translation>
    </message>
    <message>
        <source>{tool} is not needed: {used} works.</source>
        <translation>{tool} no hace falta: {used} funciona.</translation>
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
        <translation>árabe</translation>
    </message>
    <message>
        <source>Catalan</source>
        <translation>catalán</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chino</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>neerlandés</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglés</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francés</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>gallego</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemán</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>hindi</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>italiano</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>japonés</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coreano</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polaco</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>portugués</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>ruso</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>español</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>turco</translation>
    </message>
    <message>
        <source>Ukrainian</source>
        <translation>ucraniano</translation>
    </message>
    <message>
        <source>Auto</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Detect language</source>
        <translation>Detectar el idioma</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Progress of {model}</source>
        <translation>Progreso de {model}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>En uso</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>Recomendado</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Usar</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Reanudar</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>{action}: {model}</source>
        <translation>{action}: {model}</translation>
    </message>
    <message>
        <source>Discard what arrived of {model}?</source>
        <translation>¿Descartar lo recibido de {model}?</translation>
    </message>
    <message>
        <source>Remove the model {model}?</source>
        <translation>¿Eliminar el modelo {model}?</translation>
    </message>
    <message>
        <source>This frees {size}. To have it again, it has to be brought here again.</source>
        <translation>Esto libera {size}. Para volver a tenerlo, habrá que traerlo de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Conservarlo</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>En este equipo</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Para descargar</translation>
    </message>
    <message>
        <source>Get a model that understands you</source>
        <translation>Consigue un modelo que te entienda</translation>
    </message>
    <message>
        <source>The built-in demo model understands synthetic voices only, not people.</source>
        <translation>El modelo de demostración incluido solo entiende voces sintéticas, no a las personas.</translation>
    </message>
    <message>
        <source>Download one that understands you; nothing else is sent or fetched.</source>
        <translation>Descarga uno que te entienda; no se envía ni se descarga nada más.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What you say is turned into words on this computer, by the model in use.</source>
        <translation>Lo que dices se convierte en palabras en este equipo, con el modelo en uso.</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Más tarde</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>&amp;Importar una carpeta…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importar una carpeta</translation>
    </message>
    <message>
        <source>A folder with a CTranslate2 Whisper model in it</source>
        <translation>Una carpeta que contiene un modelo Whisper de CTranslate2</translation>
    </message>
    <message>
        <source>&amp;Measure speed</source>
        <translation>&amp;Medir velocidad</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>Medir velocidad</translation>
    </message>
    <message>
        <source>Find out how long each model takes on this computer</source>
        <translation>Averiguar cuánto tarda cada modelo en este equipo</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>Lista de modelos</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Carpeta de un modelo</translation>
    </message>
    <message>
        <source>Shows how dictation works. It understands synthetic voices, not people.</source>
        <translation>Muestra cómo funciona el dictado. Entiende voces sintéticas, no a las personas.</translation>
    </message>
    <message>
        <source>The smallest, for very weak computers. Makes many mistakes.</source>
        <translation>El más pequeño, para equipos muy modestos. Comete muchos errores.</translation>
    </message>
    <message>
        <source>Small and quick, for older computers.</source>
        <translation>Pequeño y rápido, para equipos antiguos.</translation>
    </message>
    <message>
        <source>Accurate and quick enough on most computers.</source>
        <translation>Preciso y bastante rápido en la mayoría de los equipos.</translation>
    </message>
    <message>
        <source>More accurate than small, and a good deal slower.</source>
        <translation>Más preciso que small y bastante más lento.</translation>
    </message>
    <message>
        <source>Nearly as accurate as the best, quick with a graphics card.</source>
        <translation>Casi tan preciso como el mejor, rápido con una tarjeta gráfica.</translation>
    </message>
    <message>
        <source>The most accurate. Needs a strong graphics card to be quick.</source>
        <translation>El más preciso. Necesita una tarjeta gráfica potente para ser rápido.</translation>
    </message>
    <message>
        <source>For English alone: quicker than small, about as accurate.</source>
        <translation>Solo para inglés: más rápido que small, casi igual de preciso.</translation>
    </message>
    <message>
        <source>For English alone: quicker than medium.</source>
        <translation>Solo para inglés: más rápido que medium.</translation>
    </message>
    <message>
        <source>For English alone: close to the best, quicker than it.</source>
        <translation>Solo para inglés: cercano al mejor y más rápido que él.</translation>
    </message>
    <message>
        <source>For English alone: a newer distil-large-v3.</source>
        <translation>Solo para inglés: un distil-large-v3 más nuevo.</translation>
    </message>
    <message>
        <source>A model of your own.</source>
        <translation>Un modelo tuyo.</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} en disco</translation>
    </message>
    <message>
        <source>{size} download</source>
        <translation>{size} de descarga</translation>
    </message>
    <message>
        <source>{language} only</source>
        <translation>solo {language}</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} idiomas</translation>
    </message>
    <message>
        <source>can translate to English</source>
        <translation>puede traducir al inglés</translation>
    </message>
    <message>
        <source>does not translate</source>
        <translation>no traduce</translation>
    </message>
    <message>
        <source>about {size} of video memory (estimated)</source>
        <translation>unos {size} de memoria gráfica (estimación)</translation>
    </message>
    <message>
        <source>about {size} of memory (estimated)</source>
        <translation>unos {size} de memoria (estimación)</translation>
    </message>
    <message>
        <source>about {size} of memory</source>
        <translation>unos {size} de memoria</translation>
    </message>
    <message>
        <source>about {seconds} s for a sentence</source>
        <translation>unos {seconds} s por frase</translation>
    </message>
    <message>
        <source>Fits the graphics card of this computer</source>
        <translation>Apto para la tarjeta gráfica de este equipo</translation>
    </message>
    <message>
        <source>Fits this computer</source>
        <translation>Apto para este equipo</translation>
    </message>
    <message>
        <source>Fits, but words appear seconds later on this computer</source>
        <translation>Apto, pero en este equipo las palabras aparecen segundos después</translation>
    </message>
    <message>
        <source>Fits only after other programs are closed</source>
        <translation>Apto solo tras cerrar otros programas</translation>
    </message>
    <message>
        <source>Too large for this computer</source>
        <translation>Demasiado grande para este equipo</translation>
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
        <translation>Eliminando…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>{kept} of {size} are here already</source>
        <translation>Ya hay {kept} de {size}</translation>
    </message>
    <message>
        <source>Asking the model hub…</source>
        <translation>Consultando el servidor…</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>Examinando la carpeta…</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Checking what arrived</source>
        <translation>Comprobando lo recibido</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} de {total}</translation>
    </message>
    <message>
        <source>{amount} per second</source>
        <translation>{amount} por segundo</translation>
    </message>
    <message>
        <source>{seconds} s left</source>
        <translation>{seconds} s para terminar</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} min para terminar</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>{hours} h {minutes} min para terminar</translation>
    </message>
    <message>
        <source>Measuring for a few seconds how fast this computer is…</source>
        <translation>Midiendo durante unos segundos lo rápido que es este equipo…</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progreso de la medición</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Omitir</translation>
    </message>
    <message>
        <source>Skip the measurement</source>
        <translation>Omitir la medición</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Discard this recording</source>
        <translation>Descartar esta grabación</translation>
    </message>
    <message>
        <source>Discard this recording (Esc)</source>
        <translation>Descartar esta grabación (Esc)</translation>
    </message>
    <message>
        <source>The microphone is open</source>
        <translation>El micrófono está abierto</translation>
    </message>
    <message>
        <source>Memory is nearly full</source>
        <translation>La memoria está casi llena</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Abriendo el micrófono…</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Escuchando</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Procesando…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo salió mal</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Your text is kept</source>
        <translation>Tu texto se conserva</translation>
    </message>
    <message>
        <source>Stop to text: {milliseconds} ms</source>
        <translation>Del fin al texto: {milliseconds} ms</translation>
    </message>
    <message>
        <source>The model is still loading. Speak on, nothing is lost.</source>
        <translation>El modelo aún se está cargando. Sigue hablando, no se pierde nada.</translation>
    </message>
    <message>
        <source>The words are about {seconds} s behind. Speak on, nothing is lost.</source>
        <translation>Las palabras van unos {seconds} s por detrás. Sigue hablando, no se pierde nada.</translation>
    </message>
    <message>
        <source>On hold: nobody has spoken for a while. Speak on whenever you like.</source>
        <translation>En espera: hace un rato que nadie habla. Sigue hablando cuando quieras.</translation>
    </message>
    <message>
        <source>About {seconds} s of speech still wait for their words.</source>
        <translation>Unos {seconds} s de voz esperan todavía sus palabras.</translation>
    </message>
    <message>
        <source>Press {hotkey} to insert the text.</source>
        <translation>Pulsa {hotkey} para insertar el texto.</translation>
    </message>
    <message>
        <source>Refining, outside this computer: {host}</source>
        <translation>Refinando, fuera de este equipo: {host}</translation>
    </message>
    <message>
        <source>Translating, outside this computer: {host}</source>
        <translation>Traduciendo, fuera de este equipo: {host}</translation>
    </message>
    <message>
        <source>Refining with {host}…</source>
        <translation>Refinando con {host}…</translation>
    </message>
    <message>
        <source>Translating with {host}…</source>
        <translation>Traduciendo con {host}…</translation>
    </message>
    <message>
        <source>No speech was heard.</source>
        <translation>No se oyó ninguna voz.</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Descartado.</translation>
    </message>
    <message>
        <source>The text is kept: copy it from the tray menu.</source>
        <translation>El texto se conserva: cópialo desde el menú de la bandeja.</translation>
    </message>
    <message>
        <source>Insert here</source>
        <translation>Insertar aquí</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Put my clipboard back</source>
        <translation>Recuperar mi portapapeles</translation>
    </message>
    <message>
        <source>What to do with the text</source>
        <translation>Qué hacer con el texto</translation>
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
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Páginas</translation>
    </message>
    <message>
        <source>Delivery</source>
        <translation>Entrega</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>Adónde va</translation>
    </message>
    <message>
        <source>What this desktop allows</source>
        <translation>Qué permite este escritorio</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>General</source>
        <translation>General</translation>
    </message>
    <message>
        <source>While dictating</source>
        <translation>Mientras dictas</translation>
    </message>
    <message>
        <source>This key cannot be a hotkey. Press another one.</source>
        <translation>Esta tecla no puede ser un atajo. Pulsa otra.</translation>
    </message>
    <message>
        <source>{keys} is needed for writing. Hold Ctrl, Alt or Super with it.</source>
        <translation>{keys} hace falta para escribir. Mantén también Ctrl, Alt o Super.</translation>
    </message>
    <message>
        <source>{keys} is already the hotkey for &quot;{name}&quot;.</source>
        <translation>{keys} ya es el atajo de &quot;{name}&quot;.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Pulsa las teclas…</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>Tap or hold</source>
        <translation>Pulsar o mantener</translation>
    </message>
    <message>
        <source>Click, then press the keys. Esc gives up.</source>
        <translation>Haz clic y pulsa las teclas. Esc cancela.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Quitar: {name}</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Pega aquí la clave</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Olvidar</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Clave</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Guardar la clave</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Olvidar la clave</translation>
    </message>
    <message>
        <source>No key.</source>
        <translation>Sin clave.</translation>
    </message>
    <message>
        <source>Kept in {keyring}.</source>
        <translation>Guardada en {keyring}.</translation>
    </message>
    <message>
        <source>Kept until the app ends: no keyring answers.</source>
        <translation>Guardada hasta cerrar la aplicación: ningún llavero responde.</translation>
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
        <translation>Idioma de la aplicación</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Iniciar al abrir sesión</translation>
    </message>
    <message>
        <source>Play a short sound</source>
        <translation>Reproducir un sonido breve</translation>
    </message>
    <message>
        <source>Once the microphone really hears you, and when it stops.</source>
        <translation>Cuando el micrófono de verdad te oye y cuando se detiene.</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>Mostrar el panel flotante</translation>
    </message>
    <message>
        <source>Your words, as they are recognized, at the bottom of the screen.</source>
        <translation>Tus palabras, según se reconocen, en la parte inferior de la pantalla.</translation>
    </message>
    <message>
        <source>Show the load of the computer in it</source>
        <translation>Mostrar en él la carga del equipo</translation>
    </message>
    <message>
        <source>Video memory and temperature, or processor and memory.</source>
        <translation>Memoria gráfica y temperatura, o procesador y memoria.</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Dictar</translation>
    </message>
    <message>
        <source>Dictate and refine</source>
        <translation>Dictar y refinar</translation>
    </message>
    <message>
        <source>Corrects the text before it is inserted.</source>
        <translation>Corrige el texto antes de insertarlo.</translation>
    </message>
    <message>
        <source>Dictate and translate</source>
        <translation>Dictar y traducir</translation>
    </message>
    <message>
        <source>Into the language that is chosen under Rewriting.</source>
        <translation>Al idioma elegido en Reescritura.</translation>
    </message>
    <message>
        <source>Insert the kept text</source>
        <translation>Insertar el texto conservado</translation>
    </message>
    <message>
        <source>For a text that could not be inserted when it was ready.</source>
        <translation>Para un texto que no se pudo insertar cuando estuvo listo.</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>Retirar el último texto</translation>
    </message>
    <message>
        <source>Pressed again, it inserts the other version: as spoken, or refined.</source>
        <translation>Si lo pulsas otra vez, inserta la otra versión: tal como se dijo, o refinada.</translation>
    </message>
    <message>
        <source>Pressing a hotkey</source>
        <translation>Al pulsar un atajo</translation>
    </message>
    <message>
        <source>Counts as held after</source>
        <translation>Mantenido a partir de</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Micrófono</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abierto</translation>
    </message>
    <message>
        <source>The tray icon shows it whenever the microphone is open.</source>
        <translation>El icono de la bandeja lo muestra siempre que el micrófono está abierto.</translation>
    </message>
    <message>
        <source>Stays open for</source>
        <translation>Sigue abierto durante</translation>
    </message>
    <message>
        <source>Ends after a silence of</source>
        <translation>Termina tras un silencio de</translation>
    </message>
    <message>
        <source>For hands-free dictation. Never while you hold the hotkey.</source>
        <translation>Para dictar con manos libres. Nunca mientras mantienes pulsado el atajo.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Longest dictation</source>
        <translation>Máximo por dictado</translation>
    </message>
    <message>
        <source>It then ends by itself, and its text is inserted.</source>
        <translation>Entonces termina solo y se inserta su texto.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidad</translation>
    </message>
    <message>
        <source>High for a quiet voice, low for a noisy room.</source>
        <translation>Alta para una voz suave, baja para un lugar ruidoso.</translation>
    </message>
    <message>
        <source>Raise a quiet voice</source>
        <translation>Reforzar una voz suave</translation>
    </message>
    <message>
        <source>Makes it louder for the model only. Noise is raised along with it.</source>
        <translation>La hace más fuerte solo para el modelo. El ruido aumenta con ella.</translation>
    </message>
    <message>
        <source>Pause between sentences</source>
        <translation>Pausa entre frases</translation>
    </message>
    <message>
        <source>After this much silence a sentence is recognized for good.</source>
        <translation>Tras este silencio, la frase se reconoce de forma definitiva.</translation>
    </message>
    <message>
        <source>Kept before speech</source>
        <translation>Margen antes de la voz</translation>
    </message>
    <message>
        <source>So that the first syllable is not lost.</source>
        <translation>Para que no se pierda la primera sílaba.</translation>
    </message>
    <message>
        <source>Kept after the key</source>
        <translation>Margen tras la tecla</translation>
    </message>
    <message>
        <source>The recording goes on for at most this long, for the last word.</source>
        <translation>La grabación sigue como máximo este tiempo, para la última palabra.</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>Máximo por frase</translation>
    </message>
    <message>
        <source>Speech without a pause is cut at its quietest point.</source>
        <translation>Si hablas sin pausas, se corta en el punto más silencioso.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Idioma hablado</translation>
    </message>
    <message>
        <source>Naming the language is faster and surer than detecting it.</source>
        <translation>Indicar el idioma es más rápido y seguro que detectarlo.</translation>
    </message>
    <message>
        <source>Languages you speak</source>
        <translation>Idiomas que hablas</translation>
    </message>
    <message>
        <source>Most likely first, such as en, es. Empty: those you chose lately.</source>
        <translation>Primero el más probable, por ejemplo en, es. Vacío: los que elegiste últimamente.</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>Nombres y términos</translation>
    </message>
    <message>
        <source>That you use, separated by commas. About fifteen fit, the first ones.</source>
        <translation>Los que usas, separados por comas. Caben unos quince, los primeros.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Se ejecuta en</translation>
    </message>
    <message>
        <source>Listen only as long as you spoke</source>
        <translation>Escuchar solo lo que dura tu voz</translation>
    </message>
    <message>
        <source>Several times faster on a processor. Some models mishear with it.</source>
        <translation>Varias veces más rápido en un procesador. Algunos modelos entienden peor así.</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Formato numérico</translation>
    </message>
    <message>
        <source>Smaller numbers need less memory.</source>
        <translation>Los números más pequeños necesitan menos memoria.</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Hilos del procesador</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Model lives</source>
        <translation>El modelo reside</translation>
    </message>
    <message>
        <source>In its own process a crash costs no word. Takes effect at the next start.</source>
        <translation>En un proceso propio, un fallo no cuesta ninguna palabra. Tendrá efecto en el próximo inicio.</translation>
    </message>
    <message>
        <source>Give memory back</source>
        <translation>Liberar memoria</translation>
    </message>
    <message>
        <source>The next dictation records at once and loads the model meanwhile.</source>
        <translation>El próximo dictado graba enseguida y carga el modelo entretanto.</translation>
    </message>
    <message>
        <source>Not used for</source>
        <translation>Sin usar durante</translation>
    </message>
    <message>
        <source>Also when memory runs out</source>
        <translation>También si se agota la memoria</translation>
    </message>
    <message>
        <source>Other programs come first. Never in the middle of a dictation.</source>
        <translation>Los demás programas van primero. Nunca en mitad de un dictado.</translation>
    </message>
    <message>
        <source>Rewriting by</source>
        <translation>Quién reescribe</translation>
    </message>
    <message>
        <source>Refines or translates what you dictate before it is inserted.</source>
        <translation>Refina o traduce lo que dictas antes de insertarlo.</translation>
    </message>
    <message>
        <source>Address of Ollama</source>
        <translation>Dirección de Ollama</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modelo de lenguaje</translation>
    </message>
    <message>
        <source>Dictation hotkey</source>
        <translation>Atajo de dictado</translation>
    </message>
    <message>
        <source>Refining and translating have hotkeys of their own as well.</source>
        <translation>Refinar y traducir tienen además sus propios atajos.</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Traducir a</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Esperar como máximo</translation>
    </message>
    <message>
        <source>Then you get your own words. Automatic: 4 s here, 7 s elsewhere.</source>
        <translation>Luego recibes tus palabras. Automático: 4 s aquí, 7 s fuera.</translation>
    </message>
    <message>
        <source>Refining</source>
        <translation>Para refinar</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Para traducir</translation>
    </message>
    <message>
        <source>When a text is ready</source>
        <translation>Con el texto listo</translation>
    </message>
    <message>
        <source>Paste with</source>
        <translation>Pegar con</translation>
    </message>
    <message>
        <source>Automatic knows terminals, which want other keys.</source>
        <translation>Automático reconoce las terminales, que usan otras teclas.</translation>
    </message>
    <message>
        <source>Add a space after the text</source>
        <translation>Añadir un espacio tras el texto</translation>
    </message>
    <message>
        <source>So that the next dictation does not stick to it.</source>
        <translation>Para que el próximo dictado no quede pegado.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>A program with its options. It reads the text from standard input.</source>
        <translation>Un programa con sus opciones. Lee el texto de la entrada estándar.</translation>
    </message>
    <message>
        <source>Fit the text to what stands before it</source>
        <translation>Ajustar el texto a lo que tiene delante</translation>
    </message>
    <message>
        <source>Space and capital, where the system tells what is there.</source>
        <translation>Espacio y mayúscula, donde el sistema dice lo que hay.</translation>
    </message>
    <message>
        <source>New lines in a terminal</source>
        <translation>Saltos de línea en un terminal</translation>
    </message>
    <message>
        <source>A new line there runs what stands before it.</source>
        <translation>Ahí, un salto de línea ejecuta lo que tiene delante.</translation>
    </message>
    <message>
        <source>Press Enter afterwards</source>
        <translation>Pulsar Intro después</translation>
    </message>
    <message>
        <source>Only once the text is proven to have arrived.</source>
        <translation>Solo cuando está comprobado que el texto llegó.</translation>
    </message>
    <message>
        <source>When you changed windows</source>
        <translation>Si cambiaste de ventana</translation>
    </message>
    <message>
        <source>Never dictate into</source>
        <translation>No dictar nunca en</translation>
    </message>
    <message>
        <source>Names of applications, separated by commas, such as keepassxc.</source>
        <translation>Nombres de aplicaciones separados por comas, como keepassxc.</translation>
    </message>
    <message>
        <source>Put the clipboard back</source>
        <translation>Restaurar el portapapeles</translation>
    </message>
    <message>
        <source>What you had copied is there again once the text was pasted.</source>
        <translation>Lo que habías copiado vuelve a estar ahí tras pegar el texto.</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Archivo de registro</translation>
    </message>
    <message>
        <source>At every level without your words and keys.</source>
        <translation>En todos los niveles, sin tus palabras ni tus claves.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>El del sistema</translation>
    </message>
    <message>
        <source>Tap to start and stop, or hold to talk</source>
        <translation>Pulsar para empezar y parar, o mantener</translation>
    </message>
    <message>
        <source>Tap to start, tap to stop</source>
        <translation>Pulsar para empezar, pulsar para parar</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Mantener para hablar</translation>
    </message>
    <message>
        <source>While dictating and a while after</source>
        <translation>Mientras dictas y un rato después</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Siempre</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baja</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>High</source>
        <translation>Alta</translation>
    </message>
    <message>
        <source>Graphics card if possible</source>
        <translation>Tarjeta gráfica si es posible</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Procesador</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Tarjeta gráfica (CUDA)</translation>
    </message>
    <message>
        <source>In the app</source>
        <translation>En la aplicación</translation>
    </message>
    <message>
        <source>In a process of its own</source>
        <translation>En un proceso propio</translation>
    </message>
    <message>
        <source>If the self-check allows it</source>
        <translation>Si la autocomprobación lo permite</translation>
    </message>
    <message>
        <source>When the model is not used</source>
        <translation>Cuando el modelo no se usa</translation>
    </message>
    <message>
        <source>Never: keep the model loaded</source>
        <translation>Nunca: mantener el modelo cargado</translation>
    </message>
    <message>
        <source>After every dictation</source>
        <translation>Después de cada dictado</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Ollama, on your computer</source>
        <translation>Ollama, en tu equipo</translation>
    </message>
    <message>
        <source>Google Gemini, on the internet</source>
        <translation>Google Gemini, en internet</translation>
    </message>
    <message>
        <source>Inserts what you said</source>
        <translation>Inserta lo que dijiste</translation>
    </message>
    <message>
        <source>Refines it</source>
        <translation>Lo refina</translation>
    </message>
    <message>
        <source>Translates it</source>
        <translation>Lo traduce</translation>
    </message>
    <message>
        <source>Paste it where you write</source>
        <translation>Pegarlo donde escribes</translation>
    </message>
    <message>
        <source>Type it where you write</source>
        <translation>Escribirlo donde escribes</translation>
    </message>
    <message>
        <source>Copy it to the clipboard only</source>
        <translation>Solo copiarlo al portapapeles</translation>
    </message>
    <message>
        <source>Give it to a command</source>
        <translation>Pasarlo a un comando</translation>
    </message>
    <message>
        <source>Keep the text, and tell me</source>
        <translation>Conservar el texto y avisarme</translation>
    </message>
    <message>
        <source>Go back, insert it, and return</source>
        <translation>Volver, insertarlo y regresar</translation>
    </message>
    <message>
        <source>Become spaces</source>
        <translation>Se convierten en espacios</translation>
    </message>
    <message>
        <source>Stay, and may run commands</source>
        <translation>Se quedan, y pueden ejecutar comandos</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Todo</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos y errores</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Solo errores</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nivel</translation>
    </message>
    <message>
        <source>When it is open</source>
        <translation>Cuándo está abierto</translation>
    </message>
    <message>
        <source>Say something.</source>
        <translation>Di algo.</translation>
    </message>
    <message>
        <source>That is a voice.</source>
        <translation>Eso es una voz.</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (no conectado)</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avanzado</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir el archivo</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>Carpeta de registros</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Archivo de ajustes</translation>
    </message>
    <message>
        <source>Your voice is recognized on this computer. It is never sent anywhere.</source>
        <translation>Tu voz se reconoce en este equipo. Nunca se envía a ninguna parte.</translation>
    </message>
    <message>
        <source>A recording and its text are on your disk until the text was delivered or you discarded it; a recording without words for a day.</source>
        <translation>Una grabación y su texto están en tu disco hasta que el texto se entrega o lo descartas; una grabación sin palabras, durante un día.</translation>
    </message>
    <message>
        <source>The last text is kept in memory only. It is gone when the app ends.</source>
        <translation>El último texto se guarda solo en la memoria. Desaparece al cerrar la aplicación.</translation>
    </message>
    <message>
        <source>A text leaves this computer only if you have it rewritten on another one.</source>
        <translation>Un texto sale de este equipo solo si haces que se reescriba en otro.</translation>
    </message>
    <message>
        <source>Keys of services are kept in the system&apos;s keyring or, without one, until the app ends.</source>
        <translation>Las claves de los servicios se guardan en el llavero del sistema o, si no hay, hasta cerrar la aplicación.</translation>
    </message>
    <message>
        <source>No telemetry and no account. Models are downloaded only when you ask for it.</source>
        <translation>Sin telemetría ni cuentas. Los modelos se descargan solo cuando lo pides.</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Reconocimiento</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Comprobar de nuevo</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>Autocomprobación</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memoria</translation>
    </message>
    <message>
        <source>Unload now</source>
        <translation>Liberar ahora</translation>
    </message>
    <message>
        <source>Model in memory</source>
        <translation>Modelo en memoria</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Cargando…</translation>
    </message>
    <message>
        <source>Not loaded. The next dictation loads it.</source>
        <translation>No está cargado. El próximo dictado lo carga.</translation>
    </message>
    <message>
        <source>Loaded.</source>
        <translation>Cargado.</translation>
    </message>
    <message>
        <source>Rewriting</source>
        <translation>Reescritura</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Actualizar</translation>
    </message>
    <message>
        <source>Ask for the models again</source>
        <translation>Volver a pedir los modelos</translation>
    </message>
    <message>
        <source>What happens to the text</source>
        <translation>Qué pasa con el texto</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instrucciones</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Probar</translation>
    </message>
    <message>
        <source>Text leaves this computer: it is sent to {host}.</source>
        <translation>El texto sale de este equipo: se envía a {host}.</translation>
    </message>
    <message>
        <source>Asking for the models…</source>
        <translation>Pidiendo los modelos…</translation>
    </message>
    <message>
        <source>The first in the list</source>
        <translation>El primero de la lista</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Texto</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Refinar</translation>
    </message>
    <message>
        <source>Translate</source>
        <translation>Traducir</translation>
    </message>
    <message>
        <source>so um I think we should we should meet on monday no wait on tuesday at ten</source>
        <translation>bueno eh creo que deberíamos deberíamos reunirnos el lunes no espera el martes a las diez</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Procesando…</translation>
    </message>
    <message>
        <source>Allow keys…</source>
        <translation>Permitir teclas…</translation>
    </message>
    <message>
        <source>The desktop asks you whether the app may press keys.</source>
        <translation>El escritorio te pregunta si la aplicación puede pulsar teclas.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sí</translation>
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
        <translation>Modelos ofrecidos: {count}</translation>
    </message>
    <message>
        <source>{model} is too small a model to be told names: it is told none.</source>
        <translation>{model} es un modelo demasiado pequeño para decirle nombres: no se le dice ninguno.</translation>
    </message>
    <message>
        <source>Not all of them fit: the model is told {told} of {count}.</source>
        <translation>No caben todos: al modelo se le dicen {told} de {count}.</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>El modelo se está cargando…</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>la tarjeta gráfica</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>el procesador</translation>
    </message>
    <message>
        <source>{model} is in memory and runs on the {place} as {format}.</source>
        <translation>{model} está en memoria y se ejecuta en {place} como {format}.</translation>
    </message>
    <message>
        <source>Not in memory. The next dictation loads it while you speak.</source>
        <translation>No está en memoria. El próximo dictado lo carga mientras hablas.</translation>
    </message>
    <message>
        <source>Done in {seconds} s.</source>
        <translation>Listo en {seconds} s.</translation>
    </message>
    <message>
        <source>Done in {seconds} s, which is longer than a take would wait.</source>
        <translation>Listo en {seconds} s, más de lo que esperaría un dictado.</translation>
    </message>
    <message>
        <source>Not used: every sentence is heard as if it lasted 30 seconds.</source>
        <translation>No se usa: cada frase se escucha como si durara 30 segundos.</translation>
    </message>
    <message>
        <source>Told as soon as the model is in memory.</source>
        <translation>Se dirá en cuanto el modelo esté en memoria.</translation>
    </message>
    <message>
        <source>Not used: a graphics card gains nothing from it.</source>
        <translation>No se usa: una tarjeta gráfica no gana nada con ello.</translation>
    </message>
    <message>
        <source>Not used: large models are known to repeat themselves with it.</source>
        <translation>No se usa: se sabe que los modelos grandes se repiten así.</translation>
    </message>
    <message>
        <source>In use without a check, as you chose.</source>
        <translation>En uso sin comprobación, como elegiste.</translation>
    </message>
    <message>
        <source>In use since {date}: {agreed} of {compared} sentences heard both ways had the same words.</source>
        <translation>En uso desde {date}: {agreed} de {compared} frases escuchadas de ambas formas tenían las mismas palabras.</translation>
    </message>
    <message>
        <source>Not used: {differed} of {compared} sentences heard both ways had other words.</source>
        <translation>No se usa: {differed} de {compared} frases escuchadas de ambas formas tenían otras palabras.</translation>
    </message>
    <message>
        <source>Not used: {doubted} sentences had to be heard again in full.</source>
        <translation>No se usa: hubo que escuchar enteras de nuevo {doubted} frases.</translation>
    </message>
    <message>
        <source>Not used yet: your next sentences are heard both ways while you do not dictate.</source>
        <translation>Aún no se usa: tus próximas frases se escuchan de ambas formas mientras no dictas.</translation>
    </message>
    <message>
        <source>Being checked: {agreed} of {compared} sentences agreed both ways. It takes {least} or more.</source>
        <translation>En comprobación: {agreed} de {compared} frases coincidieron de ambas formas. Hacen falta {least} o más.</translation>
    </message>
</context>
</TS>
