"""How dictated words should read where they are put. Written before the code that fits them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Case:
    """`around` is the text of the field with "|" for the caret, `words` what was recognized.

    `fitted` is what goes in. The setting asks for a space after the text, unless `spaced` is False.
    """

    around: str
    words: str
    fitted: str
    spaced: bool = True


SPACE_BEFORE = [
    Case("I bought milk.|", "Then I left.", " Then I left. "),
    Case("I bought milk. |", "Then I left.", "Then I left. "),
    Case("one\u00a0|", "Two", "Two "),
    Case("one,|", "Two", " Two "),
    Case("first line\n|", "Second line.", "Second line. "),
    Case("|", "Hello there.", "Hello there. "),
    Case("(|", "See below", "See below "),
    Case("he wrote [|", "Sic", "Sic "),
    Case('He said "|', "Hello", "Hello "),
    Case('He said "yes"|', "Maria nodded", " Maria nodded "),
    Case("Ella dijo «|", "Hola", "Hola "),
    Case("Dijo «hola»|", "Pedro asintió", " Pedro asintió "),
    Case("¿|", "Vienes mañana?", "Vienes mañana? "),
    Case("¡|", "Vamos!", "Vamos! "),
    Case("Olá|", ", tudo bem?", ", tudo bem? "),
    Case("Hello|", "! Great.", "! Great. "),
    Case("(see page 4|", ") and so on", ") and so on "),
    Case("well-|", "Known", "Known "),
    Case("and/|", "Or", "or "),
    Case("user@|", "example", "example "),
    Case("it costs $|", "20", "20 "),
    Case("it costs 20 €|", "per month", " per month "),
    Case("d'|", "Água", "Água "),
    Case("the dogs'|", "food", " food "),
    Case("nice 🙂|", "see you", " see you "),
    Case("今日は|", "天気がいい", "天気がいい"),
    Case("안녕하세요.|", "반갑습니다.", " 반갑습니다. "),
    Case("\t|", "Indented", "Indented "),
]

CAPITAL = [
    Case("|", "hello there.", "Hello there. "),
    Case("   |", "hello.", "Hello. "),
    Case("It works. |", "we are done.", "We are done. "),
    Case("Really? |", "yes.", "Yes. "),
    Case("Stop! |", "now.", "Now. "),
    Case("Well… |", "maybe.", "Maybe. "),
    Case("Dear John,\n|", "thank you.", "Thank you. "),
    Case("(It works.) |", "we go on.", "We go on. "),
    Case("|", "¿qué hora es?", "¿Qué hora es? "),
    Case("Hola. |", "¿vienes?", "¿Vienes? "),
    Case("Olá. |", "é verdade.", "É verdade. "),
    Case("Hola. ¿|", "vienes?", "Vienes? "),
    Case("|", "iPhone prices fell.", "iPhone prices fell. "),
    Case("|", "www.example.org is down.", "www.example.org is down. "),
    Case("|", "3 things.", "3 things. "),
    Case("It ended. |", "straße frei.", "Straße frei. "),
    Case("Great job! 🎉 |", "see you.", "See you. "),
    Case("To buy: |", "Milk and eggs.", "Milk and eggs. "),
    Case("To buy: |", "milk and eggs.", "milk and eggs. "),
    Case("- |", "milk", "milk "),
]

LOWER_CASE = [
    Case("I think |", "The house is red.", "the house is red. "),
    Case("I think,|", "And then we go.", " and then we go. "),
    Case("I saw |", "A dog.", "a dog. "),
    Case("yesterday |", "We went home.", "we went home. "),
    Case("yesterday |", "It's over.", "it's over. "),
    Case("yesterday |", "Didn’t work.", "didn’t work. "),
    Case("compré pan |", "Y leche.", "y leche. "),
    Case("creo |", "Que no viene.", "que no viene. "),
    Case("no vino |", "Porque Ana está enferma.", "porque Ana está enferma. "),
    Case("Hola, ¿|", "Cómo estás?", "cómo estás? "),
    Case("eu acho |", "Que não.", "que não. "),
    Case("comprei pão |", "E leite.", "e leite. "),
    Case("ele ficou |", "Mas Maria saiu.", "mas Maria saiu. "),
    Case("some fruit, e.g. |", "The apples.", "the apples. "),
    Case("algo, p. ej. |", "Las manzanas.", "las manzanas. "),
    Case("she left (|", "Because of rain)", "because of rain) "),
    Case("I'll call |", "When I get home.", "when I get home. "),
    Case("it was late |", "So I'm staying.", "so I'm staying. "),
    Case("see you |", "On Monday.", "on Monday. "),
    Case("I had lunch |", "With Maria.", "with Maria. "),
    Case("nos vemos |", "En Madrid.", "en Madrid. "),
    Case("trabajo |", "Para Ana.", "para Ana. "),
    Case("estou |", "Em casa.", "em casa. "),
    Case("eu moro |", "No Brasil.", "no Brasil. "),
    Case("we go |", "Even if it rains.", "even if it rains. "),
    Case("we start |", "Once everybody is here.", "once everybody is here. "),
]

STAYS = [
    Case("yesterday |", "I went home.", "I went home. "),
    Case("yesterday |", "I'm sure.", "I'm sure. "),
    Case("yesterday |", "I’ve seen it.", "I’ve seen it. "),
    Case("I met |", "Maria.", "Maria. "),
    Case("I met |", "Will yesterday.", "Will yesterday. "),
    Case("in |", "May we travel.", "May we travel. "),
    Case("they work for |", "NASA now.", "NASA now. "),
    Case("the |", "IT department.", "IT department. "),
    Case("we flew to |", "The Hague.", "The Hague. "),
    Case("viajamos a |", "El Salvador.", "El Salvador. "),
    Case("vivo em |", "Os Anjos.", "Os Anjos. "),
    Case("hablé con |", "Ella ayer.", "Ella ayer. "),
    Case("ich sehe ein |", "Haus.", "Haus. "),
    Case("plan |", "A.", "A. "),
    Case("J. |", "The end.", "The end. "),
    Case("ask Dr. |", "Brown.", "Brown. "),
    Case('He asked "Why?" |', "They laughed.", "They laughed. "),
    Case("See you there 🙂 |", "The meeting is at five.", "The meeting is at five. "),
    Case("❤\ufe0f|", "The meeting is at five.", " The meeting is at five. "),
    Case("he married |", "De Niro.", "De Niro. "),
    Case("we live in |", "Los Angeles.", "Los Angeles. "),
]

AFTER = [
    Case("I like |in spring.", "Flowers", "Flowers "),
    Case("I like | in spring.", "Flowers.", "Flowers"),
    Case("I like |, too.", "Flowers.", "Flowers"),
    Case("I like |.", "Flowers.", "Flowers"),
    Case("I like |)", "Flowers", "Flowers"),
    Case("I like |?", "Flowers?", "Flowers?"),
    Case("one |\ntwo", "And more.", "and more."),
    Case("one | (two)", "And more", "and more"),
    Case("one |(two)", "And more", "and more "),
    Case('one |"two"', "And more", "and more "),
    Case('"one |" two', "And more", "and more"),
    Case("It rains. | We stay.", "The wind blows.", "The wind blows."),
    Case("me gustan | en primavera", "Las flores.", "las flores"),
    Case("gosto | na primavera", "Das flores.", "das flores"),
    Case("I like | in spring.", "Flowers etc.", "Flowers etc."),
    Case("I like | in spring.", "Flowers...", "Flowers..."),
    Case("I like | in spring.", "Roses. Tulips.", "Roses. Tulips."),
    Case("I like | in spring.", "Flowers of the many kinds that grow in our garden.",
         "Flowers of the many kinds that grow in our garden."),
    Case("I like |in spring.", "Flowers", "Flowers", spaced=False),
    Case("milk.|", "Eggs.", " Eggs.", spaced=False),
]  # fmt: skip

GROUPS = {
    "space before": SPACE_BEFORE,
    "capital": CAPITAL,
    "lower case": LOWER_CASE,
    "stays": STAYS,
    "after": AFTER,
}
