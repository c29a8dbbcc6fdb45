"""How models decline in several languages. Each says that it cannot do what models are for."""

from __future__ import annotations

from v2m_desktop.rewriting.patterns import any_of

APOLOGY = any_of(
    r"\bi(?:'m| am|’m) (?:really |very |so )?sorry,? (?:but )?(?:i|as|that)\b",
    r"\bi apologi[sz]e,? but\b",
    r"\blo siento,? (?:pero )?no\b",
    r"\b(?:desculpe|sinto muito|lamento),? (?:mas )?(?:eu )?não\b",
    r"\bje (?:suis désolée?|regrette)\b",
    r"\bdésolée?,? (?:mais )?je\b",
    r"\bes tut mir leid,? (?:aber )?(?:ich|dabei)\b",
    r"\bmi dispiace,? (?:ma )?non\b",
    r"(?:извините|простите|к сожалению),? (?:но )?я\b",
    r"(?:вибачте|на жаль|перепрошую),? (?:але )?я\b",
    r"申し訳(?:ありません|ございません)",
    r"(?:抱歉|对不起).{0,6}我",
)
"""An apology that a refusal may follow."""

APOLOGIZED = any_of(
    r"\b(?:sorry|apolog\w+|regret\w*|afraid|unfortunately|pardon|excuse)\b",
    r"\b(?:lo siento|lamento|perd[oó]n\w*|discul\w+|desculp\w+|sinto muito|infelizmente|lamentablemente)\b",
    r"(?:désolée?|regrette|excuse|malheureusement|leid\b|leider|entschuldig|verzeih|bedaue?r|"
    r"dispiace|scus|purtroppo|spijt|helaas)",
    r"(?:извин|прост|жаль|сожален|вибач|перепрош|шкода)",
    r"(?:申し訳|すみません|ごめん|抱歉|对不起|不好意思|미안|죄송)",
)
"""The speaker was sorry too."""

REFUSAL = any_of(
    r"\b(?:soy|sou|je suis|ich bin|sono|i am|i['’]m) (?:\w+ )?(?:an? |un[ea]?['’ ]|uma? |eine? )?"
    r"(?:asistente|assistente|assistant|ai|ia|ki|modelo|modèle|modello|sprachmodell|language model)\b",
    # en
    r"\bi (?:can(?:no|'|’)t|can not|am unable to|am not able to|won(?:'|’)t|must decline|do not have|"
    r"don(?:'|’)t have)(?: be able to)? (?:help|assist|do|provide|answer|comply|fulfill|process|share|give|"
    r"write|create|access|real|the|translate|refine|edit|complete|support|generate|discuss|engage|rewrite|"
    r"open|send|set|call|play|follow)",
    r"\bi (?:will|may|must) not (?:translate|refine|edit|rewrite|comply|assist|process|generate)\b",
    r"\bi(?:'m| am|’m) (?:unable|not able|not allowed|not permitted|an ai|just an ai)\b",
    r"\bas an ai\b|\bas a (?:large )?language model\b",
    # es
    r"\bno (?:puedo|me es posible|estoy en condiciones de|tengo acceso)\b.{0,20}(?:ayudar|asistir|hacer|"
    r"proporcionar|cumplir|procesar|responder|traducir|escribir|acceder|acceso|realizar|compartir|dar|abrir|"
    r"enviar|generar)",
    r"\bno (?:puedo|podemos|debo|voy a|estoy autorizad[ao] a|me está permitido)\b.{0,40}(?:traducir|procesar|"
    r"reescribir|corregir|cumplir|atender)",
    r"\bcomo (?:una? )?(?:ia|inteligencia artificial|modelo de lenguaje|modelo de linguagem)\b",
    # pt
    r"\bnão (?:posso|consigo|tenho acesso)\b.{0,20}(?:ajudar|fazer|fornecer|responder|cumprir|traduzir|"
    r"process|atender|realizar|compartilhar|acess|escrever|abrir|enviar|ger)",
    r"\bnão (?:posso|podemos|consigo|devo|vou|me é permitido)\b.{0,40}(?:traduzir|processar|reescrever|"
    r"corrigir|cumprir|atender)",
    # fr
    r"\bje ne (?:peux|puis|saurais|suis pas (?:en mesure|autorisée?|capable))\b.{0,60}(?:aider|traduire|"
    r"répondre|"
    r"traiter|fournir|donner|faire|créer|écrire|accéder|générer|assister|ouvrir|envoyer|effectuer|corriger)",
    r"\ben tant qu(?:e|'|’)(?:ia|modèle|intelligence|assistant)\b",
    # de
    r"\bich (?:kann|darf|werde|möchte)\b.{0,60}\b(?:nicht|keine?[mnrs]?)\b.{0,40}(?:übersetz|helf|bearbeit|"
    r"beantwort|verarbeit|unterstütz|erstell|bereitstell|korrigier|umschreib)",
    r"\bich bin nicht (?:in der lage|befugt|berechtigt)\b",
    r"\bals (?:ki|sprachmodell|künstliche)\b",
    # it
    r"\bnon (?:posso|sono in grado|mi è possibile|sono autorizzat[ao])\b.{0,40}(?:aiutar|fare|forni|rispond|"
    r"tradur|elabor|assist|corregg|process|soddisf)",
    r"\bcome (?:ia|intelligenza|modello)\b",
    # nl
    r"\bik (?:kan|mag|zal)\b.{0,60}\b(?:niet|geen)\b.{0,40}(?:vertalen|vertaal|helpen|bewerken|verwerken|"
    r"beantwoorden)",
    # ru, uk, ja, zh
    r"я не (?:могу|имею|буду)\b.{0,30}(?:помочь|выполн|ответ|предостав|доступ|перев[еo]|обработ)",
    r"я не (?:можу|буду)\b.{0,30}(?:допомог|викон|відпов|надат|перекла|оброб)",
    r"как (?:языковая модель|ии)\b|як (?:мовна модель|ші)\b",
    r"(?:手伝い|答え|応え|対応|提供|翻訳|編集|処理)(?:することは|は|が)?(?:でき(?:ません|かね)|いたしかね|"
    r"しかね)",
    r"(?:aiとして|言語モデル)",
    r"我(?:无法|不能|没办法|不可以).{0,12}(?:帮助|帮你|帮您|翻译|回答|提供|处理|协助|满足|生成|完成|编辑)",
)
"""A model that declines."""
