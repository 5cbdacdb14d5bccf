import fc from 'fast-check'
import { administratorsAfter } from '../../src/domain/administrators'
import { INVITE_LIFE, inviteOfScene, inviteScene, isOpenInvite, isSameName } from '../../src/domain/invite'
import { codeOfBytes } from '../../src/domain/readable-code'
import { scopeName, whyNotScope } from '../../src/domain/role-scope'
import { villageOfCode } from '../../src/domain/village-code'

describe('an invite is open for 72 hours, until it is taken or five names were wrong', () => {
  const issued = { takenAt: null, expiresAt: INVITE_LIFE, wrongNames: 0 }
  test.each([
    { change: {}, now: 0, open: true },
    { change: {}, now: 72 * 3_600_000 - 1, open: true },
    { change: {}, now: 72 * 3_600_000, open: false },
    { change: { wrongNames: 4 }, now: 1, open: true },
    { change: { wrongNames: 5 }, now: 1, open: false },
    { change: { takenAt: 1 }, now: 2, open: false },
  ])('$change at $now: $open', ({ change, now, open }) => {
    expect(isOpenInvite({ ...issued, ...change }, now)).toBe(open)
  })
})

describe('a name is the same whatever its spaces and however it is composed', () => {
  test.each([
    { typed: '王敏', registered: '王 敏', same: true },
    { typed: ' 王　敏 ', registered: '王敏', same: true },
    { typed: 'e\u0301', registered: '\u00e9', same: true },
    { typed: '王敏', registered: '王珉', same: false },
    { typed: 'ｗ', registered: 'w', same: false },
  ])('$typed, $registered: $same', ({ typed, registered, same }) => expect(isSameName(typed, registered)).toBe(same))
})

describe('an invite’s mini-program code', () => {
  test('fits into a scene of 32, is read again, and is no village’s', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 12, maxLength: 12 }), (bytes) => {
        const scene = inviteScene(codeOfBytes(bytes))
        expect(scene.length).toBeLessThanOrEqual(32)
        expect(inviteOfScene(encodeURIComponent(scene))).toBe(codeOfBytes(bytes))
        expect(villageOfCode(scene)).toBeNull()
      }),
    )
  })

  test.each(['', 'v=V01', 'i=', 'i=22223333444', 'i=0000-0000-0000'])('%s is none', (scene) =>
    expect(inviteOfScene(scene)).toBeNull(),
  )
})

describe('the last administrator stays', () => {
  test('whatever changes come one after another, nobody is lost but by a change, and never the last', () => {
    const step = fc.record({ who: fc.constantFrom('A', 'B', 'C'), is: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        let bound = ['A']
        for (const { who, is } of steps) {
          const after = administratorsAfter(bound, who, is)
          if (after === null) expect([bound, is]).toEqual([[who], false])
          bound = after ?? bound
          expect(bound.length).toBeGreaterThan(0)
          expect(bound.includes(who)).toBe(after === null || is)
        }
      }),
    )
  })

  test('before the first is bound, somebody who is none may change', () =>
    expect(administratorsAfter([], 'A', false)).toEqual([]))
})

describe('how far a role reaches, in words', () => {
  const places = {
    districts: [{ id: 'D-WEST', name: '西岭区' }],
    villages: [{ id: 'V01', name: '云溪村', town: '青石镇' }],
  }
  test.each([
    { role: 'administrator', scope: 'city', name: '全市', may: true },
    { role: 'leader', scope: 'D-WEST', name: '西岭区', may: true },
    { role: 'officer', scope: 'V01', name: '云溪村', may: true },
    { role: 'officer', scope: '青石镇', name: '青石镇', may: true },
    { role: 'officer', scope: 'city', name: '全市', may: false },
    { role: 'leader', scope: '青石镇', name: '青石镇', may: false },
    { role: 'inspector', scope: 'V01', name: 'V01', may: false },
  ])('$role, $scope: $name', ({ role, scope, name, may }) => {
    expect(scopeName({ role, scope }, places)).toBe(name)
    expect(whyNotScope({ role, scope }, places) === null).toBe(may)
  })
})
