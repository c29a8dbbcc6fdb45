"""What makes a model answer or obey: requests, and words that are meant for it instead of for people.

They may be dictated, and are then to be written down.
"""

from __future__ import annotations

from v2m_desktop.rewriting.patterns import any_of

REQUEST = any_of(
    r"(?:please )?(?:write|draft|compose|create|make|generate|summari[sz]e|explain|list|tell me|give me|say|"
    r"translate|describe|suggest|recommend|rewrite|correct|fix|remind me|reply|respond)\b",
    r"(?:por favor )?(?:escr[ií]b[ea]|redacta|crea|haz|genera|resume|explica|dime|dame|di|enumera|traduce|"
    r"describe|cu[eé]nta|sugi[eé]re|recomi[eé]nda|corrige|responde|rec[uú]erda)(?:me|nos)?(?:l[aeo]s?)?\b",
    r"(?:por favor )?(?:me (?:diga|diz|dá|dê|conta|conte|explica|explique|sugere|sugira|recomenda)|"
    r"escrev[ea]|"
    r"redija|crie|cria|faça|gere|resum[ae]|expli(?:ca|que)|liste|diga|tradu[zs]a?|descrev[ae]|"
    r"corri[gj][ae])\b",
    r"(?:écri(?:s|vez)|rédige[sz]?|crée|fais|résume|explique|donne|dis|raconte|tradui(?:s|sez)|corrige|"
    r"propose|suggère|réponds)\b",
    r"(?:schreibe?|verfasse|erstelle|fasse?|erkläre?|nenne?|sage?|gib|erzähle?|übersetze?|korrigiere?|"
    r"beschreibe?|empf(?:iehl|ehle)|antworte?)\b",
    r"(?:scrivi|crea|fai|riassumi|spiega|elenca|traduci|racconta|correggi|consiglia|rispondi)(?:mi)?\b|"
    r"(?:dimmi|dammi|fammi)\b",
    r"(?:напиши|составь|объясни|расскажи|перечисли|скажи|переведи|исправь|посоветуй|"
    r"напиш|склади|поясни|розкажи|переклади|виправ|порадь)",
)
"""How people begin who want something written or told."""

ORDER = any_of(
    r"\b(?:ignore|disregard|forget|override|stop) (?:\w+ ){0,3}(?:instructions?|prompts?|rules|above|"
    r"previous|everything|translating|editing|refining|rewriting|transcri\w+)",
    r"\bforget (?:what|all|that) (?:\w+ ){1,3}(?:told|learned|instructed)\b",
    r"\b(?:system|admin|developer|assistant)(?: prompt| message| override)?\s*:",
    r"\b(?:you are now|act as|pretend (?:to be|you)|from now on,? (?:you|always|only|answer|reply|"
    r"respond))\b",
    r"\b(?:dear|hey|attention) (?:ai|assistant|model|chatgpt|gemini|llm)\b",
    r"\b(?:ai|assistant|language model|chatgpt|gemini|llm)(?: model| assistant)?,? "
    r"(?:reading|processing|editing|cleaning|translating)\b",
    r"\b(?:ia|modelo|modèle|modello|assist\w+|ki),? (?:que|qui|che|die) (?:lees?|lê|lis|lit|legg[ei]|"
    r"das liest)\b",
    r"\b(?:new|your) (?:instructions?|task)\b",
    r"\bevery (?:output|answer|reply)\b",
    r"\b(?:reveal|print|repeat|output|show) (?:\w+ ){0,3}(?:prompt|instructions?)\b",
    r"\b(?:ignora|olvida|ignore|esqueça|esquece|desconsidere|oubliez?|ignorez?|ignoriere|vergiss|dimentica|"
    r"deja de|pare de)\b.{0,40}(?:instruc|instruç|anterior|indicaz|istruz|consigne|anweisung|précédent|"
    r"bisherig|anzi|tradu|übersetz|edit|todo|tudo)",
    r"\b(?:eres ahora|ahora eres|agora você é|tu es maintenant|du bist jetzt|sei ora|ora sei)\b",
    r"(?:игнорируй|забудь|ігноруй).{0,30}(?:инструк|інструк|предыдущ|попередн)",
    r"指示を?(?:無視|忘れ)",
    r"忽略.{0,8}(?:指令|指示)",
    # the dictation is said to be over
    r"\b(?:end of (?:the )?|fin d(?:e la|el|e) |fim d[aeo] |ende de[rs] |fine del(?:la)? )"
    r"(?:dictation|transcript|input|dictado|dictée|ditado|diktat|dettatura|trans[ck]ri|trascri)",
    r"\b(?:nuevas?|novas?|nouvelles?|nuov[ae]|neue) (?:instru|istru|consigne|anweisung)",
    r"\b(?:instruc|instruç|istruz)\w+ (?:nuevas?|novas?|nuov[ae])\b",
    r"(?:нов(?:ая|ые|а|і) (?:инструк|інструк)|新しい指示|新的?指令)",
    # it is not to be worked on
    r"(?<!i )(?<!we )(?<!you )(?<!they )\b(?:do not|don['’]?t) (?:translate|edit|refine|clean|rewrite)\b",
    r"\bno (?:lo |la )?(?:traduzca|corrija|edite)[ns]?\b",
    r"\bnão (?:traduza|corrija|edite)[ms]?\b",
    r"\bne (?:traduis|traduisez|corrige[sz]?) (?:pas|rien)\b",
    r"\b(?:übersetze?|korrigiere?) (?:\w+ ){0,2}nicht\b",
    r"\bnon (?:tradurre|correggere)\b",
    # something is to be put in
    r"\b(?:add|append|insert) (?:the|this) (?:sentence|line|words?|phrase)\b",
    r"\b(?:añad[ae]|agreg[au]e?|adicion[ae]|acrescent[ae]|ajoute[sz]?|aggiungi|füge?) (?:la |el |a |o |"
    r"cette |"
    r"den |die |das )?(?:frase|línea|linha|phrase|ligne|satz|zeile|riga|palabra|palavra|wort|mot|parola)\b",
    r"[\"'}\]]\s*[,}]|</?\w+>|\[/?\w+\]|-{3,}|={3,}|#{2,}",
)
"""Words to the model instead of words to people."""

SAYING = any_of(
    r"\b(?:say|write|reply|respond|answer|output|print|add|append)"
    r"(?: (?:back|only|just|with|that|this|the|words?|sentence|line|phrase))*\s",
    r"\b(?:di|diga|decir|escrib[ae]|escrev[ae]|responde|contesta|responda|añade|agrega|acrescente)"
    r"(?: (?:solo|sólo|solamente|só|apenas|con|com|que|la|el|a|o|palabras?|palavras?|frase|línea|linha))*\s",
    r"\b(?:dis|écris|réponds|ajoute)"
    r"(?: (?:juste|seulement|uniquement|avec|par|que|le|la|les|mots?|phrase|ligne))*\s",
    r"\b(?:sage?|schreibe?|antworte?|ergänze?)"
    r"(?: (?:nur|noch|mit|dass|das|den|die|dem|wort|wörter|satz|zeile))*\s",
    r"\b(?:di['’]?|dì|scrivi|rispondi|aggiungi)"
    r"(?: (?:solo|soltanto|con|che|la|le|il|parol[ae]|frase|riga))*\s",
    r"\b(?:скажи|напиши|ответь|добавь|напиш|відповідай|додай)"
    r"(?: (?:только|лише|тільки|что|що|слово|фразу|строку|рядок))*\s",
)
"""Asks for words that follow at once."""
