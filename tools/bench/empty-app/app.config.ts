// The floor of the bench's bytes: what any Taro app with React weighs before it does anything.
export default defineAppConfig({ pages: ['pages/home/index'], lazyCodeLoading: 'requiredComponents' })
