export default definePageConfig({ navigationBarTitleText: '当日调整', enablePullDownRefresh: true })
