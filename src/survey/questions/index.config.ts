export default definePageConfig({ navigationBarTitleText: '村民满意度测评' })
