"""How people talk who dictate: what they leave behind, ask, count and tell others to do."""

from __future__ import annotations

import re

from v2m_desktop.rewriting.patterns import any_of

_FILLERS = (
    "um uh uhm er erm hmm mm mhm ah eh oh like so well okay ok actually basically literally right "
    "yeah you know mean sort kind just wait no sorry este esto pues bueno o sea em mmm digo "
    "quiero decir vale a ver como tipo ne entao assim bom quer dizer e hum ahn euh ben bah alors "
    "donc voila quoi enfin genre hein ahm also halt na ja naja quasi sozusagen eben mal allora "
    "cioe insomma ecco beh ehm diciamo ну э ээ эээ это значит вот как бы типа короче е ее це типу "
    "ось значить коротше"
)
FILLERS = frozenset(_FILLERS.split())
"""Folded words that may go without being missed."""

ASKED = re.compile("[?？؟;]|か[。」]?$")
"""A question mark, in any script."""

QUESTION = any_of(
    r"(?:how|"
    r"what(?:['’]s| (?:is|are|was|were|time|do|does|did|day|year|kind|if))|who(?:'s|’s| is| was| are|"
    r" won| wrote)|"
    r"where(?:'s|’s| is| are| can| do| was)|when(?:'s|’s| is| does| do| did| will| was)|"
    r"why (?:is|are|do|does|did|was|can)|which \w+ (?:is|are|has|do|does)|whose|"
    r"(?:can|could|would|will) you|(?:is|are|was|were|do|does|did|has|have) (?:there|it|you|we|they|he|"
    r"she|the|this|that))\b",
    r"(?:(?:por |para |de |con |en |a )?qué|cuál(?:es)?|cuándo|dónde|cómo|quién(?:es)?|cuánt[oa]s?|a qué|"
    r"(?:puedes|podrías|me puedes|sabes))\b",
    r"(?:qual|quais|onde (?:é|fica|está|ficam|posso)|quem (?:é|foi|são|está|\w+[oei]u)|quant[oa]s?|que horas|"
    r"o que (?:é|são|foi)|"
    r"quando (?:é|foi|será|começa|abre)|como (?:é|se|faço|posso|est\w+)|por que|você (?:pode|poderia|"
    r"sabe))\b",
    r"(?:quel(?:le)?s? |qu['’]est-ce|est-ce que|comment (?:fait|faire|est|on|s['’]|ça|puis)|combien|"
    r"où (?!que)|"
    r"pourquoi|qui (?:est|a|était)|quand (?:est|a|se)|(?:peux|pouvez|pourrais|pourriez)-(?:tu|vous))",
    r"(?:wie (?!gesagt|immer|du|ich|sie|besprochen|gewohnt|auch)\w+|was (?:ist|sind|kostet|bedeutet|macht)|"
    r"wo (?:ist|sind|liegt|finde|gibt)|wann (?:ist|war|kommt|beginnt|fängt|fährt|öffnet)|wer (?:ist|war|"
    r"hat)|warum|"
    r"welche[rs]? \w+ (?:ist|sind|hat)|(?:kannst|könntest|können|könnten) (?:du|sie))\b",
    r"(?:quant[oaie]\b|quand['’]è|quando (?:è|parte|apre|inizia)|dove (?:è|si|sono|posso)|dov['’]è|"
    r"chi (?:è|ha|era)|"
    r"(?:che )?cos['’a]|che ore|come (?:si|faccio|posso|mai)|perché|qual è|quali|(?:puoi|potresti|sai))",
    r"(?:сколько|кто|где|когда (?:будет|был|откр|начн)|почему|какой|какая|какое|какие|как (?:зовут|"
    r"назыв|пройти|сделать|называ)|"
    r"что такое|скільки|хто|де|чому|який|яка|яке|які|коли (?:буде|був|відкр)|що таке|як (?:назива|"
    r"пройти|зробити))(?:\s|$)",
    r"(?:何|なぜ|どう|どこ|いつ|誰|だれ|いくつ|いくら|どの|どれ)",
)
"""How questions begin whose mark the recognizer may have left out, and few other sentences do."""


def without_fillers(text: str) -> str:
    """`text` from its first word on that says something."""
    words = text.strip("¡¿ \n").split()
    while words and words[0].casefold().strip(",.") in FILLERS:
        words.pop(0)
    return " ".join(words)


def asks_somewhere(text: str) -> bool:
    """Whether a part of `text` may ask something."""
    return any(QUESTION.match(text, found.start()) for found in re.finditer(r"\b\w", text))


def is_question(text: str) -> bool:
    """Whether all of `text` asks something."""
    rest = without_fillers(text)
    return bool(re.search("(?:[?？؟か]|っけ|かな)[。」 ]*$", rest) or QUESTION.match(rest))


NUMERALS = any_of(
    r"\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|"
    r"forty|fifty|sixty|"
    r"seventy|eighty|ninety|hundred|thousand|million|half|quarter|first|second|third|dozen|noon|midnight)",
    r"\b(?:cero|un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|"
    r"dieci|veint|treinta|"
    r"cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien|doscient|trescient|quinient|\w+cient|mil|"
    r"medi[ao]|cuarto|primer)",
    r"\b(?:um|uma|dois|duas|quatro|sete|oito|nove|dez|onze|doze|treze|quatorze|quinze|dezess|dezoit|"
    r"vinte|trinta|quarenta|"
    r"cinquenta|sessenta|oitenta|cem|cento|duzent|trezent|mei[ao])",
    r"\b(?:un|une|deux|trois|quatre|cinq|sept|huit|neuf|dix|douze|treize|quatorze|seize|vingt|trente|"
    r"quarante|cinquante|"
    r"soixante|cent|mille|demi|midi|minuit)",
    r"(?:eins|zwei|drei|vier|funf|sechs|sieben|acht|neun|zehn|elf|zwolf|zwanzig|dreißig|dreissig|"
    r"hundert|tausend|halb|viertel)",
    r"\b(?:ein|due|tre|quattro|sei|sette|otto|dieci|undici|dodici|venti|trenta|quaranta|cinquanta|"
    r"sessanta|mezz)",
    r"(?:один|одн|два|две|дві|три|четыр|чотир|пять|пят|п.ят|шест|шіст|сем|сім|восем|вісім|девят|дев.ят|"
    r"десят|двадцат|двадцят|"
    r"сорок|сто\b|двест|двіст|тысяч|тисяч|полов|пол)",
    r"[一二三四五六七八九十百千万半零]",
)
"""Numbers, said: folded beginnings of words."""

NEGATION = any_of(
    r"\b(?:do|does|did) not\b",
    r"\b(?:don|doesn|didn)['’]?t\b",
    r"\b(?:not|never|nothing|nobody|"
    r"cannot)\b",
    r"n['’]t\b",
    r"\bno\b(?= \w)",
    r"\b(?:nunca|nada|nadie|jamas)\b",
    r"\b(?:nao|ninguem)\b",
    r"\b(?:pas|jamais|rien|aucune?)\b",
    r"\b(?:nicht|keine?[mnrs]?|niemals|"
    r"nichts)\b",
    r"\b(?:non|niente|nessuno|mai)\b",
    r"\b(?:не|нет|ні|никогда|ніколи)\b",
    r"(?:ない|ません|なかった)",
)
"""What turns the sense of a sentence around, folded."""
