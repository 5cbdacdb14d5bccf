/** The parts of a proof that run beside each other: none goes on where another has failed. */
import { join } from 'node:path'
import { inItsOwnProcess } from '../../tools/prove/in-its-own-process'

const part = join(__dirname, 'fixtures/part.ts')

test('a part that fails takes the others with it', async () => {
  let lasting: Promise<unknown> | undefined
  const pid = await new Promise<number>((says) => {
    lasting = inItsOwnProcess(part, { fails: false }, says)
  })
  expect(isAlive(pid)).toBe(true)
  await expect(inItsOwnProcess(part, { fails: true })).rejects.toThrow('ended with 3')
  await expect(lasting).rejects.toThrow('ended with null')
  expect(isAlive(pid)).toBe(false)
})

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}
