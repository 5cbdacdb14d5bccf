/** Jest reporter: the plain last line that CI reads, `N passed, N failed` (`, N skipped`). A suite that cannot run fails as one. */
module.exports = class Summary {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const skipped = numPendingTests > 0 ? `, ${numPendingTests} skipped` : ''
    const line = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed${skipped}\n`
    // After jest's own summary.
    process.once('exit', () => process.stdout.write(line))
  }
}
