import { Text, View } from '@tarojs/components'
import { type ReactNode, useEffect, useState } from 'react'
import { setTitle, statusBarHeight, typeSize } from '../client/device'
import { back, canGoBack, pageQuery } from '../client/navigate'
import { namesRehearsal } from '../domain/rehearsal-id'
import { aria } from './aria'
import { Icon, type IconName } from './icon'
import { MainButton } from './main-button'
import { Notice } from './notice'
import { Press } from './press'
import './screen.css'

/**
 * Every page's frame: title row, offline bar, content, dock; and in place of the content what a page is before it has any:
 * skeleton, empty, error, done. So no page can forget one.
 */
export function Screen({
  title,
  state = 'ready',
  offline,
  top,
  dock,
  dockBare = false,
  titleStart,
  wide = false,
  broad = false,
  flush = false,
  rehearsal,
  children,
}: ScreenProps) {
  useEffect(() => setTitle(title), [title])
  const [isOfRehearsal] = useState(() => namesRehearsal(pageQuery().round ?? ''))
  const ready = state === 'ready'
  const done = typeof state === 'object' && 'done' in state
  const button = ready || (done && dock) ? dock : actionOf(state)
  return (
    <View
      className={`screen${typeSize() === 'large' ? ' large-type' : ''}${wide ? ' screen-wide' : broad ? ' screen-broad' : ''}`}
    >
      <View className="screen-top">
        <TitleRow title={title} start={titleStart} />
        {BUILD_CLOUD === 'local' && <View className="screen-demo">本地演示</View>}
        {(rehearsal ?? isOfRehearsal) && <RehearsalBar />}
        {offline && <OfflineBar {...offline} />}
        {ready && top}
      </View>
      <View className={flush ? 'screen-main screen-main-flush' : 'screen-main'}>
        {!ready && <InPlace state={state} />}
        {(ready || done) && children}
      </View>
      {button ? (
        <View className={dockBare || !ready ? 'dock dock-bare' : 'dock'}>{button}</View>
      ) : (
        <View className="screen-safe" />
      )}
    </View>
  )
}

export type ScreenProps = {
  title: string
  state?: ScreenState
  /** Under the title on every page of an inspector while there is no signal or something waits. */
  offline?: Offline
  /** Segments or a Switch: stays under the title while the content scrolls. */
  top?: ReactNode
  /** The main action above the safe area. */
  dock?: ReactNode
  /** Without its hairline, for a page that does not scroll. */
  dockBare?: boolean
  /** In the title row at the left (上一题 with large type); the page needs navigationStyle custom. */
  titleStart?: ReactNode
  /** Not held to a phone's width on a wide web page. */
  wide?: boolean
  /** A computer's column, for what administrators do there: as wide as a table needs, no wider. */
  broad?: boolean
  /** A page of a rehearsal says so; known of itself where the page was opened with its round. */
  rehearsal?: boolean
  /** Content without padding at the sides. */
  flush?: boolean
  children?: ReactNode
}

export type ScreenState =
  | 'ready'
  | 'loading'
  /** Nothing here yet: what this place is for, and what to do next. */
  | { empty: string; text?: string; icon?: IconName; action?: Action }
  /** What happened, what to do. */
  | { error: string; text?: string; action?: Action }
  /** Finished (已收到); what happens next may follow as children, a way back as dock. */
  | { done: string; text?: string; action?: Action }

export type Action = { label: string; onPress: () => void }
export type Offline = { waiting: number; online?: boolean; action?: string; onOpen?: () => void }

function InPlace({ state }: { state: Exclude<ScreenState, 'ready'> }) {
  if (state === 'loading') return <Skeleton />
  if ('error' in state) {
    return (
      <View className="mt-2">
        <Notice kind="error" title={state.error}>
          {state.text}
        </Notice>
      </View>
    )
  }
  if ('done' in state) {
    return (
      <View className="screen-done" {...aria({ role: 'status' })}>
        <View className="screen-tick jade">
          <Icon name="tick" size={40} />
        </View>
        <View className="hero">{state.done}</View>
        {state.text && <View className="screen-done-text quiet">{state.text}</View>}
      </View>
    )
  }
  return (
    <View className="screen-middle" {...aria({ role: 'status' })}>
      <View className="screen-icon quiet">
        <Icon name={state.icon ?? 'paper'} size={40} />
      </View>
      <View className="title">{state.empty}</View>
      {state.text && <View className="quiet mt-2">{state.text}</View>}
    </View>
  )
}

function actionOf(state: Exclude<ScreenState, 'ready'>) {
  if (state === 'loading' || !state.action) return null
  return <MainButton onPress={state.action.onPress}>{state.action.label}</MainButton>
}

/** The shape of the real rows; it does not move. */
export function Skeleton({ rows = 4 }: { rows?: number }) {
  return (
    <View className="skeleton" {...aria({ role: 'status', label: '正在读取' })}>
      {Array.from({ length: rows }, (_, row) => (
        <View className="skeleton-row" key={String(row)}>
          <View className="grow">
            <View className="skeleton-bar skeleton-title" />
            <View className="skeleton-bar skeleton-note" />
          </View>
          <View className="skeleton-bar skeleton-end" />
        </View>
      ))}
    </View>
  )
}

/** 离线 · 3 项待上传: the whole bar opens what waits. */
export function OfflineBar({ waiting, online = false, action = '查看', onOpen }: Offline) {
  const words = [online ? '' : '离线', waiting > 0 ? `${waiting} 项待上传` : ''].filter(Boolean).join(' · ')
  return (
    <Press className="offline-bar" pressedClass="none" label={onOpen ? `${words}，${action}` : words} onPress={onOpen}>
      <Icon name={online ? 'upload' : 'offline'} size={20} />
      <Text className="ml-2 grow">{words}</Text>
      {onOpen && <Text className="offline-bar-action">{action}</Text>}
    </Press>
  )
}

/** 演练: nobody may take what stands below for real. */
function RehearsalBar() {
  return (
    <View className="rehearsal-bar" {...aria({ role: 'status' })}>
      <Icon name="flag" size={20} />
      <Text className="ml-2">演练，不算数，可以整个删掉</Text>
    </View>
  )
}

/** The mini-program brings its own title row; the web, and a page with a row of its own, draw it here. */
function TitleRow({ title, start }: { title: string; start?: ReactNode }) {
  const web = process.env.TARO_ENV === 'h5'
  if (!web && start === undefined) return null
  return (
    <View className="title-row" style={web ? '' : `padding-top:${statusBarHeight()}px`}>
      {start ??
        (canGoBack() ? (
          <Press className="title-row-back" label="返回" onPress={back}>
            <Icon name="back" size={22} />
          </Press>
        ) : null)}
      {start === undefined && (
        <View className="title-row-title" {...aria({ role: 'heading' })}>
          {title}
        </View>
      )}
    </View>
  )
}
