/** The administrator registers somebody and sends a code; a stranger's phone becomes theirs, by scan and by hand. */
import type { MemberDoc } from '../../cloudfunctions/common/documents'
import { type Day, day, type Person } from '../vocabulary/day'
import { type Phone, phoneOn, phoneWith, putAway, through } from '../vocabulary/phone'
import { itsTime } from './engine/its-time'

let today: Day
beforeEach(async () => {
  today = await day({ state: 'running', empty: true })
})
afterEach(async () => {
  putAway()
  await today.stop()
})

const phoneOf = (person: Person, more: { lost?: string[] } = {}) => phoneOn(today, person, { time: itsTime(), ...more })

const documentsNamed = (name: string) =>
  (today.dump('members') as unknown as MemberDoc[]).filter((doc) => doc.name === name)
const CODE = /[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){2}/

/** From the administrator's home to the code. */
async function registers(phone: Phone, name: string): Promise<string> {
  await phone.opens()
  await phone.sees('筹备')
  await phone.taps('筹备')
  await phone.sees('拉练之前要准备的')
  await phone.taps('人员')
  await phone.sees('已绑定微信')
  await phone.taps('登记一个人')
  await phone.sees('来自哪个区')
  await phone.types('姓名', name)
  await phone.taps('西岭区')
  await phone.taps('村里的经办人')
  await phone.sees('管哪个村')
  await phone.taps('云溪村')
  await phone.taps(`登记${name}`)
  await phone.sees('没有绑定微信')
  return sendsCode(phone)
}

async function sendsCode(phone: Phone): Promise<string> {
  await phone.taps('发邀请码')
  await phone.sees('只发给本人')
  await phone.taps('复制要发给本人的话')
  const text = phone.app.phone.clipboard.at(-1)!
  expect(text).toContain('前有效，只能用一次')
  return CODE.exec(text)![0]
}

describe('a code and a name', () => {
  test('registered, invited, typed in by hand: their home, and the list says so', async () => {
    const administrator = phoneOf(today.administrator)
    const code = await registers(administrator, '苏梅')
    const stranger = phoneOf(today.villager(1))
    await stranger.opens()
    await stranger.sees('有邀请码？')
    await stranger.taps('有邀请码')
    await stranger.sees('输入邀请码和您的姓名')
    await stranger.types('邀请码', code.replaceAll('-', '').toLowerCase())
    await stranger.types('您的姓名', '苏 梅')
    await stranger.taps('绑定这个微信')
    await stranger.sees('绑定好了')
    await stranger.taps('进入我的首页')
    await stranger.sees('村里的经办人')
    await administrator.opens('prepare/people/index')
    await administrator.sees('登记了 20 人，20 人已绑定微信')
  })

  test('scanned: the code is filled in; a wrong name says how many tries are left, five and it is dead', async () => {
    const code = await registers(phoneOf(today.administrator), '苏梅')
    const stranger = phoneOf(today.villager(1))
    await stranger.opens('pages/entry/index', { scene: encodeURIComponent(`i=${code.replaceAll('-', '')}`) }, 1047)
    await stranger.sees('输入邀请码和您的姓名')
    for (const left of [4, 3, 2, 1]) {
      await stranger.types('您的姓名', `苏${left}`)
      await stranger.taps('绑定这个微信')
      await stranger.sees(`还能试 ${left} 次`)
    }
    await stranger.types('您的姓名', '苏')
    await stranger.taps('绑定这个微信')
    await stranger.sees('姓名错了 5 次，这个邀请码作废了')
    await stranger.types('您的姓名', '苏梅')
    await stranger.taps('绑定这个微信')
    await stranger.sees('这个邀请码用不了')
    expect(documentsNamed('苏梅')).toMatchObject([{ boundAt: null }])
  })

  test('scanned from inside, and the answer to the binding is lost: pressed again, it is done once', async () => {
    const code = await registers(phoneOf(today.administrator), '苏梅')
    const { openid } = today.villager(1)
    const call = through(today.cloud.url, openid)
    let toLose = 1
    const stranger = phoneWith({
      time: itsTime(),
      scan: () => ({
        result: '',
        path: `pages/entry/index?scene=${encodeURIComponent(`i=${code.replaceAll('-', '')}`)}`,
      }),
      callFunction: async (send) => {
        const answer = await call(send)
        if (send.data.action === 'bind' && toLose-- > 0) throw { errCode: -404011, errMsg: 'request:fail timeout' }
        return answer
      },
    })
    await stranger.opens()
    await stranger.taps('扫村里的二维码')
    await stranger.sees('输入邀请码和您的姓名')
    await stranger.types('您的姓名', '苏梅')
    await stranger.taps('绑定这个微信')
    await stranger.sees('没有绑定成')
    await stranger.taps('绑定这个微信')
    await stranger.sees('绑定好了')
    expect(documentsNamed('苏梅')).toHaveLength(1)
  })

  test('somebody who is somebody already is led home', async () => {
    const code = await registers(phoneOf(today.administrator), '苏梅')
    const inspector = phoneOf(today.inspector('I01'))
    await inspector.opens('join/bind/index', { code: `i=${code.replaceAll('-', '')}` })
    await inspector.types('您的姓名', '苏梅')
    await inspector.taps('绑定这个微信')
    await inspector.sees('这个微信已经有身份了')
    await inspector.taps('回到我的首页')
    await inspector.sees('评委')
  })
})

describe('one person', () => {
  test('registered by a send whose answer was lost: pressed again, they are there once', async () => {
    const phone = phoneOf(today.administrator, { lost: ['saveMember'] })
    await phone.opens('prepare/people/one/index')
    await phone.sees('来自哪个区')
    await phone.types('姓名', '苏梅')
    await phone.taps('评委')
    await phone.taps('登记苏梅')
    await phone.sees('没有办成')
    await phone.taps('登记苏梅')
    await phone.sees('没有绑定微信')
    expect(documentsNamed('苏梅')).toHaveLength(1)
  })

  test('changed by another administrator meanwhile: both versions are told, and theirs can be taken', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/people/one/index', { member: 'M06' })
    await phone.sees('谢春生')
    await phone.types('姓名', '谢春声')
    await today.secondAdministrator.does('member', 'saveMember', {
      memberId: 'M06',
      name: '谢春生',
      roles: [{ role: 'leader', scope: 'city' }],
      districtId: null,
      revision: 1,
      sendId: 'a'.repeat(21),
    })
    await phone.taps('保存改动')
    await phone.sees('别人刚改过这个人')
    await phone.sees('领导（全市）')
    await phone.taps('不要我的改动，看现在的')
    expect(phone.shows()).not.toContain('别人刚改过这个人')
    expect(documentsNamed('谢春声')).toHaveLength(0)
  })

  test('revoked after it was said what that means; the last administrator is not', async () => {
    const phone = phoneOf(today.administrator)
    await phone.opens('prepare/people/one/index', { member: 'M02' })
    await phone.sees('撤销陈立')
    await phone.taps('撤销陈立')
    await phone.sees('已经撤销，进不来了')
    expect(phone.app.phone.questions.at(-1)).toContain('他的微信马上进不来，没用的邀请码作废')
    expect((await today.secondAdministrator.does('member', 'me', {})).member).toBeNull()
    await phone.opens('prepare/people/one/index', { member: 'M01' })
    await phone.sees('撤销王敏')
    await phone.taps('撤销王敏')
    await phone.sees('这是最后一位管理员')
  })
})
