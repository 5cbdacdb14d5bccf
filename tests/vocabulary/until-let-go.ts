/** What an answer waits for until the test has seen the page wait: `await held` in its route, then `letGo()`. */
export function untilLetGo(): { held: Promise<void>; letGo: () => void } {
  let letGo = () => {}
  const held = new Promise<void>((resolve) => {
    letGo = resolve
  })
  return { held, letGo }
}
