export default definePageConfig({ navigationBarTitleText: '拉练', enablePullDownRefresh: true })
