/** One inspector scored one village: an edge of the graph whose vertices are both. */
export type Edge = { villageId: string; inspectorId: string }

export type Graph = {
  /** Whether every vertex can be reached from every other; without any there is no graph. */
  isConnected(): boolean
  /** Takes an edge out unless a connected graph would fall apart without it, and says whether it did. */
  spares(edge: Edge): boolean
  /** The villages, part by part as they hang together, the part with most villages first. */
  villageParts(): string[][]
}

export function graphOf(edges: readonly Edge[]): Graph {
  const neighbours = new Map<string, Set<string>>()
  for (const edge of edges) join(edge)
  return { isConnected, spares, villageParts }

  function isConnected(): boolean {
    const [first] = neighbours.keys()
    return first !== undefined && reached(first, null).size === neighbours.size
  }

  /** The ends of an edge hold together without it only if there is another way round. */
  function spares(edge: Edge): boolean {
    const { village, inspector } = ends(edge)
    part(edge)
    if (reached(village, inspector).has(inspector)) return true
    join(edge)
    return false
  }

  function villageParts(): string[][] {
    const parts: string[][] = []
    const seen = new Set<string>()
    for (const vertex of neighbours.keys()) {
      if (seen.has(vertex)) continue
      const part = [...reached(vertex, null)]
      for (const one of part) seen.add(one)
      parts.push(part.filter((one) => one.startsWith('v')).map((village) => village.slice(1)))
    }
    return parts.sort((a, b) => b.length - a.length)
  }

  /** All vertices that can be reached from this one, or as many as it takes to find the one looked for. */
  function reached(from: string, lookedFor: string | null): Set<string> {
    const seen = new Set([from])
    for (const vertex of seen) {
      for (const next of neighbours.get(vertex)!) seen.add(next)
      if (lookedFor !== null && seen.has(lookedFor)) break
    }
    return seen
  }

  function join(edge: Edge): void {
    const { village, inspector } = ends(edge)
    neighbours.set(village, (neighbours.get(village) ?? new Set()).add(inspector))
    neighbours.set(inspector, (neighbours.get(inspector) ?? new Set()).add(village))
  }

  function part(edge: Edge): void {
    const { village, inspector } = ends(edge)
    neighbours.get(village)!.delete(inspector)
    neighbours.get(inspector)!.delete(village)
  }
}

/** A village and an inspector may have the same id. */
function ends({ villageId, inspectorId }: Edge): { village: string; inspector: string } {
  return { village: `v${villageId}`, inspector: `i${inspectorId}` }
}
