/** The house's boundaries (docs/decisions/2026-11-24-house.md), held by a tool and not by memory. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })

module.exports = {
  forbidden: [
    forbid('no-cycles', {}, { circular: true }, 'A cycle cannot be read from top to bottom.'),
    forbid(
      'domain-is-pure',
      { path: '^src/domain' },
      { pathNot: '^src/domain|node_modules/(zod|@noble/hashes|canonicalize|@stdlib|pure-rand)' },
      'Rules know no I/O, no clock, no platform.',
    ),
    forbid(
      'contract-knows-domain-only',
      { path: '^src/contract' },
      { pathNot: '^src/(contract|domain)|node_modules/zod' },
      'The contract is data.',
    ),
    forbid(
      'phone-never-imports-cloud',
      { path: '^src' },
      { path: '^(cloudfunctions|tools|tests)' },
      'They meet in the contract.',
    ),
    forbid(
      'functions-use-contract-and-domain',
      { path: '^cloudfunctions' },
      { path: '^src/(?!contract|domain)|^(tools|tests|config)' },
      'Nothing of the phone runs in a function.',
    ),
    forbid(
      'sdk-in-one-place',
      { path: '^cloudfunctions', pathNot: '^cloudfunctions/common' },
      { path: 'node_modules/wx-server-sdk' },
      'cloud.ts is the one door.',
    ),
    forbid(
      'functions-stand-alone',
      { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/common' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/($1|common)/' },
      'Each is deployed by itself.',
    ),
    forbid(
      'taro-outside-rules',
      { path: '^src/(domain|contract)' },
      { path: 'node_modules/@tarojs' },
      'Rules and contract know no Taro.',
    ),
    forbid(
      'no-test-in-product',
      { path: '^(src|cloudfunctions|config|tools/(?!prove/))' },
      { path: '^tests' },
      'Tests import the product, never the other way; a proof is a test that takes longer.',
    ),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist|\\.css$|tests/(local-cloud/fixtures|weapp/engine)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
