import type { AuditEdition } from '../../src/domain/round-file'
import { asKind, inOrderOf, schemeLists, withEntry, withoutEntry } from '../../src/domain/scheme-lists'
import { readSample } from '../../tools/seed/sample'

const { scheme } = readSample<AuditEdition>('round-2.json')

describe('one entry of a list at a time', () => {
  test('a new one takes the next id and stands last; saved again it stays where it is', () => {
    const fresh = schemeLists.indicators.fresh(scheme)
    expect(fresh.id).toBe('C26')
    const more = withEntry('indicators', scheme, fresh)
    expect(more.indicators.map(({ id }) => id).slice(-2)).toEqual(['C25', 'C26'])
    const renamed = withEntry('indicators', more, { ...more.indicators[0]!, title: '改名' })
    expect(renamed.indicators.map(({ id }) => id)).toEqual(more.indicators.map(({ id }) => id))
    expect(renamed.indicators[0]!.title).toBe('改名')
  })

  test('an answer is known by its number: the seventh gets 6', () => {
    expect(schemeLists.levels.fresh(scheme).value).toBe(6)
    expect(withoutEntry('levels', scheme, '0').survey.levels.map(({ value }) => value)).toEqual([5, 4, 3, 2, 1])
  })

  test('put in order by ids; what somebody added meanwhile comes last', () => {
    const more = withEntry('actions', scheme, { id: 'A11', title: '新加的' })
    const ids = ['A03', 'A01', 'A02', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10']
    expect(inOrderOf('actions', more, ids).actions.map(({ id }) => id)).toEqual([...ids, 'A11'])
    expect(scheme.actions[0]!.id).toBe('A01')
  })

  test('measured instead of judged: what both have stays, the rest begins anew', () => {
    const judged = scheme.indicators[0]!
    const measured = asKind(judged, 'measured')
    expect(measured).toEqual({
      ...Object.fromEntries(Object.entries(judged).filter(([name]) => name !== 'rubric')),
      kind: 'measured',
      unit: '',
      bands: [{ from: null, mark: 0 }],
    })
    expect(asKind(judged, 'judged')).toBe(judged)
  })
})
