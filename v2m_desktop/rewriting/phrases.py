"""How language models talk when they talk to somebody instead of editing, in several languages."""

from __future__ import annotations

import re

from v2m_desktop.rewriting.patterns import any_of

_TEXT = (
    r"\b[^.:\n]{0,60}\b(?:text|texto|texte|testo|tekst|versi[oó]n|version|versão|versione|versie|translation|"
    r"traducci[oó]n|tradução|traduction|traduzione|übersetzung|vertaling|transcript|transkript|fassung|"
    r"message|"
    r"mensaje|mensagem|nachricht|messaggio|edit|edición|refine|clean|correct|corrig|corret|corregid|"
    r"korrigiert|"
    r"überarbeitet|rewrit|output|result|résultat|ergebnis|risultato)"
)
"""Goes on with a word for what a model delivers."""
_PRESENTED = (
    r"(?:\bhere(?: you go| you are| it is| is| are|['’]s)|\baqu[ií] (?:tienes?|está|te dejo|lo tienes|va|"
    r"vai|tem|"
    r"estão)|\bvoici|\bhier (?:ist|sind|is|zijn)|\becco(?:ti|vi)?|\bsegue|вот|ось|こちらが|以下[がは]|"
    r"以下是|这是)"
)

REMARK = any_of(
    _PRESENTED + _TEXT,
    # en
    r"(?:refined|cleaned(?:[- ]up)?|corrected|edited|rewritten|translated|polished)(?: text| version|"
    r" transcript)?\s*:",
    r"(?:i(?:'ve|’ve| have)|i) (?:cleaned|corrected|edited|refined|removed|rewr[io]t\w*|translated|"
    r"fixed|polished)\b",
    r"(?:note|changes made|explanation)\s*:",
    # es
    r"(?:texto|versión|version|traducción) (?:refinad|corregid|limpi|editad|mejorad|revisad)\w*",
    r"he (?:corregido|eliminado|limpiado|traducido|editado|revisado|mejorado)\b",
    # pt
    r"(?:texto|versão|tradução) (?:refinad|corrigid|limp|editad|revisad|melhorad)\w*",
    # fr
    r"(?:texte|version|traduction) (?:corrig|amélior|nettoy|révis|édit)\w*",
    r"j['’]ai corrigé",
    # de
    r"(?:überarbeitete|korrigierte|bereinigte|verbesserte)[rns]? (?:text|version|fassung|übersetzung)",
    r"ich habe (?:den|ihren|deinen) text",
    # it
    r"(?:testo|versione|traduzione) (?:corrett|rivist|pulit|miglior)\w*",
    # ru, uk, ja, zh, nl
    r"вот (?:ваш|исправленн|отредактированн|перевод|текст|улучшенн)",
    r"ось (?:ваш|виправлен|відредагован|переклад|текст)",
    r"(?:исправленный|отредактированный|виправлений|відредагований) текст",
    r"(?:こちらが|以下が|以下は|修正後|整形後|校正後|翻訳は)",
    r"(?:以下是|这是(?:修改|整理|翻译))",
)
"""Words about the text, where there should be the text alone."""

OFFER = any_of(
    r"\b(?:let me know|feel free|i hope this|hope this helps|is there anything else|would you like me to)\b",
    r"\b(?:espero que (?:te|esto|le) (?:sirva|ayude)|hazme saber|si necesitas)\b",
    r"\b(?:espero que (?:isso|ajude)|me avise|se precisar)\b",
    r"\b(?:n['’]hésite|j['’]espère que)",
    r"\b(?:lass mich wissen|ich hoffe, das)",
    r"\b(?:fammi sapere|spero che (?:ti|questo)|se hai bisogno)\b",
)
"""More help is offered."""
OFFERED = any_of(
    r"\b(?:let (?:me|us) know|feel free|hopes?|hoping|anything else|would you like|need|tell me|hesitate)\b",
    r"\b(?:esper[oa]|hazme saber|av[ií]s[ae]|necesit\w+|precis\w+|quier\w+|diga|dime)\b",
    r"(?:hésite|espèr|besoin|faut|dis-moi|dites|wissen|bescheid|hoff|brauch|sapere|sper[oi]|bisogno|serve)",
    r"(?:надеюсь|нуж|знать|сподіва|потр[іе]б|дай|ください|希望|需要|告诉)",
)
"""The speaker did so too, or hoped, or needed."""

_LABELS = (
    r"(?:output|result|answer|response|translation|edited|text|english|spanish|french|german|italian|"
    r"portuguese|"
    r"traducción|resultado|respuesta|español|resposta|tradução|português|résultat|réponse|traduction|"
    r"français|"
    r"ergebnis|antwort|übersetzung|deutsch|risultato|risposta|traduzione|italiano|результат|ответ|перевод|"
    r"відповідь|переклад|出力|結果|翻訳|回答|译文|翻译|结果)"
)
LABEL = any_of(
    r"^\W*(?:\w+ (?=translation|version|text|answer))?"
    + _LABELS
    + r"(?: (?:in|into|to|to the|al|en|em|para o|auf|ins|in die|in|na) \w+)?"
    r"(?:\s*[(\[（][^)\]）\n]{0,40}[)\]）])?\W{0,4}[:：]"
)
"""A heading over the answer: "Translation:", "Translation (German → English):"."""
LABELED = any_of(r"\b" + _LABELS)
"""The speaker used such a word too."""
HANDED_OVER = any_of(r"^\W*(?:[^.!:\n]{1,30}[.!:]\s*)?" + _PRESENTED + r"[^.:：\n]{0,30}[:：]\s")
"""Some text is handed over at the very beginning: "Here you go:"."""
PRESENTING = any_of(_PRESENTED)

EAGER = any_of(
    r"(?:sure|certainly|of course|absolutely|okay|ok|got it|great|no problem|understood|"
    r"claro|por supuesto|desde luego|entendido|vale|con gusto|perfecto|"
    r"seguro|com certeza|certo|claro que sim|entendi|tudo bem|bien s[uû]r|certainement|d'accord|d’accord|"
    r"avec plaisir|natürlich|gerne?|klar|selbstverständlich|verstanden|certamente|ecco|va bene|natuurlijk|"
    r"zeker)\b",
    r"(?:¡claro|¡por supuesto|¡hola|конечно|хорошо|разумеется|понял|звичайно|звісно|добре|гаразд|もちろん|"
    r"はい|承知|"
    r"わかりました|了解|当然|好的)",
)
"""Agreement of somebody who is about to help. People agree too: what counts is that the speaker did not."""
PROMISE = any_of(r"(?:i['’]ll|i['’]d be|i am|i['’]m)? ?(?:happy|glad) to\b|i['’]ll\b")
"""The help itself."""

THINKING = any_of(
    r"</?\s*(?:think|thinking|thought|reasoning|reflection|analysis|scratchpad)\b[^>]*>",
    r"<\|[a-z_]+\|>",
    r"\[/?(?:think|thinking|reasoning|INST)\]",
    r"\bthe (?:user|speaker|transcript|user's|task|instructions?)\b.{0,30}\b(?:wants?|asks?|asked|"
    r"is asking|said|says|"
    r"needs?|seems?|provided|contains?|is|requires?|says?)\b",
    r"^(?:(?:okay|ok|alright|h+m+|um|uh|wait|well|so|now|first),?\s+)*(?:let me|let's|let’s|i need to|"
    r"i should|"
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
    r"\bich habe?\b",
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
