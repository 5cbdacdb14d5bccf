import type { Stop } from './round-file'

/** A moment in Asia/Shanghai: `YYYY-MM-DD` and `HH:MM`, which compare as text. */
export type Moment = { day: string; clock: string }

/**
 * Where the plan has the party now: the stop whose time it is, or the next one coming. Before the day the first,
 * after the last departure the last; skipped stops do not count. Undefined when every stop is skipped.
 */
export function currentStop<S extends Pick<Stop, 'order' | 'depart' | 'state'>>(
  stops: readonly S[],
  roundDay: string,
  now: Moment,
): S | undefined {
  const route = stops.filter((stop) => stop.state !== 'skipped').sort((a, b) => a.order - b.order)
  if (now.day < roundDay) return route[0]
  const ahead = now.day === roundDay ? route.find((stop) => now.clock < stop.depart) : undefined
  return ahead ?? route[route.length - 1]
}
