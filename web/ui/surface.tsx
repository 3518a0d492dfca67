/** What every surface stands on: theme, language, session, cache, keys. A surface's `main.tsx` renders this and its router. */
import './base.css';
import './item-form/item-form.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider, type AnyRouter } from '@tanstack/react-router';
import { App, ConfigProvider, type ConfigProviderProps, type ThemeConfig } from 'antd';
import english from 'antd/es/locale/en_GB.js';
import chinese from 'antd/es/locale/zh_CN.js';
import { createContext, StrictMode, use, useLayoutEffect, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { queryClient } from '../client/query.ts';
import { SessionProvider, type SessionOperations } from '../client/session.tsx';
import { useLanguage } from '../words/language.ts';
import type { Language } from '../words/words.ts';
import { ensureChineseFont } from './fonts.ts';
import { HotkeysProvider } from './hotkeys.tsx';
import { nonce } from './nonce.ts';
import { antdTheme, applyPalette, type Palette } from './palette.ts';
import { useMedia } from './preferences.ts';

/** How a surface looks: colours, size of type in pixels, height of controls, radius of corners. */
export interface Look {
  palette: Palette;
  fontSize: number;
  controlHeight: number;
  radius: number;
  /** Whatever this surface does otherwise than the palette says. */
  extra?: ThemeConfig;
}

export interface SurfaceSettings {
  name: string;
  /** Where people sign in, and their home, as addresses of this surface's router. */
  signIn: string;
  home: string;
  /** For everybody: nobody has a post here. */
  open?: boolean;
  /** Everything is touched: what a browser opens in a small window of its own cannot be used. */
  touched?: boolean;
}

const SettingsContext = createContext<SurfaceSettings>({ name: '', signIn: '/sign-in', home: '/' });

/** The settings of the surface on which a component stands. */
export const useSurface = (): SurfaceSettings => use(SettingsContext);

// antd's folder `es` holds ES modules that its package.json does not declare as such: TypeScript takes them for CommonJS.
const locales = { 'zh-CN': chinese, en: english } as unknown as Record<
  Language,
  NonNullable<ConfigProviderProps['locale']>
>;

function Themed(props: { useLook: () => Look; children: ReactNode }): ReactNode {
  const look = props.useLook();
  const language = useLanguage();
  useLayoutEffect(() => applyPalette(look.palette, look.fontSize), [look]);
  const theme = antdTheme(look.palette, look);
  // Not only drawn without motion: while a dialog opens, antd draws nothing else that changes in it.
  const motion = !useMedia('(prefers-reduced-motion: reduce)');
  return (
    <ConfigProvider
      theme={{ ...theme, ...look.extra, token: { ...theme.token, motion, ...look.extra?.token } }}
      locale={locales[language]}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
      {...(nonce ? { csp: { nonce } } : {})}
    >
      <App component={false}>{props.children}</App>
    </ConfigProvider>
  );
}

/** Draws a surface. `useLook` is a hook, because elder mode and dark mode change it. */
export function startSurface(options: {
  settings: SurfaceSettings;
  router: AnyRouter;
  useLook: () => Look;
  /** The people module's operations that say who is signed in. */
  session?: SessionOperations;
}): void {
  void ensureChineseFont();
  // After an update of the server the pieces of the old version are gone: the page is fetched anew, once.
  addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem('yichuang.fetchedAnew') ?? 0);
    if (Date.now() - last < 10_000) return;
    sessionStorage.setItem('yichuang.fetchedAnew', String(Date.now()));
    location.reload();
  });
  createRoot(document.getElementById('surface')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SettingsContext value={options.settings}>
          <Themed useLook={options.useLook}>
            <SessionProvider operations={options.session}>
              <HotkeysProvider>
                <RouterProvider router={options.router} />
              </HotkeysProvider>
            </SessionProvider>
          </Themed>
        </SettingsContext>
      </QueryClientProvider>
    </StrictMode>,
  );
}
