export default defineAppConfig({
  pages: ['pages/gallery/index'],
  window: { navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default' },
})
