"""The language of a text, from its script and its commonest words."""

from __future__ import annotations

import pytest

from generator.clean.language import language

CASES = [
    ("en", "The ministers of the two countries met in the capital and spoke of trade."),
    ("es", "El ministro de la república se reunió con los embajadores de los dos países en el palacio."),
    ("fr", "Le ministre des affaires étrangères a reçu les ambassadeurs dans le palais du président."),
    ("de", "Der Minister hat die Botschafter der beiden Staaten im Palast empfangen und mit ihnen gesprochen."),
    ("pt", "O ministro recebeu os embaixadores dos dois países no palácio, e falou com eles do comércio."),
    ("it", "Il ministro ha ricevuto gli ambasciatori dei due paesi nel palazzo e ha parlato con loro della pace."),
    ("ru", "Министр принял послов двух стран во дворце и говорил с ними о торговле, как и было решено."),
    ("uk", "Міністр прийняв послів двох країн у палаці та говорив з ними про торгівлю, як було вирішено."),
    ("ko", "외무상은 두 나라 대사들을 만나 담화를 하였다. KCNA"),
    ("ja", "外相は両国の大使と会談した。"),
    ("zh", "外长会见了两国大使。"),
    ("ar", "استقبل الوزير سفيري البلدين"),
    (None, "Xyz 123"),
    (None, "12.05.2031"),
    (None, ""),
]  # fmt: skip


@pytest.mark.parametrize(("code", "text"), CASES)
def test_a_language_is_told_or_left_open(code: str | None, text: str) -> None:
    """A sentence is enough; what has no words of a language has no language."""
    assert language(text) == code
