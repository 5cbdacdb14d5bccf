export default definePageConfig({ navigationBarTitleText: '改正录入', enablePullDownRefresh: true })
