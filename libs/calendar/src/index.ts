export { chinaCalendar, calendarFrom, coverDaysLeft } from './calendar';
export type { Calendar, CalendarDay, DayKind } from './calendar';
export { CalendarDataError, plusDays } from './calendar-data';
export type { CalendarData, DaysOff } from './calendar-data';
export { addWorkdays, half, officeHours, workdaysBetween } from './workdays';
export type { PlannedInstant, WorkingHours, WorkingPeriod } from './workdays';
export { shanghaiDate, shanghaiInstant } from './shanghai-time';
