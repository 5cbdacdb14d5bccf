/**
 * A full day of the sample, as docs/screens.md has it: who opens what and sends what, and how often. Counts of the round are
 * the sample's; what people do besides is estimated, each estimate on its line, rather too high.
 */
import { type Looks, untilNextLook } from '../../../src/client/spread'
import type { AuditEdition } from '../../../src/domain/round-file'
import type { Moment } from '../../prove/matrix/moments'

export interface Doing {
  what: string
  times: number
  /** Calls of each time: the matrix's name, by whom, when. */
  calls: readonly (readonly [name: string, who: string, moment: Moment])[]
}

const LEADERS = 4
const ADMINISTRATORS = 2
const OFFICERS = 8
/** Who may read the board besides: 县、镇 people. */
const READERS = 20

export function course({ responses, scorecards, deductions, panel, villages }: AuditEdition): Doing[] {
  const byCard = responses.filter(({ channel }) => channel === 'card').length
  const byCode = responses.length - byCard
  const marks = scorecards.reduce((sum, card) => sum + Object.keys(card.marks).length, 0)
  const inspectors = panel.length
  const stops = inspectors * villages.length
  const audience = inspectors + LEADERS + ADMINISTRATORS + OFFICERS + READERS
  const progress = [
    ['member.me', 'cityLeader', 'running'],
    ['ranking.progressOfDay', 'cityLeader', 'running'],
  ] as const
  const roundPage = [
    ['member.me', 'administrator', 'running'],
    ['ranking.progressOfDay', 'administrator', 'running'],
  ] as const

  return [
    {
      what: 'a villager scans; one in five looks twice',
      times: Math.ceil(byCode * 1.2),
      calls: [['member.enter', 'villager', 'running']],
    },
    { what: 'a villager answers', times: byCode, calls: [['survey.answer', 'villager', 'running']] },
    {
      what: 'a household card is opened and answered',
      times: byCard,
      calls: [
        ['survey.openCard', 'villager', 'running'],
        ['survey.answerByCard', 'villager', 'running'],
      ],
    },
    {
      what: 'a village’s public page, in the evening: 40 a village',
      times: villages.length * 40,
      calls: [['survey.publicPage', 'villager', 'announced']],
    },
    {
      what: 'an inspector takes a village’s code along, scans it there, arrives',
      times: stops,
      calls: [
        ['round.onsiteCode', 'inspector', 'running'],
        ['member.enter', 'inspector', 'running'],
        ['scoring.arrive', 'inspector', 'running'],
      ],
    },
    {
      what: 'the route is looked at: shown three times a village, open two minutes between two, which is less than a look',
      times: Math.ceil(stops * (3 + looksIn(2, 'seldom'))),
      calls: [['round.today', 'inspector', 'running']],
    },
    {
      what: 'an inspector looks at the photos that a fact rests on, once a village',
      times: stops,
      calls: [['round.evidencePhotos', 'inspector', 'running']],
    },
    { what: 'a mark is saved, each by itself', times: marks, calls: [['scoring.saveMarks', 'inspector', 'running']] },
    {
      what: 'a card is submitted; one in five twice',
      times: Math.ceil(scorecards.length * 1.2),
      calls: [['scoring.submit', 'inspector', 'running']],
    },
    {
      what: 'a photo, three an inspector and village',
      times: stops * 3,
      calls: [['scoring.photo', 'inspector', 'running']],
    },
    {
      what: 'a finding and a highlight, one of each an inspector and village',
      times: stops,
      calls: [
        ['scoring.finding', 'inspector', 'running'],
        ['scoring.highlight', 'inspector', 'running'],
      ],
    },
    {
      what: 'a deduction: proposed, confirmed, looked at by twelve, one in three appealed',
      times: deductions.length,
      calls: [
        ['scoring.deduct', 'inspector', 'running'],
        ['scoring.confirmDeduction', 'inspectorConfirming', 'running'],
        ...Array.from({ length: 12 }, () => ['scoring.deductions', 'officer', 'running'] as const),
      ],
    },
    {
      what: 'an officer’s home: opened five times, open ten minutes',
      times: OFFICERS * (5 + looksIn(10)),
      calls: [['member.me', 'officer', 'running']],
    },
    { what: 'a leader’s progress: opened ten times', times: LEADERS * 10, calls: progress },
    {
      what: 'a leader’s progress: open half an hour',
      times: LEADERS * looksIn(30),
      calls: [['ranking.progressOfDay', 'cityLeader', 'running']],
    },
    {
      what: 'an administrator’s round: opened twenty times, open an hour and a quarter',
      times: ADMINISTRATORS * (20 + looksIn(75)),
      calls: roundPage,
    },
    {
      what: 'the day is changed: previewed and done, twice',
      times: 2,
      calls: [
        ['round.dayPlan', 'administrator', 'running'],
        ['round.changeDay preview', 'administrator', 'running'],
        ['round.changeDay done', 'administrator', 'running'],
      ],
    },
    {
      what: 'after closing: warnings looked at, forty times',
      times: 40,
      calls: [...roundPage, ['ranking.warnings', 'administrator', 'settled']],
    },
    {
      what: 'agreed to the seal, announced, exported, bulletin and tables',
      times: 1,
      calls: [
        ['round.close', 'administrator', 'running'],
        ['round.announce', 'administrator', 'sealed'],
        ['ranking.bulletin', 'administrator', 'sealed'],
        ['ranking.scoreTables', 'administrator', 'sealed'],
        ['ranking.exportPublic', 'villager', 'announced'],
      ],
    },
    {
      what: 'the board: by everybody who may, three times',
      times: audience * 3,
      calls: [
        ['member.me', 'cityLeader', 'announced'],
        ['ranking.board', 'cityLeader', 'announced'],
      ],
    },
    {
      what: 'a village’s page: four each',
      times: audience * 4,
      calls: [['ranking.village', 'cityLeader', 'announced']],
    },
    {
      what: 'how a village’s score came about: one each',
      times: audience,
      calls: [['ranking.explain', 'cityLeader', 'announced']],
    },
    {
      what: 'an inspector’s own marks beside the sealed ones, twice',
      times: inspectors * 2,
      calls: [['scoring.mine', 'inspector', 'announced']],
    },
  ]
}

/** Of a page that stays open so many minutes (src/client/spread.ts). */
function looksIn(minutes: number, looks?: Looks): number {
  return (minutes * 60_000) / untilNextLook(0.5, looks)
}
