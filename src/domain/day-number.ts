/**
 * Days from 1970-01-01 to a day `YYYY-MM-DD` of the Gregorian calendar: what days are told apart and added by. Years are
 * counted from March, so that the leap day is the last one (H. Hinnant, chrono-Compatible Low-Level Date Algorithms,
 * days_from_civil).
 */
export function dayNumber(day: string): number {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const fromMarch = month > 2 ? year : year - 1
  const era = Math.floor(fromMarch / 400)
  const yearOfEra = fromMarch - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}
