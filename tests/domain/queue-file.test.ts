import fc from 'fast-check'
import { type Queue, queueIn, queueText } from '../../src/client/outbox/queue-file'

const queue: Queue = {
  at: 1_700_000_000_000,
  phone: 'phone-of-the-first-00',
  device: '华为 nova 9',
  inspectorId: 'I07',
  items: [
    {
      id: 'send-of-a-mark-0000000',
      seq: 1,
      action: 'saveMarks',
      payload: {
        roundId: '2024-2',
        villageId: 'V01',
        sendId: 'send-of-a-mark-0000000',
        phone: 'phone-of-the-first-00',
        device: '华为 nova 9',
        at: 1_700_000_000_000,
        changes: [{ itemId: 'C01', mark: 2.5, note: '台账齐全', photos: ['photo-000000000000000'], base: 0 }],
      },
      since: 1_700_000_000_000,
      tries: 2,
      refused: null,
      imported: false,
    },
  ],
  records: [],
  photos: [{ id: 'photo-000000000000000', at: 1_700_000_000_000, bytes: 3, base64: 'AAEC' }],
}
const text = queueText(queue)

describe('a queue as a file', () => {
  test('comes out as it went in', () => expect(queueIn(text)).toEqual(queue))

  test('one letter changed anywhere: nothing of it is taken over', () => {
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('0', 'x', '"', '}', '台'), (at, letter) => {
        fc.pre(text[at] !== letter)
        const damaged = queueIn(text.slice(0, at) + letter + text.slice(at + 1))
        expect(damaged).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('cut short, empty, or something else', () => {
    for (const end of [0, 1, 40, text.length - 1]) expect(queueIn(text.slice(0, end))).toBeNull()
    expect(queueIn('{"format":"lalian-queue/2"}')).toBeNull()
    expect(queueIn('[]')).toBeNull()
  })

  test.each([
    ['a photo that would be written elsewhere', { photos: [{ ...queue.photos[0]!, id: '../../app-origin' }] }],
    ['an id that is none', { items: [{ ...queue.items[0]!, id: 'a b\n' }] }],
    ['an action that nobody knows', { items: [{ ...queue.items[0]!, action: 'seal' }] }],
    ['a record without its text', { records: [{ kind: 'finding', id: 'finding-0000000000000' }] }],
  ])('whole, but with %s: refused', (_, part) => {
    expect(queueIn(queueText({ ...queue, ...(part as Partial<Queue>) }))).toBeNull()
  })
})
