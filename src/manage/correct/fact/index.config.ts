export default definePageConfig({ navigationBarTitleText: '改正录入' })
