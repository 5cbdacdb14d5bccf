/** One inspector scored one village: an edge of the graph whose vertices are both. */
export type Edge = { villageId: string; inspectorId: string }

/** Whether every village and inspector with a cell can be reached from every other. No cells: there is no graph. */
export function isConnected(edges: readonly Edge[]): boolean {
  return parts(edges) === 1
}

/** Whether the graph, less one of its edges, is still connected with all its villages and inspectors. */
export function staysConnected(edges: readonly Edge[], without: Edge): boolean {
  const rest = edges.filter((edge) => edge !== without)
  return (
    rest.some(({ villageId }) => villageId === without.villageId) &&
    rest.some(({ inspectorId }) => inspectorId === without.inspectorId) &&
    isConnected(rest)
  )
}

/** Into how many parts the graph falls: each edge joins two trees into one, or closes a ring. */
function parts(edges: readonly Edge[]): number {
  const parents = new Map<string, string>()
  let trees = 0
  for (const { villageId, inspectorId } of edges) {
    // A village and an inspector may have the same id.
    const village = root(`v${villageId}`)
    const inspector = root(`i${inspectorId}`)
    if (village !== inspector) {
      parents.set(village, inspector)
      trees -= 1
    }
  }
  return trees

  function root(vertex: string): string {
    let at = vertex
    if (!parents.has(at)) {
      parents.set(at, at)
      trees += 1
    }
    for (let up = parents.get(at)!; up !== at; up = parents.get(at)!) {
      parents.set(at, parents.get(up)!)
      at = up
    }
    return at
  }
}
