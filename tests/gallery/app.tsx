import type { PropsWithChildren } from 'react'
import '../../src/app.css'

export default function Gallery({ children }: PropsWithChildren) {
  return children
}
