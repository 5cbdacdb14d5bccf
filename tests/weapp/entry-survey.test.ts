import type { AnswerDoc, SecretDoc } from '../../cloudfunctions/common/documents'
import { onsiteCodeOf } from '../../cloudfunctions/common/onsite-token'
import { openidOf, reader } from '../../tools/seed/people'
import { type Day, day } from '../vocabulary/day'
import { phoneWith, putAway, through } from '../vocabulary/phone'
import { change, since } from '../vocabulary/stored'
import { keepTouch } from '../vocabulary/touches'
import {
  answers,
  CAMERA,
  CHAT,
  type Habits,
  nobodyIsTooFast,
  type Phone,
  RECENT,
  scans,
  someone,
  starts,
  submits,
} from '../vocabulary/villager'
import { itsTime } from './engine/its-time'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
  await nobodyIsTooFast(today)
})
afterAll(() => today.stop())
afterEach(putAway)

const phoneOf = (openid: string, habits: Habits = {}, { cloud } = today) =>
  phoneWith({ time: itsTime(), callFunction: through(cloud.url, openid), ...habits })
const answersHeld = () => today.dump('answers') as { answers: Record<string, number>; villageId: string }[]

const namesOn = (phone: Phone) => phone.app.controls().map(({ name }) => name)

async function hasAnswered(level = '满意', village = 'V01', openid = someone()) {
  const phone = phoneOf(openid)
  await scans(phone, village)
  await starts(phone)
  await answers(phone, level)
  await submits(phone)
  return { phone, openid }
}

describe('a villager scans, answers, and sees 已收到 only after the server said so', () => {
  test('cover, ten taps, check, receipt; the answer is stored, and nothing but its key stays on the phone', async () => {
    const before = answersHeld().length
    const phone = phoneOf(someone())
    await scans(phone)
    await phone.sees('开始答题')
    expect(phone.shows()).toContain('云溪村')
    expect(phone.shows()).toContain('第 2 次拉练')
    expect(phone.shows()).toContain('不记名')
    await starts(phone)
    await answers(phone, '满意', 1, 9)
    await phone.taps('不了解')
    await phone.sees('答了 9 题，不了解 1 题。')
    expect(answersHeld()).toHaveLength(before)
    await submits(phone)
    expect(phone.app.routes).toEqual(['survey/thanks/index'])
    expect(phone.shows()).not.toContain('不计')
    expect(answersHeld()).toHaveLength(before + 1)
    expect([...phone.storage.keys()]).toEqual([`survey/key/${today.roundId}/V01`])
    expect([...phone.storage.values()]).toEqual([expect.stringMatching(/^"[0-9a-f]{32}"$/)])
  })

  test('a tap costs one setData, and the next question one more; neither is larger than 2 KB', async () => {
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意', 1, 2)
    phone.app.resetCost()
    await phone.taps('满意')
    const tapped = phone.app.cost()
    await phone.sees('第 4 题')
    const moved = phone.app.cost()
    keepTouch('a survey answer, the tap', tapped)
    keepTouch('a survey answer, the next question 200 ms later', {
      count: moved.count - tapped.count,
      bytes: moved.bytes - tapped.bytes,
    })
    expect([tapped.count, moved.count]).toEqual([1, 2])
    expect(moved.bytes).toBeLessThan(2048)
  })

  test('an answer can be changed: at the question before, and at the end', async () => {
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意', 1, 2)
    await phone.taps('上一题')
    await phone.sees('第 2 题')
    expect(phone.app.control('满意').checked).toBe(true)
    await phone.taps('很不满意')
    await phone.sees('第 3 题')
    await answers(phone, '满意', 3)
    await phone.taps('第 5 题，')
    await phone.sees('第 5 题')
    await phone.taps('基本满意')
    await phone.sees('请看一遍')
    await submits(phone)
    const given = answersHeld().map(({ answers }) => Object.values(answers).join(' '))
    expect(given).toContain('4 1 4 4 3 4 4 4 4 4')
  })

  test('too many 不了解: said before sending, and taken all the same', async () => {
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '不了解', 1, 5)
    await answers(phone, '满意', 6)
    expect(phone.shows()).toContain('至少答 6 题才计分，现在答了 5 题。')
    await submits(phone)
    expect(phone.shows()).toContain('不了解的太多，这一份只看不计分')
  })

  test('too fast: read and not counted, and how it would count', async () => {
    await nobodyIsTooFast(today, 2)
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await submits(phone)
    expect(phone.shows()).toContain('答得太快，这一份只看不计分')
    expect(phone.shows()).toContain('可以重新扫码，慢慢再答一次')
    await nobodyIsTooFast(today)
  })

  test('the open question: asked at the end of a first answer only, kept apart, gone from the phone', async () => {
    const voices = () => (today.dump('voices') as { text: string; villageId: string }[]).map(({ text }) => text)
    const question = today.file.scheme.survey.openQuestion!
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    expect(phone.shows()).toContain('不记名，和大家写的打乱顺序，给市里看')
    await phone.types(question, '  想在村口装两盏路灯。 ')
    await submits(phone)
    expect(voices()).toContain('想在村口装两盏路灯。')
    expect([...phone.storage.entries()].join()).not.toContain('路灯')

    const before = voices().length
    await scans(phone)
    await phone.sees('重新作答')
    await phone.taps('我已满 18 周岁，重新作答')
    await answers(phone, '不满意')
    expect(phone.shows()).not.toContain(question)
    await submits(phone)
    expect(voices()).toHaveLength(before)
  })

  test('a phone that was killed while something was being written still has it', async () => {
    const question = today.file.scheme.survey.openQuestion!
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await phone.types(question, '修一修村西头的路')
    phone.dies()
    await scans(phone)
    await phone.sees('继续答题')
    await phone.taps('继续答题')
    await phone.sees('修一修村西头的路')
  })
})

describe('what speaks against answering stands on the cover, not at the end', () => {
  test('opened from a chat: looked at, not counted, and how it would count', async () => {
    const phone = phoneOf(someone())
    await scans(phone, 'V01', CHAT)
    await phone.sees('您是从图片打开的')
    expect(phone.shows()).toContain('这份答卷会看，但不计入得分。要计分，请扫村里公示栏上的码，或请评委出示现场码。')
    await starts(phone)
    await answers(phone, '满意')
    await submits(phone)
    expect(phone.shows()).toContain('这一份会看，不计入得分')
  })

  test('opened from a chat, then scanned from inside: counted, as by WeChat’s own camera', async () => {
    const phone = phoneOf(someone(), { scan: () => ({ result: '', path: 'pages/entry/index?scene=v%3DV01' }) })
    await scans(phone, 'V01', CHAT)
    await phone.sees('您是从图片打开的')
    await phone.taps('现在就扫')
    await phone.sees('这半年村里变好了没有')
    expect(phone.shows()).not.toContain('不计入得分')
    expect(phone.app.phone.scanned).toEqual([expect.objectContaining({ onlyFromCamera: true })])
    await starts(phone)
    await answers(phone, '满意')
    await submits(phone)
    expect(phone.shows()).not.toContain('不计')
  })

  test('answered on another phone: refused', async () => {
    const { openid } = await hasAnswered()
    const other = phoneOf(openid)
    await scans(other)
    await other.sees('您已经填过了')
    expect(other.shows()).toContain('要改，请用上次答题的那部手机扫码')
    expect(namesOn(other)).toEqual(['没有智能手机？凭户码代填'])
  })

  test('answered for another village: refused', async () => {
    const { phone } = await hasAnswered('满意', 'V02')
    await scans(phone)
    await phone.sees('您的答卷已交给另一个村')
    expect(namesOn(phone)).toEqual(['没有智能手机？凭户码代填'])
  })

  test('a role: no survey, and the way home', async () => {
    const phone = phoneOf(openidOf(reader.memberId))
    await scans(phone)
    await phone.sees('请让村民用自己的手机扫码')
    await phone.taps('回首页')
    await phone.sees('谢春生')
  })

  test('a code that nobody knows: scan again', async () => {
    const phone = phoneOf(someone(), {
      scan: () => ({ result: '', path: 'pages/entry/index?scene=v%3DV03' }),
    })
    await scans(phone, 'V99')
    await phone.sees('这个码不认识')
    await phone.taps('重新扫码')
    await phone.sees('金沙村')
  })

  test('not open yet, with the time; closed', async () => {
    const phone = phoneOf(someone())
    await change(today.cloud, 'secrets', today.roundId, { opensAt: Date.UTC(2099, 2, 24, 16) })
    await scans(phone)
    await phone.sees('测评还没有开始')
    expect(phone.shows()).toContain('3 月 25 日 00:00 开始')
    await change(today.cloud, 'secrets', today.roundId, { opensAt: 0, closedAt: Date.now() })
    await scans(phone)
    await phone.sees('这次测评已经结束')
    expect(phone.app.controls()).toEqual([])
    await change(today.cloud, 'secrets', today.roundId, { closedAt: null })
  })
})

describe('a second visit shows nothing of the first', () => {
  test('on the same phone: blank, and the new answer takes the old one’s place', async () => {
    const { phone } = await hasAnswered('非常满意')
    const before = answersHeld().length
    const key = [...phone.storage.values()]
    await scans(phone)
    await phone.sees('可以从头再答')
    await phone.taps('我已满 18 周岁，重新作答')
    await phone.sees('第 1 题')
    for (let question = 1; question <= 10; question++) {
      await phone.sees(`第 ${question} 题`)
      expect(phone.app.controls().filter(({ checked }) => checked)).toEqual([])
      await phone.taps('很不满意')
    }
    await phone.sees('请看一遍')
    await submits(phone)
    expect(answersHeld()).toHaveLength(before)
    expect([...phone.storage.values()]).toEqual(key)
  })
})

describe('the code on an inspector’s phone', () => {
  const secret = () => today.dump('secrets')[0] as unknown as SecretDoc
  const channels = () => (today.dump('answers') as unknown as AnswerDoc[]).map(({ channel }) => channel)
  const shown = () => onsiteCodeOf(secret(), 'V01')!.scene
  /** As a phone hands it over: encoded once by the platform, and some phones once more. */
  const scansIt = (phone: Phone, code = encodeURIComponent(shown()), scene = CAMERA) =>
    phone.opens('pages/entry/index', { scene: code }, scene)

  beforeAll(async () => {
    const onsite = { from: Date.now() - 60_000, until: Date.now() + 3_600_000 }
    const villages = secret().villages.map((village) => ({ ...village, onsite }))
    await change(today.cloud, 'secrets', today.roundId, { villages })
  })
  const newChannels = async (work: () => Promise<void>) => {
    const before = channels()
    await work()
    const after = channels()
    for (const one of before) after.splice(after.indexOf(one), 1)
    return after
  }

  test('goes out with the answers: onsite', async () => {
    const phone = phoneOf(someone())
    expect(
      await newChannels(async () => {
        await scansIt(phone, encodeURIComponent(encodeURIComponent(shown())))
        await starts(phone)
        await answers(phone, '满意')
        await submits(phone)
      }),
    ).toEqual(['onsite'])
  })

  test('also from a phone that was killed, and opened again from a list of mini-programs', async () => {
    const phone = phoneOf(someone())
    expect(
      await newChannels(async () => {
        await scansIt(phone)
        await starts(phone)
        await answers(phone, '满意', 1, 9)
        phone.dies()
        await scansIt(phone, encodeURIComponent('v=V01'), RECENT)
        await phone.sees('继续答题')
        expect(phone.shows()).not.toContain('不计分')
        await phone.taps('继续答题')
        await answers(phone, '满意', 10)
        await submits(phone)
      }),
    ).toEqual(['onsite'])
  })

  test('begun from a chat, gone on with by the code on the spot: by that one it goes out', async () => {
    const phone = phoneOf(someone())
    expect(
      await newChannels(async () => {
        await scans(phone, 'V01', CHAT)
        await starts(phone)
        await answers(phone, '满意', 1, 2)
        await scansIt(phone)
        await phone.sees('继续答题')
        await phone.taps('继续答题')
        await answers(phone, '满意', 3)
        await submits(phone)
      }),
    ).toEqual(['onsite'])
  })
})

describe('an answer survives: killed, offline, no receipt', () => {
  test('killed in the middle: the cover offers to go on where it was', async () => {
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意', 1, 3)
    phone.dies()
    await scans(phone)
    await phone.sees('10 道题，上次答了 3 道')
    await phone.taps('继续答题')
    await phone.sees('第 4 题')
    await phone.goesBack()
    await phone.sees('继续答题')
    await phone.taps('从头再答')
    await phone.sees('第 1 题')
    expect(phone.app.controls().filter(({ checked }) => checked)).toEqual([])
  })

  test('offline: kept and said so; sent by itself when there is a network', async () => {
    const before = answersHeld().length
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await phone.losesSignal()
    await phone.taps('提交答卷')
    await phone.sees('还没有交上，有信号会自动交')
    expect(phone.shows()).not.toContain('已收到')
    await phone.taps('再交一次')
    await phone.sees('还没有交上，有信号会自动交')
    await phone.hasSignal()
    await phone.sees('已收到')
    expect(answersHeld()).toHaveLength(before + 1)
  })

  test.each([
    { way: 'by the code', open: (phone: Phone) => scans(phone) },
    { way: 'by the code of another village', open: (phone: Phone) => scans(phone, 'V02') },
    { way: 'from the list of mini-programs', open: (phone: Phone) => phone.opens() },
  ])('offline and killed, opened again $way: it is sent by itself', async ({ open }) => {
    const before = answersHeld()
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await phone.losesSignal()
    await phone.taps('提交答卷')
    await phone.sees('还没有交上')
    phone.dies()
    await open(phone)
    await phone.sees('还没有交上，有信号会自动交')
    expect(answersHeld()).toHaveLength(before.length)
    phone.dies()
    await phone.hasSignal()
    await open(phone)
    await phone.sees('已收到')
    expect(since(before, answersHeld())).toEqual([expect.objectContaining({ villageId: 'V01' })])
  })

  test('a signal that the phone does not tell of: sent when the app is looked at again', async () => {
    let reaches = false
    const call = through(today.cloud.url, someone())
    const phone = phoneOf(someone(), {
      callFunction: async (asked) => {
        if (asked.name === 'survey' && !reaches) throw { errCode: -404011, errMsg: 'request:fail' }
        return call(asked)
      },
    })
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await phone.taps('提交答卷')
    await phone.sees('还没有交上')
    await phone.app.background()
    reaches = true
    await phone.app.foreground()
    await phone.sees('已收到')
  })

  test('the receipt is lost: sent again under the same key, one answer', async () => {
    const before = answersHeld().length
    const openid = someone()
    const call = through(today.cloud.url, openid)
    let lose = true
    const phone = phoneOf(openid, {
      callFunction: async (asked) => {
        const answer = await call(asked)
        if (!lose || asked.name !== 'survey') return answer
        lose = false
        throw { errCode: -501004, errMsg: 'time out' }
      },
    })
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await phone.taps('提交答卷')
    await phone.sees('还没有交上')
    await phone.taps('再交一次')
    await phone.sees('已收到')
    expect(answersHeld()).toHaveLength(before + 1)
  })

  test('closed while it waited: the phone hears it, and the answers leave it', async () => {
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await phone.losesSignal()
    await phone.taps('提交答卷')
    await phone.sees('还没有交上')
    await change(today.cloud, 'secrets', today.roundId, { closedAt: Date.now() })
    await phone.hasSignal()
    await phone.sees('这份没有收下')
    expect(phone.shows()).toContain('这次测评已经结束')
    expect([...phone.storage.keys()].filter((key) => !key.startsWith('survey/key/'))).toEqual([])
    await phone.taps('回到封面')
    await phone.sees('这次测评已经结束')
    await change(today.cloud, 'secrets', today.roundId, { closedAt: null })
  })

  test('closed while it was being answered: said, and the answers leave the phone', async () => {
    const phone = phoneOf(someone())
    await scans(phone)
    await starts(phone)
    await answers(phone, '满意')
    await change(today.cloud, 'secrets', today.roundId, { closedAt: Date.now() })
    await phone.taps('提交答卷')
    await phone.sees('这份没有收下')
    expect([...phone.storage.keys()].filter((key) => !key.startsWith('survey/key/'))).toEqual([])
    await change(today.cloud, 'secrets', today.roundId, { closedAt: null })
  })
})

describe('one code, and everybody is where they have something to do', () => {
  test('an inspector arrives', async () => {
    const phone = phoneOf(openidOf('I07'))
    await scans(phone, 'V08')
    await phone.app.until(() => phone.app.route === 'inspect/arrival/index')
  })

  test('before sealing a leader sees the day’s progress', async () => {
    const phone = phoneOf(today.leader.openid)
    await scans(phone)
    await phone.app.until(() => phone.app.route === 'manage/progress/index')
  })

  test('opened without a code: a stranger is told to scan, and the code opens the cover', async () => {
    const phone = phoneOf(someone(), {
      scan: () => ({ result: '', path: 'pages/entry/index?scene=v%3DV01' }),
    })
    await phone.opens()
    await phone.sees('扫村里的二维码')
    await phone.taps('扫村里的二维码')
    await phone.sees('云溪村')
  })

  test('opened without a code and without a signal: the inspector still finds the route', async () => {
    const phone = phoneOf(openidOf('I07'))
    await phone.opens()
    await phone.sees('打开今日路线')
    await phone.losesSignal()
    await phone.opens()
    await phone.sees('打开今日路线')
    await phone.taps('打开今日路线')
    await phone.app.until(() => phone.app.route === 'inspect/route/index')
  })

  test('what waits for a second person stands on top', async () => {
    const other = await day({ state: 'closed' })
    const { roundId } = other
    await other.administrator.does('round', 'seal', { roundId, sendId: 'a'.repeat(21) })
    const phone = phoneOf(other.secondAdministrator.openid, {}, other)
    await phone.opens()
    await phone.sees('等您同意')
    await phone.taps('等您同意：王敏提请封存第 2 次拉练')
    await phone.app.until(() => phone.app.route === 'manage/round/index')
    await other.stop()
  })
})
