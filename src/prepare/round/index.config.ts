export default definePageConfig({ navigationBarTitleText: '筹备拉练', enablePullDownRefresh: true })
