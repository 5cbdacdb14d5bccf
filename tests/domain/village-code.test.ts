import { villageCode, villageOfCode } from '../../src/domain/village-code'

describe('a village’s code says v= and its id, within what getUnlimited takes as scene', () => {
  test.each(['V01', 'village-16-chars', 'a.b_c-d'])('%s comes back from its code', (id) => {
    expect(villageOfCode(villageCode(id))).toBe(id)
    expect(villageCode(id)).toMatch(/^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/)
  })

  test.each([
    { code: 'v%3DV01', id: 'V01', why: 'percent-encoded, as the platform hands it over' },
    { code: 'v%253DV01', id: 'V01', why: 'encoded twice' },
    { code: ' v=V01 ', id: 'V01', why: 'blanks around it' },
    { code: 't=abc&v=V01', id: 'V01', why: 'beside something else' },
    { code: 'V01', id: null, why: 'a bare id is not a code' },
    { code: 'v=', id: null, why: 'no village' },
    { code: 'v=V01/..', id: null, why: 'no id looks like that' },
    { code: 'v=12345678901234567', id: null, why: 'longer than an id' },
    { code: '%', id: null, why: 'not even encoding' },
    { code: '', id: null, why: 'nothing' },
  ])('$code → $id: $why', ({ code, id }) => expect(villageOfCode(code)).toBe(id))
})
