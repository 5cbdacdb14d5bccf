import { readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join } from 'node:path'
import { buildFunctions, functionNames } from '../../tools/build-functions'
import { temporaryFolder } from './vocabulary'

const sourceDir = join(__dirname, 'fixtures/functions')

describe('functions are built as they are deployed', () => {
  test('one index.js with the SDK inside, package.json, config.json with the time-out', async () => {
    const outDir = temporaryFolder()
    const built = await buildFunctions({ sourceDir, outDir, minify: true })
    expect(built.map(({ name }) => name)).toEqual(['echo', 'hasty-traps', 'traps'])
    const json = (path: string) => JSON.parse(readFileSync(join(outDir, path), 'utf8'))
    expect(json('echo/config.json')).toMatchObject({ timeout: 20 })
    expect(json('echo/package.json')).toMatchObject({ name: 'echo', main: 'index.js' })
    expect(json('echo/package.json').dependencies).toBeUndefined()

    const [echo] = built
    expect(echo!.bytes).toBeGreaterThan(500_000)
    const outside = Object.values(json('metafile.json').outputs as Record<string, { imports: { path: string }[] }>)
      .flatMap(({ imports }) => imports.map(({ path }) => path.replace(/^node:/, '')))
      .filter((path) => !builtinModules.includes(path))
    expect(outside).toEqual([])
  })

  test('common is not a function', () => {
    expect(functionNames('cloudfunctions')).not.toContain('common')
  })
})
