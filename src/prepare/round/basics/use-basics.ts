import { useState } from 'react'
import { call } from '../../../client/call'
import { back } from '../../../client/navigate'
import { type Refused, refusedBy } from '../../../client/use-deed'
import type { Preparation } from '../../../contract/round'
import { basicsPart } from '../plan-parts'
import { usePlanPart } from '../use-plan-part'

/** Day and scheme. Another scheme is read first: what it does not have cannot be left out of it. */
export function useBasics(preparation: Preparation) {
  const part = usePlanPart(preparation, basicsPart, back)
  const [reading, setReading] = useState(false)
  const [notRead, setNotRead] = useState<Refused | null>(null)
  const { day, scheme } = part.value

  async function choose(key: string): Promise<void> {
    const chosen = preparation.schemes.find((one) => schemeKey(one) === key)
    if (!chosen || reading) return
    const { id, version } = chosen
    setReading(true)
    setNotRead(null)
    try {
      const { rules } = await call('programme', 'scheme', { id, version })
      const indicatorIds = rules.indicators.map((indicator) => indicator.id)
      // Chosen back, it is unchanged.
      const before = preparation.plan.scheme
      const isSame = before.id === id && before.version === version
      part.change({ day, scheme: { id, version }, indicatorIds: isSame ? null : indicatorIds })
    } catch (error) {
      setNotRead(refusedBy(error))
    } finally {
      setReading(false)
    }
  }

  return {
    part: { ...part, saving: part.saving || reading },
    refused: notRead ?? part.refused,
    chosen: schemeKey(scheme),
    choose: (key: string) => void choose(key),
    setDay: (next: string) => part.change({ ...part.value, day: next }),
  }
}

export function schemeKey({ id, version }: { id: string; version: number }): string {
  return `${id}:${version}`
}
