"""An invented journal of incoming letters, F01, with as many rows as a test wants."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from msu_desktop.paper.sheet import (
    Align,
    Caption,
    Column,
    JournalCaptions,
    JournalPaper,
    Row,
    Signer,
)

COLUMNS = (
    Column("Катталган № жана күнү", "Рег. № и дата", 24),
    Column("Кимден келди (корреспондент)", "От кого (корреспондент)", 40),
    Column("Документтин индекси жана датасы", "Индекс и дата документа", 28),
    Column("Кыскача мазмуну", "Краткое содержание", 60),
    Column("Барактардын саны", "Кол-во листов", 12, Align.CENTRE),
    Column("Бурчтама, аткаруучу", "Резолюция, исполнитель", 34),
    Column("Аткаруу мөөнөтү", "Срок исполнения", 20, Align.CENTRE),
    Column("Аткарылгандыгы жөнүндө белги", "Отметка об исполнении", 24),
    Column("Иштин №", "№ дела", 10, Align.CENTRE),
    Column("Эскертүү", "Примечание", 10),
)
SENDERS = (
    "Көк-Арча райондук мамлекеттик администрациясы",
    "Нарын облустук финансы башкармалыгы",
    "Социалдык фонддун Көк-Арча райондук башкармалыгы",
    "Көк-Арча райондук прокуратурасы",
    "Ак-Башат айылдык кеңеши",
    "«Таза суу» айыл суу колдонуучулар коомдук бирикмеси",
    "№ 3 Өрүктү орто мектеби",
    "Ветеринардык-санитардык көзөмөл борбору",
)
SUBJECTS = (
    "Жайытка чыгуу мөөнөттөрү жөнүндө маалымат берүү",
    "2026-жылдын биринчи чейреги боюнча бюджеттин аткарылышы тууралуу отчёт талап кылынат",
    "Мектептин чатырын оңдоого жергиликтүү бюджеттен каражат бөлүү жөнүндө өтүнүч",
    "Ичүүчү сууну эсепке алуу приборлорун орнотуу иштеринин жүрүшү жөнүндө",
    "Жер көчкү коркунучу бар тилкелерди тактоо үчүн комиссиянын курамына өкүл жиберүү",
    "Мүмкүнчүлүгү чектелген жарандардын тизмесин салыштырып тактоо",
    "Малды эмдөө жана чиптөө боюнча график",
    "Айылдык кеңештин кезектүү сессиясынын күн тартиби",
)
RESOLUTIONS = (
    "Н. Өрүктөев: маалымат даярдалсын",
    "А. Тоокеева: отчёт түзүлсүн",
    "С. Чынарбаев, Н. Өрүктөев: жеринде каралсын, жооп берилсин",
    "Б. Кайыңова: таанышуу үчүн",
)


def letter(number: int) -> Row:
    """Make the row of a letter; each number has other words."""
    came = date(2026, 1, 8) + timedelta(days=number * 3 // 5)
    answered = f"жооп № 01-12/{number + 40}, {came + timedelta(days=9):%d.%m.%Y}"
    return Row(
        (
            f"{number}, {came:%d.%m.%Y}",
            SENDERS[number * 5 % len(SENDERS)],
            f"01-{number % 9 + 1}/{300 + number}, {came - timedelta(days=2):%d.%m.%Y}",
            SUBJECTS[number * 3 % len(SUBJECTS)],
            number % 4 + 1,
            RESOLUTIONS[number % len(RESOLUTIONS)],
            came + timedelta(days=14),
            answered if number % 3 else "–",
            f"01-{number % 9 + 10}",
            "–",
        )
    )


def annulled(row: Row) -> Row:
    """Annul the row as the responsible secretary does."""
    note = "Жокко чыгарылды: эки жолу катталган, 12.05.2026, Б. Кайыңова"
    return replace(row, struck=note)


def journal(count: int = 0, rows: tuple[Row, ...] | None = None) -> JournalPaper:
    """Make a bilingual F01 with the rows 1 to count, or with the rows given."""
    return JournalPaper(
        form="F01",
        office=Caption("Ак-Башат айыл өкмөтү", "Айыл окмоту Ак-Башат"),
        title=Caption(
            "Кирүүчү документтерди каттоо журналы", "Журнал регистрации входящих документов"
        ),
        year=Caption("2026-жыл", "2026 год"),
        columns=COLUMNS,
        rows=tuple(map(letter, range(1, count + 1))) if rows is None else rows,
        captions=JournalCaptions(
            begun=Caption("Башталды", "Начат"),
            ended=Caption("Аяктады", "Окончен"),
            bound=Caption(
                "Ушул журналда {sheets} барак тигилди жана номерленди",
                "В журнале прошнуровано и пронумеровано {sheets} листов",
            ),
            seal=Caption("М.О.", "М.П."),
        ),
        printed_at=datetime(2026, 5, 14, 9, 5),  # noqa: DTZ001 - the wall clock of the office
        signers=(
            Signer(Caption("Жооптуу катчы", "Ответственный секретарь"), "Б. Кайыңова"),
            Signer(Caption("Айыл өкмөтүнүн башчысы", "Глава айыл окмоту"), "Т. Арчалиев"),
        ),
    )
