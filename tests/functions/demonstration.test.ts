import type { DeductionDoc, FindingDoc } from '../../cloudfunctions/common/documents'
import type { Answer } from '../../src/contract/errors'
import type { Today } from '../../src/contract/round'
import { openidOf } from '../../tools/seed/people'
import { loadSample } from '../../tools/seed/sample'
import { shanghaiDay } from '../../tools/seed/shanghai-time'
import { temporaryCloud } from '../vocabulary/local-cloud'

let demo: Awaited<ReturnType<typeof temporaryCloud>>
beforeAll(async () => {
  demo = await temporaryCloud({ functionsDir: 'dist/cloudfunctions' })
  const now = Date.now()
  await loadSample(demo.cloud, shanghaiDay(now), now)
})
afterAll(() => demo.remove())

const todayOf = async (id: string): Promise<Today> => {
  const answer = (await demo.cloud.call(
    'round',
    { action: 'today', payload: { roundId: '2024-2' } },
    openidOf(id),
  )) as Answer<Today>
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.data
}

describe('the sample programme, as a newcomer opens it', () => {
  test('on arrival the inspector sees what round 1 found and nobody verified, on any day', async () => {
    const { stops } = await todayOf('I06')
    const open = stops.map(({ village, openFindings }) => [village.id, openFindings.map((one) => one.overdueDays)])
    expect(Object.fromEntries(open)).toEqual({
      V01: [9, 0],
      V02: [3],
      V03: [0],
      V04: [],
      V05: [],
      V06: [],
      V07: [0],
      V08: [0],
    })
  })

  test('the two overdue ones have proposed themselves, and wait for any one inspector who may judge the village', async () => {
    const findings = demo.cloud.dump('findings') as unknown as FindingDoc[]
    const waiting = (id: string, { deductions }: Today) =>
      deductions
        .filter(({ source, may }) => source === 'overdue' && may.confirm)
        .map(({ villageId, title, proposerName, text }) => {
          expect([proposerName, title]).toEqual(['', '上轮问题逾期未整改'])
          expect(findings.map((finding) => finding.text)).toContain(text)
          return `${id} ${villageId}`
        })
        .sort()
    expect(waiting('I06', await todayOf('I06'))).toEqual(['I06 V01', 'I06 V02'])
    // I01 is of V02's district, I02 of V01's.
    expect(waiting('I01', await todayOf('I01'))).toEqual(['I01 V01'])
    expect(waiting('I02', await todayOf('I02'))).toEqual(['I02 V02'])
    const stored = (demo.cloud.dump('deductions') as unknown as DeductionDoc[]).filter(
      ({ proposer }) => proposer === '',
    )
    expect(stored.map(({ _id }) => _id)).toEqual(stored.map(({ findingId }) => `overdue:2024-2:${findingId}`))
  })
})
