import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

/**
 * The production build as WeChat would load it: every file of dist/weapp in a scope that has wx, App, Page and Component
 * but no browser, its templates compiled by the official compiler. Method and traps: TARO.md, section 2.
 */
export function loadBuiltApp(root: string, wx: object, pages: () => PageInstance[], time?: TimeGlobals): BuiltApp {
  const templates = compiledTemplates(root)
  const built: { app?: AppDefinition; pages: Record<string, Definition>; components: Record<string, Definition> } = {
    pages: {},
    components: {},
  }
  let current = ''

  const scope: Record<string, unknown> = {
    wx,
    App: appears((definition) => {
      built.app = definition as AppDefinition
    }),
    Page: appears((definition) => {
      built.pages[current] = definition as Definition
    }),
    Component: appears((definition) => {
      built.components[current] = definition as Definition
    }),
    Behavior: appears((definition) => definition),
    getApp: () => built.app,
    getCurrentPages: pages,
    // A phone's logic layer has none of these; code that leans on them must fail here as it would there.
    window: undefined,
    document: undefined,
    navigator: undefined,
    self: undefined,
    location: undefined,
    localStorage: undefined,
    MessageChannel: undefined,
    setImmediate: undefined,
    process: undefined,
    Buffer: undefined,
    fetch: undefined,
    crypto: undefined,
    TextEncoder: undefined,
    TextDecoder: undefined,
    AbortController: undefined,
    Intl: undefined,
    structuredClone: undefined,
    Function: NoFunction,
    ...time,
  }
  const names = Object.keys(scope)
  const values = Object.values(scope)
  const loaded: Record<string, { exports: unknown }> = {}

  function load(file: string): unknown {
    const path = file.endsWith('.js') ? file : `${file}.js`
    const known = loaded[path]
    if (known) return known.exports
    const module = { exports: {} as unknown }
    loaded[path] = module
    const before = current
    current = path.slice(root.length + 1, -'.js'.length)
    compiledModule(path, names)((name: string) => load(resolve(dirname(path), name)), module, module.exports, ...values)
    current = before
    return module.exports
  }

  load(join(root, 'app.js'))
  load(join(root, 'comp.js'))
  if (!built.app) throw new Error(`${root}/app.js did not call App()`)
  const settings = JSON.parse(readFileSync(join(root, 'app.json'), 'utf8')) as AppSettings

  return {
    app: built.app,
    settings,
    template: (path) => templates(`./${path}.wxml`) ?? templates(`${path}.wxml`),
    component: (name) => found(built.components, name),
    page: (route) => {
      load(join(root, `${route}.js`))
      return found(built.pages, route)
    },
  }
}

/** What a phone with a clock of its own puts in the place of ours. */
export type TimeGlobals = Record<
  'Date' | 'performance' | 'setTimeout' | 'clearTimeout' | 'setInterval' | 'clearInterval',
  unknown
>

export type BuiltApp = {
  app: AppDefinition
  settings: AppSettings
  template(path: string): unknown
  component(name: string): Definition
  page(route: string): Definition
}
export type AppDefinition = { onLaunch?(launch: unknown): void; onShow?(launch: unknown): void; onHide?(): void }
export type AppSettings = { pages: string[]; subPackages?: { root: string; pages: string[] }[] }
export type Definition = Record<string, unknown> & { data?: unknown }
export type PageInstance = {
  route: string
  setData(data: Record<string, unknown>, done?: () => void): void
  onLoad?(query: Record<string, string>): void
  onShow?(): void
  onReady?(): void
  onHide?(): void
  onUnload?(): void
}

/** WeChat's capital letters are no React components, whatever a linter thinks of them. */
function appears(defined: (definition: unknown) => unknown) {
  return defined
}

/** WeChat has no eval: code that makes functions from text gets one that does nothing, as on some of its versions. */
function NoFunction() {
  return () => undefined
}
NoFunction.prototype = Function.prototype

function found(definitions: Record<string, Definition>, name: string): Definition {
  const definition = definitions[name]
  if (!definition) throw new Error(`the build has no ${name}`)
  return definition
}

/** Compiled once a process: an app is opened many times. A build that has changed since is another text. */
const modules = new Map<string, (...values: unknown[]) => void>()

function compiledModule(path: string, names: string[]): (...values: unknown[]) => void {
  const source = readFileSync(path, 'utf8')
  const key = `${names.join()} ${source}`
  const known = modules.get(key)
  if (known) return known
  const run = new Function('require', 'module', 'exports', ...names, source) as (...values: unknown[]) => void
  modules.set(key, run)
  return run
}

const compiled = new Map<string, (path: string) => unknown>()

function compiledTemplates(root: string): (path: string) => unknown {
  const known = compiled.get(root)
  if (known) return known
  const { wxmlToJs } = require('miniprogram-compiler') as { wxmlToJs(root: string): string }
  ;(globalThis as Record<string, unknown>).__webview_engine_version__ = 0.02
  const templates = new Function(wxmlToJs(root))() as (path: string) => unknown
  compiled.set(root, templates)
  return templates
}
