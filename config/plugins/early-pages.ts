import type { Compilation, Compiler } from 'webpack'

/**
 * The web's counterpart of preloadRule: a page that is named in the address is asked for beside the libraries, not after
 * them, and the page that follows it comes down while the first is read. Each would else cost two round trips of a village's
 * network, one after the other. Writes a few lines into index.html; held by tests/browser/early-pages.test.ts.
 */
export class EarlyPages {
  /** `first`: page whose address it is (a folder under src); `next`: the page that follows it. */
  constructor(private readonly ways: ReadonlyArray<{ first: string; next: string }>) {}

  apply(compiler: Compiler): void {
    const { Compilation, sources } = compiler.webpack
    compiler.hooks.thisCompilation.tap('EarlyPages', (compilation) => {
      // Files have their last names only after the content's hash was put into them.
      const stage = Compilation.PROCESS_ASSETS_STAGE_REPORT
      compilation.hooks.processAssets.tap({ name: 'EarlyPages', stage }, () => {
        const ways = this.ways.flatMap(({ first, next }) => {
          const [now, later] = [filesOfPage(compilation, first), filesOfPage(compilation, next)]
          return now.length === 0 ? [] : [[first, now, later.filter((file) => !now.includes(file))]]
        })
        if (ways.length === 0) return
        compilation.updateAsset('index.html', (html) => {
          const script = `<script>(${asksEarly})(${JSON.stringify(ways)})</script>`
          return new sources.RawSource(String(html.source()).replace('</title>', `</title>${script}`))
        })
      })
    })
  }
}

/** What a page needs beyond what every page has: its own and its shared chunks, scripts and styles. */
function filesOfPage(compilation: Compilation, page: string): string[] {
  const always = new Set([...compilation.entrypoints.values()].flatMap((entry) => entry.getFiles()))
  const groups = [...compilation.modules]
    .filter((module) => module.nameForCondition()?.endsWith(`/src/${page}.tsx`))
    .flatMap((module) => compilation.chunkGraph.getModuleChunks(module))
    .flatMap((chunk) => [...chunk.groupsIterable])
    .filter((group) => !group.isInitial())
  return [...new Set(groups.flatMap((group) => group.getFiles()))].filter((file) => !always.has(file))
}

/** Runs in the browser, as it stands here. */
const asksEarly = `function (ways) {
  function ask(rel, files) {
    files.forEach(function (file) {
      var link = document.createElement('link')
      link.rel = rel
      link.as = /css$/.test(file) ? 'style' : 'script'
      link.href = '/' + file
      document.head.appendChild(link)
    })
  }
  ways.forEach(function (way) {
    if (location.hash.indexOf('#/' + way[0]) !== 0) return
    ask('preload', way[1])
    addEventListener('DOMContentLoaded', function () { ask('preload', way[2]) })
  })
}`.replace(/\n\s*/g, '\n')
