export default definePageConfig({ navigationBarTitleText: '试点和区', enablePullDownRefresh: true })
