/** Fifty villagers a second and the inspectors among them, on a local cloud in its own process. */
import type { AuditEdition } from '../../../src/domain/round-file'
import { readSample } from '../../seed/sample'
import { holds } from '../proof'
import { withOwnCloud } from './own-cloud'
import { type Heard, sendAll } from './phones'
import { inspectorsSends, villagersSends } from './sends'
import { wrongIn } from './stored'

const VILLAGERS_A_SECOND = 50
/** An inspector who marks faster than anybody does. */
const MARK_EVERY_MS = 1_500

export async function rush(seconds: number, say: (line: string) => void): Promise<number> {
  const file = readSample<AuditEdition>('round-2.json')
  const villagers = villagersSends(file, VILLAGERS_A_SECOND, seconds)
  const inspectors = inspectorsSends(file, MARK_EVERY_MS, seconds)
  const { result, cpuSeconds, requests } = await withOwnCloud(async ({ url, dump }) => {
    const heard = await sendAll(url, [...villagers, ...inspectors])
    const stored = {
      answers: await dump<never>('answers'),
      ballots: await dump<never>('ballots'),
      voices: await dump<never>('voices'),
      scorecards: await dump<never>('scorecards'),
    }
    return { heard, wrong: wrongIn(heard, stored) }
  })
  const { heard, wrong } = result
  say(`${villagers.length} villagers in ${seconds} s, ${inspectors.length} sends of ${file.panel.length} inspectors`)
  const again = heard.reduce((sum, { tries }) => sum + tries - 1, 0)
  say(`${again} sent again; ${requests} database requests; the cloud’s processor ${cpuSeconds.toFixed(1)} s`)
  say(`answered after ${told(heard, 'survey')} (villagers), ${told(heard, 'scoring')} (inspectors), for information`)
  holds(wrong.length === 0, `${wrong.length} wrong:\n${wrong.slice(0, 20).join('\n')}`)
  return villagers.length
}

function told(heard: readonly Heard[], fn: Heard['send']['fn']): string {
  const took = heard.flatMap(({ send, tookMs }) => (send.fn === fn ? [tookMs] : [])).sort((a, b) => a - b)
  const at = (part: number) => `${took[Math.min(took.length - 1, Math.floor(took.length * part))]} ms`
  return `p50 ${at(0.5)}, p99 ${at(0.99)}`
}
