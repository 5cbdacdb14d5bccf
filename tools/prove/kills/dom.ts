/**
 * The browser that the component engine draws in, in a process that has none. Import it before the engine: the engine
 * looks for it when it is loaded. Only what it draws with: timers, fetch and the rest stay Node's.
 */
import { createRequire } from 'node:module'

/** The very jsdom that the weapp tests run in. */
const { JSDOM } = createRequire(require.resolve('jest-environment-jsdom'))('jsdom') as {
  JSDOM: new (html: string, options: { url: string }) => { window: Record<string, unknown> }
}
const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' })
const drawnWith = [
  'document',
  'Event',
  'CustomEvent',
  'Node',
  'Element',
  'HTMLElement',
  'MutationObserver',
  'getComputedStyle',
]

Object.assign(globalThis, { window }, Object.fromEntries(drawnWith.map((name) => [name, window[name]])))
