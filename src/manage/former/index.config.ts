export default definePageConfig({ navigationBarTitleText: '历次封存' })
