import type { Scheme } from '../../../domain/round-file'
import type { SchemeFault } from '../../../domain/scheme-faults'

/** What every form gets: what is typed so far, what is wrong with it, and the rest of the scheme to choose from. */
export type FormProps<T> = {
  form: T
  faults: readonly SchemeFault[]
  rules: Scheme
  change: (fields: Partial<T>) => void
  /** All of it anew, where it takes another shape. */
  replace: (form: T) => void
}
