import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildEmpty, buildWeapp } from '../build-app'
import { type Figure, kilobytes } from './figure'

/** A villager's download, packed and raw. */
const VILLAGER_MOST = { gzip: 200_000, raw: 700_000 }

interface Size {
  raw: number
  gzip: number
}

/** What a phone downloads: the main package and each subpackage, beside an empty Taro app built in the same run. */
export async function bytes(): Promise<Figure[]> {
  const app = await buildWeapp()
  const empty = size(filesBelow(await buildEmpty('weapp')))
  const { main, inside, roots } = packagesOf(app)
  const villager = villagersDownload(app)
  return [
    { what: 'main package, raw', figure: kilobytes(main.raw), beside: `empty Taro app ${kilobytes(empty.raw)}` },
    { what: 'main package, gzip', figure: kilobytes(main.gzip), beside: `empty Taro app ${kilobytes(empty.gzip)}` },
    ...roots.map((root) => {
      const { raw, gzip } = inside(root)
      return { what: `subpackage ${root}`, figure: `${kilobytes(raw)}, gzip ${kilobytes(gzip)}` }
    }),
    {
      what: "a villager's download (main + survey), gzip",
      figure: kilobytes(villager.gzip),
      reach: `≤ ${kilobytes(VILLAGER_MOST.gzip)}`,
      holds: villager.gzip <= VILLAGER_MOST.gzip,
    },
    {
      what: "a villager's download (main + survey), raw",
      figure: kilobytes(villager.raw),
      reach: `≤ ${kilobytes(VILLAGER_MOST.raw)}`,
      holds: villager.raw <= VILLAGER_MOST.raw,
    },
  ]
}

/** The main package and the survey's: all that answering takes. */
export function villagersDownload(app: string): Size {
  const { main, inside } = packagesOf(app)
  const survey = inside('survey')
  return { raw: main.raw + survey.raw, gzip: main.gzip + survey.gzip }
}

function packagesOf(app: string) {
  const { subPackages = [] } = JSON.parse(readFileSync(join(app, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[]
  }
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''))
  const all = filesBelow(app)
  const isIn = (root: string, file: string) => relative(app, file).startsWith(`${root}/`)
  return {
    roots,
    main: size(all.filter((file) => !roots.some((root) => isIn(root, file)))),
    inside: (root: string) => size(all.filter((file) => isIn(root, file))),
  }
}

/** All files one after another, as a package is zipped. */
function size(files: string[]): Size {
  const content = Buffer.concat(files.map((file) => readFileSync(file)))
  return { raw: content.length, gzip: gzipSync(content, { level: 9 }).length }
}

function filesBelow(dir: string): string[] {
  return readdirSync(dir)
    .sort()
    .map((name) => resolve(dir, name))
    .flatMap((path) => (statSync(path).isDirectory() ? filesBelow(path) : [path]))
    .filter((path) => !/LICENSE\.txt$/.test(path))
}
