import { missingLines, type ReadyFacts, type ReadyLine, readyCheck } from '../../src/domain/ready-check'
import type { AuditEdition } from '../../src/domain/round-file'
import { suggestedRoute } from '../../src/domain/route-suggestion'
import { shanghaiTime } from '../../src/domain/shanghai-clock'
import { surveyOpensAt } from '../../src/domain/survey-window'
import { readSample } from '../../tools/seed/sample'

const round = readSample<AuditEdition>('round-2.json')
const day = '2026-12-20'

/** The sample's second round a week before its day: everything handed in. */
const sound: ReadyFacts = {
  scheme: round.scheme,
  sharedInspectors: 3,
  day,
  today: '2026-12-13',
  opensAt: surveyOpensAt(day),
  now: shanghaiTime('2026-12-13', '09:00'),
  stops: round.stops,
  villages: round.villages.map(({ id, name, districtId }) => ({
    id,
    name,
    districtId,
    location: null,
    responsibilities: [{ duty: 'first-secretary', title: '第一书记', name: '周国庆', unit: '', memberId: null }],
    officers: id === 'V01' ? ['黄德明'] : [],
  })),
  panel: round.panel.map((inspector) => ({ ...inspector, bound: true, gone: false })),
  goals: round.goals.map(({ id, villageId, title }) => ({ goalId: id, villageId, title, state: 'approved' })),
  measurements: round.measurements.map(({ villageId, indicatorId }) => ({ villageId, indicatorId, state: 'checked' })),
  notApplicable: round.notApplicable,
  notApplicableDecided: true,
  otherRound: null,
}
const linesOf = (more: Partial<ReadyFacts>, code?: ReadyLine['code']) =>
  readyCheck({ ...sound, ...more }).filter((line) => line.state !== 'done' && (!code || line.code === code))
const at = <T>(items: readonly T[], index: number, change: Partial<T>): T[] =>
  items.map((item, n) => (n === index ? { ...item, ...change } : item))

describe('a round that has everything', () => {
  test('every line is done, each subject has one', () => {
    const lines = readyCheck(sound)
    expect(lines.filter(({ code }) => code !== 'unevenDistricts').map(({ state }) => state)).toEqual(
      Array.from({ length: 12 }, () => 'done'),
    )
    expect(new Set(lines.map(({ code }) => code)).size).toBe(13)
    expect(lines.map(({ text }) => text).slice(0, 6)).toEqual([
      `考核方案：《${round.scheme.title}》第 1 版`,
      '路线 8 个村，08:00 到第一个村，16:55 离开最后一个村',
      '12 月 20 日拉练',
      '示范目标都批准了，共 24 条',
      '已确认：3 项指标不适用',
      '实测数据都核过了，共 104 项',
    ])
  })

  test('the sample’s districts send unequal numbers: a warning, and it may be ready', () => {
    expect(linesOf({})).toEqual([
      {
        code: 'unevenDistricts',
        state: 'warning',
        text: expect.stringContaining('人数不等'),
        waitsFor: '',
        villageIds: [],
      },
    ])
    expect(missingLines(readyCheck(sound))).toEqual([])
  })
})

describe('the route', () => {
  test('none, or one village: not enough; what depends on the route is not asked yet', () => {
    expect(readyCheck({ ...sound, stops: [], villages: [] }).map(({ code, state }) => `${code} ${state}`)).toEqual([
      'scheme done',
      'stops missing',
      'day done',
      'otherRound done',
    ])
    const one = { stops: round.stops.slice(0, 1), villages: sound.villages.slice(0, 1) }
    expect(linesOf(one, 'stops')[0]).toMatchObject({ state: 'missing', text: '路线上至少要有两个村，现在有 1 个' })
  })

  test.each([
    [{ depart: '09:10' }, '第 2 站清港村（09:10–09:10）离开要晚于到达'],
    [{ arrive: '08:44' }, '第 2 站清港村（08:44–09:55）到达早于离开上一个村（08:45）'],
  ])('times that cannot be: %p', (change, text) => {
    expect(linesOf({ stops: at(round.stops, 1, change) }, 'stops')).toEqual([
      { code: 'stops', state: 'missing', text, waitsFor: '', villageIds: ['V02'] },
    ])
  })

  test('arriving when one leaves the last village is no fault', () => {
    expect(linesOf({ stops: at(round.stops, 1, { arrive: '08:45' }) }, 'stops')).toEqual([])
  })
})

describe('the road: a warning where coordinates say that it takes longer', () => {
  const placed = (longitudes: (number | null)[]) =>
    sound.villages.slice(0, longitudes.length).map((village, n) => {
      const longitude = longitudes[n]!
      return { ...village, location: longitude === null ? null : { longitude, latitude: 28.5 } }
    })
  // 0.2 degrees at 28.5 north are 19.5 km, by road 27.4: 41 minutes at 40 km/h, said as 45.
  const far = placed([115.8, 116.0, 116.2])
  const timed = (...times: [string, string][]) =>
    times.map(([arrive, depart], n) => ({ ...round.stops[n]!, villageId: sound.villages[n]!.id, arrive, depart }))

  test('the leg that is short of most is named, the others are counted', () => {
    const stops = timed(['08:00', '08:45'], ['09:15', '10:00'], ['10:10', '10:55'])
    expect(linesOf({ villages: far, stops }, 'drive')).toEqual([
      {
        code: 'drive',
        state: 'warning',
        text: '清港村到金沙村只留了 10 分钟，按坐标估算路上要 45 分钟；另有 1 段路也不够',
        waitsFor: '',
        villageIds: ['V01', 'V02', 'V03'],
      },
    ])
  })
  test('enough time, or a village whose place nobody knows: nothing is said', () => {
    const enough = timed(['08:00', '08:45'], ['09:30', '10:15'], ['11:00', '11:45'])
    expect(linesOf({ villages: far, stops: enough }, 'drive')).toEqual([])
    const stops = timed(['08:00', '08:45'], ['08:46', '10:00'], ['10:01', '10:55'])
    expect(linesOf({ villages: placed([115.8, null, 116.2]), stops }, 'drive')).toEqual([])
  })
  test('the last village is left after six in the evening', () => {
    const stops = timed(['08:00', '08:45'], ['17:16', '18:00'])
    expect(linesOf({ villages: far.slice(0, 2), stops }, 'drive')).toEqual([])
    const late = timed(['08:00', '08:45'], ['17:16', '18:01'])
    expect(linesOf({ villages: far.slice(0, 2), stops: late }, 'drive')).toMatchObject([
      { state: 'warning', text: '18:01 才离开最后一个村，晚于 18:00' },
    ])
  })
  test('what the suggestion proposes is never short', () => {
    const { stops } = suggestedRoute(far)
    expect(
      linesOf({ villages: far, stops: stops.map((stop, n) => ({ ...round.stops[n]!, ...stop })) }, 'drive'),
    ).toEqual([])
  })
})

describe('the day', () => {
  test('a day that is past is missing; today is not', () => {
    expect(linesOf({ today: '2026-12-21' }, 'day')[0]).toMatchObject({ state: 'missing' })
    expect(linesOf({ today: day }, 'day')).toEqual([])
  })
  test('within the survey’s window it opens at once, and there is no way back: a warning', () => {
    expect(linesOf({ now: sound.opensAt - 1 }, 'day')).toEqual([])
    expect(linesOf({ now: sound.opensAt }, 'day')).toEqual([
      expect.objectContaining({ state: 'warning', text: '一点就绪，村民测评马上开放，之后不能再退回草稿' }),
    ])
  })
  test('the window opens at midnight in Shanghai, so many days before', () => {
    expect(surveyOpensAt('2026-12-20', 3)).toBe(Date.UTC(2026, 11, 16, 16))
    expect(surveyOpensAt('2026-03-01', 1)).toBe(Date.UTC(2026, 1, 27, 16))
    expect(surveyOpensAt('2026-12-20', 0)).toBe(Date.UTC(2026, 11, 19, 16))
  })
})

describe('goals: approved for every village', () => {
  const goal = (state: 'declared' | 'returned', goalId = 'G9') => ({ goalId, villageId: 'V01', title: '修渠', state })
  const withoutV01 = sound.goals.filter(({ villageId }) => villageId !== 'V01')

  test('none declared: its officer’s turn; a village without one: an administrator’s', () => {
    expect(linesOf({ goals: withoutV01 }, 'goals')).toEqual([
      { code: 'goals', state: 'missing', text: '云溪村还没有申报示范目标', waitsFor: '黄德明', villageIds: ['V01'] },
    ])
    expect(linesOf({ goals: withoutV01.filter(({ villageId }) => villageId !== 'V02') }, 'goals')).toEqual([
      expect.objectContaining({
        text: '云溪村、清港村还没有申报示范目标',
        waitsFor: '黄德明；管理员代填（清港村还没有村干部账号）',
      }),
    ])
  })
  test('a goal with the id of one of the scheme’s indicators: their marks could not be told apart', () => {
    const [first] = sound.goals
    const goals = sound.goals.map((one) => (one === first ? { ...one, goalId: 'C03', title: '农家书屋' } : one))
    expect(linesOf({ goals }, 'goals')).toMatchObject([
      {
        state: 'missing',
        text: '云溪村的示范目标“农家书屋”和方案的一项指标同用编号 C03，请删掉，换个编号重新申报',
        waitsFor: '黄德明',
      },
    ])
  })
  test('declared: whoever approves; returned: its officer; both told', () => {
    const goals = [...withoutV01, goal('declared'), goal('declared'), goal('returned')]
    expect(linesOf({ goals }, 'goals').map(({ text, waitsFor }) => [text, waitsFor])).toEqual([
      ['云溪村有 1 条示范目标被退回，要改好或删掉', '黄德明'],
      ['云溪村有 2 条示范目标等批准', '管理员，或不回避的评委（申报人自己不能批）'],
    ])
  })
  test('a scheme that weighs no goals asks for none; a village off the route owes nothing', () => {
    const weights = { common: 70, demonstration: 0, satisfaction: 30 }
    expect(linesOf({ goals: [], scheme: { ...round.scheme, weights } }, 'goals')).toEqual([])
    expect(linesOf({ goals: [...sound.goals, { ...goal('declared'), villageId: 'V99' }] }, 'goals')).toEqual([])
  })
})

describe('measured facts: checked, of every measured indicator that applies', () => {
  test.each([
    ['entered', '云溪村有 1 项实测数据等核对', '管理员，或不回避的评委（录入人自己不能核）'],
    ['returned', '云溪村有 1 项实测数据被退回，要重填', '黄德明'],
  ] as const)('%s', (state, text, waitsFor) => {
    expect(linesOf({ measurements: at(sound.measurements, 0, { state }) }, 'measurements')).toEqual([
      { code: 'measurements', state: 'missing', text, waitsFor, villageIds: ['V01'] },
    ])
  })
  test('not entered, and not asked for where the indicator does not apply', () => {
    const measurements = sound.measurements.slice(1)
    expect(linesOf({ measurements }, 'measurements')[0]).toMatchObject({ text: '云溪村有 1 项实测数据没有填' })
    const { villageId, indicatorId } = sound.measurements[0]!
    const notApplicable = [...sound.notApplicable, { villageId, indicatorId }]
    expect(linesOf({ measurements, notApplicable }, 'measurements')).toEqual([])
  })
})

describe('what does not apply', () => {
  test('somebody must have looked, even where everything applies', () => {
    expect(linesOf({ notApplicableDecided: false }, 'notApplicable')[0]).toMatchObject({ state: 'missing' })
    expect(readyCheck({ ...sound, notApplicable: [] })).toContainEqual(
      expect.objectContaining({ code: 'notApplicable', text: '已确认：每个村每项指标都适用' }),
    )
  })
  test('a village to which nothing applies cannot be scored', () => {
    const notApplicable = round.scheme.indicators.map(({ id }) => ({ villageId: 'V01', indicatorId: id }))
    expect(linesOf({ notApplicable }, 'notApplicable')).toEqual([
      expect.objectContaining({ text: '云溪村没有一项指标适用，共性目标没法打分', villageIds: ['V01'] }),
    ])
  })
})

describe('the panel', () => {
  const withPanel = (count: number) => ({ panel: sound.panel.slice(0, count) })

  test('fewer than the scheme’s inspectors: the villages, in one line', () => {
    const [line] = linesOf(withPanel(2), 'inspectors')
    expect(line).toMatchObject({ state: 'missing' })
    expect(line!.villageIds).toHaveLength(8)
    expect(line!.text).toContain('另有 7 个村也不够')
    expect(linesOf({ panel: [] }, 'inspectors')).toHaveLength(1)
  })
  test('villages that share nobody are not connected, and too few are shared', () => {
    const panel = sound.panel.slice(0, 6).map((inspector, n) => ({
      ...inspector,
      recusedVillageIds: round.villages.map(({ id }) => id).filter((id) => (id === 'V01') !== n < 3),
    }))
    expect(linesOf({ panel }).map(({ code, state }) => `${code} ${state}`)).toEqual(
      expect.arrayContaining(['connected missing', 'shared missing']),
    )
  })
  test('an inspector without a phone: a warning, it waits for them by name', () => {
    expect(linesOf({ panel: at(sound.panel, 0, { bound: false }) }, 'unbound')).toEqual([
      {
        code: 'unbound',
        state: 'warning',
        text: '周明远还没有绑定微信，当天进不来',
        waitsFor: '周明远（用邀请码绑定）',
        villageIds: [],
      },
    ])
  })
  test('somebody who is no inspector any more counts for nothing and must go', () => {
    const panel = sound.panel.slice(0, 3).map((inspector) => ({ ...inspector, recusedVillageIds: [], gone: true }))
    expect(linesOf({ panel }, 'inspectors').map(({ text }) => text)).toEqual([
      `${panel.map(({ name }) => name).join('、')}已经不是评委，请从评审组里去掉`,
      expect.stringContaining('能评的评委只有 0 位'),
    ])
  })
})

test('nobody responsible for a village: a warning', () => {
  expect(linesOf({ villages: at(sound.villages, 0, { responsibilities: [] }) }, 'responsibility')).toEqual([
    {
      code: 'responsibility',
      state: 'warning',
      text: '云溪村还没有登记包联责任人',
      waitsFor: '',
      villageIds: ['V01'],
    },
  ])
})

describe('somebody who answers for a village and an inspector of the same name', () => {
  const named = (more: object) => ({
    duty: '包村',
    title: '第一书记',
    name: ` ${sound.panel[0]!.name}`,
    unit: '',
    memberId: null,
    ...more,
  })
  const villagesWith = (more: object) => at(sound.villages, 0, { responsibilities: [named(more)] })
  const judges = [{ ...sound.panel[0]!, recusedVillageIds: [] }, ...sound.panel.slice(1)]

  test('a warning: only who is chosen from the list is recused', () => {
    const [line, ...more] = linesOf({ villages: villagesWith({}), panel: judges }, 'namesake')
    expect(more).toEqual([])
    expect(line).toMatchObject({
      state: 'warning',
      text: `云溪村的包联责任人与评委${sound.panel[0]!.name}同名。是同一个人的，请在村的资料里选上，才会回避`,
      villageIds: ['V01'],
    })
  })
  test.each([
    ['chosen from the list, whoever it is', { memberId: 'M99' }, judges],
    ['another name', { name: '某某某' }, judges],
    ['recused there anyway', {}, [{ ...sound.panel[0]!, recusedVillageIds: ['V01'] }]],
  ])('none where they are %s', (_, more, panel) => {
    expect(linesOf({ villages: villagesWith(more), panel }, 'namesake')).toEqual([])
  })
})

test('another real round at hand: it must be sealed first', () => {
  expect(linesOf({ otherRound: { number: 2 } }, 'otherRound')).toEqual([
    expect.objectContaining({
      state: 'missing',
      text: '第 2 次拉练还没有封存，同时只能有一次',
      waitsFor: '第 2 次拉练封存',
    }),
  ])
})
