/** `V01-G4`: the first number of this village that no goal of the round has. */
export function nextGoalId(villageId: string, ids: readonly string[]): string {
  for (let number = 1; ; number++) {
    const id = `${villageId}-G${number}`
    if (!ids.includes(id)) return id
  }
}
