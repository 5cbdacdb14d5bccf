/** Everybody a function may meet, so that a test of who may not forgets nobody. */
import type { Answer } from '../../src/contract/errors'
import type { Day, Person } from './day'

export const everyone = [
  'administrator',
  'secondAdministrator',
  'leader',
  'districtLeader',
  'officer',
  'reader',
  'inspector',
  'villager',
] as const
export type Who = (typeof everyone)[number]

/** All but those who may. */
export function allBut(...who: Who[]): Who[] {
  return everyone.filter((one) => !who.includes(one))
}

export function someone(today: Day, who: Who): Person {
  if (who === 'inspector') return today.inspector('I01')
  if (who === 'villager') return today.villager(1)
  return today[who]
}

/** The refusal of a hand-written call: its code. */
export async function codeOf(today: Day, who: Who, fn: string, action: string, payload: unknown): Promise<string> {
  const answer: Answer = await someone(today, who).sends(fn, { action, payload })
  return answer.ok ? 'ok' : answer.error.code
}

/** What each of them is answered: `ok`, or the refusal's code. */
export async function codesOf(today: Day, fn: string, action: string, payload: unknown) {
  const codes = everyone.map(async (who) => [who, await codeOf(today, who, fn, action, payload)] as const)
  return Object.fromEntries(await Promise.all(codes)) as Record<Who, string>
}
