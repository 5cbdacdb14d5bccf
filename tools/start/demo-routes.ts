/** The page at `/` on which a newcomer chooses whom to be; the mini-program itself lies at /index.html. */
import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { MemberDoc } from '../../cloudfunctions/common/documents'
import type { App } from '../local-cloud/app'
import { boundPerson, newPhone } from './bound-people'
import { type DemoPerson, demoPeople } from './demo-people'

/** The sample with its people, or an empty cloud with whoever is bound by now. */
export type Demo = { kind: 'sample' } | { kind: 'empty'; members: () => MemberDoc[] }

export function demoRoutes(app: App, demo: Demo = { kind: 'sample' }): void {
  app.get('/', (context) => context.html(demoPage(demo)))
  app.get('/demo/people', (context) => context.html(peopleOf(demo)))
  app.get('/demo/tokens.css', (context) =>
    context.body(file('../../src/styles/tokens.css'), 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
  app.get('/demo/demo.css', (context) =>
    context.body(file('demo.css'), 200, { 'content-type': 'text/css; charset=utf-8' }),
  )
  app.get('/demo/demo.js', (context) =>
    context.body(file('demo.js'), 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  )
  // A villager nobody has met: the account is made here, as WeChat would bring it.
  app.get('/demo/villager', (context) => context.text(`o${randomBytes(21).toString('base64url').slice(0, 27)}`))
}

function demoPage(demo: Demo): string {
  return file(demo.kind === 'empty' ? 'empty.html' : 'demo.html').replace('<!-- people -->', peopleOf(demo))
}

function peopleOf(demo: Demo): string {
  const people = demo.kind === 'empty' ? [newPhone, ...demo.members().map(boundPerson)] : demoPeople
  return people.map(personButton).join('\n')
}

function personButton({ id, name, doing, icon, opens, always }: DemoPerson): string {
  return `<button type="button" class="person" role="radio" aria-checked="false" id="${id}" data-opens="${opens}" data-always="${always}">
  <svg width="26" height="26" viewBox="0 0 24 24" aria-hidden="true"><path d="${icons[icon]}"/></svg>
  <span><b>${inHtml(name)}</b><small>${inHtml(doing)}</small></span>
</button>`
}

/** Names are typed by people. */
function inHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** 24-grid lines, as the mini-program's own icons. */
const icons: Record<DemoPerson['icon'], string> = {
  person:
    'M12 4.500a3.800 3.800 0 100 7.600 3.800 3.800 0 000-7.600M4.800 20c.8-3.800 3.600-5.600 7.200-5.600s6.400 1.800 7.200 5.600',
  pen: 'M5 19l1-4L16.500 4.500l3 3L9 18z',
  sheet: 'M6 3.500h8l4 4V20.500H6zM9 12h6M9 16h6',
  shield:
    'M12 3.500l7 2.700v5.300c0 4.300-2.900 7.400-7 9-4.100-1.600-7-4.700-7-9V6.200zM8.800 12l2.300 2.300 4.200-4.600',
}

function file(name: string): string {
  return readFileSync(join(__dirname, name), 'utf8')
}
