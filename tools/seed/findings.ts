/**
 * What round 1 found, as it stands on the day of round 2: two overdue, two verified as fixed, the others on their way.
 * Deadlines lie around that day, whenever it is, so that a demonstration always shows all of it.
 */
import type { FindingDoc } from '../../cloudfunctions/common/documents'
import type { FindingCategory } from '../../src/contract/scoring'
import type { AuditEdition } from '../../src/domain/round-file'
import { shanghaiDay, shanghaiTime } from './shanghai-time'

const DAY = 24 * 3_600_000

interface SampleFinding {
  villageId: string
  category: FindingCategory
  text: string
  state: FindingDoc['state']
  /** Days after round 2's day that it is due; null: nobody has set a deadline. */
  due: number | null
  by: string
}

const findings: readonly SampleFinding[] = [
  {
    villageId: 'V01',
    category: 'detail',
    text: '村口标语褪色，字号太小，坐在车上看不清。',
    state: 'fixing',
    due: -9,
    by: 'I06',
  },
  {
    villageId: 'V01',
    category: 'environment',
    text: '文化广场后面的排水沟堵着落叶和塑料袋，下雨会漫到路上。',
    state: 'assigned',
    due: 14,
    by: 'I01',
  },
  {
    villageId: 'V02',
    category: 'environment',
    text: '垃圾分类点无人值守，干湿混投，两个桶盖已经坏了。',
    state: 'assigned',
    due: -3,
    by: 'I10',
  },
  {
    villageId: 'V03',
    category: 'facility',
    text: '沙滩入口的无障碍坡道被摊位占着，轮椅过不去。',
    state: 'submitted',
    due: 7,
    by: 'I07',
  },
  {
    villageId: 'V05',
    category: 'service',
    text: '便民服务窗口没有公示办理时限，村民跑了两趟才办成。',
    state: 'verified',
    due: -60,
    by: 'I06',
  },
  {
    villageId: 'V06',
    category: 'record',
    text: '村务公开栏只更新到上个季度，工程款支出没有明细。',
    state: 'verified',
    due: -45,
    by: 'I10',
  },
  {
    villageId: 'V07',
    category: 'facility',
    text: '桥头到二组的六盏路灯有四盏不亮，老人晚上不敢出门。',
    state: 'reported',
    due: null,
    by: 'I01',
  },
  {
    villageId: 'V08',
    category: 'detail',
    text: '红色教育点的展板有两处错别字，参观路线没有指引。',
    state: 'returned',
    due: 3,
    by: 'I07',
  },
]

/** Round 1's, seen from round 2's `day`. */
export function sampleFindings(first: AuditEdition, day: string): FindingDoc[] {
  return findings.map(({ villageId, category, text, state, due, by }, index) => {
    const stop = first.stops.find((one) => one.villageId === villageId)!
    const at = shanghaiTime(first.date, stop.arrive) + (20 + index) * 60_000
    const _id = `sample-finding-${index + 1}`.padEnd(21, '0')
    return {
      _id,
      revision: 1,
      roundId: first.id,
      roundNumber: first.number,
      villageId,
      source: 'round',
      category,
      text,
      photos: [],
      photosAfter: [],
      state,
      dueOn: due === null ? null : shanghaiDay(shanghaiTime(day, '12:00') + due * DAY),
      by,
      byName: first.panel.find(({ id }) => id === by)!.name,
      at,
      phone: `sample-phone-${by}`.padEnd(21, '0'),
      sendId: _id,
      sends: {},
      // The day after, the administrator says who fixes what until when.
      history: state === 'reported' ? [] : [{ at: at + DAY, by: 'M01', state, text: '' }],
    }
  })
}
