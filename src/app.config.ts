// The main package and survey/ are all that a villager downloads: keep both small.
export default defineAppConfig({
  pages: ['pages/home/index'],
  subPackages: [],
  lazyCodeLoading: 'requiredComponents',
  window: {
    navigationBarTitleText: '拉练',
    navigationBarBackgroundColor: '#FAF8F4',
    navigationBarTextStyle: 'black',
    backgroundColor: '#FAF8F4',
    backgroundTextStyle: 'dark',
    // On the web the Screen component draws the title row.
    navigationStyle: process.env.TARO_ENV === 'h5' ? 'custom' : 'default',
  },
})
