import { useRef, useState } from 'react'
import { dropFormDraft, formDraft, keepFormDraft } from '../client/records'

/**
 * A form on its page: every keystroke is on the phone before the screen shows it, until it is saved or given up. `start`:
 * what stands on the server, of this revision; what was typed over an older one is still there, with the revision it was
 * typed over, so that saving it tells both versions.
 */
export function useTyped<Form>(key: string, start: Form, revision: number | null) {
  const [kept] = useState(() => formDraft(key) as { form: Form; over: number | null } | undefined)
  const [form, setForm] = useState<Form>(kept?.form ?? start)
  const latest = useRef(form)
  const over = useRef(kept ? kept.over : revision)

  function change(fields: Partial<Form>): void {
    latest.current = { ...latest.current, ...fields }
    keepFormDraft(key, { form: latest.current, over: over.current })
    setForm(latest.current)
  }

  return {
    form,
    latest,
    change,
    isChanged: JSON.stringify(form) !== JSON.stringify(start),
    /** The revision it was typed over. */
    over: () => over.current,
    /** Typed over this one from now on: somebody has seen it. */
    rebase(now: number | null) {
      over.current = now
      keepFormDraft(key, { form: latest.current, over: now })
    },
    done: () => dropFormDraft(key),
  }
}
