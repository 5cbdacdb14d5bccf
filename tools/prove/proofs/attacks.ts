/**
 * Somebody holds every byte that is left after sealing, all accounts, and when each of them called, to the millisecond.
 * They try to say whose a response is, or whose words. Each attack first shows what it can do: before sealing where the
 * design admits it (a copy of the store taken then is the published limit), else on a store weakened on purpose. After
 * sealing it must be at chance. What may be claimed: docs/decisions/2026-11-24-what-may-be-claimed.md.
 */
import { attacks } from '../attacks'
import { type AttackedRound, attackedRound } from '../attacks/attacked-round'
import { accountsFound } from '../attacks/by-hmac'
import { remains } from '../attacks/by-order'
import { secretsLeft } from '../attacks/bytes-left'
import { type Attack, isChance, judge, judgeBits, succeeds, type Verdict } from '../attacks/claims'
import type { Evidence } from '../attacks/evidence'
import type { Known } from '../attacks/people'
import { weakenedStore } from '../attacks/weakened'
import { type Form, holds, type Proof } from '../proof'

export const attacksProof: Proof = {
  name: 'attacks',
  claim:
    'who holds every byte left after sealing, all accounts and all call times, is left to guess whose an answer is',
  async run({ form, say }) {
    const round = await attackedRound(people[form])
    const { known, before, after } = round
    const weakened = weakenedStore(known, round.truth)
    say(`${round.truth.answers.size} answered, ${known.calls.length} calls, as many accounts that did not`)
    say(
      `${before.rows.length} documents before sealing, ${after.rows.length} after; ${megabytes(after)} MB left to search`,
    )
    for (const attack of attacks) tryIt(attack, round, weakened, say)
    holdsNothingIsLeft(round, say)
    const n = round.truth.answers.size
    return `${attacks.length} attacks on ${n} people: each works on its control, and after sealing none does better than guessing`
  },
}

const people: Record<Form, number> = { short: 120, ci: 1000, long: 1000 }

function tryIt(attack: Attack, round: AttackedRound, weakened: Evidence, say: (line: string) => void): void {
  const isBefore = attack.control === 'before sealing'
  const isCounts = attack.about === 'counted'
  const exact = isCounts ? { ...round.known, watched: round.exactlyWatched } : round.known
  const control = verdict(attack, round, isBefore ? round.before : weakened, exact)
  const after = verdict(attack, round, round.after, round.known)
  say(
    `${attack.name}: ${inWords(control)} ${isBefore ? 'before sealing' : 'in a weakened store'}; after it ${inWords(after)}`,
  )
  holds(
    succeeds(control),
    `${attack.name}: the control does not succeed (${inWords(control)}), so its failing proves nothing`,
  )
  holds(isChance(after), `${attack.name}: succeeds after sealing (${inWords(after)})`)
}

function verdict(attack: Attack, { truth }: AttackedRound, evidence: Evidence, known: Known): Verdict {
  const claims = attack.claims(evidence, known)
  const about = attack.about ?? 'answers'
  if (about === 'counted') return judgeBits(claims, truth.counted)
  const of = attack.of ?? (() => true)
  return judge(claims, new Map([...truth[about]].filter(([subject]) => of(subject, known))))
}

/** Bytes, not guesses: no account, key, ballot, card or secret anywhere, and nothing in the free pages. */
function holdsNothingIsLeft({ known, truth, before, after }: AttackedRound, say: (line: string) => void): void {
  const control = secretsLeft(before, truth.secrets)
  for (const what of ['secret', 'ballot', 'answer id', 'card id'])
    holds(
      control.some((one) => one.what === what),
      `the search finds no ${what} even before sealing: it proves nothing`,
    )
  const left = secretsLeft(after, truth.secrets)
  say(`secrets in bytes: ${control.length} places before sealing, ${left.length} after`)
  holds(
    left.length === 0,
    `left after sealing: ${left
      .slice(0, 5)
      .map(({ what, where }) => `${what} in ${where}`)
      .join(', ')}`,
  )

  const found = accountsFound(before, known)
  const answered = known.openids.filter((openid) => truth.answers.has(openid))
  holds(
    answered.every((openid) => found.has(openid)),
    'before sealing, the secret does not tell who answered: the search proves nothing',
  )
  holds(accountsFound(after, known).size === 0, 'after sealing it can still be told who answered')
  const pages = remains(after).flat()
  holds(pages.length === 0, `${pages.length} responses stand in free pages`)
}

function inWords({ right, of, drift, tried }: Verdict): string {
  return `${right} of ${of} right in ${tried} claims, order ${drift.toFixed(1)} σ`
}

function megabytes({ files }: Evidence): string {
  return ([...files.values()].reduce((sum, { length }) => sum + length, 0) / 1e6).toFixed(1)
}
