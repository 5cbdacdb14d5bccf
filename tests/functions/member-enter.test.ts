import { villageCode } from '../../src/domain/village-code'
import { officer as officerDuty, openidOf } from '../../tools/seed/people'
import { villagesOf } from '../vocabulary/cards'
import { type Day, day, type Person } from '../vocabulary/day'
import { change, stored } from '../vocabulary/stored'

const CAMERA = 1047
const CHAT = 1007

let today: Day
beforeAll(async () => {
  today = await day({ state: 'running', empty: true })
})
afterAll(() => today.stop())

const scan = (person: Person, villageId = 'V01', scene = CAMERA) =>
  person.does('member', 'enter', { code: villageCode(villageId), scene })

describe('member.enter: a villager gets the survey while it is open', () => {
  test('with everything the phone needs, cover to thanks, and nothing is written', async () => {
    const before = stored(today.cloud)
    const destination = await scan(today.villager(1))
    const { survey, id } = { ...today.file.scheme, id: today.roundId }
    expect(destination).toEqual({
      go: 'survey',
      answered: false,
      counted: true,
      form: {
        roundId: id,
        roundNumber: 2,
        closesDay: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        organiser: '市委组织部',
        village: { id: 'V01', name: '云溪村' },
        questions: survey.items.map(({ id, title }) => ({ id, title, audio: null })),
        levels: survey.levels.map(({ value, label, points }) => ({ value, label, unknown: points === null })),
        minAnswered: 0.6,
        openQuestion: '您最希望村里接下来办好哪一件事？（可以不填）',
      },
    })
    expect(stored(today.cloud)).toEqual(before)
  })

  test('the round’s secret does not leave, nor weights or points', async () => {
    const [gate] = today.dump('secrets') as { secret: string }[]
    const text = JSON.stringify(await scan(today.villager(1)))
    for (const word of [gate!.secret, 'secret', 'points', 'weight']) expect(text).not.toContain(word)
  })

  test('not scanned from the board: it does not count, and says so', async () => {
    expect(await scan(today.villager(1), 'V01', CHAT)).toMatchObject({ go: 'survey', counted: false })
  })

  test('who has answered is told on the cover', async () => {
    const form = await scan(today.villager(2))
    if (form.go !== 'survey') throw new Error('no survey')
    const answers = Object.fromEntries(form.form.questions.map(({ id }) => [id, 4]))
    await today.villager(2).does('survey', 'answer', {
      roundId: today.roundId,
      villageId: 'V01',
      key: 'a'.repeat(32),
      scene: CAMERA,
      answers,
      seconds: 60,
      adult: true,
    })
    expect(await scan(today.villager(2))).toMatchObject({ go: 'survey', answered: true })
    expect(await scan(today.villager(2), 'V02')).toMatchObject({ go: 'survey', answered: true })
  })

  test('three database requests', async () => {
    expect(await today.cloud.requests.during(() => scan(today.villager(1)))).toBe(3)
  })
})

describe('member.enter: a code that means nothing', () => {
  test.each(['V01', 'v=', 'v=V99', 'w=V01', 'v=../V01', '%', 'v=村'])('%s: unknown, for anybody', async (code) => {
    for (const person of [today.villager(1), today.leader, today.inspector('I01')]) {
      expect(await person.asks('member', 'enter', { code, scene: CAMERA })).toMatchObject({
        error: { code: 'unknownCode' },
      })
    }
  })

  test('as the platform hands it over, percent-encoded: the same village', async () => {
    expect(await today.villager(1).does('member', 'enter', { code: 'v%3DV01', scene: CAMERA })).toMatchObject({
      go: 'survey',
    })
  })

  test('more than a code can carry, a scene that is none, a field too many', async () => {
    for (const payload of [
      { code: 'v'.repeat(33), scene: CAMERA },
      { code: 'v=V01', scene: 'camera' },
      { code: 'v=V01', scene: CAMERA, openid: today.inspector('I01').openid },
    ]) {
      expect(await today.villager(1).sends('member', { action: 'enter', payload })).toMatchObject({
        error: { code: 'invalid' },
      })
    }
  })
})

describe('member.enter: members have other work', () => {
  test('an inspector of the round arrives; recused where the village is of the own district', async () => {
    const { mine, recused } = villagesOf(today.file, 'I01')
    expect(await scan(today.inspector('I01'), mine[0])).toMatchObject({
      go: 'arrival',
      round: { id: today.roundId, state: 'running' },
      village: { id: mine[0], town: expect.any(String), themes: expect.any(Array) },
      recused: false,
    })
    expect(await scan(today.inspector('I01'), recused[0])).toMatchObject({ go: 'arrival', recused: true })
  })

  test('exactly one village is the current stop', async () => {
    const asked = await Promise.all(today.file.villages.map(({ id }) => scan(today.inspector('I01'), id)))
    expect(asked.filter((destination) => destination.go === 'arrival' && destination.isCurrentStop)).toHaveLength(1)
  })

  test('leaders and administrators see the village', async () => {
    for (const person of [today.leader, today.districtLeader, today.administrator]) {
      expect(await scan(person)).toMatchObject({ go: 'village', round: { id: today.roundId }, village: { id: 'V01' } })
    }
  })

  test('an officer of the village: what waits for an answer; three database requests', async () => {
    expect(await scan(today.officer)).toMatchObject({
      go: 'tasks',
      round: { id: today.roundId, state: 'running' },
      village: { id: 'V01', name: '云溪村' },
    })
    expect(await today.cloud.requests.during(() => scan(today.officer))).toBe(3)
  })

  test('an officer of another village, and a reader, do not fill in the survey', async () => {
    expect(await scan(today.officer, 'V02')).toMatchObject({ go: 'hasRole', village: { id: 'V02' } })
    expect(await scan(today.reader)).toEqual({ go: 'hasRole', village: { id: 'V01', name: '云溪村' } })
  })

  test('an inspector: three database requests, a leader as well', async () => {
    expect(await today.cloud.requests.during(() => scan(today.inspector('I01')))).toBe(3)
    expect(await today.cloud.requests.during(() => scan(today.leader))).toBe(3)
  })

  test('a revoked member is a villager again', async () => {
    await change(today.cloud, 'members', openidOf(officerDuty.memberId), { revoked: true })
    expect(await scan(today.officer)).toMatchObject({ go: 'survey' })
    await change(today.cloud, 'members', openidOf(officerDuty.memberId), { revoked: false })
  })
})

describe('member.enter: outside the window', () => {
  test('before it opens: from when on', async () => {
    const opensAt = Date.now() + 3_600_000
    await change(today.cloud, 'secrets', today.roundId, { opensAt })
    expect(await scan(today.villager(1))).toEqual({
      go: 'surveyClosed',
      reason: 'notOpen',
      village: { id: 'V01', name: '云溪村' },
      opensAt,
    })
    expect(await today.cloud.requests.during(() => scan(today.villager(1)))).toBe(2)
    await change(today.cloud, 'secrets', today.roundId, { opensAt: 0 })
  })

  test('closed with the round: said on the cover; an inspector has nothing to arrive at', async () => {
    await change(today.cloud, 'secrets', today.roundId, { closedAt: Date.now() })
    await change(today.cloud, 'rounds', today.roundId, { state: 'closed' })
    expect(await scan(today.villager(1))).toMatchObject({ go: 'surveyClosed', reason: 'closed', opensAt: null })
    expect(await scan(today.inspector('I01'))).toMatchObject({ go: 'hasRole' })
    expect(await scan(today.officer)).toMatchObject({ go: 'tasks', round: { state: 'closed' } })
  })

  test('the gate gone after sealing: closed, with the village’s name as it was frozen; three database requests', async () => {
    await today.cloud.sdk().database().collection('secrets').doc(today.roundId).remove()
    await change(today.cloud, 'rounds', today.roundId, { state: 'sealed' })
    expect(await scan(today.villager(1))).toEqual({
      go: 'surveyClosed',
      reason: 'closed',
      village: { id: 'V01', name: '云溪村' },
      opensAt: null,
    })
    expect(await today.cloud.requests.during(() => scan(today.villager(1)))).toBe(3)
    for (const person of [today.officer, today.reader]) expect(await scan(person)).toMatchObject({ go: 'hasRole' })
    expect(await today.villager(1).asks('member', 'enter', { code: 'v=V99', scene: CAMERA })).toMatchObject({
      error: { code: 'unknownCode' },
    })
  })

  test('a rehearsal that was announced is nobody’s page', async () => {
    await change(today.cloud, 'rounds', today.roundId, { state: 'announced', rehearsal: true })
    expect(await scan(today.villager(1))).toMatchObject({ go: 'surveyClosed', village: { name: '云溪村' } })
    await change(today.cloud, 'rounds', today.roundId, { rehearsal: false })
  })
})

describe('member.enter: after announcing, the same code leads to the village’s public page', () => {
  test.each(['announced', 'archived'])('%s: whoever has no other screen, in three requests or four', async (state) => {
    await change(today.cloud, 'rounds', today.roundId, { state })
    const people: [person: Person, requests: number][] = [
      [today.villager(1), 3],
      [today.officer, 4],
      [today.reader, 4],
      [today.inspector('I01'), 4],
    ]
    for (const [person, requests] of people) {
      expect(await scan(person)).toEqual({
        go: 'public',
        round: expect.objectContaining({ id: today.roundId, state }),
        village: expect.objectContaining({ id: 'V01', name: '云溪村', town: expect.any(String) }),
      })
      expect(await today.cloud.requests.during(() => scan(person))).toBe(requests)
    }
  })

  test('a leader sees the last round then: four database requests', async () => {
    expect(await scan(today.leader)).toMatchObject({ go: 'village', round: { id: today.roundId } })
    expect(await today.cloud.requests.during(() => scan(today.leader))).toBe(4)
  })

  test('while the next round is at hand, who has a role is told so; its gate decides for a villager', async () => {
    const rounds = today.dump('rounds') as { _id: string }[]
    await today.cloud.seed('rounds', [{ ...rounds[0]!, _id: 'next', number: 3, state: 'ready' } as { _id: string }])
    expect(await scan(today.reader)).toMatchObject({ go: 'hasRole' })
    expect(await scan(today.villager(1))).toMatchObject({ go: 'public', round: { number: 2 } })
    await today.cloud.sdk().database().collection('rounds').doc('next').remove()
  })
})

describe('member.enter: questions read aloud, where the scheme has recordings', () => {
  test('an address for an hour for each that has one, null for the others; no database request more', async () => {
    const again = await day({ state: 'running', empty: true })
    const upload = (name: string) =>
      again.cloud.sdk().uploadFile({ cloudPath: `survey/${name}.mp3`, fileContent: Buffer.from(`aloud: ${name}`) })
    const [{ fileID: first }, { fileID: last }] = await Promise.all([upload('Q01'), upload('Q10')])
    await change(again.cloud, 'secrets', again.roundId, { audio: { Q01: first, Q10: last, Q05: `${first}-gone` } })
    const destination = await scan(again.villager(1))
    if (destination.go !== 'survey') throw new Error('no survey')
    const audio = new Map(destination.form.questions.map(({ id, audio }) => [id, audio]))
    expect([...audio].filter(([, url]) => url !== null).map(([id]) => id)).toEqual(['Q01', 'Q10'])
    expect(await (await fetch(audio.get('Q10')!)).text()).toBe('aloud: Q10')
    expect(await again.cloud.requests.during(() => scan(again.villager(1)))).toBe(3)

    again.cloud.faults.inject({ on: 'storage.batchGetDownloadUrl', what: 'drop', times: 9 })
    expect(await scan(again.villager(1))).toMatchObject({ go: 'survey', form: { questions: expect.any(Array) } })
    await again.stop()
  })
})
