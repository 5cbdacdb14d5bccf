import { View } from '@tarojs/components'
import { aria } from './aria'
import './theme-chip.css'

export type Theme = 'red' | 'green' | 'gold' | 'heritage'

/** A village's themes: an outlined square with one character each. */
export function ThemeChips({ themes }: { themes: readonly Theme[] }) {
  return (
    <View className="themes" {...aria({ role: 'img', label: themes.map((theme) => themeNames[theme]).join('、') })}>
      {themes.map((theme) => (
        <View className={`theme theme-${theme}`} key={theme}>
          {themeNames[theme].charAt(0)}
        </View>
      ))}
    </View>
  )
}

export const themeNames: Record<Theme, string> = { red: '红色', green: '绿色', gold: '金色', heritage: '古色' }
