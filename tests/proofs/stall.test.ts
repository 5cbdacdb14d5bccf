import { stalled } from '../../tools/stall/stalled'

const often = { seed: 1, every: 0.2, longest: 0.6 }
/** A shell, so that what stands still is its child, as jest's workers are jest's. */
const inAShell = (script: string) => ['sh', '-c', `"${process.execPath}" -e '${script}'; exit $?`]

test('a process that looks at its clock sees it stand still, and goes on after it', async () => {
  const looks = `
    let last = Date.now()
    setInterval(() => {
      if (Date.now() - last > 400) process.exit(7)
      last = Date.now()
    }, 10)`
  expect(await stalled(inAShell(looks), often)).toBe(7)
})

test('its exit code is the command’s', async () => {
  expect(await stalled(inAShell('process.exit(3)'), often)).toBe(3)
  expect(await stalled(inAShell(''), often)).toBe(0)
})
