/**
 * `npm run -s first-code -- DIR`: files for the cloud console's import, and the first administrator's code, once. `--again`:
 * one more administrator, where nobody can invite any more.
 */
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { anotherCode, firstCode } from './first-code'

const words = process.argv.slice(2)
const isAgain = words.includes('--again')
const [dir, ...more] = words.filter((word) => word !== '--again')
if (dir === undefined || dir.startsWith('-') || more.length > 0) {
  process.stderr.write('用法：npm run -s first-code -- 文件夹 [--again]\n')
  process.exitCode = 2
} else writeFirstCode(dir)

function writeFirstCode(dir: string): void {
  const { code, documents } = isAgain ? anotherCode(Date.now()) : firstCode(Date.now())
  const files = Object.entries(documents).map(([collection, docs]) => ({
    path: join(dir, `${collection}.json`),
    // JSON Lines, as the console's import takes them.
    text: docs.map((doc) => `${JSON.stringify(doc)}\n`).join(''),
  }))
  const there = files.find(({ path }) => existsSync(path))
  if (there) {
    process.stderr.write(`${there.path} 已经有了，没有覆盖。请换一个空文件夹。\n`)
    process.exitCode = 1
    return
  }
  mkdirSync(dir, { recursive: true })
  for (const { path, text } of files) {
    writeFileSync(path, text)
    chmodSync(path, 0o600)
  }
  process.stdout.write(
    `${isAgain ? '又一位' : '第一位'}管理员的邀请码：${code}\n` +
      '72 小时内有效，只显示这一次，哪里都不存。\n' +
      `先在云开发控制台把 ${files.map(({ path }) => path).join('、')} 分别导入同名集合，再打开小程序：有邀请码？→ 输入邀请码和自己的姓名。\n`,
  )
}
