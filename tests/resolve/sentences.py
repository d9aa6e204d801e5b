"""Paragraphs that show each way of speaking; `golden/sentences.txt` says what is found in them."""

from __future__ import annotations

PARAGRAPHS: tuple[tuple[str, ...], ...] = (
    # the day of the text, or nothing; then its blocks
    ("2024-06-20", "The DPRK and Russian presidents met. The Russian and US presidents did not."),
    (
        "2024-06-20",
        "DPRK-Russia ties grow. The two countries' leaders met; both sides’ foreign ministers too.",
    ),
    (
        "2024-06-20",
        "The leaders of the DPRK and Russia met. The leaders of the West did not. The leaders left.",
    ),
    (
        "2024-06-20",
        "The foreign ministers of Russia and the DPRK met. Foreign ministers met. The foreign ministers left.",
    ),
    (
        "2024-06-20",
        "DPRK-Russia talks: the two foreign ministers spoke, and both governments agreed. Both leaders left.",
    ),
    (
        "2024-06-20",
        "The foreign ministries of the two countries and the foreign policy organs of both sides spoke.",
    ),
    (
        "2024-06-20",
        "The governments of the DPRK and of Russia; the government of Russia; the Russian government delegation.",
    ),
    (
        "2024-06-20",
        "The DPRK government and the Russian government's officials. The government of Russia officials left.",
    ),
    (
        "2024-06-20",
        "The president of Russia, the Russian president, Russia's president and the Russian leader are one.",
    ),
    (
        "2024-06-20",
        "The deputy president of Russia, the former Russian leader and any Russian president are others.",
    ),
    (
        "2024-06-20",
        "Foreign Minister of Russia Sergei Lavrov met the FM of the DPRK, Choe Son Hui, and her deputy.",
    ),
    (
        "2024-06-20",
        "The US and Russia met, then Russia and the DPRK. The two sides agree.",
        "The two states agree.",
    ),
    (
        "2024-06-20",
        "## Russia and DPRK Agree",
        "Both nations agree.",
        "Ukraine spoke; the two neighbours agree.",
    ),
    ("2024-06-20", "The two countries agree. Russia-DPRK ties grow. The two sides agree."),
    (
        "2024-06-20",
        "The Ukrainian side and the US side spoke; the side of Russia and the Russians' side did not.",
    ),
    (
        "2024-06-20",
        "North Korea-Russia relations; the Moscow-Pyongyang line; Russia and its DPRK friends; Russia and US.",
    ),
    (
        "2024-06-20",
        "the treaty on comprehensive strategic partnership between Russia and the DPRK; the Treaty on Comprehensive Strategic Partnership",
    ),
    (
        "2026-01-01",
        "The first strategic dialogue, the second strategic dialogue and the fifth strategic dialogue.",
    ),
    (
        "2026-01-01",
        "The strategic dialogue held in Moscow on November 1, 2024, and that of July 12, 2025; DPRK, Russia.",
    ),
    (
        "2025-07-20",
        "Choe Son Hui of the DPRK met Sergei Lavrov of Russia for the strategic dialogue in Wonsan.",
    ),
    (
        "2025-12-20",
        "The DPRK and Russia spoke of the strategic dialogue and the ministerial strategic dialogue.",
    ),
    (
        "2023-12-20",
        "The DPRK and Russia spoke of the strategic dialogue; the DPRK-Russia summit was held.",
    ),
    (
        "2024-07-20",
        "Vladimir Putin spoke of the DPRK-Russia summit. The DPRK-Russia Pyongyang summit ended.",
    ),
    (
        "2024-07-20",
        "The Russia-DPRK summit which was held on June 19, 2024 at Pyongyang; the DPRK-Russia summit on May 1.",
    ),
    (
        "2024-07-20",
        "The special military operation and the conflict in Ukraine go on. The DPRK-US summit failed.",
    ),
    (
        "2024-06-25",
        "Vladimir Putin paid a state visit to the DPRK. The trip ended. The visit ended.",
    ),
    (
        "2024-06-25",
        "His visit to the DPRK by plane; Vladimir Putin’s official visit to Pyongyang; her trip to Russia.",
    ),
    (
        "2024-06-25",
        "The visit to the DPRK by President Vladimir Putin again in June 2024. The visit to Ukraine by Putin.",
    ),
    (
        "2024-01-10",
        "Choe Son Hui's visit to Russia is planned. Sergei Lavrov's visit to Russia is none.",
    ),
    (
        "2023-01-01",
        "Choe Son Hui's visit to Russia is planned. Vladimir Putin is to pay a visit to the DPRK.",
    ),
    (
        "2024-03-10",
        "Choe Son Hui paid a visit to Russia from January 15 to 17. The visit to Russia was in January 2024.",
    ),
    (
        "",
        "Choe Son Hui paid a visit to Russia. The DPRK-Russia summit. President Putin. The Russian president.",
    ),
    (
        "2024-06-20",
        "Moscow said so. Talks with Pyongyang failed. Pyongyang's policy changed. In Moscow it said nothing.",
    ),
    (
        "2024-06-20",
        "The Kremlin spokesman; the Kremlin flatly said so; in the Kremlin; near the Kremlin; a Kremlin wall.",
    ),
    (
        "2024-06-20",
        "The West accused Russia. The West Bank. The west. the West's plans. “The West” of old.",
    ),
    (
        "2024-06-20",
        "North Russia, south Moscow, New Moscow, the ship Moscow, a team “Wonsan”, Moscow Club, Inner Pyongyang.",
    ),
    (
        "2024-06-20",
        "Moscow Great State University, Kim Il Sung Higher Party School, Russia Post and Wonsan Shoe Factory.",
    ),
    (
        "2024-06-20",
        "## Putin Meets Choe in Moscow",
        "Vladimir Putin met Choe Son Hui.",
        "Choe and Putin left. Mr. Putin-Ivanov left.",
    ),
    (
        "2024-06-20",
        "Foreign Minister Choe spoke; Choe, foreign minister of the DPRK, spoke; Choe, president, spoke.",
    ),
    (
        "2024-06-20",
        "(Ivan Lavrov) and 'Ivan Lavrov'; but Lavrov spoke. A Lavrov spoke. I. Lavrov spoke. S.Lavrov spoke.",
    ),
    (
        "2024-06-20",
        "Vladimir Putin left. Said Putin: “Putin Street.” Putin's Lavrov spoke. Then Putin Ivanov spoke.",
    ),
    (
        "2024-06-20",
        "Kim Jong Un left. Kim Street; the Kim family; Comrade Kim; “Kim”. KIM JONG UN and KIM. Jong Un Kim.",
    ),
    (
        "2024-06-20",
        "Владимира Путина и Сергею Лаврову; с Путиным; в Москве; Российской Федерации; МИДа России; о КНДР.",
    ),
    (
        "2024-06-20",
        "Ким Чен Ына и Цой Сон Хи; Ким Чен Ыну; Россией; Российскую Федерацию; Москвою; России и КНДР.",
    ),
    (
        "2024-06-20",
        "푸틴이 왔다. 블라디미르 푸틴은 말했다. 푸틴동지는 갔다. 북러시아와 러시아연방. 최선희의 러시아에로의 길.",
    ),
    ("2024-06-20", "普京在俄罗斯，北朝鮮，朝鮮。崔善姬。チェ・ソニ。"),
    (
        "2024-06-20",
        "The UN Charter, the UN, U.N., WHO said who said? THE US WON. US AND UK. Give us the US. The U.S.",
    ),
    (
        "2024-07-20",
        "The DPRK-Russia summit June 19, 2024, the DPRK-Russia summit in Pyongyang in June 2024 ended.",
    ),
    (
        "2024-07-20",
        "The DPRK-Russia summit in Russia at Vostochny Cosmodrome on September 13, 2023. The summit in Geneva.",
    ),
    (
        "2024-07-20",
        "最善姬の俄罗斯와朝鮮は。러시아와 朝鮮と俄罗斯。Ann@Moscow. КНДРовский. Россия-КНДР. МИДУ",
    ),
    (
        "2024-07-20",
        "俄罗斯和朝鮮的。普京与朝鮮。大朝鮮。在朝鮮表示。北朝鮮。普京访问朝鮮。朝鮮人。表示朝鮮。",
    ),
    ("2024-07-20", "DPRK-Russia ties grew. DPRK-Ruritania ties grew too; the two countries agree."),
    (
        "2024-07-20",
        "The Russian and the DPRK's and the American leaders met, then Russia's and the DPRK's presidents.",
    ),
    (
        "2025-07-20",
        "Choe Son Hui came for the Russia-DPRK strategic dialogue. The film Russian viewers liked.",
    ),
    (
        "2024-06-20",
        "Vladimir Putin came. She told Putin Moscow was ready. In the Kremlin a spokesman waited.",
    ),
    (
        "2024-06-20",
        "MrVladimir Putin spoke; DrChoe Son Hui spoke; ComradeKim Jong Un spoke; XVladimir Putin did not.",
    ),
    (
        "2024-06-20",
        "The Ministry of Foreign Affairs of the Russian Federation spoke; the Russian Foreign Ministry too.",
    ),
)
"""The first of each is the day of the text."""
UNKNOWN: tuple[tuple[str, ...], ...] = (
    (
        "2024-06-20",
        "Foreign Minister of Foreign Affairs Ri Ui Son met Ambassador Ivan Petrov and Gadfly in Geneva.",
    ),
    (
        "2024-06-20",
        "Comrade Pak. But Comrade Pak left. The Pak family. He met Choe Son Hee and Vladimir Puttin there.",
    ),
    (
        "2024-06-20",
        "Sergei Lavrow spoke. Choe Son HuiNow left. ComradeChoe Son Hui left. Moscoww fell. Kim Jong Unn came.",
    ),
    (
        "2024-06-20",
        "The DPRK Foreign Trade Ministry of NATO; the Ivan Petrov Museum; OPEC. From Paris to London Bridge.",
    ),
    (
        "2024-06-20",
        "“Ivan came.” Then. Igor. In Juche 113 Ivan Ivanov left. Ivan Ivanov and Ivan Ivanov. Moscow Metro Line.",
    ),
    (
        "2024-06-20",
        "## Ivan Ivanov Leaves",
        "Mr. Ivan Ivanov, President Ivan Ivanov, the President of Ruritania Rudolf Elphberg.",
    ),
    (
        "2024-06-20",
        "The DPRK-US talks of May 3, 2024 failed. A state visit to Ukraine by nobody. DPRK-Russia drills went on.",
    ),
    (
        "2024-06-20",
        "The DPRK-Russia summit was held. The visit to Wonsan began on June 1. Russia and Ukraine talks failed.",
    ),
    (
        "2024-06-20",
        "## DPRK-US Talks",
        "The goodwill visit to Moscow. The trip to Nowhere. Ukraine-Russia contacts in May 2023.",
    ),
    (
        "2024-06-20",
        "Игорь Петров и Иван Сидоров приехали в Париж. Мы видели Анну. Choe Ryong Hae's Élysée Palace.",
    ),
)
