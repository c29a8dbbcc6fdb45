"""Small closed lists of words in English, Spanish and Portuguese that begin no name.

They hold function words (conjunctions, articles, prepositions, pronouns, common forms of auxiliary verbs) as
grammars of the three languages list them. Left out is whatever is a name as well: Will, May, Don, Al,
Ella, Uma, Ali, Como.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


LINKS = _words("""
    and but or nor because although though unless until while whereas if whether
    on in at to of for from with by about into during since after before

    que porque pero sino aunque mientras si cuando donde pues
    en con para por desde hasta

    mas ou porém embora enquanto quando onde se
    em com no na nos nas até pelo pela
    """)
"""Conjunctions and prepositions: they stand before a name often, and begin hardly any."""

WORDS = LINKS | _words("""
    a an the this that these those some any each every both all no another such
    he she it we they you him her them me my your his its our their who whose which what
    of to in on at by for from with without about into onto over under between through during since after
    before against among toward towards within as than like
    is are was were be been being has have had having does did do would could should must might can
    cannot shall isn't aren't wasn't weren't hasn't haven't hadn't doesn't didn't don't wouldn't
    couldn't shouldn't can't won't
    there here then when where why how so too also just only still very not maybe perhaps yet
    even once something someone anything anyone everything everyone everybody nothing nobody somebody

    el la los las un una unos unas lo este esta estos estas ese esa esos esas esto eso aquel aquella aquello
    yo tú él nosotros ellos ellas usted ustedes me te nos mi mis tu tus su sus nuestro nuestra
    y e o u ni de del en con sin por para sobre entre desde hasta hacia según durante bajo tras
    alguien algo nadie hoy ayer
    es era eran fue fueron ser está están estaba estaban estar hay había he has hemos
    no sí ya muy más menos también tampoco así entonces luego después antes ahora aquí allí siempre nunca
    qué quién quiénes cuál cuáles cómo cuándo dónde cuánto cuánta cuántos cuántas cada todo toda todos todas

    os as um uns umas isto isso aquilo esse essa esses essas estes estas aquele aquela
    eu ele eles elas nós você vocês lhe lhes meu minha meus minhas teu tua seu sua seus suas nosso nossa
    do da dos das no na nos nas num numa ao aos à às pelo pela pelos pelas com sem por para até desde sob
    é são foi foram era eram ser estava estavam estar há havia tem têm tinha
    não sim já muito mais menos também assim então depois antes agora aqui sempre nem
    alguém ninguém hoje ontem amanhã
    quê quem qual quais quanto quanta quantos quantas tudo todos todas cada
    """)

SUFFIXES = frozenset(["s", "re", "ve", "ll", "d"])
"""Of English contractions, as in "it's" and "they've"."""

ABBREVIATIONS = _words("""
    e.g. i.e. cf. vs. approx. dept. fig. vol. pp. mr. mrs. ms. dr. prof. st. jr. sr.
    ej. p.ej. sra. srta. dra. ud. uds. pág. págs. núm. av. aprox.
    ex. p.ex. exmo. exma. profa. tel.
    """)
"""A sentence goes on behind their full stop."""
