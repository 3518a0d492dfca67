/** What the build understands beyond TypeScript. */
declare module '*.css';
declare module '@fontsource-variable/noto-sans-sc/index.css';
declare module '*.wav?url' {
  const address: string;
  export default address;
}
