export default definePageConfig({ navigationBarTitleText: '提出扣分' })
