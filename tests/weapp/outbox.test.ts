/** An inspector's day must survive the phone and the network: what was typed is on the server in the end, once. */
import type { ScorecardDoc } from '../../cloudfunctions/common/documents'
import { newId } from '../vocabulary/cards'
import { type Day, day } from '../vocabulary/day'
import { phoneWith, putAway, through, uploadsTo } from '../vocabulary/phone'
import { itsTime } from './engine/its-time'
import type { Phone as WeChat } from './engine/open-app'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())
afterEach(putAway)

const FIRST = '党支部战斗堡垒作用'
const SECOND = '镇党委书记、村书记亲自谋划推进'
const PHOTO = new Uint8Array(900_000).map((_, n) => n % 251)

type Call = { name: string; data: { action: string; payload: unknown } }
type Sent = { action: string; payload: Record<string, unknown> }
const said = ({ data }: Call) => data.payload as Record<string, unknown>

/** A phone whose network the test holds in its hands. */
function phoneOf(inspectorId: string, onStep?: (step: string, wechat: WeChat) => void) {
  const { openid } = today.inspector(inspectorId)
  const send = through(today.cloud.url, openid)
  const wire = {
    sent: [] as Sent[],
    uploads: [] as string[],
    /** Instead of the server; undefined: the server. */
    answers: (_call: Call): unknown => undefined,
    losesAnswersTo: '',
  }
  const time = itsTime()
  const phone = phoneWith({
    time,
    onStep,
    takesPhoto: () => PHOTO,
    uploadFile: async (cloudPath, bytes) => {
      wire.uploads.push(cloudPath)
      return uploadsTo(today.cloud.url, openid)(cloudPath, bytes)
    },
    callFunction: async (call: Call) => {
      wire.sent.push({ action: call.data.action, payload: said(call) })
      const answer = wire.answers(call) ?? (await send(call))
      if (wire.losesAnswersTo === call.data.action) throw { errCode: -404011, errMsg: 'timeout' }
      return answer as { result: unknown }
    },
  })
  const opens = (page: string, village: string, more = {}) =>
    phone.opens(page, { round: today.roundId, village, ...more })
  // Not spread: `app` is another one each time the phone is opened.
  return Object.assign(phone, {
    wire,
    time,
    opensCard: (village: string) => opens('inspect/scorecard/index', village),
    opensRecord: (village: string) => opens('inspect/record/index', village),
    opensOutbox: () => phone.opens('inspect/outbox/index', { round: today.roundId }),
    count: (action: string) => wire.sent.filter((sent) => sent.action === action).length,
    /** What waits, as it lies in storage. */
    waiting: () => [...phone.storage.keys()].filter((key) => key.startsWith('out/')),
  })
}
type Phone = ReturnType<typeof phoneOf>
/** Of the marks it sent; a send whose answer was late goes again under its own. */
const sendIds = ({ wire }: Phone) =>
  new Set(wire.sent.flatMap(({ action, payload }) => (action === 'saveMarks' ? [payload.sendId] : [])))

const refusing = (code: string, problem: string) => ({
  result: { ok: false, error: { code, message: '', details: { problem } } },
})
const card = (inspectorId: string, villageId: string) =>
  (today.dump('scorecards') as unknown as ScorecardDoc[]).find(
    ({ _id }) => _id === `${today.roundId}:${inspectorId}:${villageId}`,
  )
const marksOf = (inspectorId: string, villageId: string) =>
  Object.fromEntries(Object.entries(card(inspectorId, villageId)?.marks ?? {}).map(([id, { mark }]) => [id, mark]))

describe('what was typed', () => {
  test('without a signal, and the app killed: it goes out when there is one, once', async () => {
    const phone = phoneOf('I03')
    await phone.opensCard('V01')
    await phone.sees('下一个未评')
    await phone.losesSignal()
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.taps(`${SECOND}，2.5 分`)
    await phone.sees('离线')
    phone.dies()
    await phone.hasSignal()
    await phone.opensCard('V01')
    await phone.sees('2/')
    await phone.app.until(() => phone.waiting().length === 0 && card('I03', 'V01') !== undefined)
    expect(marksOf('I03', 'V01')).toEqual({ C01: 2.5, C02: 2.5 })
    expect(sendIds(phone).size).toBe(1)
    expect(card('I03', 'V01')!.history).toHaveLength(2)
  })

  test('killed while its answer is on the way: the same send again, and one entry in the card’s history', async () => {
    let kill = true
    const phone = phoneOf('I03', (step, wechat) => {
      if (kill && step === 'answer scoring.saveMarks') wechat.killed = true
    })
    await phone.opensCard('V02')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.app.until(() => phone.app.phone.killed)
    kill = false
    phone.dies()
    await phone.opensCard('V02')
    await phone.sees('已上传')
    expect(sendIds(phone).size).toBe(1)
    expect(card('I03', 'V02')!.history).toHaveLength(1)
  })

  test('the clock is set back two hours between two touches of which the first one’s answer was lost: the later one stands', async () => {
    const phone = phoneOf('I03')
    await phone.opensCard('V03')
    await phone.sees('下一个未评')
    phone.wire.losesAnswersTo = 'saveMarks'
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.app.until(() => phone.count('saveMarks') === 1)
    phone.time.isShownAheadBy(-2 * 3_600_000)
    await phone.taps(`${FIRST}，加 0.5`)
    phone.wire.losesAnswersTo = ''
    await phone.background()
    await phone.foreground()
    await phone.app.until(() => marksOf('I03', 'V03').C01 === 3)
    await phone.app.until(() => phone.waiting().length === 0)
    expect(card('I03', 'V03')!.history.map(({ lost }) => lost)).toEqual([false, false])
  })

  test('the phone’s model and what still waits travel with it', async () => {
    const phone = phoneOf('I03')
    await phone.opensCard('V04')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('已上传')
    expect(phone.wire.sent.find(({ action }) => action === 'saveMarks')!.payload).toMatchObject({
      device: '华为 nova 9',
      waiting: 0,
    })
  })
})

describe('refused: kept and shown, and no obstacle', () => {
  test('one bad mark does not hold up what is typed after it; mended, all of it goes', async () => {
    const phone = phoneOf('I06')
    phone.wire.answers = ({ data }) =>
      data.action === 'saveMarks' && JSON.stringify(data.payload).includes('"C01"')
        ? refusing('invalid', '这一项最多 5 分')
        : undefined
    await phone.opensCard('V01')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('这一项最多 5 分')
    phone.dies()

    await phone.opensOutbox()
    await phone.sees('被退回')
    expect(phone.shows()).toContain('这一项最多 5 分')
    phone.wire.answers = () => undefined
    await phone.opensCard('V01')
    await phone.taps(`${SECOND}，2.5 分`)
    await phone.app.until(() => marksOf('I06', 'V01').C02 === 2.5 && phone.waiting().length === 0)
    expect(marksOf('I06', 'V01')).toEqual({ C01: 2.5, C02: 2.5 })
  })

  test('a village whose sends get no answer does not hold up the next one', async () => {
    const phone = phoneOf('I06')
    phone.wire.answers = (call) => {
      if (call.data.action === 'saveMarks' && said(call).villageId === 'V02')
        throw { errCode: -504003, errMsg: 'time-out' }
      return undefined
    }
    await phone.opensCard('V02')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.app.until(() => phone.count('saveMarks') >= 1)
    await phone.opensCard('V03')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.app.until(() => marksOf('I06', 'V03').C01 === 2.5)
    expect(card('I06', 'V02')).toBeUndefined()
    phone.wire.answers = () => undefined
    await phone.background()
    await phone.foreground()
    await phone.app.until(() => marksOf('I06', 'V02').C01 === 2.5)
  })

  test('pressed 提交 before another phone’s mark was known: nothing is submitted until one is chosen', async () => {
    const phone = phoneOf('I06')
    await phone.opensCard('V04')
    await phone.sees('下一个未评')
    await marksEverything(phone)
    await phone.app.until(() => phone.waiting().length === 0 && Object.keys(marksOf('I06', 'V04')).length === 15)
    await phone.taps('共性')
    await phone.losesSignal()
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.taps('核对并提交')
    await phone.taps('提交淳风村评分')
    await today.inspector('I06').does('scoring', 'saveMarks', {
      roundId: today.roundId,
      villageId: 'V04',
      sendId: newId(),
      phone: newId(),
      device: '小米 14',
      waiting: 0,
      at: Date.now(),
      changes: [{ itemId: 'C01', mark: 4, note: '', photos: [], base: 1 }],
    })
    await phone.hasSignal()
    await phone.sees('1 项在另一部手机上改过')
    expect(card('I06', 'V04')!.submitted).toBeNull()
    expect(phone.waiting()).toEqual([])
  })
})

describe('the phone itself', () => {
  test('is full: it goes on in memory and says so; with room again everything is stored', async () => {
    const phone = phoneOf('I10')
    await phone.opensCard('V01')
    await phone.sees('下一个未评')
    phone.app.phone.storageIsFull = true
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.sees('这部手机存满了')
    await phone.app.until(() => marksOf('I10', 'V01').C01 === 2.5)
    phone.app.phone.storageIsFull = false
    await phone.taps(`${SECOND}，2.5 分`)
    await phone.app.until(() => !phone.shows().includes('这部手机存满了'))
    expect(JSON.parse(phone.storage.get(`card/${today.roundId}/V01`)!).marks).toMatchObject({
      C01: { mark: 2.5 },
      C02: { mark: 2.5 },
    })
  })

  test.each([
    ['a send that is none', (phone: Phone) => phone.storage.set('out/000000001', '{"id":7}')],
    ['a send that is text', (phone: Phone) => phone.storage.set('out/000000001', '"x"')],
    ['a card that is none', (phone: Phone) => phone.storage.set(`card/${today.roundId}/V08`, '[1,2]')],
    ['a record that is none', (phone: Phone) => phone.storage.set(`rec/${today.roundId}/x`, 'null')],
    ['a day that is none', (phone: Phone) => phone.storage.set(`day/${today.roundId}`, '"x"')],
  ])('gives back %s: set aside, and the day goes on', async (what, spoil) => {
    const phone = phoneOf('I10')
    spoil(phone)
    await phone.opensCard('V05')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，加 0.5`)
    await phone.sees('已上传')
    if (what === 'a day that is none') return
    await phone.opensOutbox()
    await phone.sees('有一份存下的东西坏了')
  })

  test('a spoilt send is made again from the card it was about', async () => {
    const phone = phoneOf('I10')
    await phone.opensCard('V06')
    await phone.sees('下一个未评')
    phone.wire.losesAnswersTo = 'saveMarks'
    phone.wire.answers = ({ data }) => (data.action === 'saveMarks' ? {} : undefined)
    await phone.taps(`${FIRST}，2.5 分`)
    await phone.app.until(() => phone.count('saveMarks') === 1)
    phone.dies()
    for (const key of phone.waiting()) phone.storage.set(key, '{}')
    phone.wire.losesAnswersTo = ''
    phone.wire.answers = () => undefined
    await phone.opensCard('V06')
    await phone.app.until(() => marksOf('I10', 'V06').C01 === 2.5)
  })

  test('was updated from a build that kept its sends beside the card: they go out under their ids', async () => {
    const phone = phoneOf('I10')
    const sendId = newId()
    const phoneId = newId()
    phone.storage.set('phone', JSON.stringify(phoneId))
    phone.storage.set(`card/${today.roundId}/V07`, JSON.stringify(formerCard(sendId)))
    await phone.opensCard('V07')
    await phone.sees('2/')
    await phone.app.until(() => phone.waiting().length === 0 && marksOf('I10', 'V07').C02 === 3)
    expect(phone.wire.sent.find(({ action }) => action === 'saveMarks')!.payload).toMatchObject({
      sendId,
      phone: phoneId,
    })
    expect(marksOf('I10', 'V07')).toEqual({ C01: 2.5, C02: 3 })
  })
})

describe('a photo', () => {
  const files = () => today.dump('files') as unknown as { _id: string; of: string; bytes: number; uploader: string }[]
  const photosNamed = (village: string) =>
    Object.values(card('I07', village)?.marks ?? {}).flatMap(({ photos }) => photos)
  const onPhone = (phone: Phone) => [...phone.files.keys()].filter((name) => name.startsWith('photo-'))
  const isDone = (phone: Phone, village: string) => {
    const named = photosNamed(village)
    return (
      phone.waiting().length === 0 && named.length > 0 && named.every((id) => files().some(({ _id }) => _id === id))
    )
  }

  test('is made small, kept, uploaded once and told once; its file leaves the phone at the next start', async () => {
    const phone = phoneOf('I07')
    await phone.opensCard('V01')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，拍照`)
    await phone.app.until(() => isDone(phone, 'V01'))
    const [id] = photosNamed('V01')
    expect(phone.wire.uploads).toEqual([`photos/${today.roundId}/${id}.jpg`])
    const told = files().filter(({ uploader }) => uploader === 'I07')
    expect(told).toEqual([expect.objectContaining({ _id: id, of: 'mark' })])
    expect(told[0]!.bytes).toBeLessThanOrEqual(300_000)
    expect(onPhone(phone)).toEqual([`photo-${id}.jpg`])
    await phone.opensCard('V01')
    await phone.app.until(() => onPhone(phone).length === 0)
  })

  test('an answer lost after the upload: told again, not uploaded to a second name', async () => {
    const phone = phoneOf('I07')
    phone.wire.losesAnswersTo = 'photo'
    await phone.opensCard('V02')
    await phone.sees('下一个未评')
    await phone.taps(`${FIRST}，拍照`)
    await phone.app.until(() => phone.count('photo') === 1)
    phone.wire.losesAnswersTo = ''
    await phone.app.until(() => isDone(phone, 'V02'))
    expect(new Set(phone.wire.uploads).size).toBe(1)
  })

  test('a form given up takes its photos along', async () => {
    const phone = phoneOf('I07')
    await phone.opensRecord('V03')
    await phone.sees('什么问题')
    await phone.taps('问题，拍照')
    expect(onPhone(phone)).toHaveLength(1)
    await phone.taps('不记了，删掉这一条')
    await phone.app.until(() => onPhone(phone).length === 0)
    expect(phone.wire.uploads).toEqual([])
  })

  /** Every point at which something is stored, written, sent or answered, between the camera and the server’s word. */
  test('killed at every step of its way: it is there once, or was never taken', async () => {
    const steps: string[] = []
    const village = ['V03', 'V04', 'V05', 'V06', 'V07', 'V08']
    // Killed after one step is killed before the next.
    const counts = (step: string) => !step.startsWith('after ') && step !== 'set typed-at'
    const whole = phoneOf('I07', (step) => counts(step) && steps.push(step))
    await whole.opensCard('V08')
    await whole.sees('下一个未评')
    const before = steps.length
    await whole.taps(`${FIRST}，拍照`)
    await whole.app.until(() => isDone(whole, 'V08'))
    whole.dies()
    const ofPhoto = steps.length - before
    expect(ofPhoto).toBeGreaterThan(12)

    for (let nth = 1; nth <= ofPhoto; nth++) {
      let passed = Number.NEGATIVE_INFINITY
      const phone = phoneOf('I07', (step, wechat) => {
        if (counts(step) && ++passed === nth) wechat.killed = true
      })
      const at = village[nth % 5]!
      await phone.opensCard(at)
      await phone.sees('下一个未评')
      const known = photosNamed(at).length
      passed = 0
      await phone.taps(`${FIRST}，拍照`).catch(() => {})
      await phone.app.until(() => phone.app.phone.killed || isDone(phone, at))
      passed = Number.NEGATIVE_INFINITY
      phone.dies()
      await phone.opensCard(at)
      await phone.sees('下一个未评')
      await phone.app.until(() => phone.waiting().length === 0 && !/待上传/.test(phone.shows()))
      const named = photosNamed(at)
      const orphans = onPhone(phone).filter((name) => ![...phone.storage.keys()].includes(`photo/${name.slice(6, -4)}`))
      expect({ nth, step: steps[before + nth - 1], orphans }).toMatchObject({ orphans: [] })
      expect(named.length - known).toBeLessThanOrEqual(1)
      for (const id of named) expect(files().filter(({ _id }) => _id === id)).toHaveLength(1)
      expect(new Set(phone.wire.uploads).size).toBeLessThanOrEqual(1)
      phone.dies()
      document.body.replaceChildren()
    }
  })
})

describe('a failing phone hands its queue over', () => {
  test('everything is on the server once, whichever phone sends it, and however often the file is imported', async () => {
    const failing = phoneOf('I11')
    await failing.opensCard('V01')
    await failing.sees('下一个未评')
    await failing.losesSignal()
    await failing.taps(`${FIRST}，2.5 分`)
    await failing.taps(`${FIRST}，拍照`)
    failing.dies()
    await failing.opensRecord('V01')
    await failing.sees('什么问题')
    await failing.taps('环境')
    await failing.types('什么问题', '村口垃圾桶满了没人清。')
    await failing.taps('记下这条问题')
    await failing.opensOutbox()
    await failing.sees('导出到文件')
    await failing.taps('导出到文件')
    const [file] = failing.app.phone.shared
    expect(file).toBeDefined()

    const other = phoneOf('I11')
    await other.opensCard('V02')
    await other.sees('下一个未评')
    await other.opensOutbox()
    await other.sees('从文件导入')
    const imports = async (text: string) => {
      other.app.phone.messageFile = text
      await other.taps('从文件导入')
    }
    await imports(`${file!.text.slice(0, -20)}`)
    await other.sees('这个文件不完整')
    await imports(file!.text)
    await other.app.until(() => other.waiting().length === 0 && marksOf('I11', 'V01').C01 === 2.5)
    await imports(file!.text)
    await other.app.until(() => other.app.phone.toasts.includes('导入了 0 项、0 张照片'))

    const findings = () => today.dump('findings').filter(({ by }) => by === 'I11')
    const files = () => today.dump('files').filter(({ uploader }) => uploader === 'I11')
    await other.app.until(() => findings().length === 1 && files().length === 1)
    other.dies()

    await failing.hasSignal()
    await failing.opensCard('V01')
    await failing.app.until(() => failing.waiting().length === 0)
    expect([findings().length, files().length]).toEqual([1, 1])
    expect(card('I11', 'V01')!.history.filter(({ lost }) => !lost)).toHaveLength(1)
    expect(card('I11', 'V01')!.marks.C01).toMatchObject({ mark: 2.5, photos: [expect.any(String)] })
  })

  test('another inspector’s file is not taken: what they sent would be theirs', async () => {
    const failing = phoneOf('I10')
    await failing.opensCard('V08')
    await failing.sees('下一个未评')
    await failing.losesSignal()
    await failing.taps(`${FIRST}，加 0.5`)
    await failing.opensOutbox()
    await failing.taps('导出到文件')
    const [file] = failing.app.phone.shared
    const other = phoneOf('I03')
    await other.opensCard('V06')
    await other.sees('下一个未评')
    await other.opensOutbox()
    other.app.phone.messageFile = file!.text
    await other.taps('从文件导入')
    await other.sees('这是别的评委导出的文件')
    expect(other.waiting()).toEqual([])
  })

  test('WeChat did not open its list: said, and the next tap hands the same file over', async () => {
    const failing = phoneOf('I10')
    await failing.opensCard('V08')
    await failing.sees('下一个未评')
    await failing.losesSignal()
    await failing.taps(`${FIRST}，加 0.5`)
    await failing.opensOutbox()
    failing.app.phone.shareFails = 'shareFileMessage:fail can only be invoked by user TAP gesture.'
    await failing.taps('导出到文件')
    await failing.sees('请再点一次导出')
    failing.app.phone.shareFails = ''
    await failing.taps('导出到文件')
    expect(failing.app.phone.shared).toHaveLength(1)
  })
})

function formerCard(sendId: string) {
  const mark = (mark: number) => ({ mark, note: '', base: 0, at: 5, waits: true, other: null })
  return {
    roundId: today.roundId,
    villageId: 'V07',
    marks: { C01: mark(2.5), C02: mark(3) },
    sending: { sendId, at: 5, changes: [{ itemId: 'C01', mark: 2.5, note: '', base: 0 }] },
    submitting: null,
    submitted: null,
    late: null,
    refused: null,
  }
}

/** One + at each item that has no mark. */
async function marksEverything(phone: Phone) {
  for (const paper of ['共性', '示范']) {
    await phone.taps(paper)
    for (const { name, disabled } of phone.app.controls()) {
      if (disabled || !name.includes('，加 ')) continue
      const plus = phone.app.control(name).element
      if (plus.parentElement!.querySelector('.stepper-mark')!.textContent!.trim() === '–') await phone.taps(name)
    }
  }
}
