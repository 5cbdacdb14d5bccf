/** What a screen reader is told. The mini-program calls the role aria-role; on the web a control must also be reachable by the keyboard. */
export type Spoken = {
  role?:
    | 'button'
    | 'link'
    | 'radio'
    | 'radiogroup'
    | 'tab'
    | 'tablist'
    | 'group'
    | 'img'
    | 'status'
    | 'alert'
    | 'heading'
    | 'list'
    | 'listitem'
  label?: string
  checked?: boolean
  selected?: boolean
  disabled?: boolean
  hidden?: boolean
  live?: 'polite' | 'assertive'
}

const CONTROLS = ['button', 'link', 'radio', 'tab']
const web = process.env.TARO_ENV === 'h5'

export function aria({ role, label, checked, selected, disabled, hidden, live }: Spoken): Record<string, unknown> {
  const spoken: Record<string, unknown> = {}
  if (role) spoken[web ? 'role' : 'aria-role'] = role
  if (label !== undefined) spoken['aria-label'] = label
  if (checked !== undefined) spoken['aria-checked'] = checked
  if (selected !== undefined) spoken['aria-selected'] = selected
  if (disabled) spoken['aria-disabled'] = true
  if (hidden) spoken['aria-hidden'] = true
  if (live) spoken['aria-live'] = live
  if (web && role && CONTROLS.includes(role)) spoken.tabindex = disabled ? -1 : 0
  if (web && role === 'heading') spoken['aria-level'] = 1
  return spoken
}

/** What a field asks for. The web's own input inside Taro's element needs the words itself. */
export function asks(label: string): Record<string, unknown> {
  return web ? { 'aria-label': label, nativeProps: { 'aria-label': label } } : { 'aria-label': label }
}

/** What a picture shows. The web's own picture element inside Taro's needs its words itself. */
export function shows(label: string): Record<string, unknown> {
  return web ? { 'aria-label': label, nativeProps: { alt: label } } : { 'aria-label': label }
}
