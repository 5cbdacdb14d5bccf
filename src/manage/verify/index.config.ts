export default definePageConfig({ navigationBarTitleText: '本机验算' })
