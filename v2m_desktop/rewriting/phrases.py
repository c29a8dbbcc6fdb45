"""How language models talk when they talk to somebody instead of editing, in several languages."""

from __future__ import annotations

import re

from v2m_desktop.rewriting.patterns import any_of

REMARK = any_of(
    # en
    r"here(?: is|'s|’s| are) (?:the|your|a|an|my)\b[^.:\n]{0,60}(?:text|version|translation|transcript|"
    r"message|"
    r"edit\w*|refine\w*|clean\w*|correct\w*|rewrit\w*|result|output)",
    r"(?:refined|cleaned(?:[- ]up)?|corrected|edited|rewritten|translated|polished)(?: text| version|"
    r" transcript)?\s*:",
    r"(?:i(?:'ve|’ve| have)|i) (?:cleaned|corrected|edited|refined|removed|rewr[io]t\w*|translated|"
    r"fixed|polished)\b",
    r"(?:let me know|feel free|i hope this|hope this helps|is there anything else|would you like me to)",
    r"(?:note|changes made|explanation)\s*:",
    r"^\W*(?:output|result|answer|response|translation|edited|text|english|spanish|traducción|resultado|"
    r"respuesta|"
    r"resposta|tradução|résultat|réponse|traduction|ergebnis|antwort|übersetzung|risultato|traduzione|"
    r"результат|"
    r"ответ|перевод|відповідь|переклад|出力|結果|翻訳|回答)\s*[:：]",
    # es
    r"(?:aquí|aqui) (?:tienes|está|esta|te dejo|va|tiene)\b",
    r"(?:texto|versión|version|traducción) (?:refinad|corregid|limpi|editad|mejorad|revisad)\w*",
    r"he (?:corregido|eliminado|limpiado|traducido|editado|revisado|mejorado)\b",
    r"(?:espero que (?:te|esto|le) (?:sirva|ayude)|hazme saber|si necesitas)",
    # pt
    r"aqui (?:está|esta|vai|tem)\b",
    r"(?:texto|versão|tradução) (?:refinad|corrigid|limp|editad|revisad|melhorad)\w*",
    r"(?:espero que (?:isso|ajude)|me avise|se precisar)",
    # fr
    r"voici (?:le|la|votre|ton|une|un)\b",
    r"(?:texte|version|traduction) (?:corrig|amélior|nettoy|révis|édit)\w*",
    r"(?:n'hésite|n’hésite|j'espère que|j’ai corrigé|j'ai corrigé)",
    # de
    r"hier ist (?:der|die|das|dein|ihr|eine?)\b",
    r"(?:überarbeitete|korrigierte|bereinigte|verbesserte)[rns]? (?:text|version|fassung|übersetzung)",
    r"(?:ich habe (?:den|ihren|deinen) text|lass mich wissen|ich hoffe, das)",
    # it
    r"ecco (?:il|la|una|un|a te|qui)\b",
    r"(?:testo|versione|traduzione) (?:corrett|rivist|pulit|miglior)\w*",
    # ru, uk, ja, zh, nl
    r"вот (?:ваш|исправленн|отредактированн|перевод|текст|улучшенн)",
    r"ось (?:ваш|виправлен|відредагован|переклад|текст)",
    r"(?:исправленный|отредактированный|виправлений|відредагований) текст",
    r"(?:こちらが|以下が|以下は|修正後|整形後|校正後|翻訳は)",
    r"(?:以下是|这是(?:修改|整理|翻译))",
    r"hier is (?:de|het|uw|je)\b",
)
"""Words about the text, where there should be the text alone."""

EAGER = any_of(
    r"sure\b",
    r"certainly\b",
    r"of course\b",
    r"absolutely\b",
    r"okay\b",
    r"ok\b",
    r"got it\b",
    r"great\b",
    r"no problem\b",
    r"understood\b",
    r"happy to\b",
    r"i'd be happy\b",
    r"i’d be happy\b",
    r"i'll\b",
    r"claro\b",
    r"por supuesto\b",
    r"desde luego\b",
    r"entendido\b",
    r"vale\b",
    r"con gusto\b",
    r"¡claro",
    r"¡por supuesto",
    r"¡hola",
    r"perfecto\b",
    r"seguro\b",
    r"com certeza\b",
    r"certo\b",
    r"claro que sim\b",
    r"entendi\b",
    r"tudo bem\b",
    r"bien s[uû]r\b",
    r"certainement\b",
    r"d'accord\b",
    r"d’accord\b",
    r"avec plaisir\b",
    r"natürlich\b",
    r"gerne?\b",
    r"klar\b",
    r"selbstverständlich\b",
    r"verstanden\b",
    r"certo\b",
    r"certamente\b",
    r"ecco\b",
    r"va bene\b",
    r"конечно",
    r"хорошо",
    r"разумеется",
    r"понял",
    r"звичайно",
    r"звісно",
    r"добре",
    r"гаразд",
    r"もちろん",
    r"はい",
    r"承知",
    r"わかりました",
    r"了解",
    r"当然",
    r"好的",
    r"natuurlijk\b",
    r"zeker\b",
)
"""Openings of somebody who is about to help. People say them too: what counts is that the speaker did not."""

REFUSAL = any_of(
    r"\b(?:soy|sou|je suis|ich bin|sono|i am|i['’]m) (?:\w+ )?(?:an? |un[ea]?['’ ]|uma? |"
    r"eine? )?(?:asistente|assistente|"
    r"assistant|ai|ia|ki|modelo|modèle|modello|sprachmodell|language model)\b",
    r"\bi(?:'m| am|’m) (?:really |very |so )?sorry,? (?:but )?(?:i|as|that)\b",
    r"\bi (?:can(?:no|'|’)t|can not|am unable to|am not able to|won(?:'|’)t|must decline|do not have|"
    r"don(?:'|’)t have)"
    r"(?: be able to)? (?:help|assist|do|provide|answer|comply|fulfill|process|share|give|write|create|"
    r"access|real|the"
    r"|translate|refine|edit|complete|support|generate|discuss|engage|rewrite|open|send|set|call|play|"
    r"follow)",
    r"\bi(?:'m| am|’m) (?:unable|not able|an ai|just an ai)\b",
    r"\bas an ai\b",
    r"\bas a (?:large )?language model\b",
    r"\b(?:no puedo|no me es posible|no estoy en condiciones de|no tengo acceso)\b.{0,20}"
    r"(?:ayudar|asistir|hacer|proporcionar|cumplir|procesar|responder|traducir|escribir|acceder|acceso|"
    r"realizar|"
    r"compartir|dar|abrir|enviar|generar)",
    r"\bcomo (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje|modelo de linguagem)\b",
    r"\blo siento,? (?:pero )?no\b",
    r"\b(?:desculpe|sinto muito|lamento),? (?:mas )?(?:eu )?não\b",
    r"\bnão (?:posso|consigo|tenho acesso)\b.{0,20}(?:ajudar|fazer|fornecer|responder|cumprir|traduzir|"
    r"process|"
    r"atender|realizar|compartilhar|acess|escrever|abrir|enviar|ger)",
    r"\bje (?:ne (?:peux|suis)|suis désolé|regrette)\b",
    r"\bdésolée?,? (?:mais )?je\b",
    r"\ben tant qu(?:e|'|’)(?:ia|modèle|intelligence)\b",
    r"\bich kann (?:dir |ihnen |das |dabei |diese[rnms]? |bei |leider |hier )+.{0,40}(?:nicht|keine?)",
    r"\bes tut mir leid,? (?:aber )?(?:ich|dabei)\b",
    r"\bals (?:ki|sprachmodell|künstliche)\b",
    r"\bmi dispiace,? (?:ma )?non\b",
    r"\bnon posso (?:aiutar|fare|forni|rispond|tradur|elabor|assist)",
    r"\bcome (?:ia|intelligenza|modello)\b",
    r"(?:извините|простите|к сожалению),? (?:но )?я\b",
    r"я не (?:могу|имею)\b.{0,30}(?:помочь|выполн|"
    r"ответ|предостав|доступ)",
    r"(?:вибачте|на жаль|перепрошую),? (?:але )?я\b",
    r"я не можу\b.{0,30}(?:допомог|викон|відпов|надат)",
    r"как (?:языковая модель|ии)\b",
    r"як (?:мовна модель|ші)\b",
    r"申し訳(?:ありません|ございません)",
    r"(?:お手伝い|お答え|対応|提供)(?:することは|は)?(?:でき(?:ません|かね))",
    r"(?:aiとして|言語モデル)",
    r"(?:抱歉|对不起).{0,6}我",
    r"我(?:无法|不能)",
)
"""A model that declines."""

THINKING = any_of(
    r"</?\s*(?:think|thinking|thought|reasoning|reflection|analysis|scratchpad)\b[^>]*>",
    r"<\|[a-z_]+\|>",
    r"\[/?(?:think|thinking|reasoning|INST)\]",
    r"\bthe (?:user|speaker|transcript|user's|task|instructions?)\b.{0,30}\b(?:wants?|asks?|asked|"
    r"is asking|said|says|"
    r"needs?|seems?|provided|contains?|is|requires?|says?)\b",
    r"^(?:okay|ok|alright|hmm|wait|well|so|now|first)?,?\s*(?:let me|let's|let’s|i need to|i should|"
    r"we need to|"
    r"we have to|i have to|i must) (?:think|see|start|clean|edit|refine|rewrite|translate|remove|analy|"
    r"fix|look|"
    r"process|first|output|produce|correct|parse|break)",
    r"^(?:my )?(?:thought process|thinking|thoughts?|reasoning|analysis)\s*:",
    r"\bel usuario (?:quiere|pide|dice|ha|está|me|necesita|dictó|solicita)\b",
    r"\bo usuário (?:quer|pede|pediu|diz|disse|está)\b",
    r"\bl['’]utilisateur (?:veut|demande|a|souhaite|dit)\b",
    r"\b(?:der|die) (?:nutzer|benutzer|nutzerin|benutzerin) (?:will|möchte|hat|bittet|sagt)\b",
    r"\bl['’]utente (?:vuole|chiede|ha|dice)\b",
    r"пользователь (?:хочет|просит|сказал)",
    r"користувач (?:хоче|просить|сказав)",
    r"ユーザー(?:は|が|の)",
    r"用户(?:想|要|说|希望)",
)
"""A model that thinks aloud."""

WRAPPER = any_of(
    r"<{2,}|>{2,}|\b[A-Z]+[-_:][0-9a-f]{6,}\b",
    r"\{\s*\"",
    r"\"\s*\}",
    r"\"(?:text|transcript|"
    r"marker)\"\s*:",
    r"\b(?:system prompt|system message|json)\b",
    r"\btranscript(?:ion)?\s*:",
    r"</?(?:transcript|text|input|output|data|user|system)>",
    r"\b(?:BEGIN|END)[ _](?:OF )?(?:TRANSCRIPT|DATA|TEXT|INPUT)\b",
    r"\bnever (?:an )?instructions?\b",
    r"\bfiller words\b",
    r"\bself-corrections?\b",
)
"""Pieces of what the words are wrapped into on their way to the model."""

DONE = any_of(
    r"\bi(?:['’]ve| have) \w+",
    r"\b(?:has|have) been \w+",
    r"\b(?:is|are) (?:now )?(?:set|done|sent|saved|on|off)\b",
    r"\b(?:done|all set)\b",
    r"\b(?:he|hemos|se ha) \w+(?:ado|ido|to|cho|sto)\b",
    r"\b(?:listo|hecho)\b",
    r"\b(?:foi|foram|já) \w+(?:ad|id)[oa]s?\b",
    r"\b(?:pronto|feito)\b",
    r"\bj['’]ai \w+",
    r"\b(?:a été|c['’]est fait)\b",
    r"\bich habe\b",
    r"\b(?:wurde|erledigt)\b",
    r"\b(?:ho \w+(?:to|so)|è stat[oa]|fatto)\b",
    r"(?:готово|сделано|отправлено|выполнено|надіслано|виконано)",
    r"(?:しました|いたしました|完了)",
)
"""Reports of what somebody has done who was told to."""

YOURS = re.compile(
    r"\b(?:your?|tus?|vos|teu|tua|votre|vos|ton|dein\w*|ihr\w*|tuo|tua|твой|ваш\w*)\b", re.IGNORECASE
)
"""Who is talked to."""

ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.]+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|es|de|"
    r"fr|br|ai|app|co)\b",
    re.IGNORECASE,
)
ADDRESS_GLUE = frozenset({"http", "https", "www"})
CODE = re.compile(
    r"```|^\s*(?:def \w+\(|#include <|import \w+$|from \w+ import|function \w+\(|SELECT .+ FROM|<\w+>)",
    re.MULTILINE,
)
HEADING = re.compile(r"^\s*(?:#{1,6} |\*\*.+\*\*)", re.MULTILINE)
