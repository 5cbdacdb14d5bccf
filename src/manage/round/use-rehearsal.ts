import { call } from '../../client/call'
import { confirm, say } from '../../client/device'
import { replace, restartAt } from '../../client/navigate'
import type { MyRound } from '../../client/rounds'
import { useDeed } from '../../client/use-deed'

/** 演练: begun and gone with one press and one answer each. */
export function useRehearsal() {
  const { doing, refused, run } = useDeed()

  async function begin({ id: roundId, number }: MyRound): Promise<void> {
    const agreed = await confirm({
      title: `演练第 ${number} 次拉练？`,
      text: '照这次的路线、评审组和方案复制一份，今天就能打分、交卷、封存、揭榜。演练不问村民：满意度不计分，它的分按比例摊给共性和示范。每一页都标着“演练”，不算数，村民的码不受影响。',
      yes: '开始演练',
      no: '先不',
    })
    if (!agreed) return
    const made = await run('rehearse', (sendId) => call('round', 'rehearse', { roundId, sendId }))
    if (made) replace('manage/round/index', { round: made.round.id })
  }

  async function remove({ id: roundId, number }: MyRound): Promise<void> {
    const agreed = await confirm({
      title: `删掉第 ${number} 次拉练的演练？`,
      text: '演练里的打分、照片、榜单和记录全部删掉，找不回来。真的那一次不受影响。',
      yes: '删掉演练',
      no: '留着',
    })
    if (!agreed) return
    const gone = await run('delete', (sendId) => call('round', 'deleteRehearsal', { roundId, sendId }))
    if (!gone) return
    say('演练已经删掉')
    restartAt('pages/home/index')
  }

  return { doing, refused, begin, remove }
}
