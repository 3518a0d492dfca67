/** What the build understands beyond TypeScript. */
declare module '*.css';
declare module '@fontsource-variable/noto-sans-sc/index.css';
declare module '*.wav?url' {
  const address: string;
  export default address;
}
/** Where the list of words for the keys of a kiosk lies (`ui/kiosk/typing/word-list.ts`). */
declare module 'virtual:pinyin-words' {
  const address: string;
  export default address;
}
