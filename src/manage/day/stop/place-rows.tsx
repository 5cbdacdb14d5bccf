import { Picker } from '@tarojs/components'
import { Card } from '../../../components/card'
import { PickedRow } from '../../../components/picked-row'
import type { DayPlan } from '../../../contract/round'

/** When the party comes and goes, and which stop it is. */
export type Place = { arrive: string; depart: string; order: number }

export function placeOf({ arrive, depart, order }: DayPlan['stops'][number]): Place {
  return { arrive, depart, order }
}

/** What keeps it from being a change; null: nothing does. */
export function whyNotThere(place: Place, now: Place): string | null {
  if (place.depart <= place.arrive) return '走的时间要晚于到的时间'
  const same = place.arrive === now.arrive && place.depart === now.depart && place.order === now.order
  return same ? '先改时间或顺序' : null
}

type PlaceRowsProps = { place: Place; stops: number; onChange: (place: Place) => void }

export function PlaceRows({ place, stops, onChange }: PlaceRowsProps) {
  const orders = Array.from({ length: stops }, (_, index) => `第 ${index + 1} 站`)
  return (
    <Card>
      <Picker mode="time" value={place.arrive} onChange={(event) => onChange({ ...place, arrive: event.detail.value })}>
        <PickedRow title="到" value={place.arrive} />
      </Picker>
      <Picker mode="time" value={place.depart} onChange={(event) => onChange({ ...place, depart: event.detail.value })}>
        <PickedRow title="走" value={place.depart} below />
      </Picker>
      <Picker
        mode="selector"
        range={orders}
        value={place.order - 1}
        onChange={(event) => onChange({ ...place, order: Number(event.detail.value) + 1 })}
      >
        <PickedRow title="顺序" value={`第 ${place.order} 站，共 ${stops} 站`} below />
      </Picker>
    </Card>
  )
}
