"""Fill a new office with what the program brings along: rules, calendar, list of files."""

from msu_desktop.desks.directory.tables import CalendarDate, CalendarYear, CaseFile, LegalRule
from msu_desktop.language.sorting import sort_key
from msu_desktop.office import seeds
from msu_desktop.store.unit_of_work import UnitOfWork


def seed_law(work: UnitOfWork) -> None:
    """Take in the dated rules and the working calendar with their status."""
    for rule in seeds.rules():
        work.add(
            LegalRule(
                code=rule.code,
                topic=rule.topic,
                area=rule.area,
                rule=rule.rule,
                rule_ky=rule.rule_ky,
                rule_ru=rule.rule_ru,
                value=rule.value,
                unit=rule.unit,
                effective_from=rule.effective_from,
                effective_to=rule.effective_to,
                basis=rule.basis,
                status=rule.status.value,
                note=rule.note,
                use=rule.use.value,
            )
        )
    for year in seeds.calendar_seed().years:
        work.add(CalendarYear(year=year.year, status=year.status))
        for day in year.days:
            work.add(
                CalendarDate(
                    day=day.day,
                    kind=day.kind.value,
                    name_ky=day.name_ky,
                    name_ru=day.name_ru,
                    name_en=day.name_en,
                    reason=day.reason,
                    status=day.status,
                )
            )


def seed_case_files(work: UnitOfWork, year: int) -> None:
    """Take in the list of files a new office begins with."""
    for file in seeds.case_files().files:
        work.add(
            CaseFile(
                year=year,
                case_index=file.index,
                title_ky=file.title_ky,
                title_ru=file.title_ru,
                storage_term=file.storage_term,
                status=file.status.value,
                sort_key=sort_key(file.index),
            )
        )
