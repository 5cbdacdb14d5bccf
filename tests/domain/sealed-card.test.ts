import { type Late, type PhoneLast, type Sealed, sealedVerdict } from '../../src/domain/sealed-card'

const mine = (hash: string, late = false): PhoneLast => ({ hash, phone: 'one', late })
const sealed = (hash: string, phone = 'one', late = false): Sealed => ({ hash, phone, late })
const late = (state: Late['state'], at = 10, action = 'submit'): Late => ({ action, at, state })

describe('the sealed card beside what this phone submitted last', () => {
  test.each<[string, PhoneLast | null, Sealed | null, Late[], string]>([
    ['nothing here, nothing there', null, null, [], 'notSubmitted'],
    ['marks that came late were never a submission', null, null, [late('waiting', 10, 'saveMarks')], 'notSubmitted'],
    ['the same version', mine('a'), sealed('a'), [], 'asSubmitted'],
    ['the same version from the other phone', mine('a'), sealed('a', 'two'), [], 'asSubmitted'],
    ['submitted in time, and late once more as it was', mine('a', true), sealed('a'), [late('refused')], 'asSubmitted'],
    ['another version from the other phone', mine('a'), sealed('b', 'two'), [], 'otherPhone'],
    ['never submitted here, but on the other phone', null, sealed('b', 'two'), [], 'otherPhone'],
    [
      'the other phone’s late version was admitted',
      mine('a'),
      sealed('b', 'two', true),
      [late('admitted')],
      'otherPhone',
    ],
    ['late, and admitted', mine('a', true), sealed('a', 'one', true), [late('admitted')], 'lateAdmitted'],
    ['late and admitted, its answer lost', mine('a'), sealed('b', 'one', true), [late('admitted')], 'lateAdmitted'],
    ['late and refused: the former version counts', mine('b', true), sealed('a'), [late('refused')], 'lateRefused'],
    ['late and refused: nothing counts', mine('b', true), null, [late('refused')], 'lateRefused'],
    ['late, and nobody has decided', mine('b', true), sealed('a'), [late('waiting')], 'lateWaiting'],
    ['late from another phone, nothing else', null, null, [late('waiting')], 'lateWaiting'],
    [
      'twice late: the second refused, the first admitted',
      mine('c', true),
      sealed('b', 'one', true),
      [late('refused', 20), late('admitted', 10)],
      'lateRefused',
    ],
    [
      'late, the other phone’s earlier version counts',
      mine('b', true),
      sealed('a', 'two'),
      [late('refused')],
      'lateRefused',
    ],
    ['another version from this very phone', mine('a'), sealed('b'), [], 'alarm'],
    ['submitted, and not sealed', mine('a'), null, [], 'alarm'],
    ['submitted in time, not sealed, though a late one waits', mine('a'), null, [late('waiting')], 'alarm'],
    ['another version of this phone, though a late one waits', mine('a'), sealed('b'), [late('waiting')], 'alarm'],
    [
      'another version of this phone, though a late one was refused',
      mine('a'),
      sealed('b'),
      [late('refused')],
      'alarm',
    ],
    ['late by the seal, yet nobody admitted it', mine('a'), sealed('b', 'one', true), [], 'alarm'],
    ['late by the seal, yet it was refused', mine('a'), sealed('b', 'one', true), [late('refused')], 'alarm'],
    ['late, admitted, and another version sealed', mine('b', true), sealed('a'), [late('admitted')], 'alarm'],
    ['late, admitted, and nothing sealed', mine('b', true), null, [late('admitted')], 'alarm'],
    ['late, and no late work is known of', mine('b', true), sealed('a'), [], 'alarm'],
    ['late elsewhere and admitted, and nothing sealed', null, null, [late('admitted')], 'alarm'],
  ])('%s: %#', (_why, phoneLast, seal, sends, kind) => {
    expect(sealedVerdict(phoneLast, seal, sends).kind).toBe(kind)
  })

  const hashes = ['a', 'b']
  const states: Late['state'][] = ['waiting', 'admitted', 'refused']
  const lasts = [null, ...hashes.flatMap((hash) => [mine(hash), mine(hash, true)])]
  const seals = [
    null,
    ...hashes.flatMap((hash) => ['one', 'two'].flatMap((phone) => [sealed(hash, phone), sealed(hash, phone, true)])),
  ]
  const sends = [[], ...states.map((state) => [late(state)])]

  test('in every case: no version of this phone is passed over in silence, and none is praised that was not sealed', () => {
    for (const last of lasts)
      for (const seal of seals)
        for (const known of sends) {
          const verdict = sealedVerdict(last, seal, known)
          const isSame = last !== null && last.hash === seal?.hash
          expect(verdict.kind === 'asSubmitted').toBe(isSame && !seal!.late)
          if (verdict.kind === 'notSubmitted') expect([last, seal]).toEqual([null, null])
          if (verdict.kind === 'otherPhone') expect(seal!.phone).not.toBe(last?.phone)
          if (verdict.kind === 'lateRefused' || verdict.kind === 'lateWaiting')
            expect(`late${verdict.late.state}`).toBe(verdict.kind.toLowerCase())
          // In time, and gone or replaced by what this very phone did not submit: nothing excuses it but an admission.
          if (last && !last.late && !isSame && (seal === null || seal.phone === last.phone))
            expect(verdict.kind).toBe(seal?.late && known[0]?.state === 'admitted' ? 'lateAdmitted' : 'alarm')
        }
  })

  test('the screen gets what it compares', () => {
    expect(sealedVerdict(mine('a'), sealed('b'), [])).toEqual({ kind: 'alarm', mine: mine('a'), sealed: sealed('b') })
    const waiting = late('waiting')
    expect(sealedVerdict(mine('b', true), sealed('a'), [waiting])).toEqual({
      kind: 'lateWaiting',
      late: waiting,
      sealed: sealed('a'),
    })
  })
})
