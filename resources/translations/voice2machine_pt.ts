<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="pt" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About {application}</source>
        <translation>Sobre o {application}</translation>
    </message>
    <message>
        <source>Version {version}</source>
        <translation>Versão {version}</translation>
    </message>
    <message>
        <source>You speak, and your words appear where you write.</source>
        <translation>Você fala, e suas palavras aparecem onde você escreve.</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidade</translation>
    </message>
    <message>
        <source>&amp;Licenses…</source>
        <translation>&amp;Licenças…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>Your voice is turned into text on this computer. It is never sent anywhere.</source>
        <translation>Sua voz vira texto neste computador. Ela nunca é enviada a lugar nenhum.</translation>
    </message>
    <message>
        <source>The microphone is open while you dictate, and longer only if you set it so.</source>
        <translation>O microfone fica aberto enquanto você dita, e por mais tempo só se você ajustar assim.</translation>
    </message>
    <message>
        <source>A recording is kept until its text was delivered or you discard it.</source>
        <translation>Uma gravação fica guardada até que o texto seja entregue ou que você a descarte.</translation>
    </message>
    <message>
        <source>Your words are never written to a log. There is no telemetry and no account.</source>
        <translation>Suas palavras nunca vão para um log. Não há telemetria nem conta.</translation>
    </message>
    <message>
        <source>A text leaves this computer only if you choose a rewriting service elsewhere.</source>
        <translation>Um texto só sai deste computador se você escolher um serviço de reescrita externo.</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Atalhos</translation>
    </message>
    <message>
        <source>No hotkeys are in force. The tray menu does the same.</source>
        <translation>Nenhum atalho está ativo. O menu da bandeja faz o mesmo.</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Licenses</source>
        <translation>Licenças</translation>
    </message>
    <message>
        <source>Licenses of all parts</source>
        <translation>Licenças de todas as partes</translation>
    </message>
    <message>
        <source>The full texts are missing from this copy of the app. Install it again to read them here, or look for them at the projects named above.</source>
        <translation>Os textos completos faltam nesta cópia do aplicativo. Instale-o de novo para lê-los aqui ou procure-os nos projetos citados acima.</translation>
    </message>
    <message>
        <source>The code of Voice2Machine itself is under the MIT license: use it, change it, pass it on.</source>
        <translation>O código do próprio Voice2Machine está sob a licença MIT: use, modifique, passe adiante.</translation>
    </message>
    <message>
        <source>Sound files are read by PyAV, which brings FFmpeg and with it x264 and x265, two libraries under the GNU General Public License. That changes nothing for using the app. But a bundle that contains them may be passed on only under the terms of that license, version 3, together with the sources.</source>
        <translation>Os arquivos de som são lidos pelo PyAV, que traz o FFmpeg e, com ele, x264 e x265, duas bibliotecas sob a GNU General Public License. Isso não muda nada para quem usa o aplicativo. Mas um pacote que as contenha só pode ser passado adiante nos termos dessa licença, versão 3, junto com o código-fonte.</translation>
    </message>
    <message>
        <source>The sources are published by the projects: Voice2Machine, PyAV, FFmpeg, x264 and x265.</source>
        <translation>O código-fonte é publicado pelos projetos: Voice2Machine, PyAV, FFmpeg, x264 e x265.</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Recordings under way</source>
        <translation>Gravações em andamento</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Ditar</translation>
    </message>
    <message>
        <source>Dictate and refine</source>
        <translation>Ditar e refinar</translation>
    </message>
    <message>
        <source>Dictate and translate</source>
        <translation>Ditar e traduzir</translation>
    </message>
    <message>
        <source>Insert the text that was kept</source>
        <translation>Inserir o texto guardado</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>Retirar o último texto</translation>
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
        <translation>&amp;Terminar ditado</translation>
    </message>
    <message>
        <source>&amp;Start dictation</source>
        <translation>Começar a di&amp;tar</translation>
    </message>
    <message>
        <source>Try to take &amp;hotkeys again</source>
        <translation>Tentar tomar os &amp;atalhos de novo</translation>
    </message>
    <message>
        <source>Voice2Machine menu</source>
        <translation>Menu do Voice2Machine</translation>
    </message>
    <message>
        <source>&amp;Discard this recording</source>
        <translation>&amp;Descartar esta gravação</translation>
    </message>
    <message>
        <source>Te&amp;xt leaves this computer: {host}</source>
        <translation>O te&amp;xto sai deste computador: {host}</translation>
    </message>
    <message>
        <source>Dictate and &amp;translate: {language}</source>
        <translation>Ditar e tradu&amp;zir: {language}</translation>
    </message>
    <message>
        <source>Stop rewritin&amp;g, keep the words</source>
        <translation>&amp;Parar a reescrita, manter as palavras</translation>
    </message>
    <message>
        <source>&amp;Insert the text again</source>
        <translation>Inserir o texto de &amp;novo</translation>
    </message>
    <message>
        <source>Take &amp;back the last text</source>
        <translation>R&amp;emover o último texto inserido</translation>
    </message>
    <message>
        <source>Reco&amp;ver recordings… ({count})</source>
        <translation>Recuperar gra&amp;vações… ({count})</translation>
    </message>
    <message>
        <source>Dictate and &amp;refine</source>
        <translation>Ditar e &amp;refinar</translation>
    </message>
    <message>
        <source>&amp;Copy last text</source>
        <translation>&amp;Copiar o último texto</translation>
    </message>
    <message>
        <source>Copy last text as sp&amp;oken</source>
        <translation>Copiar o último texto como fa&amp;lado</translation>
    </message>
    <message>
        <source>P&amp;ut my clipboard back</source>
        <translation>Devolver o que &amp;havia copiado</translation>
    </message>
    <message>
        <source>&amp;What the hotkey does</source>
        <translation>O &amp;que o atalho faz</translation>
    </message>
    <message>
        <source>&amp;Get another model…</source>
        <translation>&amp;Obter outro modelo…</translation>
    </message>
    <message>
        <source>&amp;Unload the model</source>
        <translation>&amp;Descarregar o modelo</translation>
    </message>
    <message>
        <source>&amp;About Voice2Machine</source>
        <translation>So&amp;bre o Voice2Machine</translation>
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
        <translation>Micro&amp;fone</translation>
    </message>
    <message>
        <source>S&amp;ettings…</source>
        <translation>A&amp;justes…</translation>
    </message>
    <message>
        <source>Pause &amp;hotkeys</source>
        <translation>Pausar &amp;atalhos</translation>
    </message>
    <message>
        <source>Discard &amp;kept recordings…</source>
        <translation>Descartar as &amp;gravações guardadas…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Sair</translation>
    </message>
    <message>
        <source>The microphone is open</source>
        <translation>O microfone está aberto</translation>
    </message>
    <message>
        <source>M&amp;ore</source>
        <translation>Mais &amp;opções</translation>
    </message>
    <message>
        <source>More actions</source>
        <translation>Mais ações</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>Padrão do sistema</translation>
    </message>
    <message>
        <source>Insert as spoken</source>
        <translation>Inserir como falado</translation>
    </message>
    <message>
        <source>Refine</source>
        <translation>Refinar</translation>
    </message>
    <message>
        <source>Translate: {language}</source>
        <translation>Traduzir: {language}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Pronto</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Abrindo o microfone…</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Ouvindo</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Processando…</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Requer atenção</translation>
    </message>
    <message>
        <source>{state}, hotkeys paused</source>
        <translation>{state}, atalhos em pausa</translation>
    </message>
    <message>
        <source>Recordings not delivered: {count}. To get their text: v2m recover</source>
        <translation>Gravações não entregues: {count}. Para obter o texto: v2m recover</translation>
    </message>
    <message>
        <source>The desktop lets the app press keys.</source>
        <translation>A área de trabalho deixa o aplicativo pressionar teclas.</translation>
    </message>
    <message>
        <source>Voice2Machine is already running.</source>
        <translation>O Voice2Machine já está aberto.</translation>
    </message>
    <message>
        <source>The app crashed last time. What is known is in {file}.</source>
        <translation>O aplicativo falhou da última vez. O que se sabe está em {file}.</translation>
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
        <translation>Em uso.</translation>
    </message>
    <message>
        <source>Typing</source>
        <translation>Digitar</translation>
    </message>
    <message>
        <source>A text can be typed instead of pasted.</source>
        <translation>Um texto pode ser digitado em vez de colado.</translation>
    </message>
    <message>
        <source>Window in front</source>
        <translation>Janela da frente</translation>
    </message>
    <message>
        <source>Known: a text goes only into the window it is meant for.</source>
        <translation>Conhecida: um texto só entra na janela a que se destina.</translation>
    </message>
    <message>
        <source>Not known now: a text goes into whatever window is in front.</source>
        <translation>Não conhecida agora: um texto entra na janela que estiver na frente.</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Atalhos</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Em pausa.</translation>
    </message>
    <message>
        <source>Taken through {way}.</source>
        <translation>Tomados por meio de {way}.</translation>
    </message>
</context>
<context>
    <name>Discard</name>
    <message>
        <source>Delete the kept recordings for good? ({count})</source>
        <translation>Apagar para sempre as gravações guardadas? ({count})</translation>
    </message>
    <message>
        <source>Their words were not delivered. Nothing can bring them back.</source>
        <translation>As palavras delas não foram entregues. Nada poderá recuperá-las.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Apagar</translation>
    </message>
    <message>
        <source>&amp;Keep them</source>
        <translation>&amp;Guardá-las</translation>
    </message>
</context>
<context>
    <name>Error</name>
    <message>
        <source>&quot;{language}&quot; is no language code. Use &quot;auto&quot; or a code such as en or es.</source>
        <translation>&quot;{language}&quot; não é um código de idioma. Use &quot;auto&quot; ou um código como en ou es.</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; cannot be the name of a model. Use letters, digits, &quot;-&quot; and &quot;.&quot;.</source>
        <translation>&quot;{name}&quot; não pode ser o nome de um modelo. Use letras, algarismos, &quot;-&quot; e &quot;.&quot;.</translation>
    </message>
    <message>
        <source>&quot;{part}&quot; in the hotkey &quot;{text}&quot; is no key known here. Write it like {example}.</source>
        <translation>&quot;{part}&quot;, no atalho &quot;{text}&quot;, não é uma tecla conhecida. Escreva como {example}.</translation>
    </message>
    <message>
        <source>&quot;{part}&quot; in the hotkey &quot;{text}&quot; is no modifier. Use ctrl, alt, shift or super.</source>
        <translation>&quot;{part}&quot;, no atalho &quot;{text}&quot;, não é um modificador. Use ctrl, alt, shift ou super.</translation>
    </message>
    <message>
        <source>&quot;{program}&quot; cannot be started: {reason}. Correct the command under Delivery in the settings.</source>
        <translation>“{program}” não pode ser iniciado: {reason}. Corrija o comando em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>&quot;{program}&quot; failed with status {status}. The text is kept.</source>
        <translation>“{program}” falhou com o código {status}. O texto está guardado.</translation>
    </message>
    <message>
        <source>&quot;{program}&quot; took longer than {seconds:g} s, so it was ended. The text is kept.</source>
        <translation>“{program}” demorou mais de {seconds:g} s e foi encerrado. O texto está guardado.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a hotkey. Write it like {example}.</source>
        <translation>&quot;{text}&quot; não é um atalho. Escreva como {example}.</translation>
    </message>
    <message>
        <source>A dictation took too long. Its recording is kept: see v2m recover.</source>
        <translation>Um ditado demorou demais. A gravação está guardada: veja v2m recover.</translation>
    </message>
    <message>
        <source>A key was held down, so nothing was taken back. Press the key again.</source>
        <translation>Havia uma tecla pressionada, então nada foi retirado. Pressione o atalho de novo.</translation>
    </message>
    <message>
        <source>A key was held down. The text is kept: copy it from the tray menu.</source>
        <translation>Uma tecla estava pressionada. O texto foi guardado: copie-o pelo menu da bandeja.</translation>
    </message>
    <message>
        <source>A modifier key is held down, so the text was not typed to its end.</source>
        <translation>Há uma tecla modificadora pressionada, então o texto não foi digitado até o fim.</translation>
    </message>
    <message>
        <source>A part of the app that listens is missing ({reason}). Install the app again.</source>
        <translation>Falta uma parte do aplicativo que escuta ({reason}). Instale o aplicativo de novo.</translation>
    </message>
    <message>
        <source>A password field has the focus. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</source>
        <translation>O cursor está em um campo de senha. Suas palavras estão guardadas e não foram enviadas para reescrita: insira-as ou copie-as com o atalho ou pela bandeja.</translation>
    </message>
    <message>
        <source>A window of Voice2Machine is in front. The text is kept: copy it from the tray.</source>
        <translation>Uma janela do Voice2Machine está na frente. O texto foi guardado: copie-o pela bandeja.</translation>
    </message>
    <message>
        <source>Add the line &quot;bindsym Ctrl+Alt+space exec v2m toggle&quot; to ~/.config/sway/config.</source>
        <translation>Acrescente a linha “bindsym Ctrl+Alt+space exec v2m toggle” a ~/.config/sway/config.</translation>
    </message>
    <message>
        <source>Another Voice2Machine of yours is starting or hangs. Quit it, then try again.</source>
        <translation>Outro Voice2Machine seu está iniciando ou travou. Feche-o e tente de novo.</translation>
    </message>
    <message>
        <source>Another process is working on the recording {id}. Wait for it.</source>
        <translation>Outro processo está trabalhando na gravação {id}. Espere que termine.</translation>
    </message>
    <message>
        <source>Another program took the clipboard. The text is kept: copy it from the tray menu.</source>
        <translation>Outro programa tomou a área de transferência. O texto foi guardado: copie-o pelo menu da bandeja.</translation>
    </message>
    <message>
        <source>Another text came in between, so nothing was taken back.</source>
        <translation>Outro texto entrou nesse meio-tempo, então nada foi retirado.</translation>
    </message>
    <message>
        <source>Another text is being inserted. Try again in a moment.</source>
        <translation>Outro texto está sendo inserido. Tente de novo em um instante.</translation>
    </message>
    <message>
        <source>Bind the command &quot;v2m toggle&quot; to a key in the keyboard settings of your desktop.</source>
        <translation>Associe o comando “v2m toggle” a uma tecla nos ajustes de teclado da sua área de trabalho.</translation>
    </message>
    <message>
        <source>Bind the command &quot;v2m toggle&quot; to a key: Settings, Keyboard, View and Customize Shortcuts, Custom Shortcuts.</source>
        <translation>Associe o comando “v2m toggle” a uma tecla: Configurações, Teclado, Ver e personalizar atalhos, Atalhos personalizados.</translation>
    </message>
    <message>
        <source>Bind the command &quot;v2m toggle&quot; to a key: System Settings, Keyboard, Shortcuts, Add New, Command or Script.</source>
        <translation>Associe o comando “v2m toggle” a uma tecla: Configurações do sistema, Teclado, Atalhos, Adicionar novo, Comando ou script.</translation>
    </message>
    <message>
        <source>Commands cannot be run here. Choose another way under Delivery in the settings.</source>
        <translation>Aqui não é possível executar comandos. Escolha outra forma em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>Commands such as v2m toggle will not work: {reason}.</source>
        <translation>Comandos como v2m toggle não vão funcionar: {reason}.</translation>
    </message>
    <message>
        <source>Default settings are used.</source>
        <translation>São usados os ajustes padrão.</translation>
    </message>
    <message>
        <source>Default settings are used. Correct it or remove it.</source>
        <translation>São usados os ajustes padrão. Corrija-o ou remova-o.</translation>
    </message>
    <message>
        <source>Did you mean {key}?</source>
        <translation>Você quis dizer {key}?</translation>
    </message>
    <message>
        <source>Gemini does not rewrite this text: its filters keep the answer back.</source>
        <translation>O Gemini não reescreve este texto: os filtros dele retêm a resposta.</translation>
    </message>
    <message>
        <source>Gemini has no model {model}. Choose another in the settings.</source>
        <translation>O Gemini não tem o modelo {model}. Escolha outro nos ajustes.</translation>
    </message>
    <message>
        <source>Gemini offers no model to this key. Check the key in the settings.</source>
        <translation>O Gemini não oferece nenhum modelo para esta chave. Verifique a chave nos ajustes.</translation>
    </message>
    <message>
        <source>Gemini refused the key. Check it in the settings.</source>
        <translation>O Gemini recusou a chave. Verifique-a nos ajustes.</translation>
    </message>
    <message>
        <source>Gemini wants a key. Enter yours in the settings.</source>
        <translation>O Gemini exige uma chave. Informe a sua nos ajustes.</translation>
    </message>
    <message>
        <source>Hyprland gives an app only the keys in its own configuration. Add the line &quot;bind = CTRL ALT, space, exec, v2m toggle&quot; to ~/.config/hypr/hyprland.conf.</source>
        <translation>O Hyprland só dá a um aplicativo as teclas da própria configuração. Acrescente a linha “bind = CTRL ALT, space, exec, v2m toggle” a ~/.config/hypr/hyprland.conf.</translation>
    </message>
    <message>
        <source>In a terminal these characters cannot be taken back exactly.</source>
        <translation>Em um terminal, estes caracteres não podem ser retirados com exatidão.</translation>
    </message>
    <message>
        <source>It takes &quot;auto&quot; or a language code such as en, es or pt.</source>
        <translation>Aceita &quot;auto&quot; ou um código de idioma como en, es ou pt.</translation>
    </message>
    <message>
        <source>It takes a text between quotation marks.</source>
        <translation>Aceita um texto entre aspas.</translation>
    </message>
    <message>
        <source>It takes a whole number from {least} to {most}.</source>
        <translation>Aceita um número inteiro de {least} a {most}.</translation>
    </message>
    <message>
        <source>It takes an address such as http://127.0.0.1:11434.</source>
        <translation>Aceita um endereço como http://127.0.0.1:11434.</translation>
    </message>
    <message>
        <source>It takes codes of languages, most likely first, such as en, es.</source>
        <translation>Escreva códigos de idiomas, primeiro o mais provável, por exemplo en, es.</translation>
    </message>
    <message>
        <source>It takes one of {choices}.</source>
        <translation>Aceita um destes valores: {choices}.</translation>
    </message>
    <message>
        <source>It takes true or false.</source>
        <translation>Aceita true ou false.</translation>
    </message>
    <message>
        <source>It was renamed to {backup}, and default settings are used.</source>
        <translation>Agora se chama {backup}, e são usados os ajustes padrão.</translation>
    </message>
    <message>
        <source>Memory is short, so the model gave its own back; the next dictation loads it again.</source>
        <translation>Há pouca memória, por isso o modelo liberou a dele; o próximo ditado o carrega de novo.</translation>
    </message>
    <message>
        <source>Models are downloaded from https addresses only, and {address} is none.</source>
        <translation>Os modelos só são baixados de endereços https, e {address} não é um deles.</translation>
    </message>
    <message>
        <source>No Wayland compositor answers at {place}.</source>
        <translation>Nenhum compositor Wayland responde em {place}.</translation>
    </message>
    <message>
        <source>No answer came within {seconds} s.</source>
        <translation>Nenhuma resposta chegou em {seconds} s.</translation>
    </message>
    <message>
        <source>No command is set. Enter one under Delivery in the settings.</source>
        <translation>Não há nenhum comando. Digite um em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>No command is set. Name one under Delivery in the settings.</source>
        <translation>Não há nenhum comando. Indique um em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>No microphone was found. Plug one in, then start the take again.</source>
        <translation>Nenhum microfone foi encontrado. Conecte um e comece de novo.</translation>
    </message>
    <message>
        <source>No model is loaded: choose one in the tray menu, then try again.</source>
        <translation>Nenhum modelo está carregado: escolha um no menu da bandeja e tente de novo.</translation>
    </message>
    <message>
        <source>No speech for {seconds} s: the dictation ended. Is &quot;{name}&quot; the right microphone?</source>
        <translation>Ninguém falou por {seconds} s: o ditado terminou. &quot;{name}&quot; é o microfone certo?</translation>
    </message>
    <message>
        <source>No usable NVIDIA graphics card was found, so the model runs on the processor.</source>
        <translation>Nenhuma placa de vídeo NVIDIA utilizável foi encontrada, por isso o modelo roda no processador.</translation>
    </message>
    <message>
        <source>No way to send keys works on this desktop. The text is on the clipboard; paste it yourself.</source>
        <translation>Nesta área de trabalho, nenhuma forma de enviar teclas funciona. O texto está na área de transferência; cole-o você.</translation>
    </message>
    <message>
        <source>Nobody can tell whether the text there is what was inserted, so nothing was taken back.</source>
        <translation>Não dá para saber se o texto que está lá é o que foi inserido, então nada foi retirado.</translation>
    </message>
    <message>
        <source>Nobody is chosen to refine and translate: choose a service in the settings.</source>
        <translation>Ninguém foi escolhido para refinar e traduzir: escolha um serviço nos ajustes.</translation>
    </message>
    <message>
        <source>Nothing was inserted; your words are kept: insert or copy them with key or tray menu. {reason}</source>
        <translation>Nada foi inserido; suas palavras estão guardadas: insira-as ou copie-as com o atalho ou o menu da bandeja. {reason}</translation>
    </message>
    <message>
        <source>Ollama does not answer at {address}. Start it, or change the address in the settings.</source>
        <translation>O Ollama não responde em {address}. Inicie-o ou mude o endereço nos ajustes.</translation>
    </message>
    <message>
        <source>Ollama has no model yet. Get one, such as by: ollama pull llama3.2.</source>
        <translation>O Ollama ainda não tem nenhum modelo. Obtenha um, por exemplo com: ollama pull llama3.2.</translation>
    </message>
    <message>
        <source>Ollama has no model {model}. Get it with: ollama pull {model}.</source>
        <translation>O Ollama não tem o modelo {model}. Obtenha-o com: ollama pull {model}.</translation>
    </message>
    <message>
        <source>On this desktop text cannot be typed for you. Choose another way under Delivery in the settings.</source>
        <translation>Nesta área de trabalho não é possível digitar texto por você. Escolha outra forma em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>On this keyboard {hotkey} is the same as another of the hotkeys; choose another in the settings.</source>
        <translation>Neste teclado, {hotkey} é igual a outro dos atalhos; escolha um diferente nos ajustes.</translation>
    </message>
    <message>
        <source>Only a part of the recording could be kept on disk: {reason}</source>
        <translation>Só uma parte da gravação pôde ser guardada no disco: {reason}</translation>
    </message>
    <message>
        <source>Only a part of the text was typed. {reason}</source>
        <translation>Só uma parte do texto foi digitada. {reason}</translation>
    </message>
    <message>
        <source>Only {free} MB are free on the disk of {root}. Free some space for long recordings.</source>
        <translation>Restam só {free} MB livres no disco de {root}. Libere espaço para gravações longas.</translation>
    </message>
    <message>
        <source>Other programs used {percent} % of the processor, which spoils a measurement: try again later.</source>
        <translation>Outros programas usavam {percent} % do processador, o que estraga a medição: tente mais tarde.</translation>
    </message>
    <message>
        <source>Somebody is dictating: measure again afterwards.</source>
        <translation>Há um ditado em andamento: meça de novo depois.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong; the log says what. Try again.</source>
        <translation>Algo inesperado deu errado; o log diz o quê. Tente de novo.</translation>
    </message>
    <message>
        <source>Text written from right to left cannot be taken back. Undo it in its program.</source>
        <translation>Um texto escrito da direita para a esquerda não pode ser retirado. Desfaça-o no programa dele.</translation>
    </message>
    <message>
        <source>That is a password field: nothing is recorded there.</source>
        <translation>É um campo de senha: ali nada é gravado.</translation>
    </message>
    <message>
        <source>That window runs as administrator, and Windows lets no other program type there. Paste the text yourself.</source>
        <translation>Essa janela é executada como administrador, e o Windows não deixa outro programa escrever nela. Cole o texto você.</translation>
    </message>
    <message>
        <source>The Wayland compositor does not answer.</source>
        <translation>O compositor Wayland não responde.</translation>
    </message>
    <message>
        <source>The Wayland compositor does not tell of that selection.</source>
        <translation>O compositor Wayland não informa essa seleção.</translation>
    </message>
    <message>
        <source>The Wayland compositor ended the connection.</source>
        <translation>O compositor Wayland encerrou a conexão.</translation>
    </message>
    <message>
        <source>The Wayland compositor refused: {reason}</source>
        <translation>O compositor Wayland recusou: {reason}</translation>
    </message>
    <message>
        <source>The Wayland compositor sent a message that has no length.</source>
        <translation>O compositor Wayland enviou uma mensagem sem comprimento.</translation>
    </message>
    <message>
        <source>The Wayland compositor takes no requests.</source>
        <translation>O compositor Wayland não aceita pedidos.</translation>
    </message>
    <message>
        <source>The Wayland compositor took the clipboard away from programs.</source>
        <translation>O compositor Wayland tirou a área de transferência dos programas.</translation>
    </message>
    <message>
        <source>The X display cannot be opened. Start the app from a desktop session.</source>
        <translation>Não é possível abrir a tela X. Inicie o aplicativo numa sessão de desktop.</translation>
    </message>
    <message>
        <source>The X server did not take the keys. The text is kept; paste it.</source>
        <translation>O servidor X não aceitou as teclas. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>The answer held no words.</source>
        <translation>A resposta não continha palavras.</translation>
    </message>
    <message>
        <source>The command has a quotation mark without its twin. Correct it under Delivery in the settings.</source>
        <translation>No comando há uma aspa sem par. Corrija-o em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>The compositor announced a file and sent none.</source>
        <translation>O compositor anunciou um arquivo e não enviou nenhum.</translation>
    </message>
    <message>
        <source>The connection to the Wayland compositor broke.</source>
        <translation>A conexão com o compositor Wayland caiu.</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. Try again.</source>
        <translation>A conexão com {host} caiu. Tente de novo.</translation>
    </message>
    <message>
        <source>The connection to {host} broke off. What arrived is kept; try again.</source>
        <translation>A conexão com {host} caiu. O que chegou foi guardado; tente de novo.</translation>
    </message>
    <message>
        <source>The connection to {host} cannot be trusted: check this computer&apos;s clock, and the proxy or virus scanner that reads along.</source>
        <translation>A conexão com {host} não é confiável: verifique o relógio deste computador e o proxy ou antivírus que lê o tráfego.</translation>
    </message>
    <message>
        <source>The copy of the file {file} is damaged, so nothing was imported. Check the disk of {folder}.</source>
        <translation>A cópia do arquivo {file} está danificada, por isso nada foi importado. Verifique o disco de {folder}.</translation>
    </message>
    <message>
        <source>The cursor is in a password field. The text is kept: copy it from the tray menu.</source>
        <translation>O cursor está em um campo de senha. O texto está guardado: copie-o pelo menu da bandeja.</translation>
    </message>
    <message>
        <source>The default {default} is used.</source>
        <translation>É usado o valor padrão {default}.</translation>
    </message>
    <message>
        <source>The demo model does not understand the demo recording.</source>
        <translation>O modelo de demonstração não entende a gravação de demonstração.</translation>
    </message>
    <message>
        <source>The desktop could not give the hotkeys.</source>
        <translation>A área de trabalho não pôde dar os atalhos.</translation>
    </message>
    <message>
        <source>The desktop could not let the app press keys.</source>
        <translation>A área de trabalho não pôde deixar o aplicativo pressionar teclas.</translation>
    </message>
    <message>
        <source>The desktop did not allow the app to press keys: allow it under Delivery in the settings.</source>
        <translation>A área de trabalho não permitiu que o aplicativo pressione teclas: permita em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>The desktop did not allow the hotkeys.</source>
        <translation>A área de trabalho não permitiu os atalhos.</translation>
    </message>
    <message>
        <source>The desktop did not answer when it was asked for hotkeys.</source>
        <translation>A área de trabalho não respondeu quando os atalhos foram pedidos.</translation>
    </message>
    <message>
        <source>The desktop did not answer when it was asked to let the app press keys.</source>
        <translation>A área de trabalho não respondeu quando se pediu que o aplicativo possa pressionar teclas.</translation>
    </message>
    <message>
        <source>The desktop did not take the keys. The text is kept; paste it.</source>
        <translation>A área de trabalho não aceitou as teclas. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>The desktop has not allowed the app to press keys yet: allow it under Delivery in the settings.</source>
        <translation>A área de trabalho ainda não permitiu que o aplicativo pressione teclas: permita em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>The desktop is asking whether the app may press keys: answer its question.</source>
        <translation>A área de trabalho está perguntando se o aplicativo pode pressionar teclas: responda à pergunta.</translation>
    </message>
    <message>
        <source>The desktop no longer lets the app press keys: allow it again under Delivery in the settings.</source>
        <translation>A área de trabalho não deixa mais o aplicativo pressionar teclas: permita de novo em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>The desktop took the hotkeys away.</source>
        <translation>A área de trabalho retirou os atalhos.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full, so nothing was imported. Free some space, then try again.</source>
        <translation>O disco de {folder} está cheio, por isso nada foi importado. Libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>The disk of {folder} is full. What arrived is kept; free some space, then try again.</source>
        <translation>O disco de {folder} está cheio. O que chegou foi guardado; libere espaço e tente de novo.</translation>
    </message>
    <message>
        <source>The download was stopped. What arrived is kept for the next time.</source>
        <translation>O download foi interrompido. O que chegou foi guardado para a próxima vez.</translation>
    </message>
    <message>
        <source>The file {file} arrived damaged and is not used. Download the model again.</source>
        <translation>O arquivo {file} chegou danificado e não será usado. Baixe o modelo de novo.</translation>
    </message>
    <message>
        <source>The file {file} cannot be read ({reason}). Check its disk, then try again.</source>
        <translation>Não é possível ler o arquivo {file} ({reason}). Verifique o disco e tente de novo.</translation>
    </message>
    <message>
        <source>The file {file} in the folder {folder} is damaged. Nothing was imported; get the model anew.</source>
        <translation>O arquivo {file} da pasta {folder} está danificado. Nada foi importado; obtenha o modelo de novo.</translation>
    </message>
    <message>
        <source>The file {file} in the model folder {folder} is damaged: install the model again.</source>
        <translation>O arquivo {file} da pasta de modelo {folder} está danificado: instale o modelo de novo.</translation>
    </message>
    <message>
        <source>The file {file} is damaged: its checksum is not the one it came with. Get the model anew.</source>
        <translation>O arquivo {file} está danificado: a soma de verificação não é a original. Obtenha o modelo de novo.</translation>
    </message>
    <message>
        <source>The file {file} should have {size} bytes, but the server sent {found}. Try again later.</source>
        <translation>O arquivo {file} deveria ter {size} bytes, mas o servidor enviou {found}. Tente mais tarde.</translation>
    </message>
    <message>
        <source>The folder {folder} cannot be written to. Make it writable, or name another one in V2M_PROFILE.</source>
        <translation>Não é possível gravar na pasta {folder}. Dê permissão de escrita ou indique outra em V2M_PROFILE.</translation>
    </message>
    <message>
        <source>The folder {folder} holds no whole model: {file} is missing. Choose the one with all files.</source>
        <translation>A pasta {folder} não contém um modelo completo: falta {file}. Escolha a que tem todos os arquivos.</translation>
    </message>
    <message>
        <source>The folder {folder} was not made by this app and is in the way: rename it, then try again.</source>
        <translation>A pasta {folder} não foi criada por este aplicativo e está no caminho: renomeie-a e tente de novo.</translation>
    </message>
    <message>
        <source>The graphics card could not run the model as asked, so it runs as {compute_type}.</source>
        <translation>A placa de vídeo não conseguiu rodar o modelo como pedido, por isso ele roda como {compute_type}.</translation>
    </message>
    <message>
        <source>The graphics card could not run the model, so it runs on the processor.</source>
        <translation>A placa de vídeo não conseguiu rodar o modelo, por isso ele roda no processador.</translation>
    </message>
    <message>
        <source>The graphics card has too little free memory for the model, so it runs on the processor.</source>
        <translation>A placa de vídeo tem pouca memória livre para o modelo, por isso ele roda no processador.</translation>
    </message>
    <message>
        <source>The hotkey &quot;{text}&quot; needs ctrl, alt or super, or {key} could no longer be typed.</source>
        <translation>O atalho &quot;{text}&quot; precisa de ctrl, alt ou super; senão não se poderia mais digitar {key}.</translation>
    </message>
    <message>
        <source>The hub sends this computer from address to address. Try again later.</source>
        <translation>O servidor de modelos manda este computador de um endereço a outro. Tente mais tarde.</translation>
    </message>
    <message>
        <source>The icons cannot be drawn. Install the app again.</source>
        <translation>Não é possível desenhar os ícones. Instale o aplicativo de novo.</translation>
    </message>
    <message>
        <source>The import was stopped. Nothing of it is kept.</source>
        <translation>A importação foi interrompida. Nada dela foi guardado.</translation>
    </message>
    <message>
        <source>The keyboard has no free key for this text. The text is kept; paste it.</source>
        <translation>O teclado não tem nenhuma tecla livre para este texto. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>The keyboard has no key &quot;{key}&quot;. The text is kept; paste it.</source>
        <translation>O teclado não tem a tecla &quot;{key}&quot;. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>The keyboard layout changed while the text was typed, so its end is missing.</source>
        <translation>O layout do teclado mudou enquanto o texto era digitado, então falta o final.</translation>
    </message>
    <message>
        <source>The keys could not be sent.</source>
        <translation>Não foi possível enviar as teclas.</translation>
    </message>
    <message>
        <source>The library for hotkeys cannot be loaded. Install the app again, or bind the command &quot;v2m toggle&quot; to a key in the keyboard settings of your desktop.</source>
        <translation>Não é possível carregar a biblioteca de atalhos. Instale o aplicativo de novo, ou associe o comando &quot;v2m toggle&quot; a uma tecla nos ajustes de teclado do seu desktop.</translation>
    </message>
    <message>
        <source>The library that sends keys cannot be loaded. The text is kept; paste it.</source>
        <translation>Não é possível carregar a biblioteca que envia teclas. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>The microphone &quot;{device}&quot; is not there. Plug it in, or choose another one in the tray menu.</source>
        <translation>O microfone &quot;{device}&quot; não está presente. Conecte-o ou escolha outro no menu da bandeja.</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; gives no sound. Check the connection, or choose another one.</source>
        <translation>O microfone &quot;{name}&quot; não dá som. Verifique a conexão ou escolha outro.</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; gives only silence. Is it muted or switched off?</source>
        <translation>O microfone &quot;{name}&quot; só dá silêncio. Está mudo ou desligado?</translation>
    </message>
    <message>
        <source>The microphone &quot;{name}&quot; stopped. What you said before that is kept and written.</source>
        <translation>O microfone &quot;{name}&quot; parou. O que você disse antes disso está guardado e é escrito.</translation>
    </message>
    <message>
        <source>The microphone did not answer. Check the connection, or choose another in the tray menu.</source>
        <translation>O microfone não respondeu. Verifique a conexão ou escolha outro no menu da bandeja.</translation>
    </message>
    <message>
        <source>The model folder {folder} does not exist: choose another model or install this one again.</source>
        <translation>A pasta de modelo {folder} não existe: escolha outro modelo ou instale este de novo.</translation>
    </message>
    <message>
        <source>The model folder {folder} lacks the file {file}: install the model again.</source>
        <translation>Na pasta de modelo {folder} falta o arquivo {file}: instale o modelo de novo.</translation>
    </message>
    <message>
        <source>The model gave an answer that cannot be read. Try again, or choose another.</source>
        <translation>O modelo deu uma resposta que não pode ser lida. Tente de novo ou escolha outro.</translation>
    </message>
    <message>
        <source>The model in {folder} cannot be loaded: install it again or choose another one.</source>
        <translation>Não é possível carregar o modelo de {folder}: instale-o de novo ou escolha outro.</translation>
    </message>
    <message>
        <source>The model runs on the processor, because a library of CUDA is missing: install cuBLAS and cuDNN for CUDA 12 to use the graphics card.</source>
        <translation>O modelo roda no processador porque falta uma biblioteca do CUDA: instale cuBLAS e cuDNN para CUDA 12 para usar a placa de vídeo.</translation>
    </message>
    <message>
        <source>The model {model} failed on this recording, which is kept: try again or choose another model.</source>
        <translation>O modelo {model} falhou nesta gravação, que está guardada: tente de novo ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>The model {model} is large for the free memory of this computer, which may become slow: close other programs, or choose a smaller model.</source>
        <translation>O modelo {model} é grande para a memória livre deste computador, que pode ficar lento: feche outros programas ou escolha um modelo menor.</translation>
    </message>
    <message>
        <source>The model {model} is larger than the memory of this computer: choose a smaller one.</source>
        <translation>O modelo {model} é maior que a memória deste computador: escolha um menor.</translation>
    </message>
    <message>
        <source>The model {model} knows no language &quot;{language}&quot;: choose another one, or &quot;auto&quot;.</source>
        <translation>O modelo {model} não conhece o idioma &quot;{language}&quot;: escolha outro ou &quot;auto&quot;.</translation>
    </message>
    <message>
        <source>The model {name} is being downloaded or removed already: wait for that to end.</source>
        <translation>O modelo {name} já está sendo baixado ou removido: espere terminar.</translation>
    </message>
    <message>
        <source>The model {name} is in use. Choose another one first.</source>
        <translation>O modelo {name} está em uso. Escolha outro primeiro.</translation>
    </message>
    <message>
        <source>The model {name} is part of the app and stays.</source>
        <translation>O modelo {name} faz parte do aplicativo e permanece.</translation>
    </message>
    <message>
        <source>The model {name} needs {needed} MB of free space, and {folder} has {free} MB: free some space, or choose a smaller model.</source>
        <translation>O modelo {name} precisa de {needed} MB livres e {folder} tem {free} MB: libere espaço ou escolha um modelo menor.</translation>
    </message>
    <message>
        <source>The model {name} was not downloaded by this app: delete the folder {folder} yourself.</source>
        <translation>O modelo {name} não foi baixado por este aplicativo: apague você mesmo a pasta {folder}.</translation>
    </message>
    <message>
        <source>The model&apos;s answer was not what was said, so it was not used. Try again, or choose another model.</source>
        <translation>A resposta do modelo não era o que foi dito, por isso não foi usada. Tente de novo ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>The name &quot;{name}&quot; is taken by another model. Choose another name.</source>
        <translation>O nome &quot;{name}&quot; já é de outro modelo. Escolha outro nome.</translation>
    </message>
    <message>
        <source>The proxy does not let this computer reach {host}. Check the proxy of the system.</source>
        <translation>O proxy não deixa este computador chegar a {host}. Verifique o proxy do sistema.</translation>
    </message>
    <message>
        <source>The recognizer cannot start, because {library} is missing: install the app again.</source>
        <translation>O reconhecedor não pode iniciar porque falta {library}: instale o aplicativo de novo.</translation>
    </message>
    <message>
        <source>The recognizer does not know this request.</source>
        <translation>O reconhecedor não conhece este pedido.</translation>
    </message>
    <message>
        <source>The recognizer failed ({kind}). The recording is kept: try again or choose another model.</source>
        <translation>O reconhecedor falhou ({kind}). A gravação está guardada: tente de novo ou escolha outro modelo.</translation>
    </message>
    <message>
        <source>The recognizer stopped unexpectedly. The recording is kept: try again.</source>
        <translation>O reconhecedor parou de forma inesperada. A gravação está guardada: tente de novo.</translation>
    </message>
    <message>
        <source>The recognizer took too long. The recording is kept: try again, or choose a smaller model.</source>
        <translation>O reconhecedor demorou demais. A gravação está guardada: tente de novo ou escolha um modelo menor.</translation>
    </message>
    <message>
        <source>The recognizer&apos;s process cannot be started: install the app again.</source>
        <translation>Não é possível iniciar o processo do reconhecedor: instale o aplicativo de novo.</translation>
    </message>
    <message>
        <source>The recording could not be ended in time. It is kept: see v2m recover.</source>
        <translation>A gravação não pôde ser encerrada a tempo. Ela foi guardada: veja v2m recover.</translation>
    </message>
    <message>
        <source>The recording could not be kept on disk: {reason}</source>
        <translation>A gravação não pôde ser guardada no disco: {reason}</translation>
    </message>
    <message>
        <source>The recording {id} is in use by the running app.</source>
        <translation>O aplicativo aberto está usando a gravação {id}.</translation>
    </message>
    <message>
        <source>The rewriting failed ({kind}).</source>
        <translation>A reescrita falhou ({kind}).</translation>
    </message>
    <message>
        <source>The rewriting took too long.</source>
        <translation>A reescrita demorou demais.</translation>
    </message>
    <message>
        <source>The rewriting was stopped. The words are kept.</source>
        <translation>A reescrita foi interrompida. As palavras estão guardadas.</translation>
    </message>
    <message>
        <source>The rewriting was stopped. Your words are kept: insert or copy them with key or tray menu.</source>
        <translation>A reescrita foi interrompida. Suas palavras estão guardadas: insira-as ou copie-as com o atalho ou o menu da bandeja.</translation>
    </message>
    <message>
        <source>The server sent another part of the file {file} than the missing one. Try again later.</source>
        <translation>O servidor enviou outra parte do arquivo {file}, e não a que falta. Tente mais tarde.</translation>
    </message>
    <message>
        <source>The server sent more than the {size} bytes of the file {file}. Try again later.</source>
        <translation>O servidor enviou mais do que os {size} bytes do arquivo {file}. Tente mais tarde.</translation>
    </message>
    <message>
        <source>The service ydotoold belongs to another user; start it as you.</source>
        <translation>O serviço ydotoold é de outro usuário; inicie-o com o seu.</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be understood ({reason}).</source>
        <translation>Não se entende o arquivo de ajustes {path} ({reason}).</translation>
    </message>
    <message>
        <source>The settings file {path} cannot be understood ({reason}). The settings from before stay in use.</source>
        <translation>Não se entende o arquivo de ajustes {path} ({reason}). Continuam em uso os ajustes de antes.</translation>
    </message>
    <message>
        <source>The settings were written by a newer version. What this one does not know is left alone.</source>
        <translation>Os ajustes foram escritos por uma versão mais nova. O que esta não conhece fica como está.</translation>
    </message>
    <message>
        <source>The sound library PortAudio is missing, so no microphone can be opened. Install it (on Debian and Ubuntu: sudo apt install libportaudio2) and start the app again.</source>
        <translation>Falta a biblioteca de som PortAudio, por isso nenhum microfone pode ser aberto. Instale-a (no Debian e no Ubuntu: sudo apt install libportaudio2) e reinicie o aplicativo.</translation>
    </message>
    <message>
        <source>The speed of this computer could not be measured: try again later.</source>
        <translation>Não foi possível medir a velocidade deste computador: tente mais tarde.</translation>
    </message>
    <message>
        <source>The start at login could not be changed in the registry ({reason}). Change it in the task manager, under startup apps.</source>
        <translation>Não foi possível alterar o início no login no registro ({reason}). Altere-o no Gerenciador de Tarefas, em Aplicativos de inicialização.</translation>
    </message>
    <message>
        <source>The start at login could not be changed, because {path} cannot be written ({reason}). Check that its folder belongs to you and is writable.</source>
        <translation>Não foi possível alterar o início no login, porque não se pode gravar {path} ({reason}). Verifique se a pasta é sua e permite escrita.</translation>
    </message>
    <message>
        <source>The system did not take the keys. The text is kept; paste it.</source>
        <translation>O sistema não aceitou as teclas. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>The system does not let the app see hotkeys. Allow it under Accessibility and Input Monitoring in the privacy settings, or bind the command &quot;v2m toggle&quot; to a key.</source>
        <translation>O sistema não deixa o aplicativo ver os atalhos. Permita isso em Acessibilidade e em Monitoramento de Entrada, nos ajustes de privacidade, ou associe o comando &quot;v2m toggle&quot; a uma tecla.</translation>
    </message>
    <message>
        <source>The text holds a control character, which no key types. The text is kept.</source>
        <translation>O texto contém um caractere de controle, que nenhuma tecla digita. O texto está guardado.</translation>
    </message>
    <message>
        <source>The text is too long to be taken back. Undo it in its program.</source>
        <translation>O texto é longo demais para ser retirado. Desfaça-o no programa dele.</translation>
    </message>
    <message>
        <source>The text there is not what was inserted, so nothing was taken back.</source>
        <translation>O texto que está lá não é o que foi inserido, então nada foi retirado.</translation>
    </message>
    <message>
        <source>The text was inserted as you said it. {reason}</source>
        <translation>O texto foi inserido como você o disse. {reason}</translation>
    </message>
    <message>
        <source>The voice detector hears no speech in the demo recording.</source>
        <translation>O detector de voz não ouve fala na gravação de demonstração.</translation>
    </message>
    <message>
        <source>The voice detector&apos;s model file cannot be read. Install the app again.</source>
        <translation>Não é possível ler o modelo do detector de voz. Instale o aplicativo de novo.</translation>
    </message>
    <message>
        <source>The voice detector&apos;s model file is missing. Install the app again.</source>
        <translation>Falta o modelo do detector de voz. Instale o aplicativo de novo.</translation>
    </message>
    <message>
        <source>The window did not take the text. It is on the clipboard: paste it yourself.</source>
        <translation>A janela não recebeu o texto. Ele está na área de transferência: cole-o você mesmo.</translation>
    </message>
    <message>
        <source>The window you dictated into is gone. The text is kept: copy it from the tray menu.</source>
        <translation>A janela em que você ditava não existe mais. O texto está guardado: copie-o do menu da bandeja.</translation>
    </message>
    <message>
        <source>There are no hotkeys, because {reason}</source>
        <translation>Não há atalhos porque {reason}</translation>
    </message>
    <message>
        <source>There is no Wayland compositor: XDG_RUNTIME_DIR is not set.</source>
        <translation>Não há compositor Wayland: XDG_RUNTIME_DIR não está definida.</translation>
    </message>
    <message>
        <source>There is no desktop to take hotkeys from. Use &quot;v2m toggle&quot; from a terminal.</source>
        <translation>Não há um desktop de onde tomar atalhos. Use &quot;v2m toggle&quot; num terminal.</translation>
    </message>
    <message>
        <source>There is no display to put the tray icon on. Start v2m inside a desktop session; v2m transcribe, v2m devices and v2m recover work without one.</source>
        <translation>Não há tela onde pôr o ícone. Inicie v2m numa sessão de desktop; v2m transcribe, v2m devices e v2m recover funcionam sem ela.</translation>
    </message>
    <message>
        <source>There is no key {key}. The text is kept; paste it.</source>
        <translation>Não há nenhuma tecla {key}. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>There is no microphone. Connect one, then try again.</source>
        <translation>Não há microfone. Conecte um e tente de novo.</translation>
    </message>
    <message>
        <source>There is no model named &quot;{name}&quot; here: choose one of {known}, or give a folder that holds one.</source>
        <translation>Não há aqui um modelo chamado &quot;{name}&quot;: escolha um de {known} ou indique uma pasta que contenha um.</translation>
    </message>
    <message>
        <source>There is no model named &quot;{name}&quot; here: choose one of {known}.</source>
        <translation>Não há aqui um modelo chamado &quot;{name}&quot;: escolha um de {known}.</translation>
    </message>
    <message>
        <source>There is no model named &quot;{name}&quot; to download: choose one of {known}.</source>
        <translation>Não há um modelo chamado &quot;{name}&quot; para baixar: escolha um de {known}.</translation>
    </message>
    <message>
        <source>There is no program &quot;{program}&quot;. Correct the command under Delivery in the settings.</source>
        <translation>Não há nenhum programa “{program}”. Corrija o comando em Entrega, nos ajustes.</translation>
    </message>
    <message>
        <source>There is no recording &quot;{id}&quot;. v2m recover lists those there are.</source>
        <translation>Não há nenhuma gravação &quot;{id}&quot;. v2m recover mostra as que existem.</translation>
    </message>
    <message>
        <source>There is no room left to write {path}. Free some space on that disk.</source>
        <translation>Não há espaço para gravar {path}. Libere espaço nesse disco.</translation>
    </message>
    <message>
        <source>There is no setting {key}.</source>
        <translation>Não existe o ajuste {key}.</translation>
    </message>
    <message>
        <source>There is not enough memory for the model {model}: choose a smaller one.</source>
        <translation>Não há memória suficiente para o modelo {model}: escolha um menor.</translation>
    </message>
    <message>
        <source>There is nothing to allow: this desktop does not ask whether an app may press keys.</source>
        <translation>Não há nada a permitir: esta área de trabalho não pergunta se um aplicativo pode pressionar teclas.</translation>
    </message>
    <message>
        <source>There is nothing to take back.</source>
        <translation>Não há nada a retirar.</translation>
    </message>
    <message>
        <source>These files are missing: {files}. Install the app again.</source>
        <translation>Faltam estes arquivos: {files}. Instale o aplicativo de novo.</translation>
    </message>
    <message>
        <source>This Wayland compositor gives no program its clipboard (no data control).</source>
        <translation>Este compositor Wayland não dá a nenhum programa a área de transferência (sem data control).</translation>
    </message>
    <message>
        <source>This X server does not tell whether somebody typed.</source>
        <translation>Este servidor X não diz se alguém digitou.</translation>
    </message>
    <message>
        <source>This X server takes no keys from programs (no XTEST). The text is kept; paste it.</source>
        <translation>Este servidor X não aceita teclas de programas (sem XTEST). O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>This compositor does not let {tool} send keys.</source>
        <translation>Este compositor não deixa {tool} enviar teclas.</translation>
    </message>
    <message>
        <source>This desktop has no RemoteDesktop portal, through which an app could press keys.</source>
        <translation>Esta área de trabalho não tem o portal RemoteDesktop, com o qual um aplicativo poderia pressionar teclas.</translation>
    </message>
    <message>
        <source>This desktop lets no app have global hotkeys (it has no GlobalShortcuts portal).</source>
        <translation>Esta área de trabalho não deixa nenhum aplicativo ter atalhos globais (não tem o portal GlobalShortcuts).</translation>
    </message>
    <message>
        <source>This desktop lets no program send keys. The text is on the clipboard; paste it yourself.</source>
        <translation>Este desktop não deixa programas enviarem teclas. O texto está na área de transferência; cole-o.</translation>
    </message>
    <message>
        <source>This graphics card cannot compute {asked}, so {compute_type} is used.</source>
        <translation>Esta placa de vídeo não calcula em {asked}, por isso é usado {compute_type}.</translation>
    </message>
    <message>
        <source>This keyboard has no key &quot;{key}&quot;; choose another hotkey in the settings.</source>
        <translation>Este teclado não tem a tecla &quot;{key}&quot;; escolha outro atalho nos ajustes.</translation>
    </message>
    <message>
        <source>This processor cannot compute {asked}, so {compute_type} is used.</source>
        <translation>Este processador não calcula em {asked}, por isso é usado {compute_type}.</translation>
    </message>
    <message>
        <source>This ydotool is older than 1.0; install a newer one.</source>
        <translation>Este ydotool é anterior à versão 1.0; instale um mais novo.</translation>
    </message>
    <message>
        <source>Too many dictations are still being worked on. Wait a moment, then start again.</source>
        <translation>Ainda há ditados demais em processamento. Espere um momento e comece de novo.</translation>
    </message>
    <message>
        <source>Turn Caps Lock off, and insert the text once more.</source>
        <translation>Desative o Caps Lock e insira o texto de novo.</translation>
    </message>
    <message>
        <source>Voice2Machine is running, but does not answer. Quit it and start it again.</source>
        <translation>O Voice2Machine está aberto, mas não responde. Feche-o e abra-o de novo.</translation>
    </message>
    <message>
        <source>Wayland does not let an app see global hotkeys. Bind the command &quot;v2m toggle&quot; to a key in the keyboard settings of your desktop.</source>
        <translation>O Wayland não deixa um aplicativo ver atalhos globais. Associe o comando &quot;v2m toggle&quot; a uma tecla nos ajustes de teclado do seu desktop.</translation>
    </message>
    <message>
        <source>What the clipboard held before could not be kept.</source>
        <translation>O que havia antes na área de transferência não pôde ser guardado.</translation>
    </message>
    <message>
        <source>Windows did not take the keys. The text is kept; paste it.</source>
        <translation>O Windows não aceitou as teclas. O texto está guardado; cole-o.</translation>
    </message>
    <message>
        <source>You changed to another window, so nothing was taken back.</source>
        <translation>Você mudou de janela, então nada foi retirado.</translation>
    </message>
    <message>
        <source>You changed to another window. The text is kept: copy it from the tray menu.</source>
        <translation>Você mudou para outra janela. O texto foi guardado: copie-o pelo menu da bandeja.</translation>
    </message>
    <message>
        <source>You moved to another field. The text is kept: copy it from the tray menu.</source>
        <translation>Você passou para outro campo. O texto está guardado: copie-o pelo menu da bandeja.</translation>
    </message>
    <message>
        <source>You typed or clicked since the text was inserted, so it is not taken back.</source>
        <translation>Você digitou ou clicou depois que o texto foi inserido, então ele não é retirado.</translation>
    </message>
    <message>
        <source>You typed or clicked since, so the text is not inserted again: copy it from the tray.</source>
        <translation>Você digitou ou clicou desde então, então o texto não é inserido de novo: copie-o pela bandeja.</translation>
    </message>
    <message>
        <source>Your user has no home folder. Set HOME, or name a folder in V2M_PROFILE, and start again.</source>
        <translation>Seu usuário não tem pasta pessoal. Defina HOME ou indique uma pasta em V2M_PROFILE e inicie de novo.</translation>
    </message>
    <message>
        <source>demo (synthetic voices only, does not understand people)</source>
        <translation>demo (só vozes sintéticas, não entende pessoas)</translation>
    </message>
    <message>
        <source>dotool may not write to {device}: join the group input, and log in again.</source>
        <translation>dotool não pode escrever em {device}: entre no grupo input e faça login de novo.</translation>
    </message>
    <message>
        <source>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is kept; paste it yourself.</source>
        <translation>O macOS não deixa este aplicativo enviar teclas: permita em Ajustes do Sistema, Privacidade e Segurança, Acessibilidade. O texto está guardado; cole-o você.</translation>
    </message>
    <message>
        <source>macOS lets this app send no keys: allow it in System Settings, Privacy &amp; Security, Accessibility. The text is on the clipboard; paste it yourself.</source>
        <translation>O macOS não deixa este aplicativo enviar teclas: permita isso em Ajustes do Sistema, Privacidade e Segurança, Acessibilidade. O texto está na área de transferência; cole-o você mesmo.</translation>
    </message>
    <message>
        <source>ydotool cannot type all characters of this text. Paste it instead.</source>
        <translation>ydotool não consegue digitar todos os caracteres deste texto. Em vez disso, cole-o.</translation>
    </message>
    <message>
        <source>ydotool needs its service ydotoold, which does not run.</source>
        <translation>ydotool precisa do serviço ydotoold, que não está em execução.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation. The text is kept: copy it from the tray menu.</source>
        <translation>{application} está na sua lista de aplicativos sem ditado. O texto está guardado: copie-o pelo menu da bandeja.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation. Your words are kept, and were not sent to be rewritten: insert or copy them with key or tray menu.</source>
        <translation>{application} está na sua lista de aplicativos sem ditado. Suas palavras estão guardadas e não foram enviadas para reescrita: insira-as ou copie-as com o atalho ou pela bandeja.</translation>
    </message>
    <message>
        <source>{application} is on your list of applications without dictation: nothing is recorded there.</source>
        <translation>{application} está na sua lista de aplicativos sem ditado: ali nada é gravado.</translation>
    </message>
    <message>
        <source>{device} could not be opened. Check that it is plugged in and no other program keeps it busy, or choose another microphone.</source>
        <translation>Não foi possível abrir {device}. Verifique se está conectado e se nenhum outro programa o ocupa, ou escolha outro microfone.</translation>
    </message>
    <message>
        <source>{device} did not open, because the sound system does not answer. Try again, and restart the sound system if it stays silent.</source>
        <translation>{device} não abriu porque o sistema de som não responde. Tente de novo e reinicie o sistema de som se continuar em silêncio.</translation>
    </message>
    <message>
        <source>{folder} belongs to another user. Set XDG_RUNTIME_DIR to a folder of yours.</source>
        <translation>{folder} pertence a outro usuário. Ponha em XDG_RUNTIME_DIR uma pasta sua.</translation>
    </message>
    <message>
        <source>{folder} cannot be used ({reason}). Check that it belongs to you and is writable.</source>
        <translation>{folder} não pode ser usada ({reason}). Verifique se ela é sua e permite escrita.</translation>
    </message>
    <message>
        <source>{host} answered with a page instead of a text. Check the address, or log in to the network.</source>
        <translation>{host} respondeu com uma página em vez de um texto. Verifique o endereço ou faça login na rede.</translation>
    </message>
    <message>
        <source>{host} answered without end. Choose another model.</source>
        <translation>{host} respondia sem parar. Escolha outro modelo.</translation>
    </message>
    <message>
        <source>{host} broke off its answer. Try again.</source>
        <translation>{host} interrompeu a resposta. Tente de novo.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. Check the network, then try again.</source>
        <translation>Não é possível chegar a {host}. Verifique a rede e tente de novo.</translation>
    </message>
    <message>
        <source>{host} did not accept the request (status {status}). Choose another model.</source>
        <translation>{host} não aceitou o pedido (status {status}). Escolha outro modelo.</translation>
    </message>
    <message>
        <source>{host} did not answer in time. Try again, or allow more seconds in the settings.</source>
        <translation>{host} não respondeu a tempo. Tente de novo ou permita mais segundos nos ajustes.</translation>
    </message>
    <message>
        <source>{host} does not hand out this model (status {status}). Choose another model or another hub.</source>
        <translation>{host} não entrega este modelo (status {status}). Escolha outro modelo ou outro servidor.</translation>
    </message>
    <message>
        <source>{host} gave an answer that cannot be read. Try again.</source>
        <translation>{host} deu uma resposta que não pode ser lida. Tente de novo.</translation>
    </message>
    <message>
        <source>{host} is overloaded or out of order (status {status}). Try again later.</source>
        <translation>{host} está sobrecarregado ou com defeito (status {status}). Tente mais tarde.</translation>
    </message>
    <message>
        <source>{host} points to another address. The words were not sent there; check the address.</source>
        <translation>{host} aponta para outro endereço. As palavras não foram enviadas para lá; verifique o endereço.</translation>
    </message>
    <message>
        <source>{host} refused the key. Check it in the settings.</source>
        <translation>{host} recusou a chave. Verifique-a nos ajustes.</translation>
    </message>
    <message>
        <source>{host} sent nothing for {seconds} s. What arrived is kept; try again later.</source>
        <translation>{host} não enviou nada por {seconds} s. O que chegou foi guardado; tente mais tarde.</translation>
    </message>
    <message>
        <source>{host} takes no more requests for now: the quota is used up. Try again later.</source>
        <translation>{host} não aceita mais pedidos por ora: a cota se esgotou. Tente mais tarde.</translation>
    </message>
    <message>
        <source>{hotkey} inserts the kept text already; choose another hotkey in the settings.</source>
        <translation>{hotkey} já insere o texto guardado; escolha outro atalho nos ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} is taken by another program; choose another in the settings.</source>
        <translation>Outro programa usa {hotkey}; escolha outro atalho nos ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} is used for dictation already; choose another hotkey in the settings.</source>
        <translation>{hotkey} já serve para ditar; escolha outro atalho nos ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} refines already; choose another hotkey in the settings.</source>
        <translation>{hotkey} já serve para refinar; escolha outro atalho nos ajustes.</translation>
    </message>
    <message>
        <source>{hotkey} translates already; choose another hotkey in the settings.</source>
        <translation>{hotkey} já serve para traduzir; escolha outro atalho nos ajustes.</translation>
    </message>
    <message>
        <source>{hub} gave no usable description of {repository}. A login page or a proxy may answer instead.</source>
        <translation>{hub} não deu uma descrição utilizável de {repository}. Talvez uma página de login ou um proxy responda no lugar.</translation>
    </message>
    <message>
        <source>{key} = {value} cannot be used.</source>
        <translation>{key} = {value} não pode ser usado.</translation>
    </message>
    <message>
        <source>{key} is changed. It takes effect at the next start.</source>
        <translation>{key} mudou. Terá efeito no próximo início.</translation>
    </message>
    <message>
        <source>{model} could not be used, so {before} stays.</source>
        <translation>Não foi possível usar {model}, por isso {before} permanece.</translation>
    </message>
    <message>
        <source>{name} must be a table, written as [{name}].</source>
        <translation>{name} deve ser uma tabela, escrita como [{name}].</translation>
    </message>
    <message>
        <source>{path} cannot be read: you have no permission.</source>
        <translation>Não é possível ler {path}: você não tem permissão.</translation>
    </message>
    <message>
        <source>{path} cannot be used ({reason}). Check that it belongs to you and that its disk is writable.</source>
        <translation>Não é possível usar {path} ({reason}). Verifique se é seu e se o disco permite gravação.</translation>
    </message>
    <message>
        <source>{path} does not exist: check the name.</source>
        <translation>{path} não existe: verifique o nome.</translation>
    </message>
    <message>
        <source>{path} has no sound track.</source>
        <translation>{path} não tem faixa de som.</translation>
    </message>
    <message>
        <source>{path} is a folder: name the files in it.</source>
        <translation>{path} é uma pasta: indique os arquivos que contém.</translation>
    </message>
    <message>
        <source>{path} is empty: there is no sound in it.</source>
        <translation>{path} está vazio: não contém som.</translation>
    </message>
    <message>
        <source>{path} is not an audio file that can be read.</source>
        <translation>{path} não é um arquivo de áudio que possa ser lido.</translation>
    </message>
    <message>
        <source>{reason} The text is kept.</source>
        <translation>{reason} O texto está guardado.</translation>
    </message>
    <message>
        <source>{repository} holds no model that can be used here: it lacks {files}.</source>
        <translation>{repository} não contém um modelo que possa ser usado aqui: falta {files}.</translation>
    </message>
    <message>
        <source>{tool} could not be started.</source>
        <translation>Não foi possível iniciar {tool}.</translation>
    </message>
    <message>
        <source>{tool} failed: {reason}.</source>
        <translation>{tool} falhou: {reason}.</translation>
    </message>
    <message>
        <source>{tool} is not installed.</source>
        <translation>{tool} não está instalado.</translation>
    </message>
    <message>
        <source>{tool} is not needed: {used} works.</source>
        <translation>{tool} não é necessário: {used} funciona.</translation>
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
        <translation>catalão</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>chinês</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>holandês</translation>
    </message>
    <message>
        <source>English</source>
        <translation>inglês</translation>
    </message>
    <message>
        <source>French</source>
        <translation>francês</translation>
    </message>
    <message>
        <source>Galician</source>
        <translation>galego</translation>
    </message>
    <message>
        <source>German</source>
        <translation>alemão</translation>
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
        <translation>japonês</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>coreano</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>polonês</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>português</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>russo</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>espanhol</translation>
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
        <translation>Detectar o idioma</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>Progress of {model}</source>
        <translation>Progresso de {model}</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>Em uso</translation>
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
        <translation>Remover</translation>
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
        <translation>Tentar de novo</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Retomar</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Baixar</translation>
    </message>
    <message>
        <source>{action}: {model}</source>
        <translation>{action}: {model}</translation>
    </message>
    <message>
        <source>Discard what arrived of {model}?</source>
        <translation>Descartar o que chegou de {model}?</translation>
    </message>
    <message>
        <source>Remove the model {model}?</source>
        <translation>Remover o modelo {model}?</translation>
    </message>
    <message>
        <source>This frees {size}. To have it again, it has to be brought here again.</source>
        <translation>Isso libera {size}. Para tê-lo outra vez, será preciso trazê-lo de novo para cá.</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Remover</translation>
    </message>
    <message>
        <source>&amp;Keep it</source>
        <translation>&amp;Manter</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Neste computador</translation>
    </message>
    <message>
        <source>To download</source>
        <translation>Para baixar</translation>
    </message>
    <message>
        <source>Get a model that understands you</source>
        <translation>Obtenha um modelo que entenda você</translation>
    </message>
    <message>
        <source>The built-in demo model understands synthetic voices only, not people.</source>
        <translation>O modelo de demonstração incluído só entende vozes sintéticas, não pessoas.</translation>
    </message>
    <message>
        <source>Download one that understands you; nothing else is sent or fetched.</source>
        <translation>Baixe um que entenda você; nada mais é enviado nem buscado.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>What you say is turned into words on this computer, by the model in use.</source>
        <translation>O que você diz vira texto neste computador, com o modelo em uso.</translation>
    </message>
    <message>
        <source>&amp;Later</source>
        <translation>&amp;Mais tarde</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Fechar</translation>
    </message>
    <message>
        <source>&amp;Import a folder…</source>
        <translation>&amp;Importar uma pasta…</translation>
    </message>
    <message>
        <source>Import a folder</source>
        <translation>Importar uma pasta</translation>
    </message>
    <message>
        <source>A folder with a CTranslate2 Whisper model in it</source>
        <translation>Uma pasta que contém um modelo Whisper do CTranslate2</translation>
    </message>
    <message>
        <source>&amp;Measure speed</source>
        <translation>&amp;Medir velocidade</translation>
    </message>
    <message>
        <source>Measure speed</source>
        <translation>Medir velocidade</translation>
    </message>
    <message>
        <source>Find out how long each model takes on this computer</source>
        <translation>Descobrir quanto tempo cada modelo leva neste computador</translation>
    </message>
    <message>
        <source>List of models</source>
        <translation>Lista de modelos</translation>
    </message>
    <message>
        <source>Folder of a model</source>
        <translation>Pasta de um modelo</translation>
    </message>
    <message>
        <source>Shows how dictation works. It understands synthetic voices, not people.</source>
        <translation>Mostra como o ditado funciona. Entende vozes sintéticas, não pessoas.</translation>
    </message>
    <message>
        <source>The smallest, for very weak computers. Makes many mistakes.</source>
        <translation>O menor, para computadores muito fracos. Comete muitos erros.</translation>
    </message>
    <message>
        <source>Small and quick, for older computers.</source>
        <translation>Pequeno e rápido, para computadores mais antigos.</translation>
    </message>
    <message>
        <source>Accurate and quick enough on most computers.</source>
        <translation>Bastante preciso e rápido na maioria dos computadores.</translation>
    </message>
    <message>
        <source>More accurate than small, and a good deal slower.</source>
        <translation>Mais preciso que small, e bem mais lento.</translation>
    </message>
    <message>
        <source>Nearly as accurate as the best, quick with a graphics card.</source>
        <translation>Quase tão preciso quanto o melhor, rápido com uma placa de vídeo.</translation>
    </message>
    <message>
        <source>The most accurate. Needs a strong graphics card to be quick.</source>
        <translation>O mais preciso. Precisa de uma placa de vídeo potente para ser rápido.</translation>
    </message>
    <message>
        <source>For English alone: quicker than small, about as accurate.</source>
        <translation>Só para inglês: mais rápido que small, com precisão parecida.</translation>
    </message>
    <message>
        <source>For English alone: quicker than medium.</source>
        <translation>Só para inglês: mais rápido que medium.</translation>
    </message>
    <message>
        <source>For English alone: close to the best, quicker than it.</source>
        <translation>Só para inglês: próximo do melhor, e mais rápido que ele.</translation>
    </message>
    <message>
        <source>For English alone: a newer distil-large-v3.</source>
        <translation>Só para inglês: um distil-large-v3 mais novo.</translation>
    </message>
    <message>
        <source>A model of your own.</source>
        <translation>Um modelo seu.</translation>
    </message>
    <message>
        <source>{size} on disk</source>
        <translation>{size} no disco</translation>
    </message>
    <message>
        <source>{size} download</source>
        <translation>download de {size}</translation>
    </message>
    <message>
        <source>{language} only</source>
        <translation>só {language}</translation>
    </message>
    <message>
        <source>{count} languages</source>
        <translation>{count} idiomas</translation>
    </message>
    <message>
        <source>can translate to English</source>
        <translation>traduz para o inglês</translation>
    </message>
    <message>
        <source>does not translate</source>
        <translation>não traduz</translation>
    </message>
    <message>
        <source>about {size} of video memory (estimated)</source>
        <translation>cerca de {size} de memória de vídeo (estimativa)</translation>
    </message>
    <message>
        <source>about {size} of memory (estimated)</source>
        <translation>cerca de {size} de memória (estimativa)</translation>
    </message>
    <message>
        <source>about {size} of memory</source>
        <translation>cerca de {size} de memória</translation>
    </message>
    <message>
        <source>about {seconds} s for a sentence</source>
        <translation>cerca de {seconds} s por frase</translation>
    </message>
    <message>
        <source>Fits the graphics card of this computer</source>
        <translation>Funciona bem na placa de vídeo deste computador</translation>
    </message>
    <message>
        <source>Fits this computer</source>
        <translation>Funciona bem neste computador</translation>
    </message>
    <message>
        <source>Fits, but words appear seconds later on this computer</source>
        <translation>Funciona, mas neste computador as palavras aparecem segundos depois</translation>
    </message>
    <message>
        <source>Fits only after other programs are closed</source>
        <translation>Só funciona depois de fechar outros programas</translation>
    </message>
    <message>
        <source>Too large for this computer</source>
        <translation>Grande demais para este computador</translation>
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
        <translation>Removendo…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Parando…</translation>
    </message>
    <message>
        <source>{kept} of {size} are here already</source>
        <translation>{kept} de {size} já estão aqui</translation>
    </message>
    <message>
        <source>Asking the model hub…</source>
        <translation>Consultando o servidor de modelos…</translation>
    </message>
    <message>
        <source>Looking at the folder…</source>
        <translation>Examinando a pasta…</translation>
    </message>
    <message>
        <source>{percent} %</source>
        <translation>{percent} %</translation>
    </message>
    <message>
        <source>Checking what arrived</source>
        <translation>Verificando o que chegou</translation>
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
        <translation>{seconds} s até o fim</translation>
    </message>
    <message>
        <source>{minutes} min left</source>
        <translation>{minutes} min até o fim</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min left</source>
        <translation>{hours} h {minutes} min até o fim</translation>
    </message>
    <message>
        <source>Measuring for a few seconds how fast this computer is…</source>
        <translation>Medindo por alguns segundos a velocidade deste computador…</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Progresso da medição</translation>
    </message>
    <message>
        <source>&amp;Skip</source>
        <translation>&amp;Pular</translation>
    </message>
    <message>
        <source>Skip the measurement</source>
        <translation>Pular a medição</translation>
    </message>
</context>
<context>
    <name>Overlay</name>
    <message>
        <source>Discard this recording</source>
        <translation>Descartar esta gravação</translation>
    </message>
    <message>
        <source>Discard this recording (Esc)</source>
        <translation>Descartar esta gravação (Esc)</translation>
    </message>
    <message>
        <source>The microphone is open</source>
        <translation>O microfone está aberto</translation>
    </message>
    <message>
        <source>Memory is nearly full</source>
        <translation>A memória está quase cheia</translation>
    </message>
    <message>
        <source>Opening the microphone…</source>
        <translation>Abrindo o microfone…</translation>
    </message>
    <message>
        <source>Listening</source>
        <translation>Ouvindo</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Processando…</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Feito</translation>
    </message>
    <message>
        <source>Something went wrong</source>
        <translation>Algo deu errado</translation>
    </message>
    <message>
        <source>Please note</source>
        <translation>Aviso</translation>
    </message>
    <message>
        <source>Your text is kept</source>
        <translation>Seu texto está guardado</translation>
    </message>
    <message>
        <source>Stop to text: {milliseconds} ms</source>
        <translation>Do fim ao texto: {milliseconds} ms</translation>
    </message>
    <message>
        <source>The model is still loading. Speak on, nothing is lost.</source>
        <translation>O modelo ainda está carregando. Continue falando, nada se perde.</translation>
    </message>
    <message>
        <source>The words are about {seconds} s behind. Speak on, nothing is lost.</source>
        <translation>As palavras estão cerca de {seconds} s atrasadas. Continue falando, nada se perde.</translation>
    </message>
    <message>
        <source>On hold: nobody has spoken for a while. Speak on whenever you like.</source>
        <translation>Em espera: faz um tempo que ninguém fala. Continue falando quando quiser.</translation>
    </message>
    <message>
        <source>About {seconds} s of speech still wait for their words.</source>
        <translation>Cerca de {seconds} s de fala ainda esperam por suas palavras.</translation>
    </message>
    <message>
        <source>Press {hotkey} to insert the text.</source>
        <translation>Pressione {hotkey} para inserir o texto.</translation>
    </message>
    <message>
        <source>Refining, outside this computer: {host}</source>
        <translation>Refinando fora deste computador: {host}</translation>
    </message>
    <message>
        <source>Translating, outside this computer: {host}</source>
        <translation>Traduzindo fora deste computador: {host}</translation>
    </message>
    <message>
        <source>Refining with {host}…</source>
        <translation>Refinando com {host}…</translation>
    </message>
    <message>
        <source>Translating with {host}…</source>
        <translation>Traduzindo com {host}…</translation>
    </message>
    <message>
        <source>No speech was heard.</source>
        <translation>Nenhuma fala foi ouvida.</translation>
    </message>
    <message>
        <source>Discarded.</source>
        <translation>Descartado.</translation>
    </message>
    <message>
        <source>The text is kept: copy it from the tray menu.</source>
        <translation>O texto está guardado: copie-o pelo menu da bandeja.</translation>
    </message>
    <message>
        <source>Insert here</source>
        <translation>Inserir aqui</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Put my clipboard back</source>
        <translation>Recuperar minha área de transferência</translation>
    </message>
    <message>
        <source>What to do with the text</source>
        <translation>O que fazer com o texto</translation>
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
        <translation>Fechar</translation>
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
        <translation>Para onde vai</translation>
    </message>
    <message>
        <source>What this desktop allows</source>
        <translation>O que esta área de trabalho permite</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Geral</translation>
    </message>
    <message>
        <source>While dictating</source>
        <translation>Durante o ditado</translation>
    </message>
    <message>
        <source>This key cannot be a hotkey. Press another one.</source>
        <translation>Esta tecla não pode ser um atalho. Pressione outra.</translation>
    </message>
    <message>
        <source>{keys} is needed for writing. Hold Ctrl, Alt or Super with it.</source>
        <translation>{keys} é necessário para escrever. Pressione junto Ctrl, Alt ou Super.</translation>
    </message>
    <message>
        <source>{keys} is already the hotkey for &quot;{name}&quot;.</source>
        <translation>{keys} já é o atalho de &quot;{name}&quot;.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Nenhum</translation>
    </message>
    <message>
        <source>Press the keys…</source>
        <translation>Pressione as teclas…</translation>
    </message>
    <message>
        <source>Hotkeys</source>
        <translation>Atalhos</translation>
    </message>
    <message>
        <source>Tap or hold</source>
        <translation>Tocar ou segurar</translation>
    </message>
    <message>
        <source>Click, then press the keys. Esc gives up.</source>
        <translation>Clique e pressione as teclas. Esc desiste.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Remover</translation>
    </message>
    <message>
        <source>Remove: {name}</source>
        <translation>Remover: {name}</translation>
    </message>
    <message>
        <source>Paste the key here</source>
        <translation>Cole a chave aqui</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>Esquecer</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Chave</translation>
    </message>
    <message>
        <source>Keep the key</source>
        <translation>Guardar a chave</translation>
    </message>
    <message>
        <source>Forget the key</source>
        <translation>Esquecer a chave</translation>
    </message>
    <message>
        <source>No key.</source>
        <translation>Nenhuma chave.</translation>
    </message>
    <message>
        <source>Kept in {keyring}.</source>
        <translation>Guardada em {keyring}.</translation>
    </message>
    <message>
        <source>Kept until the app ends: no keyring answers.</source>
        <translation>Guardada até o aplicativo fechar: nenhum chaveiro responde.</translation>
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
        <translation>Idioma do aplicativo</translation>
    </message>
    <message>
        <source>Start when I log in</source>
        <translation>Iniciar quando eu fizer login</translation>
    </message>
    <message>
        <source>Play a short sound</source>
        <translation>Tocar um som curto</translation>
    </message>
    <message>
        <source>Once the microphone really hears you, and when it stops.</source>
        <translation>Quando o microfone de fato ouve você e quando ele para.</translation>
    </message>
    <message>
        <source>Show the overlay</source>
        <translation>Mostrar o painel flutuante</translation>
    </message>
    <message>
        <source>Your words, as they are recognized, at the bottom of the screen.</source>
        <translation>Suas palavras, à medida que são reconhecidas, na parte de baixo da tela.</translation>
    </message>
    <message>
        <source>Show the load of the computer in it</source>
        <translation>Mostrar nele a carga do computador</translation>
    </message>
    <message>
        <source>Video memory and temperature, or processor and memory.</source>
        <translation>Memória de vídeo e temperatura, ou processador e memória.</translation>
    </message>
    <message>
        <source>Dictate</source>
        <translation>Ditar</translation>
    </message>
    <message>
        <source>Dictate and refine</source>
        <translation>Ditar e refinar</translation>
    </message>
    <message>
        <source>Corrects the text before it is inserted.</source>
        <translation>Corrige o texto antes de inseri-lo.</translation>
    </message>
    <message>
        <source>Dictate and translate</source>
        <translation>Ditar e traduzir</translation>
    </message>
    <message>
        <source>Into the language that is chosen under Rewriting.</source>
        <translation>Para o idioma escolhido em Reescrita.</translation>
    </message>
    <message>
        <source>Insert the kept text</source>
        <translation>Inserir o texto guardado</translation>
    </message>
    <message>
        <source>For a text that could not be inserted when it was ready.</source>
        <translation>Para um texto que não pôde ser inserido quando ficou pronto.</translation>
    </message>
    <message>
        <source>Take the last text back</source>
        <translation>Retirar o último texto</translation>
    </message>
    <message>
        <source>Pressed again, it inserts the other version: as spoken, or refined.</source>
        <translation>Pressionado de novo, insere a outra versão: como falado, ou refinada.</translation>
    </message>
    <message>
        <source>Pressing a hotkey</source>
        <translation>Ao usar um atalho</translation>
    </message>
    <message>
        <source>Counts as held after</source>
        <translation>Segurado após</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Microfone</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Aberto</translation>
    </message>
    <message>
        <source>The tray icon shows it whenever the microphone is open.</source>
        <translation>O ícone da bandeja sempre mostra quando o microfone está aberto.</translation>
    </message>
    <message>
        <source>Stays open for</source>
        <translation>Fica aberto por</translation>
    </message>
    <message>
        <source>Ends after a silence of</source>
        <translation>Termina após um silêncio de</translation>
    </message>
    <message>
        <source>For hands-free dictation. Never while you hold the hotkey.</source>
        <translation>Para ditar com as mãos livres. Nunca enquanto você segura o atalho.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nunca</translation>
    </message>
    <message>
        <source>Longest dictation</source>
        <translation>Ditado mais longo</translation>
    </message>
    <message>
        <source>It then ends by itself, and its text is inserted.</source>
        <translation>Depois ele termina sozinho e o texto é inserido.</translation>
    </message>
    <message>
        <source>Sensitivity</source>
        <translation>Sensibilidade</translation>
    </message>
    <message>
        <source>High for a quiet voice, low for a noisy room.</source>
        <translation>Alta para uma voz fraca, baixa para um lugar barulhento.</translation>
    </message>
    <message>
        <source>Raise a quiet voice</source>
        <translation>Reforçar uma voz fraca</translation>
    </message>
    <message>
        <source>Makes it louder for the model only. Noise is raised along with it.</source>
        <translation>Deixa a voz mais alta só para o modelo. O ruído aumenta junto.</translation>
    </message>
    <message>
        <source>Pause between sentences</source>
        <translation>Pausa entre frases</translation>
    </message>
    <message>
        <source>After this much silence a sentence is recognized for good.</source>
        <translation>Depois deste silêncio, a frase é reconhecida em definitivo.</translation>
    </message>
    <message>
        <source>Kept before speech</source>
        <translation>Guardado antes da fala</translation>
    </message>
    <message>
        <source>So that the first syllable is not lost.</source>
        <translation>Para não perder a primeira sílaba.</translation>
    </message>
    <message>
        <source>Kept after the key</source>
        <translation>Guardado após a tecla</translation>
    </message>
    <message>
        <source>The recording goes on for at most this long, for the last word.</source>
        <translation>A gravação continua no máximo por este tempo, para a última palavra.</translation>
    </message>
    <message>
        <source>Longest sentence</source>
        <translation>Frase mais longa</translation>
    </message>
    <message>
        <source>Speech without a pause is cut at its quietest point.</source>
        <translation>Uma fala sem pausas é cortada no ponto mais silencioso.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Spoken language</source>
        <translation>Idioma falado</translation>
    </message>
    <message>
        <source>Naming the language is faster and surer than detecting it.</source>
        <translation>Indicar o idioma é mais rápido e seguro do que detectá-lo.</translation>
    </message>
    <message>
        <source>Languages you speak</source>
        <translation>Idiomas que você fala</translation>
    </message>
    <message>
        <source>Most likely first, such as en, es. Empty: those you chose lately.</source>
        <translation>Primeiro o mais provável, por exemplo en, es. Vazio: os que você escolheu por último.</translation>
    </message>
    <message>
        <source>Names and terms</source>
        <translation>Nomes e termos</translation>
    </message>
    <message>
        <source>That you use, separated by commas. About fifteen fit, the first ones.</source>
        <translation>Os que você usa, separados por vírgulas. Cabem cerca de quinze, os primeiros.</translation>
    </message>
    <message>
        <source>Runs on</source>
        <translation>Roda em</translation>
    </message>
    <message>
        <source>Listen only as long as you spoke</source>
        <translation>Ouvir só o tempo em que você falou</translation>
    </message>
    <message>
        <source>Several times faster on a processor. Some models mishear with it.</source>
        <translation>Várias vezes mais rápido em um processador. Alguns modelos entendem pior assim.</translation>
    </message>
    <message>
        <source>Number format</source>
        <translation>Formato dos números</translation>
    </message>
    <message>
        <source>Smaller numbers need less memory.</source>
        <translation>Números menores precisam de menos memória.</translation>
    </message>
    <message>
        <source>Processor threads</source>
        <translation>Threads do processador</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Model lives</source>
        <translation>O modelo fica</translation>
    </message>
    <message>
        <source>In its own process a crash costs no word. Takes effect at the next start.</source>
        <translation>Num processo próprio, uma falha não custa nenhuma palavra. Terá efeito no próximo início.</translation>
    </message>
    <message>
        <source>Give memory back</source>
        <translation>Liberar a memória</translation>
    </message>
    <message>
        <source>The next dictation records at once and loads the model meanwhile.</source>
        <translation>O próximo ditado grava na hora e carrega o modelo enquanto isso.</translation>
    </message>
    <message>
        <source>Not used for</source>
        <translation>Sem uso por</translation>
    </message>
    <message>
        <source>Also when memory runs out</source>
        <translation>Também se faltar memória</translation>
    </message>
    <message>
        <source>Other programs come first. Never in the middle of a dictation.</source>
        <translation>Os outros programas têm prioridade. Nunca no meio de um ditado.</translation>
    </message>
    <message>
        <source>Rewriting by</source>
        <translation>Reescrita por</translation>
    </message>
    <message>
        <source>Refines or translates what you dictate before it is inserted.</source>
        <translation>Refina ou traduz o que você dita antes de inseri-lo.</translation>
    </message>
    <message>
        <source>Address of Ollama</source>
        <translation>Endereço do Ollama</translation>
    </message>
    <message>
        <source>Language model</source>
        <translation>Modelo de linguagem</translation>
    </message>
    <message>
        <source>Dictation hotkey</source>
        <translation>Atalho de ditado</translation>
    </message>
    <message>
        <source>Refining and translating have hotkeys of their own as well.</source>
        <translation>Refinar e traduzir também têm atalhos próprios.</translation>
    </message>
    <message>
        <source>Translate into</source>
        <translation>Traduzir para</translation>
    </message>
    <message>
        <source>Wait at most</source>
        <translation>Esperar no máximo</translation>
    </message>
    <message>
        <source>Then you get your own words. Automatic: 4 s here, 7 s elsewhere.</source>
        <translation>Depois você recebe suas próprias palavras. Automático: 4 s aqui, 7 s fora daqui.</translation>
    </message>
    <message>
        <source>Refining</source>
        <translation>Refinar</translation>
    </message>
    <message>
        <source>Translating</source>
        <translation>Traduzir</translation>
    </message>
    <message>
        <source>When a text is ready</source>
        <translation>Com o texto pronto</translation>
    </message>
    <message>
        <source>Paste with</source>
        <translation>Colar com</translation>
    </message>
    <message>
        <source>Automatic knows terminals, which want other keys.</source>
        <translation>O modo automático reconhece terminais, que usam outras teclas.</translation>
    </message>
    <message>
        <source>Add a space after the text</source>
        <translation>Acrescentar um espaço após o texto</translation>
    </message>
    <message>
        <source>So that the next dictation does not stick to it.</source>
        <translation>Para que o próximo ditado não fique grudado nele.</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Comando</translation>
    </message>
    <message>
        <source>A program with its options. It reads the text from standard input.</source>
        <translation>Um programa com suas opções. Ele lê o texto da entrada padrão.</translation>
    </message>
    <message>
        <source>Fit the text to what stands before it</source>
        <translation>Ajustar o texto ao que está antes dele</translation>
    </message>
    <message>
        <source>Space and capital, where the system tells what is there.</source>
        <translation>Espaço e maiúscula, onde o sistema diz o que há.</translation>
    </message>
    <message>
        <source>New lines in a terminal</source>
        <translation>Quebras de linha em um terminal</translation>
    </message>
    <message>
        <source>A new line there runs what stands before it.</source>
        <translation>Ali, uma quebra de linha executa o que está antes dela.</translation>
    </message>
    <message>
        <source>Press Enter afterwards</source>
        <translation>Pressionar Enter depois</translation>
    </message>
    <message>
        <source>Only once the text is proven to have arrived.</source>
        <translation>Só depois de comprovado que o texto chegou.</translation>
    </message>
    <message>
        <source>When you changed windows</source>
        <translation>Se você mudou de janela</translation>
    </message>
    <message>
        <source>Never dictate into</source>
        <translation>Nunca ditar em</translation>
    </message>
    <message>
        <source>Names of applications, separated by commas, such as keepassxc.</source>
        <translation>Nomes de aplicativos separados por vírgulas, como keepassxc.</translation>
    </message>
    <message>
        <source>Put the clipboard back</source>
        <translation>Restaurar a área de transferência</translation>
    </message>
    <message>
        <source>What you had copied is there again once the text was pasted.</source>
        <translation>O que você tinha copiado volta depois que o texto é colado.</translation>
    </message>
    <message>
        <source>Log file</source>
        <translation>Arquivo de log</translation>
    </message>
    <message>
        <source>At every level without your words and keys.</source>
        <translation>Em todos os níveis, sem suas palavras nem chaves.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como o sistema</translation>
    </message>
    <message>
        <source>Tap to start and stop, or hold to talk</source>
        <translation>Tocar para começar e parar, ou segurar</translation>
    </message>
    <message>
        <source>Tap to start, tap to stop</source>
        <translation>Tocar para começar, tocar para parar</translation>
    </message>
    <message>
        <source>Hold to talk</source>
        <translation>Segurar para falar</translation>
    </message>
    <message>
        <source>While dictating and a while after</source>
        <translation>Durante o ditado e um pouco depois</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Sempre</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>Baixa</translation>
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
        <translation>Placa de vídeo, se possível</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Processador</translation>
    </message>
    <message>
        <source>Graphics card (CUDA)</source>
        <translation>Placa de vídeo (CUDA)</translation>
    </message>
    <message>
        <source>In the app</source>
        <translation>No aplicativo</translation>
    </message>
    <message>
        <source>In a process of its own</source>
        <translation>Num processo próprio</translation>
    </message>
    <message>
        <source>If the self-check allows it</source>
        <translation>Se a autoverificação permitir</translation>
    </message>
    <message>
        <source>When the model is not used</source>
        <translation>Quando o modelo não é usado</translation>
    </message>
    <message>
        <source>Never: keep the model loaded</source>
        <translation>Nunca: manter o modelo carregado</translation>
    </message>
    <message>
        <source>After every dictation</source>
        <translation>Após cada ditado</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Ninguém</translation>
    </message>
    <message>
        <source>Ollama, on your computer</source>
        <translation>Ollama, no seu computador</translation>
    </message>
    <message>
        <source>Google Gemini, on the internet</source>
        <translation>Google Gemini, na internet</translation>
    </message>
    <message>
        <source>Inserts what you said</source>
        <translation>Insere o que você disse</translation>
    </message>
    <message>
        <source>Refines it</source>
        <translation>Refina o texto</translation>
    </message>
    <message>
        <source>Translates it</source>
        <translation>Traduz o texto</translation>
    </message>
    <message>
        <source>Paste it where you write</source>
        <translation>Colar onde você escreve</translation>
    </message>
    <message>
        <source>Type it where you write</source>
        <translation>Digitá-lo onde você escreve</translation>
    </message>
    <message>
        <source>Copy it to the clipboard only</source>
        <translation>Só copiar para a área de transferência</translation>
    </message>
    <message>
        <source>Give it to a command</source>
        <translation>Passá-lo a um comando</translation>
    </message>
    <message>
        <source>Keep the text, and tell me</source>
        <translation>Guardar o texto e me avisar</translation>
    </message>
    <message>
        <source>Go back, insert it, and return</source>
        <translation>Voltar, inseri-lo e retornar</translation>
    </message>
    <message>
        <source>Become spaces</source>
        <translation>Viram espaços</translation>
    </message>
    <message>
        <source>Stay, and may run commands</source>
        <translation>Ficam, e podem executar comandos</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Tudo</translation>
    </message>
    <message>
        <source>Warnings and errors</source>
        <translation>Avisos e erros</translation>
    </message>
    <message>
        <source>Errors only</source>
        <translation>Só erros</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Nível</translation>
    </message>
    <message>
        <source>When it is open</source>
        <translation>Quando fica aberto</translation>
    </message>
    <message>
        <source>Say something.</source>
        <translation>Diga alguma coisa.</translation>
    </message>
    <message>
        <source>That is a voice.</source>
        <translation>Isso é uma voz.</translation>
    </message>
    <message>
        <source>{name} (not connected)</source>
        <translation>{name} (não conectado)</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Avançado</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidade</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Arquivos</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir a pasta</translation>
    </message>
    <message>
        <source>Open the file</source>
        <translation>Abrir o arquivo</translation>
    </message>
    <message>
        <source>Log folder</source>
        <translation>Pasta de logs</translation>
    </message>
    <message>
        <source>Settings file</source>
        <translation>Arquivo de ajustes</translation>
    </message>
    <message>
        <source>Your voice is recognized on this computer. It is never sent anywhere.</source>
        <translation>Sua voz é reconhecida neste computador. Ela nunca é enviada a lugar nenhum.</translation>
    </message>
    <message>
        <source>A recording and its text are on your disk until the text was delivered or you discarded it; a recording without words for a day.</source>
        <translation>Uma gravação e seu texto ficam no seu disco até que o texto seja entregue ou que você os descarte; uma gravação sem palavras, por um dia.</translation>
    </message>
    <message>
        <source>The last text is kept in memory only. It is gone when the app ends.</source>
        <translation>O último texto fica guardado só na memória. Ele some quando o aplicativo fecha.</translation>
    </message>
    <message>
        <source>A text leaves this computer only if you have it rewritten on another one.</source>
        <translation>Um texto só sai deste computador se você mandar reescrevê-lo em outro.</translation>
    </message>
    <message>
        <source>Keys of services are kept in the system&apos;s keyring or, without one, until the app ends.</source>
        <translation>As chaves de serviços ficam guardadas no chaveiro do sistema ou, sem ele, até o aplicativo fechar.</translation>
    </message>
    <message>
        <source>No telemetry and no account. Models are downloaded only when you ask for it.</source>
        <translation>Sem telemetria e sem conta. Os modelos só são baixados quando você pede.</translation>
    </message>
    <message>
        <source>Recognition</source>
        <translation>Reconhecimento</translation>
    </message>
    <message>
        <source>Models…</source>
        <translation>Modelos…</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Verificar de novo</translation>
    </message>
    <message>
        <source>Self-check</source>
        <translation>Autoverificação</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Memória</translation>
    </message>
    <message>
        <source>Unload now</source>
        <translation>Descarregar agora</translation>
    </message>
    <message>
        <source>Model in memory</source>
        <translation>Modelo na memória</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Carregando…</translation>
    </message>
    <message>
        <source>Not loaded. The next dictation loads it.</source>
        <translation>Não carregado. O próximo ditado o carrega.</translation>
    </message>
    <message>
        <source>Loaded.</source>
        <translation>Carregado.</translation>
    </message>
    <message>
        <source>Rewriting</source>
        <translation>Reescrita</translation>
    </message>
    <message>
        <source>Refresh</source>
        <translation>Atualizar</translation>
    </message>
    <message>
        <source>Ask for the models again</source>
        <translation>Consultar os modelos de novo</translation>
    </message>
    <message>
        <source>What happens to the text</source>
        <translation>O que acontece com o texto</translation>
    </message>
    <message>
        <source>Instructions</source>
        <translation>Instruções</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Redefinir</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Experimentar</translation>
    </message>
    <message>
        <source>Text leaves this computer: it is sent to {host}.</source>
        <translation>O texto sai deste computador: ele é enviado a {host}.</translation>
    </message>
    <message>
        <source>Asking for the models…</source>
        <translation>Consultando os modelos…</translation>
    </message>
    <message>
        <source>The first in the list</source>
        <translation>O primeiro da lista</translation>
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
        <translation>Traduzir</translation>
    </message>
    <message>
        <source>so um I think we should we should meet on monday no wait on tuesday at ten</source>
        <translation>então é eu acho que a gente devia a gente devia se reunir na segunda não espera na terça às dez</translation>
    </message>
    <message>
        <source>Working…</source>
        <translation>Processando…</translation>
    </message>
    <message>
        <source>Allow keys…</source>
        <translation>Permitir teclas…</translation>
    </message>
    <message>
        <source>The desktop asks you whether the app may press keys.</source>
        <translation>A área de trabalho pergunta se o aplicativo pode pressionar teclas.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Sim</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Não</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>Models offered: {count}</source>
        <translation>Modelos oferecidos: {count}</translation>
    </message>
    <message>
        <source>{model} is too small a model to be told names: it is told none.</source>
        <translation>{model} é um modelo pequeno demais para receber nomes: nenhum é informado.</translation>
    </message>
    <message>
        <source>Not all of them fit: the model is told {told} of {count}.</source>
        <translation>Nem todos cabem: o modelo recebe {told} de {count}.</translation>
    </message>
    <message>
        <source>The model is being loaded…</source>
        <translation>O modelo está sendo carregado…</translation>
    </message>
    <message>
        <source>graphics card</source>
        <translation>na placa de vídeo</translation>
    </message>
    <message>
        <source>processor</source>
        <translation>no processador</translation>
    </message>
    <message>
        <source>{model} is in memory and runs on the {place} as {format}.</source>
        <translation>{model} está na memória e roda {place} como {format}.</translation>
    </message>
    <message>
        <source>Not in memory. The next dictation loads it while you speak.</source>
        <translation>Fora da memória. O próximo ditado o carrega enquanto você fala.</translation>
    </message>
    <message>
        <source>Done in {seconds} s.</source>
        <translation>Feito em {seconds} s.</translation>
    </message>
    <message>
        <source>Done in {seconds} s, which is longer than a take would wait.</source>
        <translation>Feito em {seconds} s, mais do que um ditado esperaria.</translation>
    </message>
    <message>
        <source>Not used: every sentence is heard as if it lasted 30 seconds.</source>
        <translation>Não usado: cada frase é ouvida como se durasse 30 segundos.</translation>
    </message>
    <message>
        <source>Told as soon as the model is in memory.</source>
        <translation>Será dito assim que o modelo estiver na memória.</translation>
    </message>
    <message>
        <source>Not used: a graphics card gains nothing from it.</source>
        <translation>Não usado: uma placa de vídeo não ganha nada com isso.</translation>
    </message>
    <message>
        <source>Not used: large models are known to repeat themselves with it.</source>
        <translation>Não usado: sabe-se que modelos grandes se repetem assim.</translation>
    </message>
    <message>
        <source>In use without a check, as you chose.</source>
        <translation>Em uso sem verificação, como você escolheu.</translation>
    </message>
    <message>
        <source>In use since {date}: {agreed} of {compared} sentences heard both ways had the same words.</source>
        <translation>Em uso desde {date}: {agreed} de {compared} frases ouvidas das duas formas tinham as mesmas palavras.</translation>
    </message>
    <message>
        <source>Not used: {differed} of {compared} sentences heard both ways had other words.</source>
        <translation>Não usado: {differed} de {compared} frases ouvidas das duas formas tinham outras palavras.</translation>
    </message>
    <message>
        <source>Not used: {doubted} sentences had to be heard again in full.</source>
        <translation>Não usado: foi preciso ouvir {doubted} frases por inteiro de novo.</translation>
    </message>
    <message>
        <source>Not used yet: your next sentences are heard both ways while you do not dictate.</source>
        <translation>Ainda não usado: suas próximas frases são ouvidas das duas formas enquanto você não dita.</translation>
    </message>
    <message>
        <source>Being checked: {agreed} of {compared} sentences agreed both ways. It takes {least} or more.</source>
        <translation>Em verificação: {agreed} de {compared} frases coincidiram das duas formas. São necessárias {least} ou mais.</translation>
    </message>
</context>
</TS>
