const { availableParallelism } = require('node:os')

// One project a level (docs/decisions/2026-11-24-house.md). ESM-only packages are let through the transform.
const esmOnly = [
  '@noble',
  'canonicalize',
  'nanoid',
  'zod',
  'uqr',
  'mingo',
  'pure-rand',
  '@stdlib',
  'hono',
  '@hono',
  'dayjs',
  'fast-check',
]
const shared = {
  transform: {
    '^.+\\.(ts|tsx|js|mjs)$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2022',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esmOnly.join('|')})/)`, '/dist/'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.local/'],
}
const project = (displayName, testEnvironment = 'node', extra = {}) => ({
  ...shared,
  displayName,
  testEnvironment,
  testMatch: [`<rootDir>/tests/${displayName}/**/*.test.ts`],
  ...extra,
})

const seeded = { setupFiles: ['<rootDir>/tests/vocabulary/chance.ts'] }

module.exports = {
  // Two a core: pages and phones wait more than they work.
  maxWorkers: 2 * availableParallelism(),
  // What hangs fails; what is slow on a busy machine does not.
  testTimeout: 180_000,
  projects: [
    project('domain', 'node', seeded),
    project('local-cloud', 'node', seeded),
    project('functions', 'node', { ...seeded, globalSetup: '<rootDir>/tests/vocabulary/build-functions-once.ts' }),
    project('weapp', '<rootDir>/tests/weapp/engine/environment.js', {
      globalSetup: '<rootDir>/tests/vocabulary/build-weapp-once.ts',
    }),
    project('browser'),
    project('proofs', 'node', { globalSetup: '<rootDir>/tests/vocabulary/build-functions-once.ts' }),
  ],
}
