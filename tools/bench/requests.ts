import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { cardId } from '../../cloudfunctions/common/card-codes'
import type { Answer } from '../../src/contract/errors'
import type { AuditEdition } from '../../src/domain/round-file'
import { steps } from '../build'
import { type LocalCloud, startLocalCloud } from '../local-cloud'
import { administrator, cityLeader, officer, openidOf } from '../seed/people'
import { programme, readSample, sealAndAnnounce, seedAll } from '../seed/sample'
import { shanghaiDay } from '../seed/shanghai-time'
import { storedRound } from '../seed/stored-round'
import type { Figure } from './figure'

/** What a call may cost without conflicts: the design's table, and ours for the actions it does not name. */
const budget = {
  'enter, a villager': 3,
  'enter, an inspector': 4,
  'enter, a leader': 4,
  me: 3,
  'survey.answer': 9,
  'survey.answer, with a voice': 11,
  'survey.openCard': 3,
  'survey.answerByCard': 10,
  'survey.publicPage': 8,
  'round.today': 10,
  'scoring.arrive': 5,
  'scoring.saveMarks': 4,
  'scoring.submit': 5,
  'scoring.mine': 4,
  'scoring.finding': 5,
  'scoring.highlight': 5,
  'ranking.progressOfDay': 11,
  'ranking.board': 3,
  'ranking.bulletin': 3,
  'ranking.scoreTables': 3,
  'ranking.village': 7,
  'ranking.explain': 3,
  'round.create': 34,
  'round.preparation': 12,
  'round.plan': 18,
  'programme.declareGoal': 10,
  'programme.approveGoals': 10,
  'programme.goals': 5,
  'programme.enterMeasurement': 10,
  'programme.checkMeasurements': 10,
  'programme.measurements': 6,
} as const
type Counted = keyof typeof budget

/** Printed for this, by its code. */
const HOUSEHOLD_CARD = 'ABCDEFGHJKLM'

/** Database requests of every action the day needs: the same with 1 000 and with 100 000 answers stored. */
export async function requests(): Promise<Figure[]> {
  await steps().functions.run()
  const small = await count(1_000)
  const large = await count(100_000)
  return (Object.keys(budget) as Counted[]).map((what) => ({
    what: `database requests: ${what}`,
    figure: String(small[what]),
    beside: `with 100 000 answers ${large[what]}`,
    reach: `≤ ${budget[what]}, the same`,
    holds: small[what] <= budget[what] && small[what] === large[what],
  }))
}

async function count(answers: number): Promise<Record<Counted, number>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'lalian-bench-'))
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: resolve(__dirname, '../../dist/cloudfunctions'),
    synchronous: 'NORMAL',
    quiet: true,
  })
  const now = Date.now()
  const [first, second] = [readSample<AuditEdition>('round-1.json'), readSample<AuditEdition>('round-2.json')]
  await seedAll(cloud, programme(now))
  await seedAll(cloud, storedRound(first, { day: first.date, state: 'closed', now }))
  await sealAndAnnounce(cloud, first.id)
  const card = second.scorecards.find(({ inspectorId, villageId }) => inspectorId === 'I07' && villageId === 'V01')!
  const file = {
    ...second,
    scorecards: second.scorecards.filter((other) => other !== card),
    responses: many(second, answers),
  }
  await seedAll(cloud, storedRound(file, { day: shanghaiDay(now), state: 'running', now }))
  const unused = { _id: cardId(HOUSEHOLD_CARD), roundId: file.id, villageId: 'V01', used: false }
  await seedAll(cloud, { cards: [unused] })

  const ask = (fn: string, action: string, payload: object, openid: string) =>
    cloud.requests.during(async () => {
      const answer = (await cloud.call(fn, { action, payload }, openid)) as Answer
      if (!answer.ok) throw new Error(`${fn}.${action}: ${JSON.stringify(answer.error)}`)
    })
  const inspector = openidOf('I07')
  const [admin, leader, villager] = [
    openidOf(administrator.memberId),
    openidOf(cityLeader.memberId),
    openidOf('a villager'),
  ]
  const roundId = file.id
  const here = { roundId, villageId: card.villageId }
  const phone = 'bench-phone-000000000'
  const newId = () => randomBytes(16).toString('base64url')
  const record = () => ({ sendId: newId(), phone, at: Date.now() })
  const send = () => ({ ...record(), device: '华为 nova 9', waiting: 0 })
  const marks = Object.fromEntries(
    Object.entries(card.marks).map(([id, mark]) => [id, { mark, note: '现场看过，符合这一档。', photos: [] }]),
  )
  const [item, mark] = Object.entries(card.marks)[0]!

  const counted: Record<Counted, number> = {
    'enter, a villager': await ask('member', 'enter', { code: 'v=V01', scene: 1047 }, villager),
    'enter, an inspector': await ask('member', 'enter', { code: 'v=V01', scene: 1047 }, inspector),
    'enter, a leader': await ask('member', 'enter', { code: 'v=V01', scene: 1047 }, leader),
    me: await ask('member', 'me', {}, inspector),
    'survey.answer': await ask('survey', 'answer', { ...here, ...villagersAnswer(second) }, villager),
    'survey.answer, with a voice': await ask(
      'survey',
      'answer',
      { ...here, ...villagersAnswer(second), voice: '村口装路灯。' },
      openidOf('another villager'),
    ),
    'survey.openCard': await ask('survey', 'openCard', { code: HOUSEHOLD_CARD }, villager),
    'survey.answerByCard': await ask('survey', 'answerByCard', byCard(second), villager),
    'survey.publicPage': await ask('survey', 'publicPage', { villageId: 'V01' }, villager),
    'round.today': await ask('round', 'today', { roundId }, inspector),
    'scoring.arrive': await ask('scoring', 'arrive', { ...here, at: Date.now() }, inspector),
    'scoring.saveMarks': await ask(
      'scoring',
      'saveMarks',
      { ...here, ...send(), changes: [{ itemId: item, mark, note: '现场看过。', photos: [], base: 0 }] },
      inspector,
    ),
    'scoring.submit': await ask('scoring', 'submit', { ...here, ...send(), seconds: 240, marks }, inspector),
    'scoring.mine': await ask('scoring', 'mine', { roundId }, inspector),
    'scoring.finding': await ask(
      'scoring',
      'finding',
      { ...here, ...record(), findingId: newId(), category: 'detail', text: '标语褪色，看不清。', photos: [] },
      inspector,
    ),
    'scoring.highlight': await ask(
      'scoring',
      'highlight',
      { ...here, ...record(), highlightId: newId(), itemId: null, text: '议事厅每周开门。', photos: [] },
      inspector,
    ),
    'ranking.progressOfDay': await ask('ranking', 'progressOfDay', { roundId }, admin),
    'ranking.board': await ask('ranking', 'board', { roundId: first.id }, admin),
    'ranking.bulletin': await ask('ranking', 'bulletin', { roundId: first.id }, admin),
    'ranking.scoreTables': await ask('ranking', 'scoreTables', { roundId: first.id }, admin),
    'ranking.village': await ask('ranking', 'village', { roundId: first.id, villageId: 'V01' }, admin),
    'ranking.explain': await ask('ranking', 'explain', { roundId: first.id, villageId: 'V01' }, admin),
    ...(await ofDraft(second, ask, cloud)),
  }
  await cloud.stop()
  rmSync(dataDir, { recursive: true, force: true })
  return counted
}

type Ask = (fn: string, action: string, payload: object, openid: string) => Promise<number>

/** A round that is prepared beside the day's. */
async function ofDraft({ scheme, stops, panel, notApplicable }: AuditEdition, ask: Ask, cloud: LocalCloud) {
  const sendId = () => randomBytes(16).toString('base64url')
  const revisionOf = (collection: string, id: string) => {
    return (cloud.dump(collection).find(({ _id }) => _id === id) as { revision: number }).revision
  }
  const [admin, officerId] = [openidOf(administrator.memberId), openidOf(officer.memberId)]
  const roundId = 'bench-3'
  const begun = { number: 3, day: '2031-03-28', scheme: { id: scheme.id, version: scheme.version } }
  const words = { title: '年接待 3000 人次', baseline: '1800', target: '3000', unit: '人次' }
  const goal = { roundId, goalId: 'bench-goal', villageId: 'V01', ...words, revision: null }
  const fact = { roundId, villageId: 'V01', indicatorId: 'C03', value: 87, evidence: '', photos: [], revision: null }
  const plan = {
    day: begun.day,
    scheme: begun.scheme,
    stops: stops.map(({ villageId, arrive, depart }) => ({ villageId, arrive, depart })),
    panel: panel.map(({ id }) => id),
    notApplicable,
    notApplicableDecided: true,
  }
  return {
    'round.create': await ask('round', 'create', { roundId, ...begun, sendId: sendId() }, admin),
    'round.plan': await ask(
      'round',
      'plan',
      { roundId, plan, revision: revisionOf('rounds', roundId), sendId: sendId() },
      admin,
    ),
    'programme.declareGoal': await ask('programme', 'declareGoal', { ...goal, sendId: sendId() }, officerId),
    'programme.goals': await ask('programme', 'goals', { roundId }, officerId),
    'programme.approveGoals': await ask(
      'programme',
      'approveGoals',
      {
        roundId,
        villageId: 'V01',
        goals: [{ goalId: goal.goalId, revision: revisionOf('goals', `${roundId}:${goal.goalId}`), difficulty: 0.9 }],
        sendId: sendId(),
      },
      admin,
    ),
    'programme.enterMeasurement': await ask('programme', 'enterMeasurement', { ...fact, sendId: sendId() }, officerId),
    'programme.measurements': await ask('programme', 'measurements', { roundId }, officerId),
    'programme.checkMeasurements': await ask(
      'programme',
      'checkMeasurements',
      { roundId, villageId: 'V01', measurements: [{ indicatorId: 'C03', revision: 1 }], sendId: sendId() },
      admin,
    ),
    'round.preparation': await ask('round', 'preparation', { roundId }, admin),
  }
}

function many({ responses }: AuditEdition, count: number): AuditEdition['responses'] {
  return Array.from({ length: count }, (_, n) => responses[n % responses.length]!)
}

function villagersAnswer({ scheme }: AuditEdition) {
  return {
    key: randomBytes(16).toString('hex'),
    scene: 1047,
    answers: Object.fromEntries(scheme.survey.items.map(({ id }) => [id, scheme.survey.levels[1]!.value])),
    seconds: 50,
    adult: true,
  }
}

function byCard(round: AuditEdition) {
  const { scene: _, ...filled } = villagersAnswer(round)
  return { code: HOUSEHOLD_CARD, ...filled }
}
