export default definePageConfig({ navigationBarTitleText: '日期和方案', enablePullDownRefresh: true })
