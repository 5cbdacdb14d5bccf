import { resultOf, transportError } from '../../src/client/transport-error'

describe('a call has three outcomes: answered, refused by the function, unknown', () => {
  test('an answer is handed on as it is, a refusal inside it too', () => {
    expect(resultOf({ result: { ok: true, data: 1 } })).toEqual({ ok: true, data: 1 })
    expect(resultOf({ result: { ok: false, error: { code: 'recused' } } })).toEqual({
      ok: false,
      error: { code: 'recused' },
    })
  })

  test.each([
    { cause: { errMsg: 'request:fail timeout' }, unknown: true, why: 'no answer: it may have run' },
    {
      cause: { errCode: -504003, errMsg: 'time-out' },
      unknown: true,
      why: 'killed at its time-out: it may have written before',
    },
    { cause: { errCode: -501000, errMsg: 'no such function' }, unknown: false, why: 'there was nothing to run' },
    { cause: undefined, unknown: true, why: 'nothing is said' },
  ])('$why', ({ cause, unknown }) => expect(transportError(cause).unknown).toBe(unknown))

  test('what the local cloud says instead of a result is thrown', () => {
    expect(() => resultOf({ errCode: -504002, errMsg: 'the function threw' })).toThrow('the function threw')
  })
})
