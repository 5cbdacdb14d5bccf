import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { TextButton } from '../../components/text-button'

/** Longer than this a list waits until it is asked for: first the sentences. */
const LONG = 3

/** A list under its name, 所有评委的分（9 位）, spoken with the paper that it is of. */
export function Folded({ title, of, count, children }: FoldedProps) {
  const [open, setOpen] = useState(count <= LONG)
  const words = open ? `收起${title}` : `看${title}`
  if (count === 0) return null
  return (
    <View className="mt-2">
      {count > LONG && (
        <TextButton label={`${words}，${of}`} onPress={() => setOpen(!open)}>
          {words}
        </TextButton>
      )}
      {open && children}
    </View>
  )
}

type FoldedProps = { title: string; of: string; count: number; children: ReactNode }
