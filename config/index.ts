import { resolve } from 'node:path'
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import { buildConstants } from './build-constants'
import { EarlyPages } from './plugins/early-pages'

// Sizes and reasons: docs/decisions/2026-11-24-house.md. minifyXML stays off: it drops </input> and the official compiler refuses the page.
const config: UserConfigExport<'webpack5'> = {
  projectName: 'lalian',
  date: '2026-11-24',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: process.env.TARO_APP_SOURCE ?? 'src',
  outputRoot: process.env.TARO_APP_OUTPUT ?? `dist/${process.env.TARO_ENV}`,
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  plugins: [resolve(__dirname, 'plugins/aria.ts')],
  defineConstants: buildConstants(process.env),
  // 8 levels of templates instead of 16: deeper trees go on in `comp` (tried 20 deep).
  baseLevel: 8,
  cache: { enable: false },
  terser: { enable: true, config: { ecma: 2017, compress: { passes: 2 }, output: { comments: false, ecma: 2017 } } },
  mini: {
    compile: { include: [isTranspiled] },
    postcss: { pxtransform: { enable: false }, cssModules: { enable: false } },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'hash' },
    compile: { include: [isTranspiled] },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true }, cssModules: { enable: false } },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'chunk/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true },
    webpackChain(chain) {
      // Without `lib` every page's chunk repeats 74 KB of Taro's components. What looks at photos is half as large as all
      // the rest, and no villager's.
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: {
          photos: { test: /node_modules\/(swiper|@tarojs\/components\/.*swiper)/, name: 'photos', priority: 1 },
          lib: { test: /node_modules/, name: 'lib' },
        },
      })
      const cover = { first: 'pages/entry/index', next: 'survey/questions/index' }
      chain.plugin('early-pages').use(EarlyPages, [[cover]])
    },
  },
}

export default defineConfig<'webpack5'>(config)

/** Taro leaves node_modules as they are: zod and noble arrive as ES2020 and newer, old phones need them older. */
function isTranspiled(file: string): boolean {
  if (/\/node_modules\/(zod|@noble)\//.test(file)) return true
  return !file.includes('/node_modules/') && /\/(src|gallery)\//.test(file)
}
