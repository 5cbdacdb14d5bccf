export default definePageConfig({ navigationBarTitleText: '榜单', enablePullDownRefresh: true })
