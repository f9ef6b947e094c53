"""Writes src/china-days.cross-check.json from the PyPI package chinesecalendar, against which china-days.spec.ts checks
every day. Run it after the package has taken in a new year:

    pip install chinesecalendar && python3 libs/calendar/scripts/generate-cross-check.py

Only days on which the package differs from the weekday are written: weekdays that are off, weekend days that are worked.
"""

import datetime
import importlib.metadata
import json
import pathlib

import chinese_calendar

FIRST_YEAR = 2007
last_year = max(day.year for day in chinese_calendar.constants.holidays)
day = datetime.date(FIRST_YEAR, 1, 1)
weekdays_off: list[str] = []
weekends_worked: list[str] = []
while day.year <= last_year:
    worked = chinese_calendar.is_workday(day)
    if day.weekday() < 5 and not worked:
        weekdays_off.append(day.isoformat())
    if day.weekday() >= 5 and worked:
        weekends_worked.append(day.isoformat())
    day += datetime.timedelta(days=1)

vectors = {
    "package": "chinesecalendar (PyPI)",
    "version": importlib.metadata.version("chinesecalendar"),
    "coveredFrom": f"{FIRST_YEAR}-01-01",
    "coveredTo": f"{last_year}-12-31",
    "weekdaysOff": weekdays_off,
    "weekendsWorked": weekends_worked,
}
path = pathlib.Path(__file__).parent.parent / "src" / "china-days.cross-check.json"
path.write_text(json.dumps(vectors, indent=2) + "\n")
print(f"{vectors['package']} {vectors['version']}: {len(weekdays_off)} weekdays off, {len(weekends_worked)} weekend days worked")
