module.exports = {
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '12', chrome: '67' } }]],
  plugins: ['./config/plugins/late-big-int.js'],
}
