export default definePageConfig({ navigationBarTitleText: '方案', enablePullDownRefresh: true })
