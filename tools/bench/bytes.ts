import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildEmptyWeapp, buildWeapp } from '../build-app'
import { type Figure, kilobytes } from './figure'

const VILLAGER_MOST = 200_000

interface Size {
  raw: number
  gzip: number
}

/** What a phone downloads: the main package and each subpackage, beside an empty Taro app built in the same run. */
export async function bytes(): Promise<Figure[]> {
  const app = await buildWeapp()
  const empty = size(filesBelow(await buildEmptyWeapp()))
  const subpackages =
    (JSON.parse(readFileSync(join(app, 'app.json'), 'utf8')) as { subPackages?: { root: string }[] }).subPackages ?? []
  const roots = subpackages.map(({ root }) => root.replace(/\/$/, ''))
  const all = filesBelow(app)
  const inside = (root: string) => all.filter((file) => relative(app, file).startsWith(`${root}/`))
  const main = size(all.filter((file) => !roots.some((root) => relative(app, file).startsWith(`${root}/`))))
  const villager = main.gzip + size(inside('survey')).gzip
  return [
    { what: 'main package, raw', figure: kilobytes(main.raw), beside: `empty Taro app ${kilobytes(empty.raw)}` },
    { what: 'main package, gzip', figure: kilobytes(main.gzip), beside: `empty Taro app ${kilobytes(empty.gzip)}` },
    ...roots.map((root) => {
      const { raw, gzip } = size(inside(root))
      return { what: `subpackage ${root}`, figure: `${kilobytes(raw)}, gzip ${kilobytes(gzip)}` }
    }),
    {
      what: "a villager's download (main + survey), gzip",
      figure: kilobytes(villager),
      reach: `≤ ${kilobytes(VILLAGER_MOST)}`,
      holds: villager <= VILLAGER_MOST,
    },
  ]
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
