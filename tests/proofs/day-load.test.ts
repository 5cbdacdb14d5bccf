/** The crowds of `bench day`: what the simulated platform makes of them, and that a crowd can be too large for it. */
import { peaks } from '../../tools/bench/day/peaks'
import { livedThrough } from '../../tools/bench/day/platform'

const costs = { enter: 3, answer: 9, save: 4, submit: 5, finding: 5, photo: 5, board: 5, progress: 7 }
const atOnce = (phones: number, requests: number) =>
  Array.from({ length: phones }, () => ({ startsAt: 0, calls: [{ requests, after: 0 }] }))
const middling = () => 0.5

test('thirty requests are served at once; one more waits and is answered', () => {
  expect(livedThrough({ phones: atOnce(30, 1), chance: middling })).toMatchObject({ served: 30, asked: 30, refused: 0 })
  const told = livedThrough({ phones: atOnce(31, 1), chance: middling })
  expect(told).toMatchObject({ served: 30, gaveUp: 0, calls: 31 })
  expect(told.refused).toBeGreaterThan(0)
  expect(told.longest).toBeGreaterThan(1_000)
})

test('a crowd that asks for twenty seconds’ requests in one: some calls give up, and all are answered in the end', () => {
  const told = livedThrough({ phones: atOnce(200, 3), chance: middling })
  expect(told.served).toBe(30)
  expect(told.gaveUp).toBeGreaterThan(0)
  expect(told.calls).toBe(200)
})

test('the day’s crowds hold; with answers that cost four times as much they do not', () => {
  expect(peaks(costs).map(({ holds }) => holds)).toEqual([true, true, true, true])
  expect(peaks({ ...costs, answer: 36 }).map(({ holds }) => holds)).toEqual([false, true, true, true])
})
