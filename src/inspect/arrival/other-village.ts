/** Another village than the route's next one: a question, not an error. */
import type { Today } from '../../contract/round'
import { nextArrival, type RouteStop } from '../../domain/my-route'

export type OtherVillage = { title: string; text: string; expected: { id: string; name: string } }

export function otherVillage({ today, stops, my, wasScanned }: OtherVillageFacts): OtherVillage | undefined {
  if (my.arrived || my.skipped || my.recused) return undefined
  const id = nextArrival(stops)
  if (id === undefined || id === my.villageId) return undefined
  const name = nameOf(id, today)
  const here = nameOf(my.villageId, today)
  return {
    title: `现在该去${name}`,
    text: `您${wasScanned ? '扫' : '打开'}的是${here}。在${here}到点吗？换了顺序也可以。`,
    expected: { id, name },
  }
}

export type OtherVillageFacts = {
  today: Today
  stops: readonly RouteStop[]
  my: RouteStop
  /** Opened by the village's code. */
  wasScanned: boolean
}

function nameOf(villageId: string, { stops }: Today): string {
  return stops.find(({ village }) => village.id === villageId)!.village.name
}
