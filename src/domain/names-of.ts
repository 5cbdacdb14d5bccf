/** 云溪村、清港村、金沙村等 8 个村: at most three by name, and how many of what they are. */
export function namesOf(things: readonly { name: string }[], unit = '个村'): string {
  const names = things
    .slice(0, 3)
    .map(({ name }) => name)
    .join('、')
  return things.length > 3 ? `${names}等 ${things.length} ${unit}` : names
}
