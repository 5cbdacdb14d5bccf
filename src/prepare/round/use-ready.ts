import { call } from '../../client/call'
import { confirm } from '../../client/device'
import { replace, restartAt } from '../../client/navigate'
import { shanghaiDay } from '../../client/shanghai-day'
import { useDeed } from '../../client/use-deed'
import type { Preparation } from '../../contract/round'
import { dayInWords } from '../../domain/shanghai-clock'

/** What is done with a draft as a whole: it is made ready, or removed. */
export function useReady({ round, revision, opensAt, at }: Preparation, reload: () => Promise<void>) {
  const { doing, refused, run } = useDeed()
  const roundId = round.id

  async function ready(): Promise<void> {
    const agreed = await confirm({
      title: `第 ${round.number} 次拉练就绪？`,
      text: `方案、路线、评审组、示范目标和实测数都定下来，不再改。${opensInWords(opensAt, at)}`,
      yes: '就绪',
      no: '再看看',
    })
    if (!agreed) return
    const made = await run('ready', (sendId) => call('round', 'ready', { roundId, revision, sendId }))
    if (made) replace('manage/round/index', { round: roundId })
    else await reload()
  }

  async function remove(): Promise<void> {
    const agreed = await confirm({
      title: `删掉第 ${round.number} 次拉练的草稿？`,
      text: '路线、评审组、各村报的目标和填的实测数都删掉，找不回来。',
      yes: '删掉',
      no: '留着',
    })
    if (!agreed) return
    const gone = await run('remove', (sendId) => call('round', 'removeDraft', { roundId, revision, sendId }))
    if (gone) restartAt('pages/home/index')
    else await reload()
  }

  return { doing, refused, ready: () => void ready(), remove: () => void remove() }
}

/** From when on villagers answer, and until when there is a way back. */
export function opensInWords(opensAt: number, now: number): string {
  if (now >= opensAt) return '村民测评马上开放，不能再退回草稿。'
  return `村民测评 ${dayInWords(shanghaiDay(opensAt))}零点开放，那以前还能退回草稿。`
}
