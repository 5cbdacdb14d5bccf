import { shanghaiDay } from '../../client/shanghai-day'
import { heldInWords } from '../../components/role-words'
import type { StateChipProps } from '../../components/state-chip'
import { isOpenInvite, MOST_WRONG_NAMES } from '../../domain/invite'
import { dayInWords, shanghaiClock } from '../../domain/shanghai-clock'
import type { People, Person } from './use-people'

/** How a person stands: whether a phone is bound, and what became of the code. */
export type Standing = 'bound' | 'invited' | 'deadCode' | 'notInvited' | 'revoked'

export function standingOf({ boundAt, revoked, invite }: Person, now: number): Standing {
  if (revoked) return 'revoked'
  if (boundAt !== null) return 'bound'
  if (!invite) return 'notInvited'
  return isOpenInvite({ ...invite, takenAt: null }, now) ? 'invited' : 'deadCode'
}

export const standingChips: Record<Standing, Pick<StateChipProps, 'tone' | 'icon'> & { words: string }> = {
  bound: { words: '已绑定', tone: 'jade', icon: 'tick' },
  invited: { words: '等绑定', tone: 'amber', icon: 'clock' },
  deadCode: { words: '码已作废', tone: 'alarm', icon: 'warning' },
  notInvited: { words: '没发码', tone: 'quiet' },
  revoked: { words: '已撤销', tone: 'quiet', icon: 'cross' },
}

/** In the order in which something is to be done about them. */
export const standingGroups: readonly { title: string; standings: readonly Standing[] }[] = [
  { title: '还没绑定', standings: ['deadCode', 'notInvited', 'invited'] },
  { title: '已绑定', standings: ['bound'] },
  { title: '已撤销', standings: ['revoked'] },
]

/** 评委（全市），西岭区 */
export function personInWords({ roles, districtId }: Person, { districts }: Pick<People, 'districts'>): string {
  const district = districts.find(({ id }) => id === districtId)?.name
  const held = roles.map(heldInWords).join('、')
  return district ? `${held}，${district}` : held
}

/** The invite of somebody, or their phone, in a sentence. */
export function standingInWords(person: Person, now: number): string {
  const { boundAt, invite } = person
  switch (standingOf(person, now)) {
    case 'bound':
      return `${momentInWords(boundAt!)} 绑定了微信。${invite ? `给新微信发过邀请码：${inviteInWords(invite, now)}` : ''}`
    case 'revoked':
      return '已经撤销，进不来了。他打过的分、办过的事都留着。'
    case 'notInvited':
      return '还没有绑定微信。发一个邀请码给他，他才能用。'
    default:
      return `还没有绑定微信。${inviteInWords(invite!, now)}`
  }
}

/** 11 月 28 日 20:43 */
export function momentInWords(at: number): string {
  return `${dayInWords(shanghaiDay(at))} ${shanghaiClock(at)}`
}

function inviteInWords({ issuedByName, issuedAt, expiresAt, wrongNames }: NonNullable<Person['invite']>, now: number) {
  const issued = `${issuedByName} ${momentInWords(issuedAt)} 发的邀请码`
  if (wrongNames >= MOST_WRONG_NAMES) return `${issued}，姓名错了 ${MOST_WRONG_NAMES} 次，作废了，请重新发。`
  if (now >= expiresAt) return `${issued}，过了 72 小时，作废了，请重新发。`
  const wrong = wrongNames > 0 ? `，姓名错过 ${wrongNames} 次` : ''
  return `${issued}，${momentInWords(expiresAt)} 前有效${wrong}。`
}
