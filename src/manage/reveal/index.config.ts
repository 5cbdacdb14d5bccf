export default definePageConfig({
  navigationBarTitleText: '揭榜',
  navigationStyle: 'custom',
  pageOrientation: 'landscape',
  disableScroll: true,
})
