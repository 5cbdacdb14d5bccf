import type { AuditDoc, FindingDoc } from '../../cloudfunctions/common/documents'
import { auditHead } from '../../src/domain/audit-chain'
import { centsChange, centsText } from '../../src/domain/cents-text'
import type { Progress } from '../../src/domain/progress'
import { readRoundText } from '../../src/domain/read-round-file'
import { roundResult } from '../../src/domain/result'
import type { AuditEdition } from '../../src/domain/round-file'
import type { RoundResult } from '../../src/domain/round-result'
import { readSample, seedAll } from '../../tools/seed/sample'
import { type Day, day } from '../vocabulary/day'
import { codeOf } from '../vocabulary/everyone'
import { fewAnswers } from '../vocabulary/few-answers'
import { opened, wordBlocks, wordSections } from '../vocabulary/office-files'
import { leavesLines, manyVillages, roundOf, sealed, snapshotOf } from '../vocabulary/rounds'
import { announces, round1 } from '../vocabulary/stages'
import { change } from '../vocabulary/stored'

const published = readSample<RoundResult>('round-2.result.json')
const first = readSample<RoundResult>('round-1.result.json')

let today: Day
beforeAll(async () => {
  today = await day({ state: 'closed' })
  await announces(today.cloud, round1())
  await seedAll(today.cloud, { findings: findings(today) })
  await leavesLines(today, 3)
  await sealed(today)
})
afterAll(() => today.stop())

/** Three 环境 (one of them fixed on the spot), two 细节, and one of another round. */
function findings({ roundId }: Day): FindingDoc[] {
  const all = [
    ['environment', 'reported', roundId],
    ['environment', 'reported', roundId],
    ['environment', 'verified', roundId],
    ['detail', 'reported', roundId],
    ['detail', 'submitted', roundId],
    ['facility', 'reported', '2024-1'],
  ] as const
  return all.map(([category, state, round], n) => ({
    _id: `finding-of-bulletin-${n}`,
    revision: 1,
    roundId: round,
    roundNumber: 2,
    villageId: 'V01',
    source: 'round',
    category,
    text: '排水沟堵着。',
    photos: [],
    photosAfter: [],
    state,
    dueOn: null,
    by: 'I01',
    byName: '周明远',
    at: 1,
    phone: 'phone-0000000000000',
    sendId: `send-of-finding-${n}`,
    sends: {},
    history: [],
  }))
}

const ask = () => ({ roundId: today.roundId })
const print = async (of: Day = today) => of.administrator.does('ranking', 'bulletin', { roundId: of.roundId })
const nameOf = (villageId: string) => today.file.villages.find(({ id }) => id === villageId)!.name
const textsOf = (base64: string) =>
  wordBlocks(base64).flatMap((block) => (block.kind === 'paragraph' ? block.text : []))

describe('ranking.bulletin', () => {
  test('never of a rehearsal', async () => {
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: true })
    expect(await codeOf(today, 'administrator', 'ranking', 'bulletin', ask())).toBe('notFound')
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
  })

  test('three database requests', async () => {
    expect(await today.cloud.requests.during(() => print())).toBe(3)
  })
})

describe('the layout of GB/T 9704', () => {
  const TWIPS_PER_MM = 1440 / 25.4

  test('A4, 37 mm above and 28 mm left of a type area of 156 × 225 mm; 22 lines of 28 characters', async () => {
    const xml = opened((await print()).base64)['word/document.xml']!
    const number = (tag: string, name: string) =>
      Number(new RegExp(`<w:${tag} [^>]*w:${name}="(-?\\d+)"`).exec(xml)?.[1])
    const mm = (tag: string, name: string) => number(tag, name) / TWIPS_PER_MM
    const [width, height] = [mm('pgSz', 'w'), mm('pgSz', 'h')]
    const [top, left, bottom, right] = ['top', 'left', 'bottom', 'right'].map((edge) => mm('pgMar', edge))
    expect([width, height, top!, left!].map(Math.round)).toEqual([210, 297, 37, 28])
    expect(width - left! - right!).toBeCloseTo(156, 1)
    expect(height - top! - bottom!).toBeCloseTo(225, 1)

    // No grid of characters: programs other than Word widen one that is narrower than its characters.
    expect(xml).toContain('<w:docGrid w:type="lines"')
    const areaPoints = { height: (225 / 25.4) * 72, width: (156 / 25.4) * 72 }
    expect(Math.floor(areaPoints.height / (number('docGrid', 'linePitch') / 20))).toBe(22)
    const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run)
    const body = runs.filter((run) => run.includes('<w:sz w:val="32"/>'))
    const spaces = new Set(body.map((run) => Number(/<w:spacing w:val="(-?\d+)"\/>/.exec(run)?.[1]) / 20))
    expect(spaces.size).toBe(1)
    const [space] = spaces
    expect(Math.floor(areaPoints.width / (16 + space!))).toBe(28)
    // What is smaller or larger is set as it is.
    expect(runs.filter((run) => !run.includes('<w:sz w:val="32"/>')).join('')).not.toContain('<w:spacing')
  })

  test('— 1 — in 4号 宋体, 7 mm below the type area, outside: right on odd pages, left on even ones', async () => {
    const parts = opened((await print()).base64)
    expect(parts['word/settings.xml']).toContain('<w:evenAndOddHeaders/>')
    const rels = parts['word/_rels/document.xml.rels']!
    const footerOf = (type: string) => {
      const [, id] = new RegExp(`<w:footerReference w:type="${type}" r:id="(\\w+)"`).exec(parts['word/document.xml']!)!
      const target = new RegExp(`Target="([^"]+)"[^>]*Id="${id}"|Id="${id}"[^>]*Target="([^"]+)"`).exec(rels)!
      return parts[`word/${target[1] ?? target[2]}`]!
    }
    for (const [type, side] of [
      ['default', 'right'],
      ['even', 'left'],
    ] as const) {
      const footer = footerOf(type)
      expect(footer).toMatch(/— .*<w:instrText[^>]*>PAGE<\/w:instrText>.* —/s)
      expect(footer).toContain(`<w:jc w:val="${side}"/>`)
      expect(footer).toContain('w:eastAsia="宋体"')
      expect(footer).toContain('<w:sz w:val="28"/>')
    }
    const distance = Number(/w:footer="(\d+)"/.exec(parts['word/document.xml']!)![1]) / TWIPS_PER_MM
    // The middle of a line of 14 points, seen from the type area's lower edge at 35 mm.
    expect(35 - distance - (14 / 72) * 25.4 * 0.5).toBeCloseTo(7, 0)
  })

  test('head, title, body and headings in their fonts and sizes', async () => {
    const blocks = wordBlocks((await print()).base64)
    const paragraph = (text: RegExp) => blocks.find((block) => block.kind === 'paragraph' && text.test(block.text))!.xml
    const organiser = paragraph(/^市委组织部$/)
    expect(organiser).toMatch(/w:eastAsia="方正小标宋简体"/)
    expect(organiser).toContain('<w:color w:val="E60012"/>')
    // 35 mm.
    expect(organiser).toContain('w:before="1984"')
    const toFillIn = paragraph(/^　+〔　+〕　+号$/)
    expect(toFillIn).toMatch(/<w:pBdr><w:bottom w:val="single" w:color="E60012"/)
    const title = paragraph(/^关于第2次拉练结果的通报$/)
    expect(title).toContain('w:eastAsia="方正小标宋简体"')
    expect(title).toContain('<w:sz w:val="44"/>')
    expect(title).toContain('<w:jc w:val="center"/>')
    expect(paragraph(/^一、/)).toContain('w:eastAsia="黑体"')
    expect(paragraph(/^（一）/)).toContain('w:eastAsia="楷体"')
    const body = paragraph(/现将结果通报如下/)
    expect(body).toContain('w:eastAsia="仿宋"')
    expect(body).toContain('<w:sz w:val="32"/>')
    expect(body).toContain('w:firstLineChars="200"')
    expect(body).toContain('w:line="579" w:lineRule="exact"')
  })

  test('every run names its Chinese font; no table tears a row, and its head is on every page', async () => {
    const { base64 } = await print()
    const xml = opened(base64)['word/document.xml']!
    const runs = [...xml.matchAll(/<w:r>.*?<\/w:r>/gs)].map(([run]) => run)
    expect(runs.length).toBeGreaterThan(100)
    for (const run of runs) expect(run).toMatch(/w:eastAsia="(方正小标宋简体|黑体|楷体|仿宋|宋体)"/)
    for (const block of wordBlocks(base64)) {
      if (block.kind !== 'table') continue
      expect(block.xml.match(/<w:tblHeader\/>/g)).toHaveLength(1)
      expect(block.xml.match(/<w:cantSplit\/>/g)).toHaveLength(block.rows.length)
    }
  })

  test('ends with the organiser and the day of sealing', async () => {
    const texts = textsOf((await print()).base64)
    const { sealedAt } = snapshotOf(today)
    const [year, month, date] = new Date(sealedAt + 8 * 3_600_000).toISOString().slice(0, 10).split('-').map(Number)
    expect(texts.slice(-2)).toEqual(['市委组织部', `${year}年${month}月${date}日`])
    const [organiser] = wordBlocks((await print()).base64).slice(-2)
    expect(organiser!.xml).toContain('<w:keepNext/>')
  })

  test('no page holds the signature alone: the last words go with it', async () => {
    const [words, between] = wordBlocks((await print()).base64).slice(-4)
    expect(words).toMatchObject({ kind: 'paragraph', text: expect.stringContaining('一致即为没有动过') })
    expect([words!.xml, between!.xml].filter((xml) => xml.includes('<w:keepNext/>'))).toHaveLength(2)
  })
})

describe('what it says is the frozen result', () => {
  const section = async (title: string) =>
    wordSections((await print()).base64).find(({ heading }) => heading.endsWith(title))!

  test('file name, title, opening', async () => {
    const { fileName, base64 } = await print()
    expect(fileName).toBe('通报-第2次拉练.docx')
    const { day } = roundOf(today)
    const [year, month, date] = day.split('-').map(Number)
    const texts = textsOf(base64)
    expect(texts).toContain('各有关乡镇、试点村：')
    expect(texts).toContain(
      `${year}年${month}月${date}日，市委组织部组织第2次拉练，按照《党建引领乡村振兴试点三年行动考核方案（样例）》（第1版）` +
        '对8个试点村评分，并请村民作满意度测评。8个村全部排名。现将结果通报如下。',
    )
  })

  test('the sections, numbered through', async () => {
    expect(wordSections((await print()).base64).map(({ heading }) => heading)).toEqual([
      '一、总分和名次',
      '二、进步情况',
      '三、各卷得分',
      '四、扣分情况',
      '五、发现的问题',
      '六、存档和复算',
    ])
  })

  test('ranking: rank, total, the last round’s rank and the change', async () => {
    const { tables } = await section('总分和名次')
    const [head, ...rows] = tables[0]!
    expect(head!.slice(0, 6)).toEqual(['名次', '试点村', '所属乡镇', '总分', '第1次名次', '总分增减'])
    expect(rows.map((row) => row.slice(0, 6))).toEqual(
      published.ranking.map(({ rank, villageId, total }) => {
        const before = first.ranking.find((one) => one.villageId === villageId)!
        const { name, town } = today.file.villages.find(({ id }) => id === villageId)!
        return [String(rank), name, town, centsText(total!), String(before.rank), centsChange(total!, before.total!)]
      }),
    )
  })

  test('how sure the order is, as it was drawn at sealing', async () => {
    const { certainty } = snapshotOf(today)
    if (certainty?.outcome !== 'drawn') throw new Error('nothing was drawn')
    const { tables, texts } = await section('总分和名次')
    const [head, ...rows] = tables[0]!
    expect(head![6]).toBe('名次区间')
    expect(rows.map((row) => row[6])).toEqual(
      certainty.villages.map(({ rankInterval: [best, worst] }) => (best === worst ? `${best}` : `${best}—${worst}`)),
    )
    const sentence = texts.find((text) => text.includes('重复抽样'))!
    expect(sentence).toContain('重复抽样1000次')
    expect(sentence).toContain('把握为90%')
    const bands = new Set(certainty.villages.map(({ band }) => band)).size
    expect(sentence).toContain(`榜单分为${bands}档`)
    for (const { villageId, band } of certainty.villages)
      expect(sentence).toMatch(new RegExp(`第${band}档，[^；]*${nameOf(villageId)}`))
  })

  test('进步榜, as it was frozen', async () => {
    const { progress } = snapshotOf(today)
    const { tables, texts } = await section('进步情况')
    const [head, ...rows] = tables[0]!
    expect(head).toEqual(['进步名次', '试点村', '增量', '共性目标', '示范目标', '满意度'])
    expect(progress!.rows).toHaveLength(8)
    expect(rows).toEqual(
      progress!.rows.map(({ rank, villageId, total, common, demonstration, satisfaction }) => [
        String(rank),
        nameOf(villageId),
        ...[total, common, demonstration, satisfaction].map((units) => (units === null ? '—' : centsChange(units, 0))),
      ]),
    )
    expect(texts[0]).toContain('与第1次拉练相比')
  })

  test('the four papers and their medians', async () => {
    const { tables } = await section('各卷得分')
    const [head, ...rows] = tables[0]!
    expect(head).toEqual(['试点村', '共性目标（40分）', '示范目标（30分）', '满意度（30分）', '扣分'])
    const { medians } = snapshotOf(today).details
    expect(rows).toEqual([
      ...published.ranking.map((row) => [
        nameOf(row.villageId),
        ...[row.common!, row.demonstration!, row.satisfaction!, row.deductions!].map(centsText),
      ]),
      ['中位数', ...[medians.common!, medians.demonstration!, medians.satisfaction!].map(centsText), '—'],
    ])
  })

  test('deductions with their reasons; what was revoked or never confirmed is not there', async () => {
    const { tables } = await section('扣分情况')
    expect(tables).toEqual([
      [
        ['试点村', '事由', '次数', '扣分'],
        [nameOf('V07'), '上轮问题逾期未整改', '5', '8.00'],
        [
          nameOf('V07'),
          today.file.scheme.deductionItems.find(({ id }) => id === 'K09')!.title,
          '2',
          expect.any(String),
        ],
      ],
    ])
    const taken = tables[0]!.slice(1).reduce((sum, row) => sum + Number(row[3]), 0)
    expect(taken * 10_000).toBe(published.ranking.find(({ villageId }) => villageId === 'V07')!.deductions)
  })

  test('findings by category and state, of this round, as they stood at sealing', async () => {
    const { tables, texts } = await section('发现的问题')
    expect(tables).toEqual([
      [
        ['类别', '已记录', '待销号', '已销号', '合计'],
        ['细节', '1', '1', '0', '2'],
        ['环境', '2', '0', '1', '3'],
        ['合计', '3', '1', '1', '5'],
      ],
    ])
    expect(texts[0]).toContain('共记录问题5个，其中已销号1个')
  })

  test('the digest, and the public edition’s, which recompute gives', async () => {
    const { texts } = await section('存档和复算')
    const { digest, files } = snapshotOf(today)
    expect(texts).toContain(digest)
    expect(texts).toContain(files.public!.digest)
    await change(today.cloud, 'rounds', today.roundId, { state: 'announced' })
    const { url } = await today.villager(1).does('ranking', 'exportPublic', ask())
    const read = readRoundText(await (await fetch(url)).text())
    await change(today.cloud, 'rounds', today.roundId, { state: 'sealed' })
    if ('refusal' in read) throw new Error('the public edition was refused')
    expect(texts).toContain(roundResult(read.round).digest)
    expect(texts.join('')).toContain('npm run -s recompute -- 文件名 --expect 摘要')
  })

  test('the head of the audit’s chain, with what audit-log needs to check the exported lines against the paper', async () => {
    const { texts } = await section('存档和复算')
    const { until, count, head } = snapshotOf(today).audits!
    expect(count).toBe(3)
    expect(texts).toContain(head)
    expect(texts.indexOf(head!)).toBeGreaterThan(texts.indexOf('（三）操作记录'))
    const printed = texts.join('').match(/audit-log -- 文件名 (\d+) (\d+) 摘要/)!
    expect([Number(printed[1]), Number(printed[2])]).toEqual([until, count])
    expect(texts.join('')).toContain(`共留下${count}条操作记录`)
    const lines = today.dump('audits') as unknown as AuditDoc[]
    const ofRound = lines.filter(({ roundId }) => roundId === today.roundId)
    expect(auditHead(ofRound, Number(printed[1]))).toEqual({ until, count, head })
  })
})

describe('other snapshots', () => {
  let other: Day
  afterEach(() => other.stop())

  test('an older one without what is newer: those sections and columns are left out, none is empty', async () => {
    other = await day({ state: 'closed', file: fewAnswers() })
    await sealed(other)
    const {
      _id,
      audits: _a,
      certainty: _c,
      findings: _f,
      correction: _k,
      panel: _p,
      progress: _g,
      ...older
    } = snapshotOf(other)
    await other.cloud.sdk().database().collection('snapshots').doc(_id).set({ data: older })
    const sections = wordSections((await print(other)).base64)
    expect(sections.map(({ heading }) => heading)).toEqual([
      '一、总分和名次',
      '二、各卷得分',
      '三、扣分情况',
      '四、存档和复算',
    ])
    for (const { texts, tables } of sections) expect(texts.length + tables.length).toBeGreaterThan(0)
    expect(sections[0]!.tables[0]![0]).toEqual(['名次', '试点村', '所属乡镇', '总分'])
    expect(sections[0]!.texts.join('')).not.toContain('抽样')
    expect(sections[3]!.texts.join('')).not.toContain('操作记录')
  })

  test('更正: says so, why, and what it takes the place of', async () => {
    other = await day({ state: 'closed', file: fewAnswers() })
    await sealed(other)
    const correction = { n: 1, of: `${other.roundId}:1`, reason: '柳塘村联户覆盖率录错' }
    const { _id, ...fields } = snapshotOf(other)
    await other.cloud
      .sdk()
      .database()
      .collection('snapshots')
      .doc(_id)
      .set({ data: { ...fields, correction } })
    const { fileName, base64 } = await print(other)
    expect(fileName).toBe('通报（更正）-第2次拉练.docx')
    const texts = textsOf(base64)
    expect(texts).toContain('关于更正第2次拉练结果的通报')
    expect(texts).toContain(
      '本通报为第1次更正。更正原因：柳塘村联户覆盖率录错。第2次拉练的结果已重新核算、重新封存，此前印发的该次通报同时作废，以本通报为准。',
    )
  })

  test('deferred: a stop that was skipped, in the words of whoever skipped it; neither ranked nor marked', async () => {
    const file = readSample<AuditEdition>('round-2.json')
    const stops = file.stops.map((stop) => (stop.villageId === 'V04' ? { ...stop, state: 'skipped' as const } : stop))
    other = await day({ state: 'closed', file: { ...file, stops } })
    const skip = {
      id: 'skip-of-the-day-00001',
      at: 1,
      by: 'M01',
      change: { kind: 'skip', villageId: 'V04' },
      text: '取消',
      reason: '山洪冲了路。',
      before: null,
      after: null,
    }
    await change(other.cloud, 'rounds', other.roundId, { changes: [skip] })
    await sealed(other)
    const sections = wordSections((await print(other)).base64)
    const { name, town } = file.villages.find(({ id }) => id === 'V04')!
    const deferred = sections.find(({ heading }) => heading === '三、缓评情况')!
    expect(deferred.texts).toEqual([
      '下列村本次不排名次，也不计入中位数。',
      `${name}（${town}）：点位当日取消，原因是山洪冲了路。`,
    ])
    for (const { heading, tables } of sections)
      if (heading !== '三、缓评情况') expect(JSON.stringify(tables)).not.toContain(name)
  })

  test('a provisional village that two persons ranked all the same: ranked, and said to be so', async () => {
    const file = readSample<AuditEdition>('round-2.json')
    const others = file.responses.filter(({ villageId }) => villageId !== 'V03')
    const seven = file.responses
      .filter(({ villageId, channel, tooFast }) => villageId === 'V03' && channel === 'card' && !tooFast)
      .slice(0, 7)
    other = await day({ state: 'closed', file: { ...file, accepted: ['V03'], responses: [...others, ...seven] } })
    await sealed(other)
    const sections = wordSections((await print(other)).base64)
    const { name, town } = file.villages.find(({ id }) => id === 'V03')!
    expect(sections.find(({ heading }) => heading.endsWith('缓评情况'))!.texts).toEqual([
      `${name}（${town}）有效答卷不足10份，经两人同意照常排名。`,
    ])
    expect(sections[0]!.tables[0]!.map((row) => row[1])).toContain(name)
  })

  test('no public edition: says so, and prints no second digest', async () => {
    other = await day({ state: 'closed', file: fewAnswers() })
    await sealed(other)
    const { _id, files } = snapshotOf(other)
    await change(other.cloud, 'snapshots', _id, { files: { ...files, public: null } })
    const { texts } = wordSections((await print(other)).base64).at(-1)!
    const { digest, audits } = snapshotOf(other)
    expect(texts.filter((text) => text.startsWith('sha256:'))).toEqual([digest, ...(audits?.head ? [audits.head] : [])])
    expect(texts.join('')).toContain('不发布公开版')
  })
})

describe('进步榜 and those who are not on it', () => {
  let other: Day
  afterEach(() => other.stop())

  test('relative progress is called so; who is left out is named, with why', async () => {
    other = await day({ state: 'closed', file: fewAnswers() })
    await sealed(other)
    const { _id, ...fields } = snapshotOf(other)
    const progress: Progress = {
      since: { roundId: '2024-1', number: 1, date: '2024-09-20' },
      kind: 'relative',
      papers: { common: 'relative', demonstration: 'joint', satisfaction: null },
      rows: [{ rank: 1, villageId: 'V02', total: 23_400, common: 30_000, demonstration: -6_600, satisfaction: null }],
      leftOut: [
        { villageId: 'V03', reason: 'deferredBefore' },
        { villageId: 'V99', reason: 'absentNow' },
      ],
    }
    await other.cloud
      .sdk()
      .database()
      .collection('snapshots')
      .doc(_id)
      .set({ data: { ...fields, progress } })
    const { heading, tables, texts } = wordSections((await print(other)).base64)[1]!
    expect(heading).toBe('二、进步情况（相对增量）')
    expect(tables[0]).toEqual([
      ['进步名次', '试点村', '增量', '共性目标', '示范目标'],
      ['1', nameOf('V02'), '+2.34', '+3.00', '−0.66'],
    ])
    expect(texts.at(-1)).toBe(`没有列入进步榜的村：${nameOf('V03')}（上次缓评）。`)
  })
})

describe('no cell of 1 to 4 people', () => {
  test('none, 3 and 4 valid responses of a village: but for their digests the bulletins are the same', async () => {
    const bulletins = []
    for (const valid of [0, 3, 4]) {
      const few = await day({ state: 'closed', file: withFew(valid) })
      try {
        await sealed(few)
        bulletins.push(textsAndTables((await print(few)).base64))
      } finally {
        await few.stop()
      }
    }
    const [none, three, four] = bulletins
    expect(three).toEqual(none)
    expect(four).toEqual(none)
    expect(none!.join('\n')).toContain(`有效答卷不足10份。`)
  })

  /** Round 2 with so many valid responses of V03. */
  function withFew(valid: number): AuditEdition {
    const file = readSample<AuditEdition>('round-2.json')
    const others = file.responses.filter(({ villageId }) => villageId !== 'V03')
    const full = file.responses.filter(
      ({ villageId, channel, tooFast, answers }) =>
        villageId === 'V03' && channel === 'card' && !tooFast && Object.values(answers).every((level) => level !== 0),
    )
    // The draws follow from the digest, which any response changes.
    const scheme = { ...file.scheme, certainty: { ...file.scheme.certainty, draws: 0 } }
    return { ...file, scheme, responses: [...others, ...full.slice(0, valid)] }
  }

  function textsAndTables(base64: string): string[] {
    return wordBlocks(base64)
      .map((block) => (block.kind === 'table' ? JSON.stringify(block.rows) : block.text))
      .filter((text) => !text.startsWith('sha256:'))
  }
})

describe('size', () => {
  let many: Day
  afterAll(() => many.stop())

  test('200 villages: a tenth of the megabyte that an answer holds', async () => {
    many = await day({ state: 'closed', file: fewAnswers() })
    await sealed(many)
    await manyVillages(many)
    const answer = await print(many)
    expect(wordSections(answer.base64)[0]!.tables[0]).toHaveLength(201)
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(100_000)
  })
})
