export default definePageConfig({ navigationBarTitleText: '本村扣分', enablePullDownRefresh: true })
