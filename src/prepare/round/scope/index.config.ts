export default definePageConfig({ navigationBarTitleText: '不适用的指标', enablePullDownRefresh: true })
