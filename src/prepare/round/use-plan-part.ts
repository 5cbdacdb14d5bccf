import { useEffect, useRef, useState } from 'react'
import { call } from '../../client/call'
import { forget, keep, readKept } from '../../client/kept-values'
import { isObject } from '../../client/outbox/item'
import { newSendId } from '../../client/send-id'
import { type Refused, refusedBy } from '../../client/use-deed'
import type { Preparation } from '../../contract/round'
import type { PlanPart } from './plan-parts'

/** Others may save other parts meanwhile, again and again; after so many times it is said. */
const MOST_TRIES = 4

/**
 * One part of a draft's plan on its page: what is changed is on the phone before the screen shows it, until it is saved.
 * Where somebody else saved meanwhile and left this part as it was, ours is put into theirs; where they changed the same
 * part, both are shown and one is chosen.
 */
export function usePlanPart<T>(preparation: Preparation, part: PlanPart<T>, onSaved: (now: Preparation) => void) {
  const key = `plan/${preparation.round.id}/${part.name}`
  const [kept] = useState(() => keptPart<T>(key))
  const [value, setValue] = useState<T>(() => kept?.value ?? part.read(preparation.plan))
  /** What stands in the form now, for an answer that comes while somebody goes on. */
  const latest = useRef(value)
  const [base, setBase] = useState<T>(() => kept?.base ?? part.read(preparation.plan))
  const [seen, setSeen] = useState(preparation)
  const [theirs, setTheirs] = useState<Preparation | null>(null)
  const [saving, setSaving] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)
  const busy = useRef(false)
  /** A send keeps its id until its outcome is known. */
  const ids = useRef(new Map<string, string>())
  const isChanged = !same(value, base)

  // biome-ignore lint/correctness/useExhaustiveDependencies: the plan as read anew is what this follows.
  useEffect(() => {
    // An older answer than what was saved here says nothing new.
    if (preparation.at < seen.at) return
    setSeen(preparation)
    if (isChanged) return
    adopt(part.read(preparation.plan))
  }, [preparation])

  function change(next: T): void {
    keep(key, { base, value: next })
    show(next)
  }

  function show(next: T): void {
    latest.current = next
    setValue(next)
  }

  /** What is saved stands in the form. */
  function adopt(saved: T): void {
    forget(key)
    show(saved)
    setBase(saved)
  }

  async function save(wanted: T = value, over = seen, from: T = base): Promise<void> {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    setRefused(null)
    try {
      const outcome = await tries(wanted, over, from)
      if (outcome.kind === 'theirs') return setTheirs(outcome.theirs)
      setTheirs(null)
      setSeen(outcome.now)
      setBase(wanted)
      if (!same(latest.current, value)) return keep(key, { base: wanted, value: latest.current })
      adopt(wanted)
      onSaved(outcome.now)
    } catch (error) {
      setRefused(refusedBy(error))
    } finally {
      busy.current = false
      setSaving(false)
    }
  }

  async function tries(wanted: T, first: Preparation, from: T) {
    let over = first
    for (let turn = 1; ; turn++) {
      try {
        return { kind: 'saved', now: await send(wanted, over) } as const
      } catch (error) {
        if (refusedBy(error).code !== 'changed' || turn === MOST_TRIES) throw error
        const theirs = await call('round', 'preparation', { roundId: over.round.id })
        const stands = part.read(theirs.plan)
        if (!same(stands, from) && !same(stands, wanted)) return { kind: 'theirs', theirs } as const
        over = theirs
      }
    }
  }

  async function send(wanted: T, { round, plan, revision }: Preparation): Promise<Preparation> {
    const sent = { roundId: round.id, plan: part.write(plan, wanted), revision }
    const what = JSON.stringify(sent)
    const sendId = ids.current.get(what) ?? (await newSendId())
    ids.current.set(what, sendId)
    const { preparation: now } = await call('round', 'plan', { ...sent, sendId })
    ids.current.delete(what)
    return now
  }

  return {
    value,
    change,
    isChanged,
    saving,
    refused,
    save: () => void save(),
    /** At once, without a page of its own to gather changes on. */
    saveAs: (wanted: T) => void save(wanted),
    /** Back to what is saved. */
    giveUp: () => adopt(part.read(seen.plan)),
    conflict: theirs && { mine: value, theirs: part.read(theirs.plan) },
    takeMine() {
      const over = theirs!
      const stands = part.read(over.plan)
      setBase(stands)
      setSeen(over)
      void save(value, over, stands)
    },
    takeTheirs() {
      const now = theirs!
      setSeen(now)
      adopt(part.read(now.plan))
      setTheirs(null)
    },
  }
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function keptPart<T>(key: string): { base: T; value: T } | undefined {
  const kept = readKept(key)
  return isObject(kept) && 'base' in kept && 'value' in kept ? (kept as { base: T; value: T }) : undefined
}
