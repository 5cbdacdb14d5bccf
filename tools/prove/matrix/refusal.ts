/** What a refusal may say: its code, the catalogue's sentence, and details by name, none of which is a score or a count. */
import { type Answer, type ErrorCode, errors } from '../../../src/contract/errors'

/** By code; absent: none. */
const details: Partial<Record<ErrorCode, readonly string[]>> = {
  invalid: ['path', 'problem'],
  // The state it is in; of a proposal who was faster; of a stop that it is skipped.
  wrongState: ['state', 'villageId', 'stop', 'agreedByName'],
  recused: ['villageId', 'state', 'agreedByName'],
  samePerson: ['villageId', 'state', 'agreedByName'],
  outOfScope: ['villageId'],
  sameDistrict: ['villageId'],
  notOpen: ['opensAt'],
  alreadyProposed: ['byName'],
  appealsOpen: ['sealableAt', 'undecided'],
  // Which one of those that were sent.
  notFound: ['scheme', 'version', 'goalId', 'indicatorId'],
  changed: ['proposed', 'now', 'yours', 'seen', 'stored', 'items', 'state'],
  incomplete: ['missing'],
  noteMissing: ['items'],
  tooLarge: ['path', 'problem', 'left'],
  // How many tries the code has left.
  wrongName: ['left'],
  inUse: ['path', 'roundId', 'districtIds'],
  notReady: ['lines'],
  surveyOpen: ['opensAt'],
  otherRound: ['number'],
  draftExists: ['version'],
  faulty: ['faults'],
  expired: ['appealUntil'],
  settled: ['state'],
}

/** What a refusal says beyond that; undefined: nothing. */
export function saysMore({ ok, ...answer }: Extract<Answer, { ok: false }>): string | undefined {
  const { error, ...beside } = answer
  const { code, message, details: told = {}, ...more } = error
  const names = [...Object.keys(beside), ...Object.keys(more)]
  const unknown = Object.keys(told).filter((name) => !details[code]?.includes(name))
  if (ok) return 'it is not called a refusal'
  if (message !== errors[code]) return `its words are not the catalogue's: ${message}`
  if (names.length + unknown.length > 0) return `it says ${[...names, ...unknown].join(', ')}`
  return undefined
}
