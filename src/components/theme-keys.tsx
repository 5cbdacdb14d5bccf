import { Text, View } from '@tarojs/components'
import { aria } from './aria'
import { Press } from './press'
import { type Theme, themeNames } from './theme-chip'
import './option-keys.css'

const THEMES = Object.keys(themeNames) as Theme[]

/** A village's themes to be switched on and off; they stay in the order in which they were chosen. */
export function ThemeKeys({ chosen, onChange }: { chosen: readonly Theme[]; onChange: (themes: Theme[]) => void }) {
  const toggle = (theme: Theme) =>
    onChange(chosen.includes(theme) ? chosen.filter((one) => one !== theme) : [...chosen, theme])
  return (
    <View className="option-keys option-keys-four" {...aria({ role: 'group', label: '主题' })}>
      {THEMES.map((theme) => {
        const isChosen = chosen.includes(theme)
        return (
          <Press
            key={theme}
            label={`${themeNames[theme]}，${isChosen ? '已选' : '没选'}`}
            className={isChosen ? 'option-key option-key-chosen' : 'option-key'}
            onPress={() => toggle(theme)}
          >
            <Text className={`theme-${theme}`}>{themeNames[theme]}</Text>
          </Press>
        )
      })}
    </View>
  )
}
