import type { PublicEdition } from '../../src/domain/round-file'
import { sealAndAnnounce } from '../../tools/seed/sample'
import { type Day, day, type Person } from '../vocabulary/day'
import { type Phone, phoneWith, putAway, through } from '../vocabulary/phone'
import { leavesLines, snapshotOf } from '../vocabulary/rounds'
import { change } from '../vocabulary/stored'
import { untilLetGo } from '../vocabulary/until-let-go'
import { itsTime } from './engine/its-time'
import type { OpenOptions } from './engine/open-app'

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
})
afterAll(() => today.stop())
afterEach(putAway)

/** `changed`: what somebody did to the public file on its way. */
function phoneOf({ openid }: Person, changed?: (file: PublicEdition) => void, habits: Pick<OpenOptions, 'holds'> = {}) {
  return phoneWith({
    time: itsTime(),
    ...habits,
    callFunction: through(today.cloud.url, openid),
    downloadFile: async (url) => {
      const text = await (await fetch(url)).text()
      if (!changed) return Buffer.from(text)
      const file = JSON.parse(text) as PublicEdition
      changed(file)
      return Buffer.from(JSON.stringify(file))
    },
  })
}

async function verifies(phone: Phone, verdict: string): Promise<string> {
  await phone.opens('manage/verify/index', { round: today.roundId })
  await phone.sees(verdict)
  return phone.shows()
}

function inspectedMark(file: PublicEdition, villageId: string) {
  return file.scorecards.find((card) => card.villageId === villageId)!.marks
}

const lowest = (marks: Record<string, number>) => Object.keys(marks).sort((a, b) => marks[a]! - marks[b]!)[0]!

test('before announcing there is nothing to recompute, and it says so', async () => {
  expect(await verifies(phoneOf(today.leader), '不能验算')).toContain('榜单还没有公布')
})

describe('once announced', () => {
  beforeAll(async () => {
    await leavesLines(today, 3)
    await sealAndAnnounce(today.cloud, today.roundId)
  })

  test('from the board: the phone comes to the same places, totals and digest', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('pages/board/index')
    await phone.sees('红林村')
    await phone.taps('本机验算')
    await phone.sees('一致')
    expect(phone.app.route).toBe('manage/verify/index')
    const shown = phone.shows()
    expect(shown).not.toContain('不一致')
    expect(shown).toContain('8 个村的名次、总分和四卷得分')
    expect(shown).toContain('第 1 名 83.37 分')
    const { digest, files, audits } = snapshotOf(today)
    expect(shown).toContain(digest.slice(-8))
    expect(shown).toContain(`共 3 条`)
    expect(shown).toContain(audits!.head!.slice(-8))
    expect(shown).toContain(files.public!.digest.slice(-8))
    await phone.taps('回到榜单')
    expect(phone.app.route).toBe('pages/board/index')
  })

  test('says what it is doing while it does it', async () => {
    const { held, letGo } = untilLetGo()
    const phone = phoneOf(today.leader, undefined, { holds: (call) => (call.startsWith('http') ? held : undefined) })
    await phone.opens('manage/verify/index', { round: today.roundId })
    await phone.sees('正在验算：取公开版')
    letGo()
    await phone.sees('一致')
  })

  test('one mark changed in the public file: 不一致, and which village by how much', async () => {
    const shown = await verifies(
      phoneOf(today.leader, (file) => {
        for (const { villageId, marks } of file.scorecards) if (villageId === 'V08') marks[lowest(marks)] = 0
      }),
      '不一致',
    )
    const name = today.file.villages.find(({ id }) => id === 'V08')!.name
    expect(shown).toMatch(
      new RegExp(`${name}：榜单是第 \\d 名 \\d\\d\\.\\d\\d 分，重算是第 \\d 名 \\d\\d\\.\\d\\d 分。`),
    )
    expect(shown).toContain('公开版的内容变过')
  })

  test('a change that moves no village is still seen by the digest', async () => {
    const shown = await verifies(
      phoneOf(today.leader, (file) => {
        file.scheme.title += '（改）'
      }),
      '不一致',
    )
    expect(shown).toContain('1 处不同')
    expect(shown).toContain('公开版的内容变过')
    expect(shown.match(/村一样/g)).toHaveLength(8)
  })

  test('another round’s audit digest in the file is named', async () => {
    const shown = await verifies(
      phoneOf(today.leader, (file) => {
        file.auditDigest = `sha256:${'0'.repeat(64)}`
      }),
      '不一致',
    )
    expect(shown).toContain('公开版写明出自摘要 00000000…00000000 的榜单')
  })

  test('a file that breaks a rule cannot be computed: where and what', async () => {
    const shown = await verifies(
      phoneOf(today.leader, (file) => {
        inspectedMark(file, 'V08')[lowest(inspectedMark(file, 'V08'))] = 1000
      }),
      '不能验算',
    )
    expect(shown).toMatch(/公开版不合格式.*scorecards\[\d+\]\.marks/)
  })

  test('the file’s address can be taken to a computer', async () => {
    const phone = phoneOf(today.leader)
    await phone.opens('manage/verify/index', { round: today.roundId })
    await phone.sees('一致')
    await phone.taps('复制公开版下载地址，在电脑上也能重算')
    await phone.app.until(() => phone.app.phone.toasts.includes('下载地址已复制'))
    const edition = (await (await fetch(phone.app.phone.clipboard.at(-1)!)).json()) as PublicEdition
    expect(edition).toMatchObject({ id: today.roundId, edition: 'public' })
  })

  test('a villager takes it from the page of their village’s code', async () => {
    const phone = phoneOf(today.villager(1))
    await phone.opens('public/village/index', { village: 'V01' })
    await phone.sees('100 个人里，')
    await phone.taps('复制公开版下载地址')
    await phone.app.until(() => phone.app.phone.toasts.includes('下载地址已复制'))
    const edition = (await (await fetch(phone.app.phone.clipboard.at(-1)!)).json()) as PublicEdition
    expect(edition).toMatchObject({ id: today.roundId, edition: 'public' })
  })

  test('no signal: says so, and once more with it agrees', async () => {
    const phone = phoneWith({
      time: itsTime(),
      callFunction: through(today.cloud.url, today.leader.openid),
      downloadFile: async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer()),
      online: false,
    })
    await phone.opens('manage/verify/index', { round: today.roundId })
    await phone.sees('不能验算')
    expect(phone.shows()).toContain('网络或服务器忙')
    await phone.hasSignal()
    await phone.taps('再算一次')
    await phone.sees('一致')
  })

  test('a phone without whole numbers of any size says that it is too old', async () => {
    const own = globalThis.BigInt
    Object.assign(globalThis, { BigInt: undefined })
    try {
      expect(await verifies(phoneOf(today.leader), '不能验算')).toContain('系统太旧')
    } finally {
      Object.assign(globalThis, { BigInt: own })
    }
  })

  test('a round without a public edition says why there is none', async () => {
    const { _id, files } = snapshotOf(today)
    await change(today.cloud, 'snapshots', _id, { files: { ...files, public: null } })
    expect(await verifies(phoneOf(today.leader), '不能验算')).toContain('这一次没有公开版')
  })
})
