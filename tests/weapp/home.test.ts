import { openApp } from './engine/open-app'
import { attributesOf } from './engine/rendered'

describe('opened without a code', () => {
  test('says what this is and how to get in', async () => {
    const app = await openApp()
    expect(app.route).toBe('pages/home/index')
    expect(app.title).toBe('乡村振兴拉练')
    expect(app.text()).toContain('扫村里的二维码')
  })

  test('a code that is no village’s: says so', async () => {
    const app = await openApp({ scan: () => ({ result: 'https://example.invalid/milk' }) })
    await app.tap('扫村里的二维码')
    expect(app.text()).toContain('这不是村里的码')
  })

  test('scanning given up: nothing changes', async () => {
    const app = await openApp()
    const before = app.text()
    await app.tap('扫村里的二维码')
    expect(app.text()).toBe(before)
  })
})

describe('what a screen reader is told arrives on the phone', () => {
  test('the button is a button, its icon is passed over, and no attribute has taken another’s place', async () => {
    const app = await openApp()
    const button = app.control('扫村里的二维码')
    expect(button).toMatchObject({ role: 'button', disabled: false })
    expect(attributesOf(button.element)).toMatchObject({ hoverClass: 'main-button-accent-pressed', hoverStartTime: 20 })
    const icon = button.element.querySelector('.icon-code')!
    expect(attributesOf(icon)).toMatchObject({ ariaHidden: true })
  })
})
