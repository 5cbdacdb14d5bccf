/** A flow: what one person does, deed by deed. */
import type { MortalPhone } from './mortal-phone'
import type { Person, Place } from './person'
import type { Made, Shown } from './shown'

export interface Deed {
  what: string
  /** Where one sees that it is done. */
  at: Place
  /** Where it is done, if not there. */
  by?: Place
  /** After a kill: if it is, there is nothing to do. */
  isThere(sees: Shown, phone: MortalPhone): boolean
  /** Missing: the deed is to wait until it is there. */
  does?(person: Person): Promise<void>
  /** What it changes of what was shown: killed in the middle, the phone may have it already, and the screen not yet. */
  makes?: Made
  /** What the camera sees meanwhile. */
  picture?: string
}

export interface Flow {
  name: string
  deeds: readonly Deed[]
  /** After a kill the person looks wherever something was shown as kept. */
  looks(person: Person, before: Shown): Promise<Shown>
  /** Pictures that the person throws away. */
  thrownAway?: readonly string[]
  /** What another inspector did before, by calls of theirs. */
  colleague?(roundId: string): { action: string; payload: object }[]
}
