import { useState } from 'react'
import { Card } from '../../components/card'
import { TextButton } from '../../components/text-button'

/** So many are read through; more are unfolded by who wants them. */
const FEW = 12

type FoldProps<T> = { things: readonly T[]; unit: string; row: (thing: T, n: number) => React.ReactNode }

/** A card of rows whose tail is folded. */
export function Fold<T>({ things, unit, row }: FoldProps<T>) {
  const [isOpen, setOpen] = useState(false)
  const isLong = things.length > FEW + 3
  const shown = isLong && !isOpen ? things.slice(0, FEW) : things
  return (
    <>
      <Card>{shown.map(row)}</Card>
      {isLong && (
        <TextButton onPress={() => setOpen(!isOpen)}>
          {isOpen ? '收起来' : `还有 ${things.length - FEW} ${unit}，都看`}
        </TextButton>
      )}
    </>
  )
}
