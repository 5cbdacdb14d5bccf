/**
 * @noble/hashes makes two BigInts while it loads, for SHA-512 only; iOS before 14 has none, and every page that hashes would
 * fail to open there. A number does as well for what nobody calls. May go with iOS 13, or once noble loads without.
 */
module.exports = ({ template }) => {
  const lenient = template.expression("(typeof BigInt === 'undefined' ? Number : BigInt)")
  return {
    visitor: {
      CallExpression({ node }, { filename = '' }) {
        if (node.callee.name === 'BigInt' && /@noble\/hashes\/_u64\.js$/.test(filename)) node.callee = lenient()
      },
    },
  }
}
