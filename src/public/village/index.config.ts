export default definePageConfig({ navigationBarTitleText: '村里的结果', enablePullDownRefresh: true })
