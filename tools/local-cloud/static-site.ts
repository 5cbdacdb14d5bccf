/** The web build at `/`. An unknown address without an extension is a page of the app. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { extname, join, resolve, sep } from 'node:path'
import type { App } from './app'

export function staticSite(app: App, folder: string): void {
  const root = resolve(folder)
  app.get('*', (c) => {
    const file = fileAt(root, c.req.path) ?? (extname(c.req.path) === '' ? fileAt(root, '/index.html') : null)
    if (!file) return c.text('not found', 404)
    return c.body(new Uint8Array(readFileSync(file)), 200, {
      'content-type': CONTENT_TYPES[extname(file)] ?? 'application/octet-stream',
      // A developer reloads to see the latest build.
      'cache-control': 'no-cache',
    })
  })
}

function fileAt(root: string, path: string): string | null {
  const file = resolve(join(root, decodeURIComponent(path)))
  if (file !== root && !file.startsWith(root + sep)) return null
  if (!existsSync(file)) return null
  if (statSync(file).isDirectory())
    return file === root && existsSync(join(file, 'index.html')) ? join(file, 'index.html') : null
  return file
}

const CONTENT_TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}
