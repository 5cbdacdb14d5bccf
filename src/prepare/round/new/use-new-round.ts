import { useState } from 'react'
import { call } from '../../../client/call'
import { replace } from '../../../client/navigate'
import { shanghaiDay } from '../../../client/shanghai-day'
import { useDeed } from '../../../client/use-deed'
import { useRead } from '../../../client/use-read'
import { useReading } from '../../../client/use-reading'
import type { SchemeHead } from '../../../contract/programme'

const A_DAY = 24 * 60 * 60_000

export type NewRoundFacts = {
  schemes: SchemeHead[]
  /** One more than the last there was. */
  nextNumber: number
  today: string
  /** Proposed: two weeks on. */
  day: string
}

export function useNewRoundFacts() {
  return useReading(useRead(readFacts))
}

async function readFacts(): Promise<NewRoundFacts> {
  const [{ rounds, at }, { schemes }] = await Promise.all([call('member', 'me', {}), call('programme', 'schemes', {})])
  return {
    schemes: schemes.filter(({ state }) => state === 'published'),
    nextNumber: Math.max(0, ...rounds.map(({ number }) => number)) + 1,
    today: shanghaiDay(at),
    day: shanghaiDay(at + 14 * A_DAY),
  }
}

/** `number` as typed. */
export type NewRoundForm = { number: string; day: string; scheme: string }

export function useNewRound(facts: NewRoundFacts) {
  const { doing, refused, run } = useDeed()
  const [form, setForm] = useState<NewRoundForm>(() => ({
    number: String(facts.nextNumber),
    day: facts.day,
    scheme: facts.schemes.length === 1 ? schemeKey(facts.schemes[0]!) : '',
  }))
  const number = /^[1-9]\d?$/.test(form.number.trim()) ? Number(form.number) : null
  const scheme = facts.schemes.find((one) => schemeKey(one) === form.scheme)
  /** Says what it is, so that a send repeated makes no second one. */
  const roundId = number === null ? null : `${form.day.slice(0, 4)}-${number}`

  async function create(): Promise<void> {
    if (number === null || roundId === null || !scheme) return
    const sent = { roundId, number, day: form.day, scheme: { id: scheme.id, version: scheme.version } }
    const made = await run(JSON.stringify(sent), (sendId) => call('round', 'create', { ...sent, sendId }))
    if (made) replace('prepare/round/index', { round: roundId })
  }

  return {
    form,
    change: (fields: Partial<NewRoundForm>) => setForm((before) => ({ ...before, ...fields })),
    roundId,
    lacks: number === null ? '先写第几次，1 到 99' : scheme ? null : '先选考核方案',
    creating: doing !== null,
    refused,
    create: () => void create(),
  }
}

export function schemeKey({ id, version }: { id: string; version: number }): string {
  return `${id}:${version}`
}
