/** Whom the web demo's frame plays: `/?as=<openid>` before the hash. Without it: a browser of its own, the same at every visit. */
export function person(): string {
  const named = new URLSearchParams(location.search).get('as')
  if (named) return named
  const stored = localStorage.getItem('lalian/visitor')
  if (stored) return stored
  const visitor = `visitor-${[...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
  localStorage.setItem('lalian/visitor', visitor)
  return visitor
}
