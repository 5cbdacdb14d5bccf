/**
 * Two persons in Chromium: an administrator looks at the warnings after closing and proposes to count what was excluded,
 * an inspector agrees. Neither sees a figure. Pictures into tests/screenshots.
 */
import type { AnswerDoc } from '../../cloudfunctions/common/documents'
import { administrator } from '../../tools/seed/people'
import { sampleRound2 } from '../../tools/seed/sample'
import { eventually } from '../vocabulary/eventually'
import { picturesOf } from '../vocabulary/looks-right'
import { evening, ROUND } from '../vocabulary/stages'
import { webCloud } from '../vocabulary/web'

const REASON = '村里停电，镇干部转发了码，都是本村人填的'

const web = webCloud({ seed: evening() })
const phone = web.screen()
const as = (who: string | { memberId: string }) => phone.as(who, 'manage/round/index', { round: ROUND })
const restored = () => web.docs<AnswerDoc>('answers').filter((one) => one.restored)
const looksRight = picturesOf('restore', { whole: true })

test('what was excluded by rule is restored by two persons, unseen', async () => {
  const before = restored().length
  const { warnings } = await web.does(administrator, 'ranking', 'warnings', { roundId: ROUND })
  const { villageId, villageName, excludedFor } = warnings.find(({ mayRestore }) => mayRestore)!

  const first = await as(administrator)
  await first.sees('封存前要看的')
  await looksRight(first, '1-warnings')
  await first.taps(excludedFor === 'channel' ? '有答卷不是扫村里的码填的，还没看' : '有答卷填得太快，还没看')
  await first.taps(`${villageName}，恢复计分`)
  await first.sees('先写为什么恢复')
  await first.types('为什么恢复', REASON)
  await looksRight(first, '2-reason')
  await first.taps('提请恢复计分')
  await first.sees('已提请恢复计分')
  await first.sees('管理员或不回避的评委')
  await looksRight(first, '3-proposed')
  expect(restored()).toHaveLength(before)

  const seat = sampleRound2().panel.find(({ recusedVillageIds }) => !recusedVillageIds.includes(villageId))!
  const second = await as(seat.id)
  await second.sees(REASON)
  await looksRight(second, '4-asked-to-agree')
  await second.taps('同意恢复计分')
  await second.saysYes()
  await eventually(() => expect(restored().length).toBeGreaterThanOrEqual(before + 5))
  await second.sees(seat.name)

  await first.page.reload()
  await first.taps(excludedFor === 'channel' ? '有答卷不是扫村里的码填的，已看' : '有答卷填得太快，已看')
  await first.sees('两人已同意恢复计分')
  await looksRight(first, '5-restored')
})
